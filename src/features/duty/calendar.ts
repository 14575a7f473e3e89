import { dayAt } from "../../kernel/time.ts";
import { isHere, type Person, type PersonId, type Site, teamsOf } from "../people/index.ts";
import type { DutyDeps } from "./deps.ts";
import { type DutyRole, type DutyShift, dayMs, mostDays, type OnDuty, type Span, usualRoles } from "./domain.ts";
import { daysWithin, expanded, type PersonDay, planned, present } from "./rota.ts";
import type { DutyConfig } from "./rules.ts";
import { holds, within } from "./spans.ts";

type Deps = Pick<DutyDeps, "store" | "roster" | "rules" | "onLeave">;

/** The time around a moment, or a longer one, that a rota is looked at: whole weeks of hours, and all that is next. */
export const aroundOf = (from: Date, until: Date = from): Span => ({
  from: new Date(from.getTime() - 8 * dayMs),
  until: new Date(until.getTime() + (mostDays + 2) * dayMs),
});

/** A moment alone, which is all that is looked at for who is on duty then. */
export const momentOf = (at: Date): Span => ({ from: at, until: new Date(at.getTime() + 1) });

/** The usual roles in the order in which they are asked, then a site's own. */
const rank = (role: DutyRole): number => {
  const place = (usualRoles as readonly string[]).indexOf(role);
  return place === -1 ? usualRoles.length : place;
};
const byRole = (a: DutyRole, b: DutyRole): number => rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);

const byTime = (a: OnDuty, b: OnDuty): number =>
  byRole(a.role, b.role) || a.from.getTime() - b.from.getTime() || (a.person < b.person ? -1 : 1);

const keyOf = ({ person, on }: PersonDay): string => `${person} ${on}`;

/** Who is on duty at a site by all that is known, and who is asked where nobody is. */
export function dutyCalendar({ store, roster, rules, onLeave }: Deps) {
  /** Who is planned within a stretch of time, as it follows from the shifts that are kept. */
  async function planOf(site: Site, window: Span, config?: DutyConfig) {
    const { rotations } = config ?? (await rules(site.id));
    const numbers = [...new Set(rotations.flatMap(({ people }) => people))];
    const ids = numbers.length === 0 ? new Map<string, PersonId>() : await store.numbered(site.id, numbers);
    const turns = rotations.flatMap((rotation) =>
      expanded(rotation, site, window).flatMap(({ person: number, from, until }): OnDuty[] => {
        const person = ids.get(number);
        return person === undefined ? [] : [{ role: rotation.role, person, from, until, by: "rotation" }];
      }),
    );
    return (shifts: readonly DutyShift[]): readonly OnDuty[] => planned(turns, shifts);
  }

  async function planIn(site: Site, window: Span): Promise<readonly OnDuty[]> {
    const [plan, shifts] = await Promise.all([planOf(site, window), store.shifts(site.id, window)]);
    return plan(shifts);
  }

  /** Which of these days of these people they are on leave or gone. */
  async function awayOn(days: readonly PersonDay[]): Promise<(of: PersonDay) => boolean> {
    const asked = [...new Map(days.map((one) => [keyOf(one), one])).values()];
    if (asked.length === 0) return () => false;
    const ids = [...new Set(asked.map(({ person }) => person))];
    const [leave, people] = await Promise.all([onLeave(asked), roster.peopleById(ids)]);
    const known = new Map(people.map((person) => [person.id, person]));
    const away = asked.filter((one, index) => {
      const person = known.get(one.person);
      return leave[index] === true || person === undefined || !isHere(person, one.on);
    });
    const keys = new Set(away.map(keyOf));
    return (of) => keys.has(keyOf(of));
  }

  /** Who is on duty within a stretch of time around which all is looked at; whoever is away then is not. */
  async function spansIn(site: Site, window: Span): Promise<readonly OnDuty[]> {
    const plan = await planIn(site, window);
    const days = plan.flatMap((span) => daysWithin(span, window, site.zone).map((on) => ({ person: span.person, on })));
    return present(plan, window, site.zone, await awayOn(days)).sort(byTime);
  }

  /** The roles that a site's rota knows, by its rotations and by what is kept around a moment. */
  async function rolesOf(site: Site, at: Date): Promise<readonly DutyRole[]> {
    const [{ rotations }, shifts] = await Promise.all([rules(site.id), store.shifts(site.id, aroundOf(at))]);
    return [...new Set([...rotations, ...shifts].map(({ role }) => role))].sort(byRole);
  }

  const nowIn = (spans: readonly OnDuty[], at: Date): readonly OnDuty[] => {
    const now = spans.filter((span) => holds(span, at));
    return now.filter(
      ({ role, person }, index) => now.findIndex((one) => one.role === role && one.person === person) === index,
    );
  };

  const nextIn = (spans: readonly OnDuty[], at: Date, role: DutyRole): readonly OnDuty[] => {
    const until = new Date(at.getTime() + mostDays * dayMs);
    const coming = spans.filter((span) => span.role === role && span.from > at && span.from <= until);
    return coming.filter(({ from }) => from.getTime() === coming[0]?.from.getTime());
  };

  /** Whom one turns to where nobody is on duty in a role, as help does: supervisors who are there that day, else admins. */
  async function officers(site: Site, at: Date): Promise<readonly Person[]> {
    const on = dayAt(at, site.zone);
    const all = await roster.officersOf(site.id, on);
    const isAway = await awayOn(all.map(({ id: person }) => ({ person, on })));
    const there = all.filter(({ id: person }) => !isAway({ person, on }));
    const [supervisors, admins] = (["supervisor", "admin"] as const).map((role) =>
      there.filter(({ roles }) => roles.includes(role)),
    );
    return (supervisors?.length ? supervisors : admins) ?? [];
  }

  return {
    planOf,
    planIn,
    spansIn,
    rolesOf,
    awayOn,
    officers,
    nowIn,
    nextIn,

    /** What of each day of a week is covered by whom. */
    clipped: (spans: readonly OnDuty[], window: Span): readonly OnDuty[] =>
      spans.flatMap((span) => within(span, window)).sort(byTime),

    /** Whether somebody may have a role: by their office, by its rotation, or because they had it before. */
    async mayHold(site: Site, person: Person, role: DutyRole, at: Date): Promise<boolean> {
      if (person.roles.some((one) => one === "lead" || one === "supervisor")) return true;
      if (teamsOf(person, dayAt(at, site.zone), ["lead", "deputy"]).length > 0) return true;
      const { rotations } = await rules(site.id);
      if (rotations.some((one) => one.role === role && one.people.includes(person.employeeNo))) return true;
      return store.hasHeld(site.id, person.id, role);
    },
  };
}
export type DutyCalendar = ReturnType<typeof dutyCalendar>;
