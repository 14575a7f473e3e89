import {
  addDays,
  daysBetween,
  eachDay,
  endOfMonth,
  type LocalDate,
  startOfMonth,
  type Weekday,
  weekday,
} from "./time.ts";

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

/** How many days are worked from one day until before another, without a look at each of them. */
export function workdaysBetween(calendar: Calendar, from: LocalDate, before: LocalDate): number {
  const days = daysBetween(from, before);
  if (days <= 0) return 0;
  const isOff = (on: LocalDate) => calendar.weekend.includes(weekday(on));
  const within = (all: readonly LocalDate[]) => [...new Set(all)].filter((on) => from <= on && on < before);
  const odd = Array.from({ length: days % 7 }, (_, index) => addDays(from, index)).filter((on) => !isOff(on)).length;
  const usual = Math.floor(days / 7) * (7 - new Set(calendar.weekend).size) + odd;
  const lost = within(calendar.holidays).filter((on) => !isOff(on)).length;
  const { holidays } = calendar;
  const won = within(calendar.workdays).filter((on) => isOff(on) || holidays.includes(on)).length;
  return usual - lost + won;
}

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
