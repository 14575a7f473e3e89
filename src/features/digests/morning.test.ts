import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Calendar, isWorkday } from "../../kernel/calendar.ts";
import { addDays, day, eachDay, type Weekday } from "../../kernel/time.ts";
import { aDelivery } from "../../testing/deliveries.ts";
import { morningAfter, reportedBy, reportedOn, siteDay, waitsUntil } from "./morning.ts";

const usual: Calendar = { weekend: [6, 7], holidays: [], workdays: [] };
/** Spring festival in Shanghai: Saturday 14 February is worked, the days from the 16th to the 23rd are not. */
const shanghai: Calendar = {
  weekend: [6, 7],
  holidays: ["2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20", "2026-02-23"].map(day),
  workdays: [day("2026-02-14"), day("2026-02-28")],
};

describe("a morning reports the workday before", () => {
  test.each([
    ["a Tuesday Monday's", usual, "2026-03-10", "2026-03-09"],
    ["a Monday Friday's", usual, "2026-03-09", "2026-03-06"],
    ["a day after a holiday that before it", { ...usual, holidays: [day("2026-05-04")] }, "2026-05-05", "2026-05-01"],
    ["a Saturday that is worked Friday's", shanghai, "2026-02-14", "2026-02-13"],
    ["the first day after a festival the Saturday that was worked", shanghai, "2026-02-24", "2026-02-14"],
    ["a Monday after a Saturday that was worked that Saturday's", shanghai, "2026-03-02", "2026-02-28"],
  ] as const)("%s", (_, calendar, morning, reported) => {
    expect(reportedOn(calendar, day(morning))).toBe(reported);
    expect(morningAfter(calendar, day(reported))).toBe(morning);
  });

  test("and no morning reports a day off", () => {
    for (const off of ["2026-02-15", "2026-02-17", "2026-02-21"]) {
      expect(morningAfter(shanghai, day(off))).toBeUndefined();
    }
    const never: Calendar = { weekend: [1, 2, 3, 4, 5, 6, 7], holidays: [], workdays: [day("2026-03-09")] };
    expect(morningAfter(never, day("2026-03-09"))).toBeUndefined();
  });

  test("the morning of a day is exactly the one that reports it, by any calendar", () => {
    const days = eachDay(day("2026-02-01"), day("2026-03-15"));
    const some = fc.subarray(days);
    const calendars = fc.record({
      weekend: fc.subarray<Weekday>([1, 2, 3, 4, 5, 6, 7], { maxLength: 6 }),
      holidays: some,
      workdays: some,
    });
    fc.assert(
      fc.property(calendars, (calendar) => {
        for (const on of days) {
          const later = eachDay(addDays(on, 1), addDays(on, 80));
          const mornings = later.filter((one) => isWorkday(calendar, one) && reportedOn(calendar, one) === on);
          expect(mornings).toEqual([morningAfter(calendar, on)].filter((one) => one !== undefined));
        }
      }),
      { numRuns: 30 },
    );
  });
});

test("a delivery reports the day that it was planned with, whatever became of the calendar since", () => {
  expect(reportedBy(aDelivery({ body: { day: "2026-03-07" } }), usual)).toBe("2026-03-07");
  expect(reportedBy(aDelivery({ body: {} }), usual)).toBe("2026-03-09");
  expect(reportedBy(aDelivery({ body: { day: "soon" } }), usual)).toBe("2026-03-09");
});

test("a day is over at midnight where the site is, also when its clocks change", () => {
  const at = (zone: string, on: string) => siteDay({ id: "s", zone }, day(on)).overAt.toISOString();
  expect(at("Asia/Shanghai", "2026-03-09")).toBe("2026-03-09T16:00:00.000Z");
  expect(at("Europe/London", "2026-03-28")).toBe("2026-03-29T00:00:00.000Z");
  expect(at("Europe/London", "2026-03-29")).toBe("2026-03-29T23:00:00.000Z");
});

test("data is waited for up to its minutes after the hour, and never by what is out already", () => {
  const until = new Date("2026-03-10T10:00:00Z");
  const before = new Date("2026-03-10T09:59:59Z");
  expect(waitsUntil(aDelivery(), 60, before)).toEqual(until);
  expect(waitsUntil(aDelivery(), 60, until)).toBeUndefined();
  expect(waitsUntil(aDelivery({ isRevision: true }), 60, before)).toBeUndefined();
  expect(waitsUntil(aDelivery({ unsureSince: before }), 60, before)).toBeUndefined();
});
