import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayAt, eachDay } from "../kernel/time.ts";
import { lastUntil, nextAfter, nextAfterMemo, occurrencesIn, onceADay } from "./cron.ts";

const local = (at: Date, zone: string) =>
  at.toLocaleString("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });

const wallTimes = (cron: string, zone: string, from: string, to: string) =>
  occurrencesIn(cron, zone, new Date(from), new Date(to)).map((at) => local(at, zone));

describe("each occurrence comes once, at the right local time", () => {
  test.each([
    {
      week: "spring in New York: 02:30 does not exist on the 8th and is moved on by the hour",
      cron: "30 2 * * *",
      zone: "America/New_York",
      from: "2026-03-06T12:00:00Z",
      to: "2026-03-10T12:00:00Z",
      expected: ["2026-03-07 02:30", "2026-03-08 03:30", "2026-03-09 02:30", "2026-03-10 02:30"],
    },
    {
      week: "autumn in New York: 01:30 comes twice on 1 November and runs once",
      cron: "30 1 * * *",
      zone: "America/New_York",
      from: "2026-10-30T12:00:00Z",
      to: "2026-11-03T12:00:00Z",
      expected: ["2026-10-31 01:30", "2026-11-01 01:30", "2026-11-02 01:30", "2026-11-03 01:30"],
    },
    {
      week: "spring in London",
      cron: "30 1 * * *",
      zone: "Europe/London",
      from: "2026-03-27T12:00:00Z",
      to: "2026-03-30T12:00:00Z",
      expected: ["2026-03-28 01:30", "2026-03-29 02:30", "2026-03-30 01:30"],
    },
    {
      week: "autumn in London",
      cron: "30 1 * * *",
      zone: "Europe/London",
      from: "2026-10-23T12:00:00Z",
      to: "2026-10-26T12:00:00Z",
      expected: ["2026-10-24 01:30", "2026-10-25 01:30", "2026-10-26 01:30"],
    },
    {
      week: "a midnight that Santiago skips",
      cron: "0 0 * * *",
      zone: "America/Santiago",
      from: "2026-09-04T12:00:00Z",
      to: "2026-09-07T12:00:00Z",
      expected: ["2026-09-05 00:00", "2026-09-06 01:00", "2026-09-07 00:00"],
    },
    {
      week: "half hours across London's gap, none of them twice",
      cron: "*/30 * * * *",
      zone: "Europe/London",
      from: "2026-03-29T00:10:00Z",
      to: "2026-03-29T02:10:00Z",
      expected: ["2026-03-29 00:30", "2026-03-29 02:00", "2026-03-29 02:30", "2026-03-29 03:00"],
    },
    {
      week: "a Monday ten o'clock through New York's spring",
      cron: "0 10 * * 1",
      zone: "America/New_York",
      from: "2026-02-27T00:00:00Z",
      to: "2026-03-17T00:00:00Z",
      expected: ["2026-03-02 10:00", "2026-03-09 10:00", "2026-03-16 10:00"],
    },
  ])("$week", ({ cron, zone, from, to, expected }) => {
    expect(wallTimes(cron, zone, from, to)).toEqual(expected);
  });

  test("the first of a wall time that comes twice is the one that counts", () => {
    const [at] = occurrencesIn(
      "30 1 * * *",
      "America/New_York",
      new Date("2026-11-01T04:00:00Z"),
      new Date("2026-11-02T00:00:00Z"),
    );
    expect(at).toEqual(new Date("2026-11-01T05:30:00Z"));
    expect(nextAfter("30 1 * * *", "America/New_York", new Date("2026-11-01T05:45:00Z"))).toEqual(
      new Date("2026-11-02T06:30:00Z"),
    );
  });

  test("a clock set up inside the gap still brings the moved occurrence", () => {
    expect(nextAfter("30 2 * * *", "America/New_York", new Date("2026-03-08T07:15:00Z"))).toEqual(
      new Date("2026-03-08T07:30:00Z"),
    );
  });
});

const zones = ["America/New_York", "Europe/London", "Asia/Shanghai", "America/Santiago", "Australia/Lord_Howe"];
const anyTime = fc.record({
  zone: fc.constantFrom(...zones),
  hour: fc.integer({ min: 0, max: 23 }),
  minute: fc.integer({ min: 0, max: 59 }),
  from: fc.date({ min: new Date("2024-01-01"), max: new Date("2028-01-01"), noInvalidDate: true }),
});

test("a daily job comes exactly once on every local day of any fortnight", () => {
  fc.assert(
    fc.property(anyTime, ({ zone, hour, minute, from }) => {
      const until = new Date(from.getTime() + 14 * 24 * 3_600_000);
      const days = occurrencesIn(`${minute} ${hour} * * *`, zone, from, until).map((at) => dayAt(at, zone));
      const inner = eachDay(dayAt(from, zone), dayAt(until, zone)).slice(1, -1);
      expect(new Set(days).size).toBe(days.length);
      expect(days).toEqual(expect.arrayContaining(inner));
    }),
    { numRuns: 60 },
  );
});

test("what is remembered of the next occurrence is what would be found", () => {
  const next = nextAfterMemo();
  fc.assert(
    fc.property(anyTime, fc.array(fc.integer({ min: -90, max: 90 }), { maxLength: 8 }), (time, hours) => {
      const cron = `${time.minute} ${time.hour} * * *`;
      for (const ahead of hours) {
        const at = new Date(time.from.getTime() + ahead * 3_600_000);
        expect(next(cron, time.zone, at)).toEqual(nextAfter(cron, time.zone, at));
      }
    }),
    { numRuns: 60 },
  );
});

test("looking back from an occurrence, or from just before the next, finds it", () => {
  fc.assert(
    fc.property(anyTime, ({ zone, hour, minute, from }) => {
      const cron = `${minute} ${hour} * * *`;
      const at = nextAfter(cron, zone, from);
      expect(lastUntil(cron, zone, at)).toEqual(at);
      expect(lastUntil(cron, zone, new Date(nextAfter(cron, zone, at).getTime() - 1))).toEqual(at);
    }),
    { numRuns: 100 },
  );
});

test.each([
  ["30 2 * * *", true],
  ["0 10 * * 1", true],
  ["15 30 2 * * *", true],
  ["*/5 2 * * *", false],
  ["0 9,17 * * *", false],
  ["* * * * * *", false],
])("%s names one time of day: %s", (cron, once) => {
  expect(onceADay(cron)).toBe(once);
});
