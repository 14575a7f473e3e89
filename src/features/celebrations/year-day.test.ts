import fc from "fast-check";
import { expect, test } from "vitest";
import type { Locale } from "../../kernel/locale.ts";
import { yearDayName } from "./messages/days.ts";
import { readYearDay } from "./year-day.ts";

const read = (text: string, locale: Locale = "en") => {
  const found = readYearDay(text, locale);
  return found.ok ? `${found.value.month}-${found.value.day}` : found.refusal.why;
};

test.each([
  ["29 February", "2-29"],
  ["29 feb", "2-29"],
  ["29th of February", "2-29"],
  ["February 29", "2-29"],
  ["Feb. 29th", "2-29"],
  ["2月29日", "2-29"],
  ["２月２９日", "2-29"],
  ["2 月 29 号", "2-29"],
  ["02-29", "2-29"],
  ["2-9", "2-9"],
  ["29/2", "2-29"],
  ["2/29", "2-29"],
  ["29.2.", "2-29"],
  ["3 Sept", "9-3"],
  [" 31 December ", "12-31"],
  ["31 April", "impossible"],
  ["30 February", "impossible"],
  ["31/4", "impossible"],
  ["13-01", "impossible"],
  ["0/1", "impossible"],
  ["2月30日", "impossible"],
  ["1990-02-28", "with-year"],
  ["28/02/1990", "with-year"],
  ["28/02/90", "with-year"],
  ["28 February 1990", "with-year"],
  ["1990年2月28日", "with-year"],
  ["tomorrow", "unread"],
  ["29", "unread"],
  ["29 Foo", "unread"],
  ["", "unread"],
])("“%s” is read as %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test("two numbers have the day first in English and the month first in Chinese", () => {
  expect([read("3/4"), read("3/4", "zh-CN"), read("3.4"), read("03-04"), read("03-04", "zh-CN")]).toEqual([
    "4-3",
    "3-4",
    "4-3",
    "3-4",
    "3-4",
  ]);
});

test("what is shown of a day is read as the same day", () => {
  const months = fc
    .integer({ min: 1, max: 12 })
    .chain((month) =>
      fc.record({ month: fc.constant(month), day: fc.integer({ min: 1, max: month === 2 ? 29 : 30 }) }),
    );
  fc.assert(
    fc.property(months, fc.constantFrom<Locale>("en", "zh-CN"), (of, locale) => {
      expect(readYearDay(yearDayName(of, locale), locale)).toEqual({ ok: true, value: of });
    }),
  );
});
