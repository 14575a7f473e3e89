import type { Asker } from "../../chat/asker.ts";
import { withoutNumbers } from "../../kernel/masking.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { addDays, dayAt, eachDay, type LocalDate, startOfMonth } from "../../kernel/time.ts";
import type { Notice, Touched } from "../notices/index.ts";
import { isHere, type Person, type Site, teamsOf } from "../people/index.ts";
import type { Almanac, CardStanding } from "./almanac.ts";
import { workdaysAfter } from "./days.ts";
import { names } from "./names.ts";
import type { Card, CelebrationStore, NewCard } from "./store.ts";

/** Why somebody did not write on a card. */
export type CardRefusal = { readonly why: "gone" | "own-card" | "over" | "not-opener" | "not-signed" };

/** A card on which somebody wrote, as they see it. */
export type Written = { readonly card: Card; readonly standing: CardStanding };

type Deps = { readonly almanac: Almanac; readonly store: CelebrationStore };
type Who = Pick<Asker, "person" | "site">;

/** Whether somebody hears of a birthday before and on its day, and so may sign its card. */
export function isColleague(other: Person, { greeting: { person, audience }, site }: CardStanding, on: LocalDate) {
  if (other.id === person.id || other.site !== site.id || !isHere(other, on)) return false;
  return audience.is === "public" || teamsOf(other, on).some((team) => audience.teams.includes(team));
}

/** Writes one's words in place of those that one wrote before. */
const withSignature = (card: Card, by: string, words: string, at: Date): Card => {
  const known = card.signatures.some((one) => one.by === by);
  const signatures = known
    ? card.signatures.map((one) => (one.by === by ? { ...one, words } : one))
    : [...card.signatures, { by, words, at }];
  return { ...card, signatures };
};

function without({ opening, ...card }: Card, by: string): Card {
  const signatures = card.signatures.filter((one) => one.by !== by);
  return { ...card, ...(opening === undefined || opening.by === by ? {} : { opening }), signatures };
}

/** What somebody wrote on a card: the opening, where it is theirs to write, else their signature. */
export const wordsOf = (card: Card, by: string, isOpener: boolean): string | undefined =>
  ((isOpener ? card.opening : undefined) ?? card.signatures.find((one) => one.by === by))?.words;

const wrote = (card: Card, by: string): boolean =>
  card.opening?.by === by || card.signatures.some((one) => one.by === by);

/** Cards that colleagues sign in the days before, and that their person sees on the day. */
export function cards({ almanac, store }: Deps) {
  const { roster } = almanac;

  /** What a change of a card makes out of date: the asking of whoever wrote, and the card once it is handed over. */
  function touchedBy({ id, site, person, day }: Card, by: string, today: LocalDate): readonly Touched[] {
    const asking: Touched = { kind: names.signing, site, period: id, to: { is: "person", id: by } };
    const handed: Touched = { kind: names.card, site, period: day, to: { is: "person", id: person } };
    return today < day ? [asking] : [asking, handed];
  }

  /** Decides about a card alone, for somebody who may know of it. */
  async function write(
    who: Who,
    id: string,
    at: Date,
    decide: (card: Card, standing: CardStanding) => Outcome<Card, CardRefusal>,
  ): Promise<Outcome<Written, CardRefusal>> {
    const [card, person] = await Promise.all([store.card(id), roster.personById(who.person)]);
    const standing = card && (await almanac.standingOf(card));
    if (card === undefined || standing === undefined || person === undefined) return refuse({ why: "gone" });
    const today = dayAt(at, standing.site.zone);
    // Before its day a card does not exist for whom it is.
    if (person.id === card.person) return refuse({ why: today < card.day ? "gone" : "own-card" });
    if (!isColleague(person, standing, today)) return refuse({ why: "gone" });
    const saved = await store.changeCard<CardRefusal>(id, at, (now) => {
      if (today > now.day) return refuse({ why: "over" });
      const decided = decide(now, standing);
      if (!decided.ok) return decided;
      return done({ card: decided.value, touched: touchedBy(now, who.person, today) });
    });
    return saved.ok ? done({ card: saved.value, standing }) : saved;
  }

  return {
    /** Signs a card; card and phone numbers in the words become dots. */
    sign: (who: Who, id: string, words: string, at: Date) =>
      write(who, id, at, (card) => done(withSignature(card, who.person, withoutNumbers(words), at))),

    /** Writes the words that a card begins with, masked likewise, for who is asked for them. */
    open: (who: Who, id: string, words: string, at: Date) =>
      write(who, id, at, (card, { opener }) =>
        opener?.id === who.person || card.opening?.by === who.person
          ? done({ ...card, opening: { by: who.person, words: withoutNumbers(words) } })
          : refuse({ why: "not-opener" }),
      ),

    takeBack: (who: Who, id: string, at: Date) =>
      write(who, id, at, (card) =>
        wrote(card, who.person) ? done(without(card, who.person)) : refuse({ why: "not-signed" }),
      ),

    /** Begins the cards of those who are greeted within the days for signing, and asks colleagues to sign them. */
    async askToSign(of: { readonly site: string; readonly day: LocalDate; readonly at: Date; readonly due: Date }) {
      const { day, at, due } = of;
      const site = await roster.site(of.site);
      if (site === undefined) return;
      const { signingDays } = await almanac.rules(site.id);
      const last = workdaysAfter(site.calendar, day, signingDays);
      const coming = await Promise.all(
        eachDay(addDays(day, 1), last).map(async (on) =>
          (await almanac.greetings(site, on, day)).map((greeting) => ({ greeting, day: on })),
        ),
      );
      const asking = ({ id }: NewCard): Notice => askingOf(site, id, at, due);
      await almanac.openCards(site, coming.flat(), {
        today: day,
        at,
        told: (fresh, moved) => ({
          notices: fresh.map(asking),
          touched: [
            ...moved.map(({ id }): Touched => ({ kind: names.signing, site: site.id, period: id })),
            // Its organiser may have left since yesterday.
            { kind: names.party, site: site.id, period: startOfMonth(day) },
          ],
        }),
      });
    },
  };
}

const askingOf = ({ id: site }: Site, period: string, at: Date, dueAt: Date): Notice => ({
  kind: names.signing,
  site,
  period,
  at,
  dueAt,
  body: {},
});
