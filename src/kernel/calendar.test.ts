import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Calendar, isWorkday, previousWorkday, workdaysBetween, workdaysIn, workdaysInMonth } from "./calendar.ts";
import { addDays, day, eachDay, type LocalDate, type Weekday, weekday } from "./time.ts";

/** The Spring Festival of 2026: nine days off, paid for with one Saturday before and one after. */
const chinese: Calendar = {
  weekend: [6, 7],
  holidays: eachDay(day("2026-02-15"), day("2026-02-23")),
  workdays: [day("2026-02-14"), day("2026-02-28")],
};
const israeli: Calendar = { weekend: [5, 6], holidays: [day("2026-04-02")], workdays: [] };

const start = day("2026-01-01");
const days = fc.integer({ min: 0, max: 500 }).map((count) => addDays(start, count));
const calendar: fc.Arbitrary<Calendar> = fc.record({
  weekend: fc.uniqueArray(fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7), { maxLength: 6 }),
  holidays: fc.uniqueArray(days, { maxLength: 20 }),
  workdays: fc.uniqueArray(days, { maxLength: 20 }),
});

describe("workdays", () => {
  test.each([
    ["a Friday", chinese, "2026-02-13", true],
    ["a Saturday made up for", chinese, "2026-02-14", true],
    ["a holiday on a Sunday", chinese, "2026-02-15", false],
    ["a holiday on a Monday", chinese, "2026-02-16", false],
    ["the last holiday", chinese, "2026-02-23", false],
    ["the day after", chinese, "2026-02-24", true],
    ["a plain Saturday", chinese, "2026-03-07", false],
    ["a plain Sunday", chinese, "2026-03-08", false],
    ["a Friday where it is the weekend", israeli, "2026-03-06", false],
    ["a Sunday where it is not", israeli, "2026-03-08", true],
    ["a holiday on a Thursday", israeli, "2026-04-02", false],
    ["a day that is both holiday and made up for", { ...chinese, holidays: chinese.workdays }, "2026-02-14", true],
  ] as const)("%s: %s", (_, of, on, expected) => {
    expect(isWorkday(of, day(on))).toBe(expected);
  });

  test("are counted as they are when each day is looked at", () => {
    fc.assert(
      fc.property(calendar, days, days, (of, from, before) => {
        expect(workdaysBetween(of, from, before)).toBe(workdaysIn(of, from, addDays(before, -1)).length);
      }),
    );
  });

  test("what is made up for beats a holiday, and a holiday beats the week", () => {
    fc.assert(
      fc.property(calendar, days, (of, on) => {
        const expected = of.workdays.includes(on) || (!of.holidays.includes(on) && !of.weekend.includes(weekday(on)));
        expect(isWorkday(of, on)).toBe(expected);
      }),
    );
  });

  test("a month's workdays are its own, first and last day included", () => {
    expect(workdaysInMonth(chinese, day("2026-02-10"))).toBe(16);
    expect(workdaysIn(chinese, day("2026-02-13"), day("2026-02-16"))).toEqual(["2026-02-13", "2026-02-14"]);
    expect(workdaysIn(chinese, day("2026-02-16"), day("2026-02-13"))).toEqual([]);
    fc.assert(
      fc.property(calendar, days, (of, on) => {
        const month = on.slice(0, 7);
        const all = eachDay(`${month}-01` as LocalDate, addDays(`${month}-01` as LocalDate, 30));
        const worked = all.filter((one) => one.startsWith(month) && isWorkday(of, one));
        expect(workdaysInMonth(of, on)).toBe(worked.length);
      }),
    );
  });

  test("the workday before is worked, is before, and nothing between is worked", () => {
    fc.assert(
      fc.property(calendar, days, (of, on) => {
        const before = previousWorkday(of, on);
        expect(isWorkday(of, before)).toBe(true);
        expect(workdaysIn(of, before, addDays(on, -1))).toEqual([before]);
      }),
    );
    expect(previousWorkday(chinese, day("2026-02-24"))).toBe("2026-02-14");
    expect(previousWorkday(chinese, day("2026-03-02"))).toBe("2026-02-28");
  });

  test("a calendar without any workday is a fault", () => {
    const never: Calendar = { weekend: [1, 2, 3, 4, 5, 6, 7], holidays: [], workdays: [] };
    expect(() => previousWorkday(never, start)).toThrow(RangeError);
  });
});
