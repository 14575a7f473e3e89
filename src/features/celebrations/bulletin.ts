import { type Block, type Spans, text } from "../../chat/view.ts";
import type { Locale, Localised } from "../../kernel/locale.ts";
import { eachDay } from "../../kernel/time.ts";
import type { BulletinSection } from "../bulletins/index.ts";
import type { PeopleStore, Person } from "../people/index.ts";
import { isCelebrated, worksHere } from "./greeted.ts";
import { colon } from "./messages/days.ts";
import { postWords, bulletinWords as words } from "./messages/posts.ts";
import { type Anniversary, anniversaryOn, type Milestone, teamOn } from "./milestones.ts";
import { publicBirthdays } from "./public-days.ts";
import type { CelebrationsConfig } from "./rules.ts";
import { byName, spanOf } from "./views/names.ts";
import { byDay } from "./views/party.ts";

type Deps = {
  readonly roster: Pick<PeopleStore, "birthdaysOf" | "peopleById" | "peopleOf" | "teams">;
  readonly rules: (site: string) => Promise<CelebrationsConfig>;
};

type Dated = { readonly person: Person; readonly on: string };

/** One line for each, by day and name. */
const lines =
  <T extends Dated>(all: readonly T[], line: (one: T, locale: Locale) => Spans): Localised<readonly Block[]> =>
  ({ locale }) => [
    {
      is: "list",
      items: [...all]
        .sort((a, b) => (a.on === b.on ? byName(locale)(a, b) : a.on < b.on ? -1 : 1))
        .map((one) => [spanOf(one.person), ...line(one, locale)]),
    },
  ];

/** Whose birthday it is in the week that begins, as far as everybody may hear of it; never how old they are. */
const birthdays = (deps: Deps): BulletinSection => ({
  name: "birthdays",
  title: words.birthdays,
  async gather({ site, coming }) {
    const all = await publicBirthdays(deps, site, coming);
    if (all.length === 0) return undefined;
    return ({ locale }) => [byDay(all, locale), text(words.wishes(locale))];
  },
});

/** Whose years of service are full in the week that begins. */
const anniversaries = ({ roster, rules }: Deps): BulletinSection => ({
  name: "anniversaries",
  title: words.anniversaries,
  async gather({ site, coming }) {
    const [usual, people] = await Promise.all([rules(site.id), roster.peopleOf(site.id, coming.from)]);
    const days = eachDay(coming.from, coming.to);
    const all = people.filter(isCelebrated).flatMap((person) =>
      days.flatMap((on): Anniversary[] => {
        const years = worksHere(person, on) ? anniversaryOn(person, on, usual) : undefined;
        return years === undefined ? [] : [{ person, on, years }];
      }),
    );
    if (all.length === 0) return undefined;
    return lines(all, ({ years, on }, locale) => [colon(locale), postWords.years(years)(locale), words.on(on)(locale)]);
  },
});

/** Who was hired, or got through with training, in the week that is over or does so in this one. */
const milestones = (
  { roster }: Deps,
  { name, which }: { readonly name: "joiners" | "graduations"; readonly which: "hiredOn" | "graduatedOn" },
): BulletinSection => ({
  name,
  title: words[name],
  async gather({ site, past, coming }) {
    const [people, teams] = await Promise.all([roster.peopleOf(site.id, coming.from), roster.teams()]);
    const all = people.filter(isCelebrated).flatMap((person): Milestone[] => {
      const on = person[which];
      if (on === undefined || on < past.from || on > coming.to) return [];
      const team = teamOn(person, teams, on);
      return [{ person, on, ...(team === undefined ? {} : { team }) }];
    });
    if (all.length === 0) return undefined;
    const said =
      name === "graduations" ? () => words.on : (on: string) => (on < coming.from ? words.joined : words.joins);
    return lines(all, ({ team, on }, locale) => [
      team === undefined ? "" : postWords.inTeam(team)(locale),
      said(on)(on)(locale),
    ]);
  },
});

/** What is celebrated in the weekly bulletin. */
export const celebrationsInBulletin = (deps: Deps): readonly BulletinSection[] => [
  birthdays(deps),
  anniversaries(deps),
  milestones(deps, { name: "joiners", which: "hiredOn" }),
  milestones(deps, { name: "graduations", which: "graduatedOn" }),
];
