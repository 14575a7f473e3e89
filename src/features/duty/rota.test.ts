import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isWorkday } from "../../kernel/calendar.ts";
import { addDays, day, dayAt, eachDay, instantAt, weekday } from "../../kernel/time.ts";
import { anId } from "../../testing/builders.ts";
import type { DutyShift, OnDuty } from "./domain.ts";
import { expanded, planned, present } from "./rota.ts";
import { dutyConfig, type Rotation, unknownOnDuty } from "./rules.ts";
import { clockTime } from "./wall.ts";

const rotation = (but: object = {}): Rotation => {
  const [one] = dutyConfig.parse({
    rotations: [{ role: "duty-lead", people: ["1", "2", "3"], startsOn: "2026-01-05", ...but }],
  }).rotations;
  if (one === undefined) throw new Error("one is given");
  return one;
};
const london = { zone: "Europe/London", calendar: { weekend: [6, 7], holidays: [], workdays: [] } } as const;
const newYork = { ...london, zone: "America/New_York" };
/** The Spring Festival of 2026, paid for with one Saturday before and one after. */
const shanghai = {
  zone: "Asia/Shanghai",
  calendar: {
    weekend: [6, 7],
    holidays: eachDay(day("2026-02-15"), day("2026-02-23")),
    workdays: [day("2026-02-14"), day("2026-02-28")],
  },
} as const;
const at = (text: string) => new Date(text);
const week = (from: string, until: string) => ({ from: at(from), until: at(until) });
const shown = (spans: readonly { readonly person: string; readonly from: Date; readonly until: Date }[]) =>
  spans.map(
    ({ person, from, until }) => `${person} ${from.toISOString().slice(5, 16)} ${until.toISOString().slice(5, 16)}`,
  );
const hoursLong = ({ from, until }: { readonly from: Date; readonly until: Date }) =>
  (until.getTime() - from.getTime()) / 3_600_000;

describe("a rotation", () => {
  test("is handed over each so many days at its wall time, within its hours", () => {
    const one = rotation({ every: 2, at: "12:00", hours: "08:00-20:00" });
    expect(shown(expanded(one, london, week("2026-01-05T00:00Z", "2026-01-08T00:00Z")))).toEqual([
      "1 01-05T12:00 01-05T20:00",
      "1 01-06T08:00 01-06T20:00",
      "1 01-07T08:00 01-07T12:00",
      "2 01-07T12:00 01-07T20:00",
    ]);
  });

  test("has whole turns, however long, where they go on around the clock", () => {
    const window = week("2026-01-10T00:00Z", "2026-01-11T00:00Z");
    expect(shown(expanded(rotation({ every: 31 }), london, window))).toEqual(["1 01-05T08:00 02-05T08:00"]);
    const byWorkdays = rotation({ every: { workdays: 10 }, startsOn: "2026-02-12" });
    expect(shown(expanded(byWorkdays, shanghai, week("2026-02-20T00:00Z", "2026-02-21T00:00Z")))).toEqual([
      "1 02-12T00:00 03-04T00:00",
    ]);
  });

  test("begins on its first day and not before", () => {
    expect(expanded(rotation(), london, week("2025-12-01T00:00Z", "2026-01-05T08:00Z"))).toEqual([]);
  });

  test("on workdays goes by the site's calendar: holidays are left out, make-up workdays are not", () => {
    const one = rotation({
      every: { workdays: 1 },
      at: "09:00",
      hours: "09:00-18:00",
      days: "workdays",
      startsOn: "2026-02-12",
    });
    expect(shown(expanded(one, shanghai, week("2026-02-11T16:00Z", "2026-02-25T16:00Z")))).toEqual([
      "1 02-12T01:00 02-12T10:00",
      "2 02-13T01:00 02-13T10:00",
      "3 02-14T01:00 02-14T10:00",
      "1 02-24T01:00 02-24T10:00",
      "2 02-25T01:00 02-25T10:00",
    ]);
  });

  test("on some days of the week has its nights begin on them", () => {
    const one = rotation({ every: 7, hours: "20:00-08:00", days: ["fri", "sat"], at: "20:00" });
    expect(shown(expanded(one, london, week("2026-01-05T00:00Z", "2026-01-12T00:00Z")))).toEqual([
      "1 01-09T20:00 01-10T08:00",
      "1 01-10T20:00 01-11T08:00",
    ]);
  });

  test.each([
    ["in spring", "2026-03-07", 7],
    ["on a usual night", "2026-03-14", 8],
    ["in autumn", "2026-10-31", 9],
  ])("has a night of New York last as long as the clocks make it %s", (_, on, hours) => {
    const one = rotation({ hours: "22:00-06:00", at: "22:00" });
    const window = {
      from: clockTime(day(on), "22:00", newYork.zone),
      until: clockTime(addDays(day(on), 1), "06:00", newYork.zone),
    };
    expect(expanded(one, newYork, window).map(hoursLong)).toEqual([hours]);
  });

  test("has a wall time that the clocks skip be the moment at which they do", () => {
    expect(clockTime(day("2026-03-08"), "02:30", newYork.zone)).toEqual(at("2026-03-08T07:00:00Z"));
    expect(clockTime(day("2026-03-08"), "02:00", newYork.zone)).toEqual(at("2026-03-08T07:00:00Z"));
    expect(clockTime(day("2026-11-01"), "01:30", newYork.zone)).toEqual(at("2026-11-01T05:30:00Z"));
  });
});

describe("a rotation anywhere, from 2026 to 2028", () => {
  const places = fc.constantFrom(london, newYork, shanghai);
  const minutes = fc.integer({ min: 0, max: 95 }).map((quarter) => {
    const two = (value: number) => String(value).padStart(2, "0");
    return `${two(Math.floor(quarter / 4))}:${two((quarter % 4) * 15)}`;
  });
  const windows = fc
    .integer({ min: 0, max: 1060 })
    .map((days) => addDays(day("2026-01-10"), days))
    .map((on) => ({ from: at(`${on}T00:00:00Z`), until: at(`${addDays(on, 24)}T00:00:00Z`) }));
  const rotations = fc
    .record({
      every: fc.oneof(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 5 }).map((workdays) => ({ workdays })),
      ),
      at: minutes,
      hours: fc.oneof(
        fc.constant("around-the-clock"),
        fc.tuple(minutes, minutes).map(([from, to]) => `${from}-${to}`),
      ),
      days: fc.oneof(
        fc.constantFrom("workdays", "every-day"),
        fc.uniqueArray(fc.constantFrom("mon", "tue", "wed", "thu", "fri", "sat", "sun"), { minLength: 1 }),
      ),
    })
    .map(rotation);
  const few = { numRuns: 60 };

  test("never has two of it on duty at once", () => {
    fc.assert(
      fc.property(places, rotations, windows, (place, one, window) => {
        const spans = [...expanded(one, place, window)].sort((a, b) => a.from.getTime() - b.from.getTime());
        for (const [index, span] of spans.entries()) {
          expect(span.from < span.until).toBe(true);
          const next = spans[index + 1];
          if (next !== undefined) expect(span.until <= next.from).toBe(true);
        }
      }),
      few,
    );
  });

  test("leaves no gap around the clock", () => {
    fc.assert(
      fc.property(places, minutes, fc.integer({ min: 1, max: 20 }), windows, (place, time, every, window) => {
        const one = rotation({ at: time, every });
        const spans = [...expanded(one, place, window)].sort((a, b) => a.from.getTime() - b.from.getTime());
        expect(spans[0] && spans[0].from <= window.from).toBe(true);
        expect((spans.at(-1)?.until ?? window.from) >= window.until).toBe(true);
        for (const [index, span] of spans.slice(1).entries()) expect(span.from).toEqual(spans[index]?.until);
      }),
      few,
    );
  });

  test("is handed over at its wall time, where there is such a time that day", () => {
    fc.assert(
      fc.property(places, minutes, fc.integer({ min: 1, max: 20 }), windows, (place, time, every, window) => {
        const spans = expanded(rotation({ at: time, every }), place, window);
        for (const [index, span] of spans.slice(1).entries()) {
          if (span.person === spans[index]?.person) continue;
          const on = dayAt(span.from, place.zone);
          const wall = instantAt(on, time, place.zone);
          if (wall.ok) expect(span.from).toEqual(wall.value);
        }
      }),
      few,
    );
  });

  test("has its hours begin on its days alone", () => {
    fc.assert(
      fc.property(places, windows, (place, window) => {
        const one = rotation({ days: "workdays", hours: "08:00-20:00" });
        for (const { from } of expanded(one, place, window))
          expect(isWorkday(place.calendar, dayAt(from, place.zone))).toBe(true);
        const mondays = rotation({ days: ["mon"], hours: "08:00-20:00" });
        for (const { from } of expanded(mondays, place, window)) expect(weekday(dayAt(from, place.zone))).toBe(1);
      }),
      few,
    );
  });
});

describe("a plan", () => {
  const span = (person: string, from: string, until: string, by: OnDuty["by"] = "rotation"): OnDuty => ({
    role: "duty-lead",
    person,
    from: at(`2026-03-09T${from}Z`),
    until: at(`2026-03-09T${until}Z`),
    by,
  });
  let ids = 0;
  const shift = (person: string, from: string, until: string, but: Partial<DutyShift> = {}): DutyShift => {
    ids += 1;
    const { by: _, ...when } = span(person, from, until);
    return {
      ...when,
      id: anId(ids),
      site: "leeds",
      origin: "set",
      madeAt: at(`2026-03-01T00:00:${String(ids % 60).padStart(2, "0")}Z`),
      ...but,
    };
  };
  const hours = (spans: readonly OnDuty[]) =>
    spans.map(
      ({ person, from, until, by }) =>
        `${person} ${from.toISOString().slice(11, 13)}-${until.toISOString().slice(11, 13)} ${by}`,
    );
  const turns = [span("ana", "08:00", "20:00")];

  test("is the rotation, and puts together what has nothing between", () => {
    expect(hours(planned([span("ana", "08:00", "12:00"), span("ana", "12:00", "20:00")], []))).toEqual([
      "ana 08-20 rotation",
    ]);
  });

  test("has an imported shift hide the rotation of its role while it lasts, and no other role's", () => {
    const other = { ...span("dee", "08:00", "20:00"), role: "floor-support" };
    const spans = planned([...turns, other], [shift("bo", "10:00", "12:00", { origin: "import" })]);
    expect(hours(spans.filter(({ role }) => role === "duty-lead"))).toEqual([
      "ana 08-10 rotation",
      "bo 10-12 import",
      "ana 12-20 rotation",
    ]);
    expect(hours(spans.filter(({ role }) => role !== "duty-lead"))).toEqual(["dee 08-20 rotation"]);
  });

  test("has somebody who was set stand for the whole role, over an import too", () => {
    const kept = [shift("cy", "09:00", "11:00"), shift("bo", "08:00", "20:00", { origin: "import" })];
    expect(hours(planned([...turns, span("dee", "08:00", "20:00")], kept))).toEqual([
      "bo 08-09 import",
      "cy 09-11 set",
      "bo 11-20 import",
    ]);
  });

  test("has somebody who swapped stand in for the one person alone, and only while they are on duty", () => {
    const two = [...turns, span("dee", "08:00", "20:00")];
    const swap = shift("cy", "06:00", "10:00", { origin: "swap", replaces: "ana" });
    expect(hours(planned(two, [swap])).sort()).toEqual(["ana 10-20 rotation", "cy 08-10 swap", "dee 08-20 rotation"]);
  });

  test("goes by what was made last", () => {
    const first = shift("bo", "08:00", "20:00");
    const then = shift("cy", "10:00", "12:00", { origin: "swap", replaces: "bo" });
    expect(hours(planned(turns, [then, first]))).toEqual(["bo 08-10 set", "cy 10-12 swap", "bo 12-20 set"]);
  });

  test("leaves out the days on which somebody is away, from midnight to midnight of the site", () => {
    const night = { ...span("ana", "20:00", "23:00"), until: at("2026-03-10T08:00:00Z") };
    const parts = present([night], night, "Europe/London", ({ on }) => on === "2026-03-10");
    expect(parts.map(({ until }) => until)).toEqual([at("2026-03-10T00:00:00Z")]);
    expect(present([night], night, "Europe/London", ({ person }) => person === "bo")).toEqual([night]);
    expect(present([night], night, "Europe/London", () => true)).toEqual([]);
  });

  test("leave is asked for on the days that are looked at alone, however long a duty lasts", () => {
    const years = { ...span("ana", "20:00", "23:00"), until: at("2100-01-01T00:00:00Z") };
    const moment = { from: at("2026-07-01T12:00:00Z"), until: at("2026-07-01T12:00:00.001Z") };
    const asked: string[] = [];
    const isAway = ({ on }: { readonly on: string }) => asked.push(on) > 0;
    const left = present([years], moment, "Europe/London", isAway);
    expect(asked).toEqual(["2026-07-01"]);
    expect(left.some((span) => span.from <= moment.from && moment.from < span.until)).toBe(false);
  });
});

describe("the rules of duties", () => {
  const read = (but: object) =>
    dutyConfig.safeParse({ rotations: [{ role: "r", people: ["1"], startsOn: "2026-01-05", ...but }] });

  test("are as usual where nothing is said, and read the same again", () => {
    expect(dutyConfig.parse({})).toEqual({ rotations: [], remind: false });
    const full = dutyConfig.parse({
      rotations: [{ role: "值班经理", people: [1001, "1002"], startsOn: "2026-01-05" }],
    });
    expect(full.rotations).toEqual([
      {
        role: "值班经理",
        people: ["1001", "1002"],
        startsOn: "2026-01-05",
        every: 7,
        at: "08:00",
        hours: "around-the-clock",
        days: "every-day",
      },
    ]);
    expect(dutyConfig.parse(full)).toEqual(full);
  });

  test.each([
    ["nobody", { people: [] }],
    ["somebody twice", { people: ["1", 1] }],
    ["a day that is none", { startsOn: "2026-02-30" }],
    ["a time that is none", { at: "24:00" }],
    ["hours that are none", { hours: "08:00" }],
    ["no days", { days: [] }],
    ["handing over never", { every: 0 }],
  ])("refuse %s", (_, but) => {
    expect(read(but).success).toBe(false);
  });

  test("tell employee numbers that nobody has, each at its place", () => {
    const config = dutyConfig.parse({ rotations: [{ role: "r", people: ["1", "9"], startsOn: "2026-01-05" }] });
    const found = unknownOnDuty(config, new Set(["1"]));
    expect(found.map(({ path }) => path)).toEqual([["duty", "rotations", 0, "people", 1]]);
    expect(found[0]?.message("en")).toContain("“9”");
    expect(found[0]?.message("zh-CN")).toContain("“9”");
    expect(unknownOnDuty(config, new Set(["1", "9"]))).toEqual([]);
  });
});
