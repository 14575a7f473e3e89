import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  day,
  dayAt,
  daysBetween,
  eachDay,
  endOfMonth,
  instantAt,
  isZone,
  type LocalDate,
  parseDay,
  startOfDay,
  startOfMonth,
  startOfWeek,
  weekday,
} from "./time.ts";

const zones = [
  "UTC",
  "Europe/London",
  "America/New_York",
  "America/Santiago",
  "Asia/Shanghai",
  "Asia/Jerusalem",
  "Asia/Kathmandu",
  "Africa/Cairo",
  "Australia/Lord_Howe",
  "Pacific/Chatham",
  "Pacific/Apia",
];
const zone = fc.constantFrom(...zones);
const days = fc
  .date({ min: new Date("1999-01-01T00:00:00Z"), max: new Date("2035-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)));
const instants = fc.date({
  min: new Date("1999-01-01T00:00:00Z"),
  max: new Date("2035-12-31T00:00:00Z"),
  noInvalidDate: true,
});
/** The wall clock of an instant, by another road than the code's own. */
const wallClock = (at: Date, timeZone: string) =>
  new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" }).format(at);

describe("days", () => {
  test.each(["2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "26-01-01", "2026-01-01T00:00", "", "2026-04-31"])(
    "“%s” is no day",
    (text) => {
      expect(parseDay(text)).toBeUndefined();
      expect(() => day(text)).toThrow(RangeError);
    },
  );

  test("29 February is a day in leap years alone", () => {
    expect([parseDay("2028-02-29"), parseDay("2000-02-29")]).toEqual(["2028-02-29", "2000-02-29"]);
    expect(parseDay("2100-02-29")).toBeUndefined();
  });

  test("days sort as text, and counting there and back agrees", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -2_000, max: 2_000 }), (from, count) => {
        const to = addDays(from, count);
        expect(daysBetween(from, to)).toBe(count);
        expect(to > from).toBe(count > 0);
        expect(addDays(to, -count)).toBe(from);
      }),
    );
  });

  test("every day from one to another, both included, and none backwards", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -5, max: 60 }), (from, count) => {
        const all = eachDay(from, addDays(from, count));
        expect(all).toHaveLength(Math.max(0, count + 1));
        expect(all).toEqual([...all].sort());
        if (count >= 0) expect([all[0], all.at(-1)]).toEqual([from, addDays(from, count)]);
      }),
    );
  });

  test("a month has its first and last day, a week its Monday", () => {
    fc.assert(
      fc.property(days, (on) => {
        expect(startOfMonth(on) <= on && on <= endOfMonth(on)).toBe(true);
        expect(addDays(endOfMonth(on), 1)).toBe(addMonths(startOfMonth(on), 1));
        expect(weekday(startOfWeek(on))).toBe(1);
        expect(daysBetween(startOfWeek(on), on)).toBe(weekday(on) - 1);
      }),
    );
    expect([weekday(day("2026-03-09")), weekday(day("2026-03-15"))]).toEqual([1, 7]);
    expect(addMonths(day("2026-01-31"), 1)).toBe("2026-02-28");
  });
});

describe("instants and days", () => {
  test("an instant's day is what a wall calendar there shows", () => {
    fc.assert(
      fc.property(instants, zone, (at, where) => {
        expect(dayAt(at, where)).toBe(wallClock(at, where).slice(0, 10));
      }),
    );
  });

  test("a day begins at its first instant, also where midnight is skipped", () => {
    fc.assert(
      fc.property(days, zone, (on, where) => {
        // Samoa had no 30 December 2011.
        if (where === "Pacific/Apia" && on === "2011-12-30") return;
        const start = startOfDay(on, where);
        expect(dayAt(start, where)).toBe(on);
        expect(dayAt(new Date(start.getTime() - 1), where) < on).toBe(true);
      }),
    );
    expect(startOfDay(day("2022-09-11"), "America/Santiago").toISOString()).toBe("2022-09-11T04:00:00.000Z");
  });

  test("a wall-clock time that exists leads to an instant that shows it", () => {
    fc.assert(
      fc.property(instants, zone, (at, where) => {
        const [on = "", time = ""] = wallClock(at, where).split(" ");
        const found = instantAt(on as LocalDate, time, where);
        if (!found.ok) throw new Error(`${on} ${time} in ${where} exists and was refused`);
        expect(wallClock(found.value, where)).toBe(`${on} ${time}`);
        expect(found.value.getTime()).toBeLessThanOrEqual(at.getTime());
      }),
    );
  });

  test.each([
    ["America/New_York", "2026-03-08", "02:30"],
    ["Europe/London", "2026-03-29", "01:30"],
    ["Asia/Jerusalem", "2026-03-27", "02:00"],
    ["Australia/Lord_Howe", "2026-10-04", "02:15"],
    ["Pacific/Chatham", "2026-09-27", "02:50"],
    ["America/Santiago", "2022-09-11", "00:00"],
    ["Pacific/Apia", "2011-12-30", "12:00"],
  ])("in %s the clocks skip %s %s", (where, on, time) => {
    expect(instantAt(day(on), time, where)).toEqual({ ok: false, refusal: { why: "no-such-time" } });
  });

  test.each([
    ["America/New_York", "2026-11-01", "01:30", "2026-11-01T05:30:00.000Z"],
    ["Europe/London", "2026-10-25", "01:30", "2026-10-25T00:30:00.000Z"],
    ["Asia/Jerusalem", "1999-09-03", "01:30", "1999-09-02T22:30:00.000Z"],
    ["Australia/Lord_Howe", "2026-04-05", "01:45", "2026-04-04T14:45:00.000Z"],
    ["Asia/Shanghai", "2026-03-09", "09:00:30", "2026-03-09T01:00:30.000Z"],
  ])("in %s, %s %s is the earlier of what it may be", (where, on, time, instant) => {
    expect(instantAt(day(on), time, where)).toEqual({ ok: true, value: new Date(instant) });
  });

  test.each(["25:00", "12:60", "23:59:60", "noon", "", "12", "9:00", "12:00:00.5", "2026-03-10T12:00", "12:00Z"])(
    "“%s” is no time",
    (time) => {
      expect(instantAt(day("2026-03-09"), time, "UTC")).toEqual({ ok: false, refusal: { why: "no-such-time" } });
    },
  );

  test("zones are known by their IANA names, never by an offset", () => {
    expect(zones.every(isZone)).toBe(true);
    for (const name of ["", "+08:00", "Europe/Nowhere", "8", "Asia/Shanghai "]) expect(isZone(name), name).toBe(false);
  });
});
