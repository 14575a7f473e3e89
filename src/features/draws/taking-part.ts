import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import type { DeskDeps, DrawCard, DrawRefusal, Who } from "./card.ts";
import type { Desk } from "./desk.ts";
import type { Draw, Entry } from "./domain.ts";
import type { Chance } from "./eligibility.ts";
import * as moves from "./moves.ts";

type Decide = (now: {
  readonly draw: Draw;
  readonly entry: Entry | undefined;
  readonly chance: Chance;
}) => Outcome<Entry, DrawRefusal>;

/** Entering, leaving, and adding a number so that Fairline alone cannot know the outcome. */
export function takingPart({ store, eligible }: DeskDeps, { find, cardOf }: Desk) {
  async function act(who: Who, id: string, at: Date, decide: Decide): Promise<Outcome<DrawCard, DrawRefusal>> {
    const found = await find(who, id);
    if (!found.ok) return found;
    const chance = await eligible.chanceOf(found.value, who.person, at);
    const outcome = await store.enter<DrawRefusal>(id, who.person, (now) => decide({ ...now, chance }));
    if (outcome.ok) return done(await cardOf(outcome.value.draw, who, at));
    return refuse(outcome.refusal.why === "gone" ? { why: "no-such-draw" } : outcome.refusal);
  }

  const nonceOf = (entry: Entry | undefined) => (entry?.nonce === undefined ? {} : { nonce: entry.nonce });

  return {
    /** Takes part, once however often. */
    enter: (who: Who, id: string, at: Date) =>
      act(who, id, at, ({ draw, entry, chance }) => {
        const entered = moves.enter(draw, { person: who.person, at, entered: true, ...nonceOf(entry) }, at);
        if (!entered.ok) return entered;
        if (draw.entry === "everybody") return refuse({ why: "takes-everybody" });
        if (entry?.entered === true) return refuse({ why: "in-it-already" });
        return "tickets" in chance ? entered : refuse(chance);
      }),

    /** Takes part no more; a number of one's own goes with it, unless one may add it without taking part. */
    leave: (who: Who, id: string, at: Date) =>
      act(who, id, at, ({ draw, entry }) => {
        if (draw.entry === "everybody") return refuse({ why: "takes-everybody" });
        if (entry?.entered !== true) return refuse({ why: "not-in-it" });
        const kept = who.roles.includes("auditor") ? nonceOf(entry) : {};
        return moves.enter(draw, { person: who.person, at, entered: false, ...kept }, at);
      }),

    /** Adds a number of one's own, or another in its place. */
    addNumber: (who: Who, id: string, nonce: string, at: Date) =>
      act(who, id, at, ({ draw, entry, chance }) => {
        const entered = entry?.entered === true;
        const added = moves.enter(draw, { person: who.person, at: entry?.at ?? at, entered, nonce }, at);
        if (!added.ok) return added;
        if (draw.source.is !== "commit-reveal") return refuse({ why: "needs-no-number" });
        if (entered || who.roles.includes("auditor")) return added;
        if (draw.entry === "by-oneself") return refuse({ why: "enter-first" });
        return "tickets" in chance ? added : refuse(chance);
      }),
  };
}
