import { Temporal } from "temporal-polyfill";
import { done, type Outcome, refuse } from "./outcome.ts";

/** A calendar day without a zone, `YYYY-MM-DD`; compares and sorts as text. */
export type LocalDate = string & { readonly brand: "LocalDate" };

/** ISO day of the week: Monday 1 … Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const plain = (day: LocalDate) => Temporal.PlainDate.from(day);
const local = (date: Temporal.PlainDate) => date.toString() as LocalDate;

/** Reads `YYYY-MM-DD`; undefined when there is no such day. */
export function parseDay(text: string): LocalDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  try {
    return local(Temporal.PlainDate.from(text, { overflow: "reject" }));
  } catch {
    return undefined;
  }
}

/** The same as `parseDay` for a day known to be right; throws otherwise. */
export function day(text: string): LocalDate {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new RangeError(`not a day: ${text}`);
  return parsed;
}

/** The calendar day that it is at an instant in a zone: the only bridge from instants to days. */
export const dayAt = (at: Date, zone: string): LocalDate =>
  local(Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate());

/** The first instant of a day in a zone, also where midnight is skipped by a clock change. */
export const startOfDay = (on: LocalDate, zone: string): Date =>
  new Date(plain(on).toZonedDateTime({ timeZone: zone }).epochMilliseconds);

/**
 * The instant of a wall-clock time (`HH:MM` or `HH:MM:SS`) on a day in a zone. A time that the clocks skip is refused;
 * one that happens twice is the earlier.
 */
export function instantAt(on: LocalDate, time: string, zone: string): Outcome<Date, { why: "no-such-time" }> {
  if (!/^\d\d:\d\d(:[0-5]\d)?$/.test(time)) return refuse({ why: "no-such-time" });
  try {
    const wall = plain(on).toPlainDateTime(Temporal.PlainTime.from(time));
    const earlier = wall.toZonedDateTime(zone, { disambiguation: "earlier" });
    if (!earlier.toPlainDateTime().equals(wall)) return refuse({ why: "no-such-time" });
    return done(new Date(earlier.epochMilliseconds));
  } catch {
    return refuse({ why: "no-such-time" });
  }
}

/**
 * The instant of a wall time (`HH:MM`) on a day in a zone: one that the clocks skip is as much later as they skip, one
 * that happens twice is the earlier. Throws where it is no wall time.
 */
export const wallTime = (on: LocalDate, time: string, zone: string): Date =>
  new Date(plain(on).toPlainDateTime(Temporal.PlainTime.from(time)).toZonedDateTime(zone).epochMilliseconds);

export const addDays = (to: LocalDate, days: number): LocalDate => local(plain(to).add({ days }));
export const addMonths = (to: LocalDate, months: number): LocalDate => local(plain(to).add({ months }));
export const weekday = (of: LocalDate): Weekday => plain(of).dayOfWeek as Weekday;
export const startOfMonth = (of: LocalDate): LocalDate => `${of.slice(0, 7)}-01` as LocalDate;
export const endOfMonth = (of: LocalDate): LocalDate => addDays(addMonths(startOfMonth(of), 1), -1);
/** The Monday of the week that a day is in. */
export const startOfWeek = (of: LocalDate): LocalDate => addDays(of, 1 - weekday(of));
/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => plain(from).until(plain(to)).days;

/** Every day from one to another, both included; empty when `to` is earlier. */
export const eachDay = (from: LocalDate, to: LocalDate): LocalDate[] =>
  Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, i) => addDays(from, i));

/** Whether the IANA database knows a zone by this name. */
export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}
