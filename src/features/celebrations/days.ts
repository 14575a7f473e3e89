import { type Calendar, isWorkday } from "../../kernel/calendar.ts";
import { addDays, type LocalDate } from "../../kernel/time.ts";
import type { Birthday, LeapDay } from "../people/index.ts";
import type { WeekendRule } from "./rules.ts";

/** A day of the year, without the year. */
export type YearDay = Pick<Birthday, "month" | "day">;

/** How many days a year has in which each month is as long as it can be. */
const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether there is such a day in any year. */
export const isYearDay = ({ month, day: of }: YearDay): boolean => of >= 1 && of <= (longest[month - 1] ?? 0);

const two = (number: number) => String(number).padStart(2, "0");
export const yearDayText = ({ month, day: of }: YearDay): string => `${two(month)}-${two(of)}`;
export const yearDayOf = (on: LocalDate): YearDay => ({ month: Number(on.slice(5, 7)), day: Number(on.slice(8)) });
export const isLeapDay = ({ month, day: of }: YearDay): boolean => month === 2 && of === 29;

const isLeapYear = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** The day on which a day of the year is kept in a year; 29 February where it is missing on `leapDay`. */
export const keptIn = (of: YearDay, year: number, leapDay: LeapDay): LocalDate =>
  `${String(year).padStart(4, "0")}-${isLeapDay(of) && !isLeapYear(year) ? leapDay : yearDayText(of)}` as LocalDate;

export const yearOf = (on: LocalDate): number => Number(on.slice(0, 4));

/** Whether a day of the year is kept on a day. */
export const isKeptOn = (of: YearDay, on: LocalDate, leapDay: LeapDay): boolean =>
  keptIn(of, yearOf(on), leapDay) === on;

/** The first day from a day on, that day included, on which a day of the year is kept. */
export function nextKept(of: YearDay, from: LocalDate, leapDay: LeapDay): LocalDate {
  const on = keptIn(of, yearOf(from), leapDay);
  return on >= from ? on : keptIn(of, yearOf(from) + 1, leapDay);
}

/** The day nearest to a day on which a day of the year is kept. */
export function nearestKept(of: YearDay, near: LocalDate, leapDay: LeapDay): LocalDate {
  const year = yearOf(near);
  const [from, to] = [addDays(near, -180), addDays(near, 180)];
  const all = [year - 1, year, year + 1].map((one) => keptIn(of, one, leapDay));
  return all.find((on) => from <= on && on <= to) ?? keptIn(of, year, leapDay);
}

/** What is posted on which day hangs on these of a site. */
export type Days = { readonly rule: WeekendRule; readonly calendar: Calendar };

/** No site is closed for longer; one that never works posts everything on the day. */
const longestOffDays = 366;

/** The nearest workday from a day on, that day included, one way or the other. */
function workday(calendar: Calendar, from: LocalDate, way: 1 | -1): LocalDate | undefined {
  for (let far = 0; far <= longestOffDays; far += 1) {
    const on = addDays(from, far * way);
    if (isWorkday(calendar, on)) return on;
  }
  return undefined;
}

/** The one day on which what falls on a day is posted. */
export function postedOn(on: LocalDate, { rule, calendar }: Days): LocalDate {
  if (rule === "on-the-day" || isWorkday(calendar, on)) return on;
  return workday(calendar, on, rule === "workday-before" ? -1 : 1) ?? on;
}

/** The days whose celebrations are posted on a day: those for which `postedOn` answers it, the first first. */
export function daysPostedOn(on: LocalDate, days: Days): readonly LocalDate[] {
  const { rule, calendar } = days;
  if (postedOn(on, days) !== on) return [];
  const all = [on];
  if (rule === "on-the-day" || !isWorkday(calendar, on)) return all;
  const way = rule === "workday-before" ? 1 : -1;
  for (let next = addDays(on, way); !isWorkday(calendar, next); next = addDays(next, way)) all.push(next);
  return way === 1 ? all : all.reverse();
}

/** The so-manieth workday after a day; the last day looked at where a calendar has so few. */
export function workdaysAfter(calendar: Calendar, from: LocalDate, count: number): LocalDate {
  let on = from;
  for (let left = count, far = 0; left > 0 && far <= longestOffDays; far += 1) {
    on = addDays(on, 1);
    if (isWorkday(calendar, on)) left -= 1;
  }
  return on;
}
