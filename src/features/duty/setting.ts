import type { Who as Called } from "../../chat/param.ts";
import { groupBy } from "../../kernel/group.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { dayAt, type LocalDate } from "../../kernel/time.ts";
import { isHere, type Person, type PersonId, type Site } from "../people/index.ts";
import { aroundOf, type DutyCalendar } from "./calendar.ts";
import type { DutyDeps, NotFound, Who } from "./deps.ts";
import { type DutyRole, type DutyShift, dayMs, minuteMs, mostDays, type OnDuty, usualRoles } from "./domain.ts";
import { beginningOf, endOf, type Moment } from "./moment.ts";
import { roleMeant } from "./names.ts";
import { changedNotices, type ToldOf } from "./notice.ts";
import { daysOf } from "./rota.ts";
import { within, without } from "./spans.ts";

/** What somebody asks to be set. */
export type Setting = {
  readonly role: string;
  readonly who: Called;
  readonly from: Moment;
  readonly until: Moment;
  readonly reason?: string | undefined;
};

/** Why nobody was set, or what was set stays. */
export type SetRefusal =
  | NotFound
  | { readonly why: "no-such-role"; readonly text: string; readonly known: readonly DutyRole[] }
  | { readonly why: "not-a-setter" }
  | { readonly why: "not-your-role"; readonly role: DutyRole }
  | { readonly why: "left"; readonly name: string }
  | { readonly why: "past" }
  | { readonly why: "backwards" }
  | { readonly why: "too-long"; readonly days: number }
  | { readonly why: "on-leave"; readonly name: string; readonly on: LocalDate }
  | { readonly why: "gone" }
  | { readonly why: "over" }
  | { readonly why: "imported" };

/** A duty that stands as it was set, or that ended or went. */
export type Placed = {
  readonly shift: DutyShift;
  readonly person: Person;
  readonly site: Site;
  readonly isNew: boolean;
};

/** Whether somebody may say who is on duty, and as what: a supervisor is set by supervisors and admins alone. */
function mayNotSet({ roles }: Pick<Who, "roles">, role: DutyRole): SetRefusal | undefined {
  if (roles.some((one) => one === "supervisor" || one === "admin")) return undefined;
  if (!roles.includes("lead")) return { why: "not-a-setter" };
  return role === "supervisor" ? { why: "not-your-role", role } : undefined;
}

/** A moment after all that was made before, so that what comes last counts last. */
export const madeAfter = (shifts: readonly DutyShift[], at: Date): Date =>
  new Date(Math.max(at.getTime(), ...shifts.map(({ madeAt }) => madeAt.getTime() + 1)));

const isSame = (a: DutyShift, b: DutyShift): boolean =>
  a.origin === b.origin &&
  a.role === b.role &&
  a.person === b.person &&
  a.from.getTime() === b.from.getTime() &&
  a.until.getTime() === b.until.getTime();

/** Whose duty a plan and another differ by: those who have more of it, and those who have less. */
function difference(before: readonly OnDuty[], after: readonly OnDuty[], role: DutyRole): readonly ToldOf[] {
  const less = (all: readonly OnDuty[], others: readonly OnDuty[], is: ToldOf["is"]): ToldOf[] =>
    all
      .filter((one) => one.role === role)
      .flatMap((one) =>
        others
          .filter((other) => other.role === role && other.person === one.person)
          .reduce<OnDuty[]>((parts, other) => parts.flatMap((part) => without(part, other)), [one]),
      )
      .map(({ person, from, until }) => ({ person, from, until, role, is }));
  return [...less(after, before, "on"), ...less(before, after, "off")];
}

/** Each person once for each thing that they are told, from the first beginning to the last end of it. */
const onceEach = (told: readonly ToldOf[]): readonly ToldOf[] =>
  [...groupBy(told, ({ person, is }) => `${person} ${is}`).values()].flatMap((all) => {
    const [first] = all;
    const [from, until] = [all.map((one) => one.from.getTime()), all.map((one) => one.until.getTime())];
    return first === undefined
      ? []
      : [{ ...first, from: new Date(Math.min(...from)), until: new Date(Math.max(...until)) }];
  });

type Deps = Pick<DutyDeps, "store" | "roster" | "find" | "audit" | "newId"> & { readonly calendar: DutyCalendar };

/** Who is on duty by somebody's word. */
export function setting({ store, roster, find, audit, newId, calendar }: Deps) {
  async function siteOf(id: string): Promise<Site> {
    const site = await roster.site(id);
    if (site === undefined) throw new RangeError(`no site ${id}`);
    return site;
  }

  const record = (who: Who, action: string, { id, person, role, from, until, reason }: DutyShift, at: Date) =>
    audit.record({
      at,
      actor: who.person,
      action,
      subject: person,
      detail: {
        shift: id,
        role,
        from: from.toISOString(),
        until: until.toISOString(),
        ...(reason === undefined ? {} : { reason }),
      },
    });

  async function leaveIn(person: PersonId, shift: Pick<DutyShift, "from" | "until">, zone: string) {
    const days = daysOf(shift, zone).map((on) => ({ person, on }));
    const isAway = await calendar.awayOn(days);
    return days.find(isAway)?.on;
  }

  /** The role, the person and the time that are meant, if all of them can be. */
  async function meant(
    who: Who,
    asked: Setting,
    site: Site,
    at: Date,
  ): Promise<Outcome<DutyShift & { readonly called: Person }, SetRefusal>> {
    const known = [...new Set([...usualRoles, ...(await calendar.rolesOf(site, at))])];
    const role = roleMeant(known, asked.role);
    const refusal = mayNotSet(who, role ?? "");
    if (refusal !== undefined) return refuse(refusal);
    if (role === undefined) return refuse({ why: "no-such-role", text: asked.role, known });
    const found = await find(site.id, asked.who);
    if (!found.ok) return found;
    const called = found.value;
    const from = beginningOf(asked.from, site.zone, at);
    const until = endOf(asked.until, site.zone, from, at);
    if (until <= from) return refuse({ why: "backwards" });
    // Whoever writes the minute that it is means now.
    if (from.getTime() <= at.getTime() - minuteMs) return refuse({ why: "past" });
    if (until.getTime() - from.getTime() > mostDays * dayMs) return refuse({ why: "too-long", days: mostDays });
    if (!isHere(called, dayAt(from, site.zone))) return refuse({ why: "left", name: called.name });
    const on = await leaveIn(called.id, { from, until }, site.zone);
    if (on !== undefined) return refuse({ why: "on-leave", name: called.name, on });
    const { reason } = asked;
    return done({
      called,
      id: newId(),
      site: site.id,
      role,
      person: called.id,
      from,
      until,
      origin: "set",
      setBy: who.person,
      ...(reason === undefined ? {} : { reason }),
      madeAt: at,
    });
  }

  return {
    /** Sets somebody for a role for a while, in place of all who would have it; whoever is concerned is told. */
    async set(who: Who, asked: Setting, at: Date): Promise<Outcome<Placed, SetRefusal>> {
      const site = await siteOf(who.site);
      const wanted = await meant(who, asked, site, at);
      if (!wanted.ok) return wanted;
      const { called, ...shift } = wanted.value;
      const window = aroundOf(shift.from, shift.until);
      const plan = await calendar.planOf(site, window);
      const outcome = await store.change<{ readonly shift: DutyShift; readonly isNew: boolean }, SetRefusal>(
        site.id,
        window,
        ({ shifts }) => {
          const same = shifts.find((one) => isSame(one, shift));
          if (same !== undefined) return done({ value: { shift: same, isNew: false }, change: {} });
          const made = { ...shift, madeAt: madeAfter(shifts, at) };
          const [before, after] = [plan(shifts), plan([...shifts, made])].map((all) =>
            all.flatMap((one) => within(one, made)),
          );
          const told = onceEach(difference(before ?? [], after ?? [], made.role)).map((one) =>
            made.reason === undefined ? one : { ...one, reason: made.reason },
          );
          const notices = changedNotices(made, { what: "set", by: who.person, told, at });
          return done({ value: { shift: made, isNew: true }, change: { shift: made, notices } });
        },
        at,
      );
      if (!outcome.ok) return outcome;
      if (outcome.value.isNew) await record(who, "set duty", outcome.value.shift, at);
      return done({ ...outcome.value, person: called, site });
    },

    /** Takes back what was set or swapped; what has begun ends at once. */
    async unset(who: Who, id: string, at: Date): Promise<Outcome<Placed, SetRefusal>> {
      const known = await store.shift(id);
      const person = known && (await roster.personById(known.person));
      if (known === undefined || person === undefined || known.site !== who.site) return refuse({ why: "gone" });
      const refusal = mayNotSet(who, known.role);
      if (refusal !== undefined) return refuse(refusal);
      if (known.origin === "import") return refuse({ why: "imported" });
      const site = await siteOf(known.site);
      const window = aroundOf(known.from, known.until);
      const plan = await calendar.planOf(site, window);
      const outcome = await store.change<DutyShift, SetRefusal>(
        site.id,
        window,
        ({ shifts }) => {
          const shift = shifts.find((one) => one.id === id);
          if (shift === undefined) return refuse({ why: "gone" });
          if (shift.until <= at) return refuse({ why: "over" });
          const others = shifts.filter((one) => one.id !== id);
          const ended = shift.from < at ? { ...shift, until: at } : undefined;
          const rest = { from: ended === undefined ? shift.from : at, until: shift.until };
          const [before, after] = [plan(shifts), plan(ended === undefined ? others : [...others, ended])].map((all) =>
            all.flatMap((one) => within(one, rest)),
          );
          const told = onceEach(difference(before ?? [], after ?? [], shift.role));
          const notices = changedNotices(shift, { what: "unset", by: who.person, told, at });
          return done({
            value: shift,
            change: { ...(ended === undefined ? { removed: id } : { shift: ended }), notices },
          });
        },
        at,
      );
      if (!outcome.ok) return outcome;
      await record(who, "unset duty", outcome.value, at);
      return done({ shift: outcome.value, person, site, isNew: true });
    },

    /** What was set and swapped at the asker's site and is not over, as far as they may take it back. */
    async mine(who: Who, at: Date): Promise<readonly DutyShift[]> {
      const shifts = await store.shifts(who.site, aroundOf(at));
      return shifts
        .filter((one) => one.origin !== "import" && one.until > at && mayNotSet(who, one.role) === undefined)
        .sort((a, b) => a.from.getTime() - b.from.getTime());
    },
  };
}
