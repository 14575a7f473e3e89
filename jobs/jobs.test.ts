import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Calendar } from "../src/kernel/calendar.ts";
import { addDays, day, dayAt, eachDay, startOfDay, weekday } from "../src/kernel/time.ts";
import { occurrencesIn } from "../src/queue/cron.ts";
import type { Occurrence } from "../src/queue/job.ts";
import { takesPlace } from "../src/queue/occurrence.ts";
import { attendanceDraw } from "./attendance-draw.ts";
import { birthdayCards } from "./birthday-cards.ts";
import { dailyAwards } from "./daily-awards.ts";
import { housekeeping } from "./housekeeping.ts";
import { type JobNeeds, jobs } from "./index.ts";
import { monthlyAwards } from "./monthly-awards.ts";
import { nightlyScores } from "./nightly-scores.ts";
import { performersDraw } from "./performers-draw.ts";
import { recomputeScores } from "./recompute-scores.ts";
import { weeklyAwards } from "./weekly-awards.ts";

const monday: Occurrence = {
  site: "shanghai",
  zone: "Asia/Shanghai",
  at: new Date("2026-03-08T18:30:00Z"),
  day: day("2026-03-09"),
  now: new Date("2026-03-11T08:00:00Z"),
  due: new Date("2026-03-08T18:30:00Z"),
};

test("every job of the folder is in the list, under the name of its file", () => {
  const files = readdirSync(new URL(".", import.meta.url)).filter((name) => !/^index\.|\.test\./.test(name));
  expect(jobs.map(({ name }) => `${name}.ts`).sort()).toEqual(files.sort());
});

const aYear: Readonly<Record<string, number>> = {
  "nightly-scores": 365,
  // The hour that clocks skip has no run, the one that they repeat has one.
  "recompute-scores": 365 * 24 - 1,
  "daily-score": 365,
  "lead-digest": 365,
  "bulletin-draft": 52,
  "weekly-bulletin": 52,
  birthdays: 365,
  "birthday-cards": 365,
  "birthday-party": 12,
  "work-anniversaries": 365,
  joiners: 365,
  graduations: 365,
  "help-topics": 52,
  "daily-awards": 365,
  "weekly-awards": 52,
  "monthly-awards": 12,
  "performers-draw": 12,
  "attendance-draw": 12,
  heartbeat: 365,
  housekeeping: 365,
};

test.each(jobs.map((job) => [job.name, job] as const))(
  "%s comes as often as it should in a year in New York, clock changes included",
  (name, { cron }) => {
    const year = occurrencesIn(
      cron,
      "America/New_York",
      new Date("2026-01-01T12:00:00Z"),
      new Date("2027-01-01T12:00:00Z"),
    );
    expect(year).toHaveLength(aYear[name] ?? 0);
  },
);

const weekend = [6, 7] as const;
const clocks = {
  "New York's spring": {
    zone: "America/New_York",
    from: "2026-03-05",
    to: "2026-03-11",
    off: ["2026-03-07", "2026-03-08"],
  },
  "New York's autumn": {
    zone: "America/New_York",
    from: "2026-10-29",
    to: "2026-11-04",
    off: ["2026-10-31", "2026-11-01"],
  },
  "London's spring": { zone: "Europe/London", from: "2026-03-26", to: "2026-04-01", off: ["2026-03-28", "2026-03-29"] },
  "London's autumn": { zone: "Europe/London", from: "2026-10-22", to: "2026-10-28", off: ["2026-10-24", "2026-10-25"] },
  // New Year's days off of 2026 and the weekends around them that are worked to make up.
  "Shanghai's make-up Saturday before New Year": {
    zone: "Asia/Shanghai",
    from: "2026-02-12",
    to: "2026-02-18",
    off: ["2026-02-15", "2026-02-16", "2026-02-17", "2026-02-18"],
  },
  "Shanghai's make-up Saturday after New Year": {
    zone: "Asia/Shanghai",
    from: "2026-02-22",
    to: "2026-03-01",
    off: ["2026-02-22", "2026-02-23", "2026-03-01"],
  },
} as const;
const shanghai: Calendar = {
  weekend,
  holidays: eachDay(day("2026-02-15"), day("2026-02-23")),
  workdays: [day("2026-02-14"), day("2026-02-28")],
};

/** At what time of day each job of a site comes, and on which day of the week or the month if not on all. */
const hours: Readonly<Record<string, { readonly at: string; readonly weekday?: number; readonly date?: string }>> = {
  "nightly-scores": { at: "02:30" },
  "daily-score": { at: "09:00" },
  "lead-digest": { at: "09:15" },
  "bulletin-draft": { at: "15:00", weekday: 5 },
  "weekly-bulletin": { at: "10:00", weekday: 1 },
  birthdays: { at: "09:00" },
  "birthday-cards": { at: "09:30" },
  "birthday-party": { at: "09:00", date: "01" },
  "work-anniversaries": { at: "09:00" },
  joiners: { at: "09:00" },
  graduations: { at: "09:00" },
  "help-topics": { at: "09:00", weekday: 1 },
  "daily-awards": { at: "09:30" },
  "weekly-awards": { at: "09:30", weekday: 1 },
  "monthly-awards": { at: "10:00", date: "03" },
  "performers-draw": { at: "11:00", date: "03" },
  "attendance-draw": { at: "11:15", date: "03" },
  heartbeat: { at: "08:00" },
};

describe.each(Object.entries(clocks))("in %s", (_, { zone, from, to, off }) => {
  const calendar = zone === "Asia/Shanghai" ? shanghai : { weekend, holidays: [], workdays: [] };
  const wall = (at: Date) => at.toLocaleTimeString("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" });
  const days = eachDay(day(from), day(to));

  test.each(jobs.filter(({ per }) => per === "site").map((job) => [job.name, job] as const))(
    "%s comes once on each of its days, at its local time",
    (name, job) => {
      const before = new Date(startOfDay(day(from), zone).getTime() - 1);
      const scope = { site: "one", zone, calendar };
      const all = occurrencesIn(job.cron, zone, before, startOfDay(addDays(day(to), 1), zone));
      const due = all.filter((at) => takesPlace(job, scope, at));
      const { at = "", weekday: only, date } = hours[name] ?? {};
      const expected = days.filter(
        (on) =>
          (only === undefined || weekday(on) === only) &&
          (date === undefined || on.endsWith(date)) &&
          (job.on === "every day" || !off.some((one) => one === on)),
      );
      expect(due.map((one) => dayAt(one, zone))).toEqual(expected);
      // The half hour past two is skipped when clocks go forward in New York, and comes an hour later by the clock.
      const skipped = name === "nightly-scores" && zone === "America/New_York" && from.startsWith("2026-03");
      expect(due.map(wall)).toEqual(expected.map((on) => (skipped && on === "2026-03-08" ? "03:30" : at)));
    },
  );
});

const announced = [
  "daily-score",
  "lead-digest",
  "bulletin-draft",
  "weekly-bulletin",
  "birthdays",
  "birthday-party",
  "work-anniversaries",
  "joiners",
  "graduations",
  "help-topics",
  "heartbeat",
];
describe.each(announced)("%s", (name) => {
  test("says for which day its hour has come, and when that was due, however late it runs", async () => {
    const said: unknown[] = [];
    const notices = { announce: async (notice: unknown) => said.push(notice) };
    const one = jobs.find((job) => job.name === name);
    await one?.run({ notices } as unknown as JobNeeds, monday);
    const { at, due } = monday;
    const kinds = name === "birthdays" ? [name, "birthday-card"] : [name];
    expect(said).toEqual(
      kinds.map((kind) => ({ kind, site: "shanghai", period: "2026-03-09", at, dueAt: due, body: {} })),
    );
  });
});

describe("recompute-scores", () => {
  test("computes again what is due at every site, by the true time", async () => {
    const asked: unknown[] = [];
    const recompute = async (...args: unknown[]) => asked.push(args);
    await recomputeScores.run({ scores: { recompute } }, monday);
    expect(asked).toEqual([[monday.now]]);
  });
});

describe("nightly-scores", () => {
  test("keeps the scores of the day before the one it stands for, however late it runs", async () => {
    const asked: unknown[] = [];
    const scoreDay = async (...args: unknown[]) => asked.push(args);
    await nightlyScores.run({ scores: { scoreDay } }, monday);
    expect(asked).toEqual([["shanghai", "2026-03-08", monday.now]]);
  });
});

describe("housekeeping", () => {
  test("forgets what is more than two days old by the true time", async () => {
    const asked: Date[] = [];
    await housekeeping.run({ housekeeping: { forgetBefore: async (at) => asked.push(at) } }, monday);
    expect(asked).toEqual([new Date("2026-03-09T08:00:00Z")]);
  });
});

describe("birthday-cards", () => {
  test("asks colleagues to sign what is coming, as of the day it stands for", async () => {
    const asked: unknown[] = [];
    const askToSign = async (of: unknown) => void asked.push(of);
    await birthdayCards.run({ celebrations: { askToSign } }, monday);
    const { site, day: on, at, due } = monday;
    expect(asked).toEqual([{ site, day: on, at, due }]);
  });
});

describe("awards", () => {
  const asked: unknown[] = [];
  const note =
    (name: string) =>
    async (...of: unknown[]) =>
      asked.push([name, ...of]);
  const door = {
    propose: note("propose"),
    proposeMissing: note("missing"),
    sweepCorrections: note("corrections"),
  };

  test.each([
    [weeklyAwards, "week"],
    [monthlyAwards, "month"],
  ] as const)("propose what was won in the period before the moment they stand for", async (one, period) => {
    asked.length = 0;
    await one.run({ awards: door }, monday);
    expect(asked).toEqual([["propose", "shanghai", period, monday.at]]);
  });

  test("propose daily also what is missing as of the moment they stand for, and look at corrections by now", async () => {
    asked.length = 0;
    await dailyAwards.run({ awards: door }, monday);
    expect(asked).toEqual([
      ["propose", "shanghai", "day", monday.at],
      ["missing", "shanghai", monday.at],
      ["corrections", "shanghai", monday.now],
    ]);
  });
});

describe.each([performersDraw, attendanceDraw])("$name", (one) => {
  test("opens the draw of its month, from when it is due", async () => {
    const asked: unknown[] = [];
    const openScheduled = async (...of: unknown[]) => void asked.push(of);
    await one.run({ draws: { openScheduled } } as unknown as JobNeeds, monday);
    const { site, due, now, day: on } = monday;
    expect(asked).toEqual([[one.name, { site, due, now, day: on }]]);
  });
});
