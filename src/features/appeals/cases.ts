import { isUuid } from "../../kernel/ids.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { type Audit, type Person, type PersonId, rightToRead } from "../people/index.ts";
import type { Card, NotFound, Who } from "./card.ts";
import type { Context, ContextDeps, Surroundings } from "./context.ts";
import type { Appeal } from "./domain.ts";
import { deskmatesOf, inOffice } from "./offices.ts";
import { movesOf, partOf } from "./standing.ts";

type Deps = Pick<ContextDeps, "store" | "evaluations" | "roster"> & {
  readonly context: Context;
  readonly audit: Audit;
};

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

export type Opened = { readonly card: Card; readonly around: Surroundings };

/** Finds appeals, and says of each what its reader has to know. */
export function cases({ store, evaluations, roster, context, audit }: Deps) {
  async function find(who: Pick<Who, "site" | "person">, text: string): Promise<Appeal | undefined> {
    const trimmed = text.trim().replace(/^#/, "");
    if (isUuid(trimmed)) return store.appeal(trimmed);
    if (!/^\d{1,15}$/.test(trimmed)) return undefined;
    const here = await store.numbered(who.site, Number(trimmed));
    // Whoever has moved to another site still finds their own.
    return here ?? (await store.filedBy(who.person, 200)).find(({ number }) => number === Number(trimmed));
  }

  /** A card for somebody, who had a part in it a moment ago (`had`) if not now; nothing where they have none. */
  async function cardOf(
    appeal: Appeal,
    who: PersonId,
    around: Surroundings,
    at: Date,
    had?: Card["part"],
  ): Promise<Card | undefined> {
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
    const deskmates = deskmatesOf(appeal, office);
    const part = partOf(appeal, who, deskmates, mayRead) ?? had;
    if (part === undefined) return undefined;
    const isFollowed = later.some((one) => one.first === appeal.id);
    return {
      appeal,
      evaluation,
      form,
      people,
      rules,
      part,
      mayRead,
      may: movesOf(appeal, { who, inOffice: offices, deskmates, rules, at, isFollowed }),
      seat: appeal.seats.find(({ holder }) => holder === who),
      firstNumber: first?.number,
    };
  }

  /** A card with what it was made from, for somebody who is about to act on it. */
  async function open(who: Who, text: string, at: Date): Promise<Outcome<Opened, NotFound>> {
    const appeal = await find(who, text);
    if (appeal === undefined) return refuse({ why: "no-such-appeal" });
    const around = await context.around(appeal.site, at);
    const card = await cardOf(appeal, who.person, around, at);
    // Whoever has nothing to do with it does not even hear that there is one.
    return card === undefined ? refuse({ why: "no-such-appeal" }) : done({ card, around });
  }

  return {
    cardOf,
    open,

    /** The same for somebody who reads it; reading of another's leaves a row in the audit book. */
    async card(who: Who, text: string, at: Date): Promise<Outcome<Card, NotFound>> {
      const found = await open(who, text, at);
      if (!found.ok) return found;
      const { card } = found.value;
      if (card.part !== "agent" && card.part !== "scorer") {
        const { number, agent } = card.appeal;
        const detail = { appeal: number, as: card.part };
        await audit.record({ at, actor: who.person, action: "read appeal", subject: agent, detail });
      }
      return done(card);
    },
  };
}
export type Cases = ReturnType<typeof cases>;
