import {
  addDays,
  addMonths,
  type LocalDate,
  parseDay,
  startOfMonth,
  startOfWeek,
  weekday,
} from "../../../kernel/time.ts";
import type { PeriodMeaning } from "./meaning.ts";
import { numberIn } from "./numbers.ts";

/** A way of writing a period; `read` says what its parts mean, seen from today. */
export type Written = {
  readonly form: RegExp;
  readonly read: (parts: readonly (string | undefined)[], today: LocalDate) => PeriodMeaning | undefined;
};

const dayOf = (on: LocalDate | undefined): PeriodMeaning | undefined =>
  on && { is: "period", text: on, kind: "day", on };
const monthOf = (first: LocalDate | undefined): PeriodMeaning | undefined =>
  first && { is: "period", text: first.slice(0, 7), kind: "month" };
const weekOf = (monday: LocalDate): PeriodMeaning => ({ is: "period", text: `${monday}..`, kind: "week" });
const spanOf = (from: LocalDate, to: LocalDate): PeriodMeaning => ({
  is: "period",
  text: `${from}..${to}`,
  kind: "span",
});

const two = (value: number) => String(value).padStart(2, "0");
const dated = (year: number | string, month: number, date: number) => parseDay(`${year}-${two(month)}-${two(date)}`);
const yearOf = (today: LocalDate) => Number(today.slice(0, 4));

/** The latest month of a number that has begun, or that began before this one. */
function latestMonth(month: number | undefined, today: LocalDate, beforeThis = false): LocalDate | undefined {
  const on = month === undefined ? undefined : dated(yearOf(today), month, 1);
  const limit = beforeThis ? addDays(startOfMonth(today), -1) : today;
  return on === undefined || on <= limit ? on : addMonths(on, -12);
}

/** The latest day of a month and date that has come; of 29 February, the latest that there was. */
function latestDate(month: number | undefined, date: number | undefined, today: LocalDate): LocalDate | undefined {
  if (month === undefined || date === undefined) return undefined;
  const years = Array.from({ length: 9 }, (_, back) => yearOf(today) - back);
  return years.map((year) => dated(year, month, date)).find((on) => on !== undefined && on <= today);
}

/** The latest day of a date alone, in this month or one before. */
function latestOfMonth(date: number | undefined, today: LocalDate): LocalDate | undefined {
  if (date === undefined) return undefined;
  const months = [0, -1, -2].map((back) => addMonths(startOfMonth(today), back));
  return months.map((of) => parseDay(`${of.slice(0, 8)}${two(date)}`)).find((on) => on !== undefined && on <= today);
}

const latestWeekday = (wanted: number, today: LocalDate): LocalDate =>
  addDays(today, -((weekday(today) - wanted + 7) % 7));

/** The last so many days, weeks or months, today included. */
function lastOf(count: number | undefined, unit: string, today: LocalDate): PeriodMeaning | undefined {
  if (count === undefined || count < 1) return undefined;
  if (/^(d|天|日)/.test(unit)) return spanOf(addDays(today, 1 - count), today);
  if (/^w|周|星期|礼拜/.test(unit)) return spanOf(addDays(today, 1 - 7 * count), today);
  return spanOf(addDays(addMonths(today, -count), 1), today);
}

const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthForm =
  "(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)";
/** “May” and “mar” alone are more often other words. */
const monthAlone = monthForm.replace("|may", "").replace("|mar|", "|");
const monthNumber = (name: string | undefined) => {
  const found = monthNames.indexOf((name ?? "").slice(0, 3));
  return found < 0 ? undefined : found + 1;
};
const dayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const dayForm =
  "(monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues|tue|wed|thurs|thur|thu|fri|sat|sun)";
const dayNumber = (name: string | undefined) => dayNames.indexOf((name ?? "").slice(0, 3)) + 1;
const chineseDay = (name: string | undefined) => "一二三四五六日天".indexOf(name ?? "") + 1;

const count =
  "(\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|thirty|[一二两三四五六七八九十]{1,3})";
const figure = "(\\d{1,2}|[一二三四五六七八九十]{1,3})";
const nth = "(\\d{1,2})(?:st|nd|rd|th)?";
const form = (source: string) => new RegExp(source, "y");
const exactly = (year: string | undefined, month: number | undefined, date: number) =>
  year === undefined || month === undefined ? undefined : dated(year, month, date);

/** Every way in which people write periods that have no name of their own. */
export const writtenPeriods: readonly Written[] = [
  {
    form: form("(\\d{4})[-/年](\\d{1,2})[-/月](\\d{1,2})(?:[日号]|(?!\\d))"),
    read: ([year, month, date]) => dayOf(exactly(year, Number(month), Number(date))),
  },
  {
    form: form("(\\d{4})(?:[-/](\\d{1,2})(?![-/\\d])|年(\\d{1,2})月份?(?!\\d))"),
    read: ([year, month, other]) => monthOf(exactly(year, Number(month ?? other), 1)),
  },
  {
    form: form(`${figure}月份?`),
    read: ([month], today) => monthOf(latestMonth(numberIn(month), today)),
  },
  {
    form: form(`${figure}月${figure}[日号]`),
    read: ([month, date], today) => dayOf(latestDate(numberIn(month), numberIn(date), today)),
  },
  { form: form(`${figure}[日号]`), read: ([date], today) => dayOf(latestOfMonth(numberIn(date), today)) },
  {
    form: form(`${monthForm}\\.? ${nth}(?:,? (\\d{4}))?`),
    read: ([month, date, year], today) =>
      dayOf(
        year === undefined
          ? latestDate(monthNumber(month), Number(date), today)
          : exactly(year, monthNumber(month), Number(date)),
      ),
  },
  {
    form: form(`(?:the )?${nth} (?:of )?${monthForm}(?:,? (\\d{4}))?`),
    read: ([date, month, year], today) =>
      dayOf(
        year === undefined
          ? latestDate(monthNumber(month), Number(date), today)
          : exactly(year, monthNumber(month), Number(date)),
      ),
  },
  {
    form: form(`${monthForm}\\.?,? (\\d{4})`),
    read: ([month, year]) => monthOf(exactly(year, monthNumber(month), 1)),
  },
  { form: form(monthAlone), read: ([month], today) => monthOf(latestMonth(monthNumber(month), today)) },
  {
    form: form(`(?:in|for|during|of) ${monthForm}`),
    read: ([month], today) => monthOf(latestMonth(monthNumber(month), today)),
  },
  {
    form: form(`last ${monthForm}`),
    read: ([month], today) => monthOf(latestMonth(monthNumber(month), today, true)),
  },
  { form: form(dayForm), read: ([name], today) => dayOf(latestWeekday(dayNumber(name), today)) },
  {
    form: form(`last ${dayForm}`),
    read: ([name], today) => dayOf(latestWeekday(dayNumber(name), addDays(today, -1))),
  },
  {
    form: form(`this ${dayForm}`),
    read: ([name], today) => dayOf(addDays(startOfWeek(today), dayNumber(name) - 1)),
  },
  {
    form: form("(上上|上|这|本)?个?(?:周|星期|礼拜)([一二三四五六日天])"),
    read: ([which, name], today) => {
      const place = Math.min(7, chineseDay(name));
      if (which === undefined) return dayOf(latestWeekday(place, today));
      return dayOf(addDays(startOfWeek(today), place - 1 - 7 * (which.match(/上/g)?.length ?? 0)));
    },
  },
  {
    form: form(`(?:the )?(?:last|past|previous) ${count} ?(days?|weeks?|months?)`),
    read: ([many, unit = ""], today) => lastOf(numberIn(many), unit, today),
  },
  { form: form("(?:the )?past (week|month)"), read: ([unit = ""], today) => lastOf(1, unit, today) },
  {
    form: form(`(?:过去|最近|近)的? ?${count} ?(天|日|个?周|个?星期|个?礼拜|个月)`),
    read: ([many, unit = ""], today) => lastOf(numberIn(many), unit, today),
  },
  { form: form("前天|the day before yesterday|day before yesterday"), read: (_, today) => dayOf(addDays(today, -2)) },
  { form: form("大前天"), read: (_, today) => dayOf(addDays(today, -3)) },
  {
    form: form("上上个?(?:周|星期|礼拜)|(?:the )?week before last"),
    read: (_, today) => weekOf(addDays(startOfWeek(today), -14)),
  },
  {
    form: form("上上个?月|(?:the )?month before last"),
    read: (_, today) => monthOf(addMonths(startOfMonth(today), -2)),
  },
];

/** Whether a span is whole: neither end before the other. */
export function spanBetween(from: PeriodMeaning, to: PeriodMeaning): PeriodMeaning | undefined {
  if (from.on === undefined || to.on === undefined || from.on > to.on) return undefined;
  return from.on === to.on ? from : spanOf(from.on, to.on);
}
