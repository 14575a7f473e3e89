import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { dayAt } from "../../kernel/time.ts";
import { isHere } from "../people/index.ts";
import type { DeskDeps, DrawCard, DrawRefusal, Who } from "./card.ts";
import type { Desk } from "./desk.ts";
import * as moves from "./moves.ts";

/** Claiming a prize, and giving it up for the next in line. */
export function prizes({ store, roster }: DeskDeps, { change, list }: Desk) {
  return {
    /** Takes the prize; pressed twice, it is claimed once. */
    claim: (who: Who, id: string, at: Date): Promise<Outcome<DrawCard, DrawRefusal>> =>
      change(who, id, at, async (draw) => {
        const before = await store.prizesOf(id);
        const made = moves.claim(draw, before, who.person, at);
        if (!made.ok) return made;
        return done({ draw: made.value.draw, beside: { prizes: made.value.prizes }, before });
      }),

    /** Gives up a prize that is offered; the first alternate who is here is offered it. */
    giveUp: (who: Who, id: string, at: Date): Promise<Outcome<DrawCard, DrawRefusal>> =>
      change(who, id, at, async (draw) => {
        const [before, site] = await Promise.all([store.prizesOf(id), roster.site(draw.site)]);
        if (site === undefined) return refuse({ why: "no-such-draw" });
        const claimable = moves.claim(draw, before, who.person, at);
        if (!claimable.ok) return claimable;
        const today = dayAt(at, site.zone);
        const people = await roster.peopleById(before.map(({ person }) => person));
        const here = new Set(people.flatMap((person) => (isHere(person, today) ? [person.id] : [])));
        const isLost = ({ person, state }: (typeof before)[number]) =>
          person === who.person || (state === "alternate" && !here.has(person));
        const { draw: next, prizes: after } = moves.forfeit(draw, before, { clock: site, isLost }, at);
        return done({ draw: next, beside: { prizes: after }, before });
      }),

    /** The draws in which a prize is offered to the asker. */
    offeredTo: async (who: Who, at: Date): Promise<readonly DrawCard[]> =>
      (await list(who, at)).filter(({ own }) => own.prize?.state === "offered"),
  };
}
