import { addDays, dayAt, type LocalDate, startOfDay } from "../../kernel/time.ts";
import type { Person, PersonId, Site } from "../people/index.ts";
import { aroundOf, type DutyCalendar } from "./calendar.ts";
import type { DutyRoster } from "./deps.ts";
import type { DutyRole, OnDuty } from "./domain.ts";

/** One role at a moment: who has it, who has it next, and which officers are asked where nobody has. */
export type RoleNow = {
  readonly role: DutyRole;
  readonly now: readonly OnDuty[];
  readonly next: readonly OnDuty[];
  readonly instead: readonly Person[];
};

type People = ReadonlyMap<PersonId, Person>;

/** A site's duties at a moment, with everybody who is named. */
export type Board = {
  readonly site: Site;
  readonly roles: readonly RoleNow[];
  readonly people: People;
  readonly others: readonly Site[];
};

/** A week of a site's duties, each day's cut at its ends. */
export type Week = {
  readonly site: Site;
  readonly first: LocalDate;
  readonly roles: readonly DutyRole[];
  readonly days: readonly { readonly on: LocalDate; readonly spans: readonly OnDuty[] }[];
  readonly people: People;
};

const roleWithoutRota = "duty-lead";

/** What anybody may see of duties. */
export function reading({ roster, calendar }: { readonly roster: DutyRoster; readonly calendar: DutyCalendar }) {
  async function named(spans: readonly OnDuty[]): Promise<People> {
    const ids = [...new Set(spans.map(({ person }) => person))];
    return new Map((ids.length === 0 ? [] : await roster.peopleById(ids)).map((person) => [person.id, person]));
  }

  const siteMeant = (sites: readonly Site[], text: string): Site | undefined =>
    sites.find(({ id, name }) => [id, name].some((one) => one.toLowerCase() === text.trim().toLowerCase()));

  return {
    /** A site by its id or its name. */
    siteCalled: async (text: string): Promise<Site | undefined> => siteMeant(await roster.sites(), text),

    /** Who is on duty at a site and who is next; undefined where there is no such site. */
    async board(wanted: string, at: Date): Promise<Board | undefined> {
      const sites = await roster.sites();
      const site = siteMeant(sites, wanted);
      if (site === undefined) return undefined;
      const [spans, known] = await Promise.all([calendar.spansIn(site, aroundOf(at)), calendar.rolesOf(site, at)]);
      const roles = await Promise.all(
        (known.length === 0 ? [roleWithoutRota] : known).map(async (role): Promise<RoleNow> => {
          const now = calendar.nowIn(spans, at).filter((one) => one.role === role);
          return {
            role,
            now,
            next: calendar.nextIn(spans, at, role),
            instead: now.length > 0 ? [] : await calendar.officers(site, at),
          };
        }),
      );
      const people = await named(roles.flatMap(({ now, next }) => [...now, ...next]));
      return { site, roles, people, others: sites.filter(({ id }) => id !== site.id) };
    },

    /** Seven days of a site's duties from a day on. */
    async week(site: Site, first: LocalDate): Promise<Week> {
      const start = (days: number) => startOfDay(addDays(first, days), site.zone);
      const spans = await calendar.spansIn(site, { from: start(0), until: start(7) });
      const days = Array.from({ length: 7 }, (_, index) => ({
        on: addDays(first, index),
        spans: calendar.clipped(spans, { from: start(index), until: start(index + 1) }),
      }));
      const shown = days.flatMap((one) => one.spans);
      const known = await calendar.rolesOf(site, start(3));
      const roles = known.length === 0 ? [roleWithoutRota] : known;
      return { site, first, roles, days, people: await named(shown) };
    },

    /** The day that it is at a site. */
    today: ({ zone }: Site, at: Date): LocalDate => dayAt(at, zone),
  };
}
