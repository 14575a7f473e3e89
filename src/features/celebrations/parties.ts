import type { Asker } from "../../chat/asker.ts";
import { withoutNumbers } from "../../kernel/masking.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { dayAt, endOfMonth, type LocalDate } from "../../kernel/time.ts";
import { isHere, type PeopleStore, type Person } from "../people/index.ts";
import { names } from "./names.ts";
import type { CelebrationStore, Party } from "./store.ts";

/** Why something about a party was not done; `by` is the name of who organises it. */
export type PartyRefusal =
  | { readonly why: "taken"; readonly by: string }
  | { readonly why: "not-yours"; readonly by: string | undefined }
  | { readonly why: "elsewhere" | "over" };

type Deps = {
  readonly store: Pick<CelebrationStore, "party" | "changeParty">;
  readonly roster: Pick<PeopleStore, "personById" | "peopleById">;
};
type Who = Pick<Asker, "person" | "site" | "zone">;

/** Which party: of a site, and of a month by its first day. */
export type WhichParty = Pick<Party, "site" | "month">;

/** Whether somebody can organise the party of a site: who is there and has not left, whether or not they began. */
export const mayOrganise = (person: Person, site: string, on: LocalDate): boolean =>
  person.site === site && isHere(person, on);

/** Who organises the birthday party of a month, and what they plan. */
export function parties({ store, roster }: Deps) {
  /** Decides about a party alone; an organiser who has left is none any more. */
  async function change(
    who: Who,
    { site, month }: WhichParty,
    at: Date,
    decide: (now: Party, organiser: Person | undefined) => Outcome<Party, PartyRefusal>,
  ): Promise<Outcome<Party, PartyRefusal>> {
    if (who.site !== site) return refuse({ why: "elsewhere" });
    const today = dayAt(at, who.zone);
    if (today > endOfMonth(month)) return refuse({ why: "over" });
    // Whoever takes it in between is known by name as well.
    for (;;) {
      const known = (await store.party(site, month)).organiser;
      const person = known === undefined ? undefined : await roster.personById(known);
      let isStale = false;
      const saved = await store.changeParty<PartyRefusal>({ site, month, at }, (now) => {
        isStale = now.organiser !== known;
        if (isStale) return refuse({ why: "over" });
        const decided = decide(now, person !== undefined && mayOrganise(person, site, today) ? person : undefined);
        if (!decided.ok) return decided;
        return done({ party: decided.value, touched: [{ kind: names.party, site, period: month }] });
      });
      if (!isStale) return saved;
    }
  }

  const ifYours =
    (who: Who, decide: (now: Party) => Party) =>
    (now: Party, organiser: Person | undefined): Outcome<Party, PartyRefusal> =>
      organiser?.id === who.person ? done(decide(now)) : refuse({ why: "not-yours", by: organiser?.name });

  return {
    /** The first who says so organises the party. */
    organise: (who: Who, of: WhichParty, at: Date) =>
      change(who, of, at, (now, organiser) => {
        if (organiser === undefined) return done({ site: now.site, month: now.month, organiser: who.person });
        return organiser.id === who.person ? done(now) : refuse({ why: "taken", by: organiser.name });
      }),

    /** Tells of the party when and where it is; numbers of phones and the like become dots. */
    plan: (who: Who, of: WhichParty, plan: string, at: Date) =>
      change(
        who,
        of,
        at,
        ifYours(who, (now) => ({ ...now, plan: withoutNumbers(plan) })),
      ),

    stepBack: (who: Who, of: WhichParty, at: Date) =>
      change(
        who,
        of,
        at,
        ifYours(who, ({ site, month }) => ({ site, month })),
      ),
  };
}
