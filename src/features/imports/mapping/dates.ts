/** Days are counted from 1970-01-01, which is day 0, so that reading a million of them makes no objects. */
export type DayNumber = number;

/** Reads a day as text; undefined when there is no such day. */
export type ReadDay = (text: string) => DayNumber | undefined;

const dayMs = 86_400_000;

/** The number of a calendar day; undefined when the calendar has no such day. */
function dayNumber(year: number, month: number, day: number): DayNumber | undefined {
  if (!(year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= 31)) return undefined;
  const at = Date.UTC(year, month - 1, day);
  return day > 28 && new Date(at).getUTCDate() !== day ? undefined : at / dayMs;
}

/** `YYYY-MM-DD` of a day. */
export const dayText = (day: DayNumber): string => new Date(day * dayMs).toISOString().slice(0, 10);

const parts = /yyyy|yy|mm|m|dd|d/g;
const patterns: Readonly<Record<string, string>> = {
  yyyy: "(?<y>\\d{4})",
  yy: "(?<y>\\d{2})",
  mm: "(?<m>\\d{2})",
  m: "(?<m>\\d{1,2})",
  dd: "(?<d>\\d{2})",
  d: "(?<d>\\d{1,2})",
};

/** The number that digits stand for between two places of a text; NaN when there is anything else. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

const isoDay: ReadDay = (text) =>
  text.length === 10 && text[4] === "-" && text[7] === "-"
    ? dayNumber(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10))
    : undefined;

/** Files go on with one day for many rows, so the last answer is kept. */
function withLast(read: ReadDay): ReadDay {
  let last = "";
  let day: DayNumber | undefined;
  return (text) => {
    if (text !== last) {
      day = read(text);
      last = text;
    }
    return day;
  };
}

/**
 * A reader of days written in a format made of yyyy or yy, mm or m, dd or d; a year of two digits is of 1970–2069. Days
 * written as YYYY-MM-DD are read in any format. Undefined when the format lacks a part or has one twice.
 */
export function dateFormat(format: string): ReadDay | undefined {
  const named = (format.match(parts) ?? []).map((part) => part[0]).sort();
  if (named.join("") !== "dmy") return undefined;
  if (format === "yyyy-mm-dd") return withLast(isoDay);
  const escaped = format.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  const pattern = new RegExp(`^${escaped.replace(parts, (part) => patterns[part] ?? "")}$`);
  return withLast((text) => {
    const found = pattern.exec(text)?.groups;
    if (found === undefined) return isoDay(text);
    const year = Number(found.y);
    const full = found.y?.length === 2 ? year + (year < 70 ? 2000 : 1900) : year;
    return dayNumber(full, Number(found.m), Number(found.d));
  });
}

/** A day without the midnight that a spreadsheet adds to it. */
export const withoutMidnight = (text: string): string =>
  text.length > 10 ? text.replace(/[ T]0?0:00(:00)?$/, "") : text;

const clock = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?:\s*([AaPp])\.?[Mm]\.?)?$/;

/** Seconds since midnight of `H:MM`, `H:MM:SS` or the same with AM or PM; a fraction of a second is dropped. */
export function secondOfDay(text: string): number | undefined {
  if (text.length === 8 && text[2] === ":" && text[5] === ":") {
    const [hour, minute, second] = [digits(text, 0, 2), digits(text, 3, 5), digits(text, 6, 8)];
    return hour < 24 && minute < 60 && second < 60 ? hour * 3600 + minute * 60 + second : undefined;
  }
  const found = clock.exec(text);
  if (found === null) return undefined;
  const [, h, m, s = "0", half] = found;
  let hour = Number(h);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  }
  const [minute, second] = [Number(m), Number(s)];
  return hour < 24 && minute < 60 && second < 60 ? hour * 3600 + minute * 60 + second : undefined;
}
