import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { day } from "../src/kernel/time.ts";
import { occurrencesIn } from "../src/queue/cron.ts";
import type { Occurrence } from "../src/queue/job.ts";
import { housekeeping } from "./housekeeping.ts";
import { jobs } from "./index.ts";
import { nightlyScores } from "./nightly-scores.ts";
import { recomputeScores } from "./recompute-scores.ts";

const monday: Occurrence = {
  site: "shanghai",
  zone: "Asia/Shanghai",
  at: new Date("2026-03-08T18:30:00Z"),
  day: day("2026-03-09"),
  now: new Date("2026-03-11T08:00:00Z"),
};

test("every job of the folder is in the list, under the name of its file", () => {
  const files = readdirSync(new URL(".", import.meta.url)).filter((name) => !/^index\.|\.test\./.test(name));
  expect(jobs.map(({ name }) => `${name}.ts`).sort()).toEqual(files.sort());
});

const aYear: Readonly<Record<string, number>> = {
  "nightly-scores": 365,
  // The hour that clocks skip has no run, the one that they repeat has one.
  "recompute-scores": 365 * 24 - 1,
  housekeeping: 365,
};

test.each(jobs.map((job) => [job.name, job] as const))(
  "%s comes each night, or each hour, of a year in New York, clock changes included",
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
