import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { type Person, type PersonId, rightToRead } from "../people/index.ts";
import type { Card, NotFound, Who } from "./card.ts";
import type { Context, ContextDeps, Surroundings } from "./context.ts";
import type { Appeal } from "./domain.ts";
import { inOffice } from "./offices.ts";
import { movesOf, partOf } from "./standing.ts";

type Deps = Pick<ContextDeps, "store" | "evaluations" | "roster"> & { readonly context: Context };

const isId = (text: string) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);

/** Everybody whom an appeal names. */
const namedIn = ({ agent, scorer, desk, seats, happened }: Appeal): readonly PersonId[] => {
  const ofSeats = seats.flatMap(({ holder, passedBy }) => [...(holder === undefined ? [] : [holder]), ...passedBy]);
  const acted = happened.flatMap((one) => ("by" in one && one.by !== undefined ? [one.by] : []));
  return [
    ...new Set([
      agent,
      ...(scorer === undefined ? [] : [scorer]),
      ...(desk === undefined ? [] : [desk]),
      ...ofSeats,
      ...acted,
    ]),
  ];
};

/** Finds appeals, and says of each what its reader has to know. */
export function cases({ store, evaluations, roster, context }: Deps) {
  async function find(who: Pick<Who, "site">, text: string): Promise<Appeal | undefined> {
    const trimmed = text.trim().replace(/^#/, "");
    if (isId(trimmed)) return store.appeal(trimmed);
    return /^\d{1,15}$/.test(trimmed) ? store.numbered(who.site, Number(trimmed)) : undefined;
  }

  /** A card for somebody; nothing where they have nothing to do with it. */
  async function cardOf(appeal: Appeal, who: PersonId, around: Surroundings, at: Date): Promise<Card | undefined> {
    const [evaluation, form, named, first, later] = await Promise.all([
      evaluations.evaluation(appeal.evaluation),
      context.formOf(appeal),
      roster.peopleById([...namedIn(appeal), who]),
      appeal.first === undefined ? undefined : store.appeal(appeal.first),
      appeal.state === "closed" ? store.filedBy(appeal.agent, 50) : [],
    ]);
    const people = new Map(named.map((person): [PersonId, Person] => [person.id, person]));
    const { rules, office } = around;
    const offices = inOffice(appeal, office);
    const [viewer, agent] = [people.get(who), people.get(appeal.agent)];
    const mayRead = viewer !== undefined && agent !== undefined && rightToRead(viewer, agent, office.on) !== undefined;
    const part = partOf(appeal, who, offices, mayRead);
    if (part === undefined) return undefined;
    const isFollowed = later.some((one) => one.first === appeal.id);
    return {
      appeal,
      evaluation,
      form,
      people,
      rules,
      part,
      may: movesOf(appeal, { who, inOffice: offices, rules, at, isFollowed }),
      seat: appeal.seats.find(({ holder }) => holder === who),
      firstNumber: first?.number,
    };
  }

  return {
    find,
    cardOf,

    async card(who: Who, text: string, at: Date): Promise<Outcome<Card, NotFound>> {
      const appeal = await find(who, text);
      if (appeal === undefined) return refuse({ why: "no-such-appeal" });
      const card = await cardOf(appeal, who.person, await context.around(appeal.site, at), at);
      // Whoever has nothing to do with it does not even hear that there is one.
      return card === undefined ? refuse({ why: "no-such-appeal" }) : done(card);
    },
  };
}
export type Cases = ReturnType<typeof cases>;
