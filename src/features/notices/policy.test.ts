import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quietUntil, retryAt } from "./policy.ts";

const at = (text: string) => new Date(text);
const quiet = (from: string, to: string) => ({ quiet: { from, to }, muted: [] });

describe("quiet hours", () => {
  test.each([
    ["22:00", "07:00", "2026-03-09T21:59:59Z", undefined],
    ["22:00", "07:00", "2026-03-09T22:00:00Z", "2026-03-10T07:00:00Z"],
    ["22:00", "07:00", "2026-03-10T06:59:59Z", "2026-03-10T07:00:00Z"],
    ["22:00", "07:00", "2026-03-10T07:00:00Z", undefined],
    ["12:00", "13:30", "2026-03-10T13:29:59Z", "2026-03-10T13:30:00Z"],
    ["12:00", "13:30", "2026-03-10T11:59:59Z", undefined],
    // The clocks go forward at one on 29 March: the night is an hour shorter.
    ["22:00", "07:00", "2026-03-28T23:00:00Z", "2026-03-29T06:00:00Z"],
    ["22:00", "01:30", "2026-03-28T23:00:00Z", "2026-03-29T01:30:00Z"],
    // They go back at two on 25 October: the night is an hour longer.
    ["22:00", "07:00", "2026-10-24T22:00:00Z", "2026-10-25T07:00:00Z"],
  ])("from %s to %s in London, at %s: until %s", (from, to, now, until) => {
    expect(quietUntil(quiet(from, to), "Europe/London", at(now))?.toISOString()).toBe(until && at(until).toISOString());
  });

  test("that nobody set hold nothing back", () => {
    expect(quietUntil({ muted: [] }, "Asia/Shanghai", at("2026-03-09T22:00:00Z"))).toBeUndefined();
  });

  test("always end later and within a day and an hour, and it is not quiet then", () => {
    const time = fc.integer({ min: 0, max: 24 * 4 - 1 }).map((quarter) => {
      const [h, m] = [Math.floor(quarter / 4), (quarter % 4) * 15];
      return `${String(h).padStart(2, "0")}:${String(m).padStart(2, "0")}`;
    });
    const zone = fc.constantFrom("Europe/London", "America/New_York", "Asia/Shanghai", "Australia/Lord_Howe");
    const moment = fc.date({ min: at("2026-01-01"), max: at("2027-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(time, time, zone, moment, (from, to, where, now) => {
        const until = quietUntil(quiet(from, to), where, now);
        if (until === undefined) return;
        expect(until.getTime()).toBeGreaterThan(now.getTime());
        expect(until.getTime() - now.getTime()).toBeLessThanOrEqual(25 * 3_600_000);
        expect(quietUntil(quiet(from, to), where, until)).toBeUndefined();
      }),
    );
  });
});

test("each pause before another attempt is twice as long as the one before, up to a quarter of an hour", () => {
  const now = at("2026-03-09T09:00:00Z");
  const pauses = [1, 2, 3, 4, 8, 9, 12].map((attempts) => (retryAt(attempts, now).getTime() - now.getTime()) / 1000);
  expect(pauses).toEqual([5, 10, 20, 40, 640, 900, 900]);
});
