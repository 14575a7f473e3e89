import { dayAt, type LocalDate } from "../../kernel/time.ts";
import { isHere, type PeopleStore, type Person, type PersonId, type Site, teamsOf } from "../people/index.ts";
import { type Days, nearestKept, postedOn } from "./days.ts";
import { audienceOf, couldBeOn, type Greeting, leapDayOf, whoIsGreeted, worksHere } from "./greeted.ts";
import type { Placing } from "./places.ts";
import { whose } from "./public-days.ts";
import type { CelebrationsConfig } from "./rules.ts";
import type { Card, CelebrationStore, NewCard, News } from "./store.ts";

export type CelebrationRoster = Pick<
  PeopleStore,
  | "site"
  | "personById"
  | "peopleById"
  | "peopleCalled"
  | "peopleIn"
  | "peopleOf"
  | "officersOf"
  | "birthdaysOf"
  | "teams"
>;

export type AlmanacDeps = {
  readonly store: Pick<CelebrationStore, "cards" | "openCards" | "ownBirthday">;
  readonly roster: CelebrationRoster;
  /** The rules that a site has set. */
  readonly rules: (site: string) => Promise<CelebrationsConfig>;
  readonly newId: () => string;
};

/** Who is to have a card, and who may write on it. */
export type CardStanding = {
  readonly greeting: Greeting;
  readonly site: Site;
  readonly opener?: Person;
  /** Whom the site names to open cards, as it wrote it, where that is nobody or several people here. */
  readonly unclear?: string;
};

const byNumber = (a: Person, b: Person) => (a.employeeNo < b.employeeNo ? -1 : 1);

/** What celebrations of a site are due when, and whom they concern. */
export function almanac({ store, roster, rules, newId }: AlmanacDeps) {
  const daysOf = ({ calendar }: Site, { weekend: rule }: CelebrationsConfig): Days => ({ rule, calendar });

  /** Who was greeted on the workday before that stands for a day off; nobody where the day stands for itself. */
  async function greetedBefore(site: Site, day: LocalDate, days: Days): Promise<ReadonlySet<PersonId>> {
    const before = postedOn(day, days);
    const cards = before < day ? await store.cards(site.id, before, before) : [];
    return new Set(cards.map(({ person }) => person));
  }

  /** Whose birthday is greeted on a day, as it is known on `today`. */
  async function greetings(site: Site, day: LocalDate, today = day): Promise<readonly Greeting[]> {
    const usual = await rules(site.id);
    const days = daysOf(site, usual);
    const [birthdays, before] = await Promise.all([roster.birthdaysOf(site.id, day), greetedBefore(site, day, days)]);
    const people = await whose({ roster }, birthdays.filter(couldBeOn(day, days, usual)));
    return whoIsGreeted({ day, days, usual, people, today, wasGreeted: (person) => before.has(person) });
  }

  /** Begins the cards of a day that are not begun yet, so that who is greeted has one. */
  async function openCards(site: Site, all: readonly { greeting: Greeting; day: LocalDate }[], of: Opening) {
    const cards = all.map(({ greeting, day }): NewCard => ({ id: newId(), person: greeting.person.id, day }));
    if (cards.length === 0 && of.told === undefined) return;
    await store.openCards({ site: site.id, today: of.today, at: of.at }, cards, of.told);
  }

  return {
    rules,
    roster,
    daysOf,
    greetings,
    greetedBefore,
    openCards,

    /** Who is greeted on a day; unless that is over, each of them has a card from now on. */
    async greeted(site: Site, day: LocalDate, at: Date): Promise<readonly Greeting[]> {
      const all = await greetings(site, day);
      if (dayAt(at, site.zone) <= day) {
        await openCards(
          site,
          all.map((greeting) => ({ greeting, day })),
          { today: day, at },
        );
      }
      return all;
    },

    /** What placing greetings takes: who sits in the teams whose own they are. */
    async placing(site: Site, all: readonly Greeting[], day: LocalDate): Promise<Placing> {
      const wanted = [...new Set(all.flatMap(({ audience }) => (audience.is === "team" ? audience.teams : [])))];
      const members = await Promise.all(
        wanted.map(async (team) => {
          const seated = await roster.peopleIn(team, day);
          return [team, seated.filter((one) => isHere(one, day))] as const;
        }),
      );
      return { site, members: new Map(members) };
    },

    /** For whom a card is and who opens it; undefined where there is to be none any more. */
    async standingOf({
      person: id,
      site: of,
      day,
    }: Pick<Card, "person" | "site" | "day">): Promise<CardStanding | undefined> {
      const [person, own, site, usual] = await Promise.all([
        roster.personById(id),
        store.ownBirthday(id),
        roster.site(of),
        rules(of),
      ]);
      if (person === undefined || site === undefined || own.birthday === undefined) return undefined;
      const audience = worksHere(person, day) ? audienceOf(person, usual, day) : undefined;
      if (audience === undefined) return undefined;
      const greeting: Greeting = { person, on: nearestKept(own.birthday, day, leapDayOf(own, usual)), audience };
      return { greeting, site, ...(await openerOf(site, greeting, usual, day)) };
    },
  };

  /**
   * Who writes the words that a card begins with: whom the site named, else its first supervisor, else the lead of the
   * team. Of a birthday that is the team's alone only somebody of the team hears.
   */
  async function openerOf(
    site: Site,
    { person, audience }: Greeting,
    { executive }: CelebrationsConfig,
    day: LocalDate,
  ): Promise<Pick<CardStanding, "opener" | "unclear">> {
    const isOf = (other: Person) =>
      audience.is === "public" || teamsOf(other, day).some((team) => audience.teams.includes(team));
    const may = (other: Person) => other.id !== person.id && worksHere(other, day) && isOf(other);
    const called = executive === undefined ? [] : await roster.peopleCalled(site.id, executive);
    const [chosen, ...more] = called.filter((one) => worksHere(one, day));
    const isClear = chosen !== undefined && more.length === 0;
    if (isClear && may(chosen)) return { opener: chosen };
    const officers = [...(await roster.officersOf(site.id, day))].sort(byNumber).filter(may);
    const own = teamsOf(person, day);
    const opener =
      officers.find(({ roles }) => roles.includes("supervisor")) ??
      officers.find((one) => teamsOf(one, day, ["lead"]).some((team) => own.includes(team)));
    const unclear = isClear ? undefined : executive;
    return { ...(opener === undefined ? {} : { opener }), ...(unclear === undefined ? {} : { unclear }) };
  }
}
export type Almanac = ReturnType<typeof almanac>;

type Opening = {
  readonly today: LocalDate;
  readonly at: Date;
  readonly told?: (fresh: readonly NewCard[], moved: readonly NewCard[]) => News;
};
