import type { Block } from "../../chat/view.ts";
import type { Localised, Say } from "../../kernel/locale.ts";
import type { LocalDate } from "../../kernel/time.ts";
import type { Person, PersonId, Site, SiteId } from "../people/index.ts";
import { arrangement } from "./arrangement.ts";
import { type Bulletin, type Item, submittable } from "./domain.ts";
import { sectionTitles } from "./messages/sections.ts";
import type { BulletinSection } from "./section.ts";
import type { BulletinStore } from "./store.ts";
import { weeksOf } from "./weeks.ts";

/** What bulletins ask of the roster. */
export type BulletinRoster = {
  site(id: SiteId): Promise<Site | undefined>;
  /** Everybody of a site who has not left by the day. */
  peopleOf(site: SiteId, on: LocalDate): Promise<readonly Person[]>;
  /** These people, in any order; those who do not exist are left out. */
  peopleById(ids: readonly PersonId[]): Promise<readonly Person[]>;
};

/** A section of an issue: what was gathered for it, if anything, and what was put forward, in every state. */
export type Told = {
  readonly name: string;
  readonly title: Say;
  readonly dropped: boolean;
  readonly gathered?: Localised<readonly Block[]>;
  readonly items: readonly Item[];
};

/** A bulletin with all that it could say, in the order of its sections. */
export type Issue = {
  readonly site: Site;
  readonly bulletin: Bulletin;
  readonly sections: readonly Told[];
  /** Whoever wrote, edited or changed something in it. */
  readonly people: ReadonlyMap<PersonId, Person>;
};

export const approvedIn = ({ items }: Pick<Told, "items">): readonly Item[] =>
  items.filter(({ state }) => state === "approved");

/** The sections that readers see: neither dropped nor empty. */
export const toldIn = ({ sections }: Issue): readonly Told[] =>
  sections.filter((one) => !one.dropped && (one.gathered !== undefined || approvedIn(one).length > 0));

/** Everybody who had a hand in some items. */
export const handsIn = (items: readonly Item[]): PersonId[] => [
  ...new Set(items.flatMap(({ by, changedBy, editedBy }) => [by, changedBy, ...(editedBy ? [editedBy] : [])])),
];

export type IssuesDeps = {
  readonly store: Pick<BulletinStore, "bulletin">;
  readonly roster: BulletinRoster;
  readonly sections: readonly BulletinSection[];
};

/** Makes issues: what each feature has to tell of a week together with what was put forward for it. */
export function issues({ store, roster, sections }: IssuesDeps) {
  const titles: Readonly<Record<string, Say>> = {
    ...sectionTitles,
    ...Object.fromEntries(sections.map(({ name, title }) => [name, title])),
  };
  const names = [...new Set([...sections.map(({ name }) => name), ...submittable])];

  return {
    names,
    titleOf: (name: string): Say => titles[name] ?? (() => name),

    /** A site's bulletin of a week as it stands; throws for a site that there is not. */
    async gather(siteId: SiteId, week: LocalDate, at: Date): Promise<Issue> {
      const [site, bulletin] = await Promise.all([roster.site(siteId), store.bulletin(siteId, week)]);
      if (site === undefined) throw new Error(`a bulletin of no site: ${siteId}`);
      const of = { site, ...weeksOf(week), at };
      const gathered = new Map(
        await Promise.all(sections.map(async (section) => [section.name, await section.gather(of)] as const)),
      );
      const people = await roster.peopleById([
        ...new Set([...handsIn(bulletin.items), ...(bulletin.approvedBy ? [bulletin.approvedBy] : [])]),
      ]);
      return {
        site,
        bulletin,
        people: new Map(people.map((person) => [person.id, person])),
        sections: arrangement(bulletin.sections, names).map(({ name, dropped }) => {
          const blocks = gathered.get(name);
          return {
            name,
            title: titles[name] ?? (() => name),
            dropped,
            ...(blocks === undefined ? {} : { gathered: blocks }),
            items: bulletin.items.filter((item) => item.section === name),
          };
        }),
      };
    },
  };
}
export type Issues = ReturnType<typeof issues>;
