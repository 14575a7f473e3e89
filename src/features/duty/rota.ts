import { type Calendar, isWorkday, workdaysBetween, workdaysIn } from "../../kernel/calendar.ts";
import { groupBy } from "../../kernel/group.ts";
import { addDays, dayAt, daysBetween, eachDay, type LocalDate, startOfDay, weekday } from "../../kernel/time.ts";
import type { PersonId } from "../people/index.ts";
import type { DutyShift, OnDuty, Span } from "./domain.ts";
import { aroundTheClock, dayNames, type Rotation } from "./rules.ts";
import { merged, touches, within, without } from "./spans.ts";
import { clockTime } from "./wall.ts";

/** The clock and the calendar that a rota goes by. */
export type Place = { readonly zone: string; readonly calendar: Calendar };

/** The days that a stretch of time can have to do with, one more on each side. */
const daysAround = ({ from, until }: Span, zone: string): readonly [LocalDate, LocalDate] => [
  addDays(dayAt(from, zone), -1),
  addDays(dayAt(until, zone), 1),
];

/** Whether hours begin on a day. */
function isDutyDay({ days }: Pick<Rotation, "days">, on: LocalDate, calendar: Calendar): boolean {
  if (days === "every-day") return true;
  if (days === "workdays") return isWorkday(calendar, on);
  return days.some((name) => dayNames.indexOf(name) + 1 === weekday(on));
}

/** More days than ten workdays ever take. */
const longestWait = 40;

/** The days from `first` to `last` on which it is handed over, and the next on either side, with the number of each. */
function handovers({ startsOn, every }: Rotation, calendar: Calendar, [first, last]: readonly [LocalDate, LocalDate]) {
  if (typeof every === "number") {
    const skipped = Math.max(0, Math.floor(daysBetween(startsOn, first) / every));
    const count = Math.max(0, Math.floor(daysBetween(startsOn, last) / every) - skipped + 2);
    return Array.from({ length: count }, (_, index) => ({
      turn: skipped + index,
      on: addDays(startsOn, (skipped + index) * every),
    }));
  }
  const near = addDays(first, -longestWait);
  const since = near > startsOn ? near : startsOn;
  const before = workdaysBetween(calendar, startsOn, since);
  const all = workdaysIn(calendar, since, addDays(last, longestWait)).flatMap((on, index) => {
    const turn = (before + index) / every.workdays;
    return Number.isInteger(turn) ? [{ turn, on }] : [];
  });
  return all.filter((_, index) => (all[index + 1]?.on ?? last) >= first);
}

type Turn = Span & { readonly person: string };

/** Whose turn it is when, as far as a stretch of time goes. */
function turnsIn(rotation: Rotation, { zone, calendar }: Place, window: Span): Turn[] {
  const { people, at } = rotation;
  const around = daysAround(window, zone);
  const starts = handovers(rotation, calendar, around).map(({ turn, on }) => ({ turn, from: clockTime(on, at, zone) }));
  return starts.flatMap(({ turn, from }, index) => {
    const [person, next] = [people[turn % people.length], starts[index + 1]];
    return person === undefined || next === undefined ? [] : [{ person, from, until: next.from }];
  });
}

/** When somebody is on duty at all, whoever it is. */
function hoursIn(rotation: Rotation, { zone, calendar }: Place, window: Span): Span[] {
  const { hours, at } = rotation;
  const [from = at, to = at] = hours === aroundTheClock ? [] : hours.split("-");
  const [first, last] = daysAround(window, zone);
  return eachDay(first, last)
    .filter((on) => isDutyDay(rotation, on, calendar))
    .map((on) => ({
      from: clockTime(on, from, zone),
      until: clockTime(to > from ? on : addDays(on, 1), to, zone),
    }))
    .filter((span) => span.from < span.until);
}

/** Who is on duty by a rotation within a stretch of time, by employee number; nothing is cut at its ends. */
export function expanded(rotation: Rotation, place: Place, window: Span): readonly Turn[] {
  const turns = turnsIn(rotation, place, window);
  const isAlways = rotation.hours === aroundTheClock && rotation.days === "every-day";
  const spans = isAlways
    ? turns
    : hoursIn(rotation, place, window).flatMap((hours) => turns.flatMap((turn) => within(turn, hours)));
  return spans.filter((span) => touches(span, window));
}

const spanOf = ({ role, person, from, until, origin }: DutyShift): OnDuty => ({
  role,
  person,
  from,
  until,
  by: origin,
});

/** The same once somebody was set or has swapped: they stand in for one person, or for the whole role. */
function applied(spans: readonly OnDuty[], shift: DutyShift): OnDuty[] {
  const { replaces } = shift;
  if (replaces === undefined) return [...spans.flatMap((one) => without(one, shift)), spanOf(shift)];
  return spans.flatMap((one) =>
    one.person === replaces
      ? [
          ...without(one, shift),
          ...within(one, shift).map((part) => ({ ...part, person: shift.person, by: shift.origin })),
        ]
      : [one],
  );
}

const byMaking = (a: DutyShift, b: DutyShift): number =>
  a.madeAt.getTime() - b.madeAt.getTime() || (a.id < b.id ? -1 : 1);

/** Who is planned for one role: what was set and swapped, the latest last, over what was imported over its rotations. */
function plannedFor(rotation: readonly OnDuty[], shifts: readonly DutyShift[]): OnDuty[] {
  const imported = shifts.filter(({ origin }) => origin === "import");
  const hidden = imported.reduce<OnDuty[]>((spans, one) => spans.flatMap((span) => without(span, one)), [...rotation]);
  const made = shifts.filter(({ origin }) => origin !== "import").sort(byMaking);
  return made.reduce<OnDuty[]>(applied, [...hidden, ...imported.map(spanOf)]);
}

/** Who is planned for duty, whether they will be there or not, in the order of time. */
export function planned(rotation: readonly OnDuty[], shifts: readonly DutyShift[]): OnDuty[] {
  const [turns, kept] = [groupBy(rotation, ({ role }) => role), groupBy(shifts, ({ role }) => role)];
  const roles = new Set([...turns.keys(), ...kept.keys()]);
  return merged([...roles].flatMap((role) => plannedFor(turns.get(role) ?? [], kept.get(role) ?? [])));
}

/** A person and a day. */
export type PersonDay = { readonly person: PersonId; readonly on: LocalDate };

/** The days that a span has a part of. */
export const daysOf = ({ from, until }: Span, zone: string): LocalDate[] =>
  eachDay(dayAt(from, zone), dayAt(new Date(until.getTime() - 1), zone));

/** The same as far as a stretch of time goes: nobody looks at each day of a duty that lasts for years. */
export const daysWithin = (span: Span, window: Span, zone: string): LocalDate[] =>
  within(span, window).flatMap((part) => daysOf(part, zone));

/** What is left of a plan without the days of a stretch of time on which somebody is away. */
export function present(
  spans: readonly OnDuty[],
  window: Span,
  zone: string,
  isAway: (of: PersonDay) => boolean,
): OnDuty[] {
  return spans.flatMap((span) =>
    daysWithin(span, window, zone)
      .filter((on) => isAway({ person: span.person, on }))
      .reduce<OnDuty[]>(
        (parts, on) => {
          const day = { from: startOfDay(on, zone), until: startOfDay(addDays(on, 1), zone) };
          return parts.flatMap((part) => without(part, day));
        },
        [span],
      ),
  );
}
