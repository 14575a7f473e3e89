import { type CorrectingDeps, correcting } from "./correcting.ts";
import { type DecidingDeps, deciding } from "./deciding.ts";
import { awardKinds } from "./kinds.ts";
import { type ProposingDeps, proposing } from "./proposing.ts";
import { type ReadingDeps, reading } from "./reading.ts";

export type AwardsDeps = ReadingDeps & ProposingDeps & CorrectingDeps & Omit<DecidingDeps, "reading">;

/** Everything that is asked of awards, and the kinds of notices that they are told by. */
export function awards(deps: AwardsDeps) {
  const read = reading(deps);
  return {
    ...proposing(deps),
    ...correcting(deps),
    ...deciding({ ...deps, reading: read }),
    list: read.list,
    card: read.card,
    won: read.won,
    /** The award of a site that people call so, such as AW-12 or 12. */
    async called(site: string, text: string): Promise<string | undefined> {
      const [, number] = /^(?:aw-?)?(\d{1,9})$/i.exec(text.trim()) ?? [];
      return number === undefined ? undefined : (await deps.store.awardNumbered(site, Number(number)))?.id;
    },
    kinds: awardKinds({ ...deps, reading: read }),
  };
}
export type Awards = ReturnType<typeof awards>;
