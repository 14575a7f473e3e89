import { addDays, eachDay, endOfMonth, type LocalDate, startOfMonth, type Weekday, weekday } from "./time.ts";

/** When a site works: its weekly days off, its holidays, and the days off that are worked to make up for them. */
export type Calendar = {
  readonly weekend: readonly Weekday[];
  readonly holidays: readonly LocalDate[];
  readonly workdays: readonly LocalDate[];
};

/** A make-up workday wins over a holiday and a holiday over the week. */
export function isWorkday(calendar: Calendar, on: LocalDate): boolean {
  if (calendar.workdays.includes(on)) return true;
  if (calendar.holidays.includes(on)) return false;
  return !calendar.weekend.includes(weekday(on));
}

/** The days worked from one day to another, both included. */
export const workdaysIn = (calendar: Calendar, from: LocalDate, to: LocalDate): LocalDate[] =>
  eachDay(from, to).filter((on) => isWorkday(calendar, on));

/** The number of workdays in the month that a day is in. */
export const workdaysInMonth = (calendar: Calendar, of: LocalDate): number =>
  workdaysIn(calendar, startOfMonth(of), endOfMonth(of)).length;

/** The nearest workday strictly before a day, looking back at most a year; throws when the calendar has none. */
export function previousWorkday(calendar: Calendar, before: LocalDate): LocalDate {
  for (let back = 1; back <= 366; back += 1) {
    const on = addDays(before, -back);
    if (isWorkday(calendar, on)) return on;
  }
  throw new RangeError(`no workday in the year before ${before}`);
}
