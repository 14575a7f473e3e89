import { describe, expect, test } from "vitest";
import type { Calendar } from "../kernel/calendar.ts";
import { day } from "../kernel/time.ts";
import { missedBy } from "./catch-up.ts";
import type { Job } from "./job.ts";
import { runOf, stillWorth, takesPlace } from "./occurrence.ts";
import { schedulesOf } from "./schedule.ts";

const nightly: Job<object> = {
  name: "nightly",
  cron: "30 2 * * *",
  per: "site",
  on: "every day",
  attempts: 2,
  lateHours: 72,
  run: async () => {},
};
const weekend: Calendar = { weekend: [6, 7], holidays: [], workdays: [] };
const shanghai = { id: "shanghai", zone: "Asia/Shanghai", calendar: weekend };
const newYork = { id: "new-york", zone: "America/New_York", calendar: weekend };
const at = (text: string) => new Date(text);

describe("what a lost clock has missed", () => {
  const missed = (job: Job<object>, last: string | undefined, now: string) =>
    missedBy(
      schedulesOf([job], [newYork]).values(),
      last === undefined ? [] : [{ job: job.name, site: "new-york", at: at(last) }],
      at(now),
    ).map((late) => late.at.toISOString());

  test("is every occurrence since the last run, up to now", () => {
    expect(missed(nightly, "2026-03-09T06:30:00Z", "2026-03-11T06:30:00Z")).toEqual([
      "2026-03-10T06:30:00.000Z",
      "2026-03-11T06:30:00.000Z",
    ]);
  });
  test("is nothing when the last occurrence was run", () => {
    expect(missed(nightly, "2026-03-10T06:30:00Z", "2026-03-11T06:29:59Z")).toEqual([]);
  });
  test("leaves out what is later than the job says is worth it", () => {
    expect(missed(nightly, "2026-02-01T07:30:00Z", "2026-03-11T12:00:00Z")).toEqual([
      "2026-03-09T06:30:00.000Z",
      "2026-03-10T06:30:00.000Z",
      "2026-03-11T06:30:00.000Z",
    ]);
  });
  test("is nothing for a job or a site that never ran", () => {
    expect(missed(nightly, undefined, "2026-03-11T12:00:00Z")).toEqual([]);
  });
  test("leaves out days off for a job of workdays", () => {
    const workdays: Job<object> = { ...nightly, on: "workdays" } as Job<object>;
    expect(missed(workdays, "2026-03-06T07:30:00Z", "2026-03-09T12:00:00Z")).toEqual(["2026-03-09T06:30:00.000Z"]);
  });
  test("takes the night in which the clocks went forward once", () => {
    expect(missed(nightly, "2026-03-07T07:30:00Z", "2026-03-08T23:00:00Z")).toEqual(["2026-03-08T07:30:00.000Z"]);
  });
});

describe("a job for workdays in Shanghai", () => {
  /** The State Council's 2026: New Year's Friday off, its Sunday the 4th worked. */
  const calendar: Calendar = {
    weekend: [6, 7],
    holidays: [day("2026-01-01"), day("2026-01-02")],
    workdays: [day("2026-01-04")],
  };
  const scope = { site: "shanghai", zone: "Asia/Shanghai", calendar };
  test.each([
    ["2025-12-31T18:30:00Z", "2026-01-01 02:30, a holiday", false],
    ["2026-01-01T18:30:00Z", "2026-01-02 02:30, a holiday", false],
    ["2026-01-02T18:30:00Z", "2026-01-03 02:30, a Saturday", false],
    ["2026-01-03T18:30:00Z", "2026-01-04 02:30, a Sunday worked to make up", true],
    ["2026-01-04T18:30:00Z", "2026-01-05 02:30, a Monday", true],
    ["2026-01-04T15:59:59Z", "2026-01-04 23:59, the end of the Sunday worked", true],
    ["2026-01-09T16:00:00Z", "2026-01-10 00:00, an ordinary Saturday", false],
  ])("at %s (%s) takes place: %s", (when, _what, takes) => {
    expect(takesPlace({ on: "workdays" }, scope, at(when))).toBe(takes);
    expect(takesPlace({ on: "every day" }, scope, at(when))).toBe(true);
  });
  test("works the make-up Saturdays", () => {
    const saturdays = { ...scope, calendar: { ...calendar, workdays: [day("2026-02-14"), day("2026-02-28")] } };
    const takes = ["2026-02-14", "2026-02-21", "2026-02-28"].map((saturday) =>
      takesPlace({ on: "workdays" }, saturdays, at(`${saturday}T01:00:00Z`)),
    );
    expect(takes).toEqual([true, false, true]);
  });
});

describe("an occurrence is told apart", () => {
  const scope = { site: "new-york", zone: "America/New_York" };
  test("by its local day when there is one a day, so that a moved zone cannot make two", () => {
    const evening = at("2026-03-10T01:00:00Z");
    expect(runOf(nightly, scope, evening).period).toBe("2026-03-09");
    expect(runOf(nightly, { ...scope, zone: "Asia/Shanghai" }, evening).period).toBe("2026-03-10");
  });
  test("by its instant when there are several a day", () => {
    expect(runOf({ ...nightly, cron: "0 9,17 * * *" }, scope, at("2026-03-09T13:00:00Z")).period).toBe(
      "2026-03-09T13:00:00.000Z",
    );
  });
  test("and is worth running a day late unless its job says otherwise", () => {
    expect(stillWorth({}, at("2026-03-09T12:00:00Z"))).toEqual(at("2026-03-08T12:00:00Z"));
    expect(stillWorth(nightly, at("2026-03-09T12:00:00Z"))).toEqual(at("2026-03-06T12:00:00Z"));
  });
});

describe("schedules", () => {
  const ids = (...args: Parameters<typeof schedulesOf<object>>) => [...schedulesOf(...args).keys()];
  test("are one for each job and site, and one for the company", () => {
    const company: Job<object> = { ...nightly, name: "company", per: "company", on: "every day" };
    expect(ids([nightly, company], [shanghai, newYork])).toHaveLength(3);
  });
  test("change their name with the cron line, the zone and the attempts, and with nothing else", () => {
    const changes: Job<object>[] = [
      { ...nightly, cron: "31 2 * * *" },
      { ...nightly, attempts: 9 },
    ];
    const [was] = ids([nightly], [newYork]);
    for (const changed of changes) expect(ids([changed], [newYork])).not.toEqual([was]);
    expect(ids([nightly], [{ ...newYork, zone: "Europe/London" }])).not.toEqual([was]);
    expect(ids([{ ...nightly, lateHours: 1 }], [{ ...newYork, calendar: { ...weekend, weekend: [] } }])).toEqual([was]);
  });
  test("never have a colon in their name, which the queue keeps for itself", () => {
    expect(ids([nightly], [{ ...newYork, id: "a:b@c d/上海" }]).join()).not.toContain(":");
    expect(
      new Set(
        ids(
          [nightly],
          [
            { ...newYork, id: "a@b" },
            { ...newYork, id: "a%40b" },
          ],
        ),
      ).size,
    ).toBe(2);
  });
});
