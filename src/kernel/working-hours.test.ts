import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Calendar } from "./calendar.ts";
import { day, wallTime } from "./time.ts";
import { isWithin, plusWorkingMinutes, workingMinutesBetween } from "./working-hours.ts";

const calendar: Calendar = { weekend: [6, 7], holidays: [day("2026-10-01")], workdays: [day("2026-10-10")] };
const office = (zone: string) => ({ calendar, zone, hours: { from: "09:00", to: "18:00" } });
const at = (text: string) => new Date(text);

describe("working minutes", () => {
  test.each([
    ["within a day", "2026-03-09T01:00:00Z", 60, "2026-03-09T02:00:00Z"],
    ["before the hours begin", "2026-03-08T23:00:00Z", 15, "2026-03-09T01:15:00Z"],
    ["over a night", "2026-03-09T09:50:00Z", 15, "2026-03-10T01:05:00Z"],
    ["over a weekend", "2026-03-13T09:50:00Z", 15, "2026-03-16T01:05:00Z"],
    ["over a holiday", "2026-09-30T09:55:00Z", 15, "2026-10-02T01:10:00Z"],
    ["on a Saturday that is worked", "2026-10-09T09:55:00Z", 15, "2026-10-10T01:10:00Z"],
    ["to the last of a day", "2026-03-09T09:45:00Z", 15, "2026-03-09T10:00:00Z"],
  ])("%s", (_, from, minutes, until) => {
    expect(plusWorkingMinutes(office("Asia/Shanghai"), at(from), minutes)).toEqual(at(until));
    expect(workingMinutesBetween(office("Asia/Shanghai"), at(from), at(until))).toBe(minutes);
  });

  test("of a night are seven or nine hours long where the clocks change", () => {
    const nights = {
      calendar: { weekend: [], holidays: [], workdays: [] },
      zone: "America/New_York",
      hours: { from: "22:00", to: "06:00" },
    };
    const night = (evening: string, morning: string) => workingMinutesBetween(nights, at(evening), at(morning));
    expect(night("2026-03-08T03:00:00Z", "2026-03-08T10:00:00Z")).toBe(7 * 60);
    expect(night("2026-11-01T02:00:00Z", "2026-11-01T11:00:00Z")).toBe(9 * 60);
    expect(night("2026-06-02T02:00:00Z", "2026-06-02T10:00:00Z")).toBe(8 * 60);
  });

  test("added and counted agree, anywhere and around the clock too", () => {
    const zones = ["Asia/Shanghai", "America/New_York", "Europe/London"];
    const hours = [
      { from: "09:00", to: "18:00" },
      { from: "22:00", to: "06:00" },
      { from: "00:00", to: "00:00" },
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.constantFrom(...hours),
        fc.date({ min: at("2026-01-01T00:00:00Z"), max: at("2028-12-01T00:00:00Z"), noInvalidDate: true }),
        fc.integer({ min: 1, max: 3000 }),
        (zone, of, from, minutes) => {
          const clock = { calendar, zone, hours: of };
          expect(workingMinutesBetween(clock, from, plusWorkingMinutes(clock, from, minutes))).toBeCloseTo(minutes, 6);
        },
      ),
    );
  });

  test("are refused where nobody ever works", () => {
    const never = { calendar: { weekend: [1, 2, 3, 4, 5, 6, 7] as const, holidays: [], workdays: [] } };
    expect(() => plusWorkingMinutes({ ...office("UTC"), ...never }, at("2026-03-09T00:00:00Z"), 1)).toThrow(RangeError);
  });
});

test("a wall time that the clocks skip is an hour later", () => {
  expect(wallTime(day("2026-03-08"), "02:30", "America/New_York")).toEqual(at("2026-03-08T07:30:00Z"));
  expect(wallTime(day("2026-03-08"), "03:30", "America/New_York")).toEqual(at("2026-03-08T07:30:00Z"));
  expect(wallTime(day("2026-03-09"), "02:30", "America/New_York")).toEqual(at("2026-03-09T06:30:00Z"));
});

test.each([
  ["21:59", false],
  ["22:00", true],
  ["03:00", true],
  ["05:59", true],
  ["06:00", false],
])("hours over midnight hold at %s: %s", (time, holds) => {
  expect(isWithin(at(`2026-06-10T${time}:00Z`), { from: "22:00", to: "06:00" }, "UTC")).toBe(holds);
});
