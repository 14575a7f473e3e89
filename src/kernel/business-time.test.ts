import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { businessDaysBetween, plusBusinessDays } from "./business-time.ts";
import { isWorkday } from "./calendar.ts";
import { day, dayAt } from "./time.ts";

const leeds = {
  zone: "Europe/London",
  calendar: { weekend: [6, 7], holidays: [day("2026-04-03"), day("2026-04-06")], workdays: [day("2026-10-10")] },
} as const;
const at = (text: string) => new Date(text);

describe("business days", () => {
  test.each([
    ["from one workday to the next", "2026-03-10T15:00:00Z", 1, "2026-03-11T15:00:00Z"],
    ["over a weekend", "2026-03-13T15:00:00Z", 1, "2026-03-16T15:00:00Z"],
    ["over Easter, and with the summer's clock by then", "2026-04-02T09:00:00+01:00", 1, "2026-04-07T09:00:00+01:00"],
    ["from a Saturday, which begins with Monday", "2026-03-14T15:00:00Z", 1, "2026-03-17T00:00:00Z"],
    ["over a Saturday that is worked", "2026-10-09T12:00:00+01:00", 2, "2026-10-12T12:00:00+01:00"],
    ["half of three", "2026-03-09T12:00:00Z", 1.5, "2026-03-11T00:00:00Z"],
    ["none at all", "2026-03-10T15:00:00Z", 0, "2026-03-10T15:00:00Z"],
  ])("are counted %s", (_, from, days, to) => {
    expect(plusBusinessDays(leeds, at(from), days).toISOString()).toBe(at(to).toISOString());
  });

  const moments = fc.date({ min: at("2026-01-01T00:00:00Z"), max: at("2026-12-20T00:00:00Z"), noInvalidDate: true });
  const days = fc.integer({ min: 1, max: 160 }).map((sixteenths) => sixteenths / 16);

  test("end on a workday, later than they began, and the more the later", () => {
    fc.assert(
      fc.property(moments, days, (from, many) => {
        const end = plusBusinessDays(leeds, from, many);
        expect(isWorkday(leeds.calendar, dayAt(new Date(end.getTime()), leeds.zone))).toBe(true);
        expect(end.getTime()).toBeGreaterThan(from.getTime());
        expect(plusBusinessDays(leeds, from, many + 0.25).getTime()).toBeGreaterThan(end.getTime());
      }),
    );
  });

  test("between an instant and so many of them later are just as many", () => {
    fc.assert(
      fc.property(moments, days, (from, many) => {
        const end = plusBusinessDays(leeds, from, many);
        expect(businessDaysBetween(leeds, from, end)).toBeCloseTo(many, 5);
        expect(businessDaysBetween(leeds, end, from)).toBe(0);
      }),
    );
  });
});
