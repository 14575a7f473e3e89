import type { Audit } from "../people/index.ts";
import type { DeskDeps, DrawRoster, Who } from "./card.ts";
import { type ClockworkDeps, clockwork } from "./clockwork.ts";
import { deciding } from "./deciding.ts";
import { desk as deskOf } from "./desk.ts";
import type { Draw } from "./domain.ts";
import { drafting } from "./drafting.ts";
import { drawKinds } from "./kinds.ts";
import { prizes } from "./prizes.ts";
import { reading as readingOf } from "./reading.ts";
import { takingPart } from "./taking-part.ts";

export type DrawsDeps = ClockworkDeps & {
  readonly roster: DrawRoster;
  readonly audit: Audit;
};

/** Everything that is asked of draws, what time does with them, and the kinds of notices that they are told by. */
export function draws(deps: DrawsDeps) {
  const { store, roster, audit } = deps;
  const clock = clockwork(deps);
  const desk = deskOf({ ...deps, clockwork: clock });
  const around: DeskDeps = { ...deps, clockwork: clock };
  const reading = readingOf(around, desk);

  return {
    find: desk.find,
    numbered: desk.numbered,
    card: desk.card,
    list: desk.list,
    ...drafting(around, desk),
    ...takingPart(around, desk),
    ...deciding(around, desk),
    ...prizes(around, desk),
    lineOf: reading.lineOf,

    /** What can be checked of a draw by now; who read a list of others, if only by pseudonyms, is written down. */
    async verify(who: Who, draw: Draw, at: Date) {
      const verified = await reading.verify(draw);
      if (verified.manifest !== undefined) {
        await audit.record({ at, actor: who.person, action: "verify draw", subject: `draw:${draw.id}` });
      }
      return verified;
    },

    sweep: clock.sweep,
    openScheduled: clock.openScheduled,
    kinds: drawKinds({ store, roster, desk, reading }),
  };
}
export type Draws = ReturnType<typeof draws>;
