import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day, instantAt } from "../../../kernel/time.ts";
import { columnsOf } from "./columns.ts";
import { dateFormat, dayText, secondOfDay } from "./dates.ts";
import { presetConfig } from "./preset.ts";
import type { Problem } from "./problem.ts";
import { startedAtField } from "./started-at.ts";
import { zoneClock } from "./zone-clock.ts";

describe("a day", () => {
  test.each([
    ["yymmdd", "990201", "1999-02-01"],
    ["yymmdd", "690201", "2069-02-01"],
    ["dd/mm/yyyy", "29/02/2028", "2028-02-29"],
    ["d.m.yyyy", "3.12.2026", "2026-12-03"],
    ["mm/dd/yyyy", "2026-12-03", "2026-12-03"],
    ["yyyy-mm-dd", "2026-12-03", "2026-12-03"],
  ])("as %s: %s is %s", (format, text, on) => {
    const found = dateFormat(format)?.(text);
    expect(found === undefined ? undefined : dayText(found)).toBe(on);
  });

  test.each([
    ["yymmdd", "990230"],
    ["dd/mm/yyyy", "29/02/2026"],
    ["yyyy-mm-dd", "2026-13-01"],
    ["yyyy-mm-dd", "2026-1-01"],
    ["yyyy-mm-dd", "２026-01-01"],
    ["yyyymmdd", "2026010"],
  ])("as %s: %s is none", (format, text) => {
    expect(dateFormat(format)?.(text)).toBeUndefined();
  });

  test.each(["yyyy-mm", "dd/mm", "yyyy-mm-dd-dd", ""])("cannot be written as %j", (format) => {
    expect(dateFormat(format)).toBeUndefined();
  });
});

test.each([
  ["7:02:47", 25_367],
  ["07:02", 25_320],
  ["23:59:59.9", 86_399],
  ["12:00 AM", 0],
  ["2:05 pm", 50_700],
  ["24:00:00", undefined],
  ["10:60", undefined],
  ["13:00 PM", undefined],
  ["noon", undefined],
])("%s is second %s of the day", (text, second) => {
  expect(secondOfDay(text)).toBe(second);
});

describe("a zone's clock", () => {
  const zones = [
    "Europe/London",
    "Asia/Jerusalem",
    "America/Sao_Paulo",
    "Pacific/Chatham",
    "Australia/Lord_Howe",
    "UTC",
  ];

  test("tells what the house's own clock tells, at any time of any day", () => {
    const anyTime = fc.tuple(
      fc.constantFrom(...zones),
      fc.integer({ min: 7000, max: 22_000 }),
      fc.integer({ min: 0, max: 86_399 }),
    );
    fc.assert(
      fc.property(anyTime, ([zone, on, second]) => {
        const time = new Date(second * 1000).toISOString().slice(11, 19);
        const expected = instantAt(day(dayText(on)), time, zone);
        const clock = zoneClock(zone);
        const at = clock.instant(on, second);
        expect(at).toBe(expected.ok ? expected.value.getTime() / 1000 : undefined);
        if (at !== undefined) expect(clock.wall(at)).toBe(on * 86_400 + second);
      }),
      { numRuns: 300 },
    );
  });

  test("has no time in the hour that spring skips, and takes the earlier of two in autumn", () => {
    const clock = zoneClock("Europe/London");
    const spring = Date.UTC(2026, 2, 29) / 86_400_000;
    const autumn = Date.UTC(2026, 9, 25) / 86_400_000;
    expect(clock.instant(spring, 3600 + 1800)).toBeUndefined();
    expect(clock.instant(spring, 2 * 3600)).toBe(Date.UTC(2026, 2, 29, 1) / 1000);
    expect(clock.instant(autumn, 3600 + 1800)).toBe(Date.UTC(2026, 9, 25, 0, 30) / 1000);
    expect(clock.wall(Date.UTC(2026, 9, 25, 1, 30) / 1000)).toBe(autumn * 86_400 + 3600 + 1800);
  });
});

/** The instant that a preset reads from one row, or what is wrong with it. */
function started(startedAt: unknown, row: Readonly<Record<string, string>>) {
  const preset = presetConfig.parse({ dataset: "interactions", ...(startedAt === undefined ? {} : { startedAt }) });
  if (preset.dataset !== "interactions") throw new Error("not for interactions");
  const names = Object.keys(row);
  const read = startedAtField(columnsOf({ found: names, columns: names }, {}), preset, "Europe/London");
  const bad: Problem[] = [];
  const at = read(Object.values(row), bad);
  return bad.length > 0 ? bad : new Date(at * 1000).toISOString();
}

describe("when a contact began", () => {
  test.each([
    ["2026-07-01T10:00:00Z", "2026-07-01T10:00:00.000Z"],
    ["2026-07-01T10:00:00+02:00", "2026-07-01T08:00:00.000Z"],
    ["2026-07-01 10:00-0330", "2026-07-01T13:30:00.000Z"],
    ["2026-07-01 10:00:05", "2026-07-01T09:00:05.000Z"],
    ["2026-01-01T10:00", "2026-01-01T10:00:00.000Z"],
  ])("%s is %s for a site in London", (text, at) => {
    expect(started(undefined, { startedAt: text })).toBe(at);
  });

  test.each<[string, Problem]>([
    ["", { why: "missing", field: "startedAt" }],
    ["2026-07-01", { why: "not-a-time", field: "startedAt", value: "" }],
    ["2026-02-30 10:00", { why: "not-a-day", field: "startedAt", value: "2026-02-30", format: "yyyy-mm-dd" }],
    ["2026-03-29 01:30", { why: "no-such-time", field: "startedAt", value: "2026-03-29 01:30", zone: "Europe/London" }],
  ])("%j is a problem", (text, problem) => {
    expect(started(undefined, { startedAt: text })).toEqual([problem]);
  });

  const joined = { date: { column: "d", format: "yymmdd" }, time: ["q", "v"], zone: "Asia/Jerusalem" };
  test("is joined from a date and the first time that is set, in the preset's zone", () => {
    expect(started(joined, { d: "990201", q: "0:00:00", v: "7:02:47" })).toBe("1999-02-01T05:02:47.000Z");
    expect(started(joined, { d: "990201", q: "8:00:00", v: "7:02:47" })).toBe("1999-02-01T06:00:00.000Z");
  });

  test("takes the last time as it stands, so that midnight can be said", () => {
    expect(started(joined, { d: "990201", q: "", v: "0:00:00" })).toBe("1999-01-31T22:00:00.000Z");
  });

  test("may be one column in a format of its own", () => {
    expect(started({ column: "at", format: "dd/mm/yyyy" }, { at: "01/07/2026 2:05 PM" })).toBe(
      "2026-07-01T13:05:00.000Z",
    );
  });
});
