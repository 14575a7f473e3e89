import { describe, expect, test } from "vitest";
import { addDays, day, eachDay } from "../../kernel/time.ts";
import { type Days, daysPostedOn, isKeptOn, isYearDay, nextKept, postedOn, workdaysAfter } from "./days.ts";
import type { WeekendRule } from "./rules.ts";

const week = { weekend: [6, 7], holidays: [], workdays: [] } as const;
const rules: readonly WeekendRule[] = ["on-the-day", "workday-before", "workday-after"];

describe("29 February", () => {
  test.each([
    ["2028-02-29", "02-28", true],
    ["2028-02-28", "02-28", false],
    ["2028-03-01", "03-01", false],
    ["2027-02-28", "02-28", true],
    ["2027-03-01", "02-28", false],
    ["2027-02-28", "03-01", false],
    ["2027-03-01", "03-01", true],
    ["2100-02-28", "02-28", true],
    ["2000-02-29", "02-28", true],
  ] as const)("is kept on %s by who chose %s: %s", (on, leapDay, expected) => {
    expect(isKeptOn({ month: 2, day: 29 }, day(on), leapDay)).toBe(expected);
  });

  test("moves nobody else's day", () => {
    expect(isKeptOn({ month: 2, day: 28 }, day("2027-02-28"), "03-01")).toBe(true);
    expect(isKeptOn({ month: 3, day: 1 }, day("2027-03-01"), "02-28")).toBe(true);
  });
});

test.each([
  [1, 31, true],
  [1, 32, false],
  [4, 30, true],
  [4, 31, false],
  [2, 29, true],
  [2, 30, false],
  [0, 1, false],
  [13, 1, false],
  [6, 0, false],
])("month %i has a day %i: %s", (month, of, expected) => {
  expect(isYearDay({ month, day: of })).toBe(expected);
});

test.each([
  ["2027-03-14", "2027-03-14"],
  ["2027-03-15", "2028-03-14"],
])("the next 14 March from %s is %s", (from, expected) => {
  expect(nextKept({ month: 3, day: 14 }, day(from), "02-28")).toBe(expected);
});

describe("what falls on", () => {
  const holidays = { ...week, holidays: [day("2026-12-25"), day("2026-12-28")], workdays: [day("2026-12-26")] };
  test.each([
    // Saturday 1 January 2028 is greeted in the year before.
    ["2028-01-01", "workday-before", week, "2027-12-31"],
    ["2028-01-01", "workday-after", week, "2028-01-03"],
    ["2028-01-01", "on-the-day", week, "2028-01-01"],
    ["2028-01-03", "workday-before", week, "2028-01-03"],
    ["2026-12-25", "workday-before", holidays, "2026-12-24"],
    ["2026-12-25", "workday-after", holidays, "2026-12-26"],
    // A Saturday that is worked to make up counts as a workday.
    ["2026-12-26", "workday-before", holidays, "2026-12-26"],
    ["2026-12-27", "workday-before", holidays, "2026-12-26"],
    ["2026-12-28", "workday-before", holidays, "2026-12-26"],
    ["2026-12-28", "workday-after", holidays, "2026-12-29"],
  ] as const)("%s is posted, %s, on the right day", (on, rule, calendar, expected) => {
    expect(postedOn(day(on), { rule, calendar })).toBe(expected);
  });

  test("any day is posted on one day, and that day knows it", () => {
    for (const rule of rules) {
      const days: Days = { rule, calendar: { ...holidays, holidays: [...holidays.holidays, day("2027-01-01")] } };
      const all = eachDay(day("2026-12-01"), day("2027-01-31"));
      const posted = eachDay(day("2026-11-20"), day("2027-02-10")).flatMap((on) => daysPostedOn(on, days));
      for (const on of all) {
        expect(
          posted.filter((one) => one === on),
          `${rule} ${on}`,
        ).toHaveLength(1);
        expect(daysPostedOn(postedOn(on, days), days)).toContain(on);
      }
    }
  });

  test("a site that never works posts everything on the day", () => {
    for (const rule of rules) {
      const days: Days = { rule, calendar: { ...week, weekend: [1, 2, 3, 4, 5, 6, 7] } };
      expect(postedOn(day("2026-03-09"), days)).toBe("2026-03-09");
      expect(daysPostedOn(day("2026-03-09"), days)).toEqual(["2026-03-09"]);
    }
  });
});

test.each([
  ["2026-03-04", 3, "2026-03-09"],
  ["2026-03-06", 1, "2026-03-09"],
  ["2026-03-07", 1, "2026-03-09"],
  ["2026-03-04", 0, "2026-03-04"],
])("from %s %i workdays later is %s", (from, count, expected) => {
  expect(workdaysAfter(week, day(from), count)).toBe(expected);
});

test("workdays are not looked for for ever", () => {
  const never = { ...week, weekend: [1, 2, 3, 4, 5, 6, 7] as const };
  expect(workdaysAfter(never, day("2026-03-04"), 3) > addDays(day("2026-03-04"), 300)).toBe(true);
});
