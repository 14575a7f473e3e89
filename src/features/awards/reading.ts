import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { dayAt, type LocalDate } from "../../kernel/time.ts";
import {
  type Audit,
  channelFor,
  isHere,
  type Person,
  type PersonId,
  type SiteId,
  type Team,
  type TeamId,
} from "../people/index.ts";
import { type Award, awardName, canTakeBack } from "./domain.ts";
import type { PastWin } from "./judging.ts";
import { maySee, type Offices, officesOf } from "./offices.ts";
import type { AwardRoster, Who } from "./roster.ts";
import type { AwardStore } from "./store.ts";

export type ReadingDeps = { readonly store: AwardStore; readonly roster: AwardRoster; readonly audit: Audit };

/** Everybody and every team that an award speaks of. */
export type Named = { readonly people: ReadonlyMap<PersonId, Person>; readonly teams: ReadonlyMap<TeamId, Team> };

/** An award as somebody reads it. */
export type AwardCard = Named & {
  readonly award: Award;
  readonly offices: Offices;
  readonly mayDecide: boolean;
  /** Whether the reader looks after it, and so sees more than what is posted. */
  readonly isInside: boolean;
  /** Whether the reader decides on it, or did: nobody else but winners learns a coupon. */
  readonly seesCoupon: boolean;
  readonly mayTakeBack: boolean;
  /** Whether there is a channel that it is posted to. */
  readonly isPosted: boolean;
};

export type AwardList = Named & {
  /** Proposals that wait for the reader. */
  readonly waiting: readonly Award[];
  /** Proposals that wait for others, for those who look after the site. */
  readonly others: readonly Award[];
  readonly given: readonly Award[];
};

export type ReadRefusal = { readonly why: "no-such-award" } | { readonly why: "not-yours-to-see" };

/** How many of each a list holds. */
const mostListed = 25;
const mostGiven = 10;

const idsIn = (awards: readonly Award[]): readonly PersonId[] => [
  ...new Set(
    awards.flatMap(({ winners, judged, decision }) => [
      ...[...winners, ...judged.passedOver].flatMap(({ of }) => (of.is === "person" ? [of.id] : [])),
      ...(decision === undefined ? [] : [decision.by]),
    ]),
  ),
];

/** What is asked of awards by those who read them. */
export function reading({ store, roster, audit }: ReadingDeps) {
  async function namedIn(awards: readonly Award[]): Promise<Named> {
    const [people, teams] = await Promise.all([roster.peopleById(idsIn(awards)), roster.teams()]);
    return {
      people: new Map(people.map((person) => [person.id, person])),
      teams: new Map(teams.map((team) => [team.id, team])),
    };
  }

  const offices = (award: Award, officers: readonly Person[], { people }: Named, on: LocalDate): Offices =>
    officesOf(award, { officers, winners: [...people.values()], on });

  const todayAt = async (site: SiteId, at: Date): Promise<LocalDate> =>
    dayAt(at, (await roster.site(site))?.zone ?? "UTC");

  /** An award as somebody reads it who may. */
  async function cardOf(award: Award, reader: PersonId, at: Date): Promise<AwardCard> {
    const site = await roster.site(award.site);
    const on = dayAt(at, site?.zone ?? "UTC");
    const [named, officers, viewer] = await Promise.all([
      namedIn([award]),
      roster.officersOf(award.site, on),
      roster.personById(reader),
    ]);
    const known = offices(award, officers, named, on);
    const isDecider = known.deciders.some(({ id }) => id === reader);
    const isDecided = award.decision?.by === reader;
    return {
      ...named,
      award,
      offices: known,
      mayDecide: award.state === "proposed" && isDecider,
      isInside: isDecided || (viewer !== undefined && maySee({ ...award, state: "proposed" }, viewer, known, on)),
      seesCoupon: isDecider || isDecided,
      mayTakeBack: canTakeBack(award, reader, at),
      isPosted: site !== undefined && channelFor(site, "awards") !== undefined,
    };
  }

  return {
    namedIn,
    cardOf,

    /** Who decides on an award now. */
    async officesOf(award: Award, at: Date): Promise<Offices> {
      const on = await todayAt(award.site, at);
      return offices(award, await roster.officersOf(award.site, on), await namedIn([award]), on);
    },

    /** Everybody who is told that they won: persons, or whoever sat in a team at the end, as far as they are here. */
    async winnersOf(award: Award, at: Date): Promise<readonly Person[]> {
      const on = await todayAt(award.site, at);
      const persons = award.winners.flatMap(({ of }) => (of.is === "person" ? [of.id] : []));
      const teams = award.winners.flatMap(({ of }) => (of.is === "team" ? [of.id] : []));
      const found = await Promise.all([
        roster.peopleById(persons),
        ...teams.map((id) => roster.peopleIn(id, award.to)),
      ]);
      const all = new Map(found.flat().map((person) => [person.id, person]));
      return [...all.values()].filter((person) => isHere(person, on));
    },

    /** What waits for the asker and what was given lately, as far as they may see it. */
    async list(who: Who, at: Date): Promise<AwardList> {
      const on = dayAt(at, who.zone);
      const [viewer, proposed, given, officers] = await Promise.all([
        roster.personById(who.person),
        store.awards(who.site, { states: ["proposed"], limit: 200 }),
        store.awards(who.site, { states: ["given"], limit: 50 }),
        roster.officersOf(who.site, on),
      ]);
      const named = await namedIn([...proposed, ...given]);
      const seen = [...proposed, ...given].flatMap((award) => {
        const known = offices(award, officers, named, on);
        const isMine = known.deciders.some(({ id }) => id === who.person);
        return viewer !== undefined && maySee(award, viewer, known, on) ? [{ award, isMine }] : [];
      });
      const those = (state: Award["state"], mine: boolean | undefined, most: number) =>
        seen
          .filter(({ award, isMine }) => award.state === state && (mine === undefined || mine === isMine))
          .slice(0, most)
          .map(({ award }) => award);
      return {
        ...named,
        waiting: those("proposed", true, mostListed),
        others: those("proposed", false, mostListed),
        given: those("given", undefined, mostGiven),
      };
    },

    /** One award; reading of others' results in it leaves an audit row. */
    async card(who: Who, id: string, at: Date): Promise<Outcome<AwardCard, ReadRefusal>> {
      const [award, viewer] = await Promise.all([store.award(id), roster.personById(who.person)]);
      if (award === undefined || viewer === undefined) return refuse({ why: "no-such-award" });
      const card = await cardOf(award, who.person, at);
      if (!maySee(award, viewer, card.offices, dayAt(at, who.zone))) return refuse({ why: "not-yours-to-see" });
      const detail = { award: awardName(award), state: award.state };
      for (const { of } of award.winners.filter((one) => one.of.id !== who.person)) {
        const subject = of.is === "team" ? `team:${of.id}` : of.id;
        await audit.record({ at, actor: who.person, action: "read award", subject, detail });
      }
      return done(card);
    },

    /** Who holds which award for what ended from one day to another, both included. */
    async won(
      site: SiteId,
      days: { readonly from: LocalDate; readonly to: LocalDate },
    ): Promise<readonly { readonly person: PersonId; readonly rule: string; readonly day: LocalDate }[]> {
      const wins: readonly PastWin[] = await store.wins(site, days);
      return wins.flatMap(({ of, rule, day }) => (of.is === "person" ? [{ person: of.id, rule, day }] : []));
    },
  };
}
export type Reading = ReturnType<typeof reading>;
