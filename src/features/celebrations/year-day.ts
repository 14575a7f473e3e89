import type { Locale } from "../../kernel/locale.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { isYearDay, type YearDay } from "./days.ts";

/** Why a text is no day of the year: it is not written as one, there is no such day, or it names a year. */
export type YearDayRefusal = { readonly why: "unread" | "impossible" | "with-year" };

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const full = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

const monthCalled = (name: string): number =>
  1 + (full.indexOf(name) === -1 ? months.indexOf(name === "sept" ? "sep" : name) : full.indexOf(name));

const pick = (found: RegExpExecArray | null, [month, day]: readonly [number, number]): YearDay | undefined =>
  found === null ? undefined : { month: Number(found[month]), day: Number(found[day]) };

const named = (text: string): YearDay | undefined => {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]?([a-z]+)\.?$/.exec(text);
  const monthFirst = /^([a-z]+)\.?[ -]?(\d{1,2})(?:st|nd|rd|th)?$/.exec(text);
  const [name, number] = dayFirst ? [dayFirst[2], dayFirst[1]] : [monthFirst?.[1], monthFirst?.[2]];
  if (name === undefined || monthCalled(name) === 0) return undefined;
  return { month: monthCalled(name), day: Number(number) };
};

/** Two numbers with a slash or dot: the day first in English, the month first in Chinese, unless that is no day. */
function numbered(text: string, locale: Locale): YearDay | undefined {
  const found = /^(\d{1,2})[/.](\d{1,2})\.?$/.exec(text);
  const [usual, other] = locale === "en" ? ([2, 1] as const) : ([1, 2] as const);
  const both = [pick(found, [usual, other]), pick(found, [other, usual])];
  return both.find((one) => one !== undefined && isYearDay(one)) ?? both[0];
}

const withYear = [/^\d{4}[-/.年]/, /[-/. ,]\d{4}$/, /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}$/];

/**
 * Reads a day and a month as people write them: `29 February`, `Feb 29`, `2月29日`, `02-29` (month first) and `29/2` (day
 * first in English, month first in Chinese).
 */
export function readYearDay(typed: string, locale: Locale): Outcome<YearDay, YearDayRefusal> {
  const text = typed.normalize("NFKC").trim().toLowerCase().replace(/\s+/g, " ");
  if (withYear.some((form) => form.test(text))) return refuse({ why: "with-year" });
  const read =
    pick(/^(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]?$/.exec(text), [1, 2]) ??
    pick(/^(\d{1,2})-(\d{1,2})$/.exec(text), [1, 2]) ??
    named(text) ??
    numbered(text, locale);
  if (read === undefined) return refuse({ why: "unread" });
  return isYearDay(read) ? done(read) : refuse({ why: "impossible" });
}
