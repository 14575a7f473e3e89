import { type Calendar, isWorkday } from "./calendar.ts";
import { addDays, dayAt, type LocalDate, startOfDay } from "./time.ts";

/** Whose days count: a business calendar, and the zone in which they begin and end. */
export type BusinessClock = { readonly calendar: Calendar; readonly zone: string };

/** The first workday from a day on, that day included; throws when a year has none. */
function workdayFrom(calendar: Calendar, from: LocalDate): LocalDate {
  for (let ahead = 0; ahead <= 366; ahead += 1) {
    const on = addDays(from, ahead);
    if (isWorkday(calendar, on)) return on;
  }
  throw new RangeError(`no workday in the year from ${from}`);
}

/**
 * The instant so many business days after another: a day off does not count, and what begins on one begins when the
 * next workday does. Parts of a day are parts of the local day, so that one business day from 15:00 is 15:00 on the next
 * workday, 14:00 or 16:00 where the clocks change in between.
 */
export function plusBusinessDays({ calendar, zone }: BusinessClock, from: Date, days: number): Date {
  const today = dayAt(from, zone);
  let on = workdayFrom(calendar, today);
  const begun = on === today ? shareOf(on, from, zone) : 0;
  let left = begun + days;
  for (; left >= 1; left -= 1) on = workdayFrom(calendar, addDays(on, 1));
  const [start, end] = boundsOf(on, zone);
  return new Date(Math.round(start + left * (end - start)));
}

const boundsOf = (on: LocalDate, zone: string): readonly [number, number] => [
  startOfDay(on, zone).getTime(),
  startOfDay(addDays(on, 1), zone).getTime(),
];

/** How much of a day is over at an instant in it, from 0 to less than 1. */
function shareOf(on: LocalDate, at: Date, zone: string): number {
  const [start, end] = boundsOf(on, zone);
  return (at.getTime() - start) / (end - start);
}

/** How many business days lie between two instants, parts of days included; 0 where the second is not the later. */
export function businessDaysBetween({ calendar, zone }: BusinessClock, from: Date, to: Date): number {
  if (to <= from) return 0;
  let sum = 0;
  const last = dayAt(to, zone);
  for (let on = dayAt(from, zone); on <= last; on = addDays(on, 1)) {
    if (!isWorkday(calendar, on)) continue;
    const [start, end] = boundsOf(on, zone);
    sum += (Math.min(end, to.getTime()) - Math.max(start, from.getTime())) / (end - start);
  }
  return sum;
}
