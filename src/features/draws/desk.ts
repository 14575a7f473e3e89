import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import type { PersonId } from "../people/index.ts";
import { type DeskDeps, type DrawCard, type DrawRefusal, isShownTo, namedIn, type Who } from "./card.ts";
import type { Draw, Prize } from "./domain.ts";
import type { Chance, Eligible } from "./eligibility.ts";
import type { Beside } from "./store.ts";

/** What a change comes to: the draw's next state, what is kept beside it, and the prizes as they were where they change. */
export type Next = {
  readonly draw: Draw;
  readonly beside?: Omit<Beside, "at" | "notices" | "touched">;
  readonly before?: readonly Prize[];
};

/** How often a change is decided anew where somebody else was faster. */
const mostTries = 5;

/** How many draws of a site are looked through. */
const mostListed = 30;

/** Finds draws as people see them, and changes them one at a time. */
export function desk({ store, roster, eligible, clockwork }: DeskDeps) {
  /** The places of a draw, and everybody whom it names. */
  async function peopleIn(draw: Draw) {
    const prizes = await store.prizesOf(draw.id);
    const ids = namedIn(draw, prizes);
    const people = ids.length === 0 ? [] : await roster.peopleById(ids);
    return { prizes, people: new Map(people.map((person) => [person.id, person])) };
  }

  /** How somebody stands to a draw that takes entries; no more is asked of any other. */
  const chanceOf = async (draw: Draw, person: PersonId, at: Date, by: Pick<Eligible, "chanceOf">): Promise<Chance> =>
    draw.state === "open" ? by.chanceOf(draw, person, at) : { tickets: 0 };

  async function cardOf(draw: Draw, who: Who, at: Date, by: Pick<Eligible, "chanceOf"> = eligible): Promise<DrawCard> {
    const [{ prizes, people }, entry, chance] = await Promise.all([
      peopleIn(draw),
      store.entryOf(draw.id, who.person),
      chanceOf(draw, who.person, at, by),
    ]);
    const prize = prizes.find(({ person }) => person === who.person);
    return {
      draw,
      prizes,
      people,
      own: { chance, ...(entry === undefined ? {} : { entry }), ...(prize === undefined ? {} : { prize }) },
      mayCancel: who.roles.includes("admin") || draw.organiser === who.person,
      mayJudge: who.roles.includes("admin") || who.roles.includes("auditor"),
      isAuditor: who.roles.includes("auditor"),
      reader: who.person,
    };
  }

  /** The draw that a button means. */
  async function find(who: Who, id: string): Promise<Outcome<Draw, DrawRefusal>> {
    const draw = await store.draw(id);
    if (draw === undefined) return refuse({ why: "no-such-draw" });
    if (isShownTo(who, draw)) return done(draw);
    // Whoever won keeps the prize in sight, also from another site by now.
    const prizes = await store.prizesOf(id);
    return prizes.some(({ person }) => person === who.person) ? done(draw) : refuse({ why: "no-such-draw" });
  }

  async function numbered(who: Who, number: number): Promise<Outcome<Draw, DrawRefusal>> {
    const draw = await store.numbered(number);
    return draw !== undefined && isShownTo(who, draw) ? done(draw) : refuse({ why: "no-such-draw", number });
  }

  /** Decides about a draw as it is by then and keeps what that comes to; a draw that goes on meanwhile is decided anew. */
  async function change(
    who: Who,
    id: string,
    at: Date,
    decide: (draw: Draw) => Outcome<Next, DrawRefusal> | Promise<Outcome<Next, DrawRefusal>>,
  ): Promise<Outcome<DrawCard, DrawRefusal>> {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const found = await find(who, id);
      if (!found.ok) return found;
      const next = await decide(found.value);
      if (!next.ok) return next;
      if (await clockwork.save(found.value, next.value, at)) {
        const now = await store.draw(id);
        return done(await cardOf(now ?? next.value.draw, who, at));
      }
    }
    return refuse({ why: "changed" });
  }

  return {
    find,
    numbered,
    change,
    cardOf,
    peopleIn,

    /** The card of the draw that a button means. */
    async card(who: Who, id: string, at: Date): Promise<Outcome<DrawCard, DrawRefusal>> {
      const found = await find(who, id);
      return found.ok ? done(await cardOf(found.value, who, at)) : found;
    },

    /** The draws that the asker sees, of their site or an auditor of every site, those that are not over first. */
    async list(who: Who, at: Date): Promise<readonly DrawCard[]> {
      const draws = await store.drawsOf(who.roles.includes("auditor") ? undefined : who.site, mostListed);
      const seen = draws.filter((draw) => isShownTo(who, draw) && !isDropped(draw));
      const by = eligible.forOneAnswer();
      return Promise.all(seen.map((draw) => cardOf(draw, who, at, by)));
    },
  };
}
export type Desk = ReturnType<typeof desk>;

/** A draft that was thrown away: nobody was ever told of it. */
const isDropped = ({ state, openedAt }: Draw): boolean => state === "cancelled" && openedAt === undefined;
