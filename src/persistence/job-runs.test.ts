import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { JobRuns, Run } from "../queue/runs.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { connect, type Database } from "./client.ts";
import { jobRuns } from "./job-runs.ts";

let file: TestDatabase;
let database: Database;
let runs: JobRuns;
beforeAll(async () => {
  file = await testDatabase();
  database = connect(file.url);
  runs = jobRuns(database);
});
afterAll(async () => {
  await database.close();
  await file.close();
});

const aRun = (job: string, at = "2026-03-09T06:30:00Z"): Run => ({
  job,
  site: "new-york",
  period: at.slice(0, 10),
  at: new Date(at),
});

test("of many who ask at once one gets the run", async () => {
  const claims = await Promise.all(Array.from({ length: 20 }, () => runs.claim(aRun("raced"), 60_000)));
  expect(claims.filter((claim) => claim.is === "claimed")).toEqual([{ is: "claimed", attempt: 1 }]);
  expect(claims.filter((claim) => claim.is === "taken")).toHaveLength(19);
});

test("a finished run is never given again", async () => {
  await runs.claim(aRun("finished"), 0);
  expect(await runs.finish(aRun("finished"), 1)).toBe(true);
  expect(await runs.claim(aRun("finished"), 0)).toEqual({ is: "finished" });
});

test("a failed run is given again at once, and remembers its fault until it succeeds", async () => {
  const fault = async () => (await database.pool.query("SELECT fault FROM job_run WHERE job = 'failed'")).rows;
  await runs.claim(aRun("failed"), 60_000);
  await runs.fail(aRun("failed"), 1, "ref-1");
  expect(await fault()).toEqual([{ fault: "ref-1" }]);
  expect(await runs.claim(aRun("failed"), 60_000)).toEqual({ is: "claimed", attempt: 2 });
  await runs.finish(aRun("failed"), 2);
  expect(await fault()).toEqual([{ fault: null }]);
});

test("a lease that ran out is given to another, and its first holder can do nothing more", async () => {
  const run = aRun("expired");
  await runs.claim(run, 1);
  await pause(20);
  expect(await runs.claim(run, 60_000)).toEqual({ is: "claimed", attempt: 2 });
  expect(await runs.renew(run, 1, 60_000)).toBe(false);
  expect(await runs.finish(run, 1)).toBe(false);
  await runs.fail(run, 1, "late");
  expect(await runs.claim(run, 60_000)).toMatchObject({ is: "taken" });
  expect(await runs.finish(run, 2)).toBe(true);
});

test("a lease that is renewed holds", async () => {
  const run = aRun("renewed");
  await runs.claim(run, 1);
  expect(await runs.renew(run, 1, 60_000)).toBe(true);
  await pause(20);
  expect(await runs.claim(run, 60_000)).toMatchObject({ is: "taken" });
});

test("the latest moment of each job and site is known, as of a time", async () => {
  await runs.claim(aRun("known", "2026-03-09T06:30:00Z"), 0);
  await runs.claim(aRun("known", "2026-03-10T06:30:00Z"), 0);
  const known = async (until: string) => (await runs.latest(new Date(until))).filter(({ job }) => job === "known");
  expect(await known("2026-03-11T00:00:00Z")).toEqual([
    { job: "known", site: "new-york", at: new Date("2026-03-10T06:30:00Z") },
  ]);
  expect(await known("2026-03-10T00:00:00Z")).toMatchObject([{ at: new Date("2026-03-09T06:30:00Z") }]);
  expect(await known("2026-03-08T00:00:00Z")).toEqual([]);
});

test("dropped are the unfinished that nobody holds, not the finished, the held and the old", async () => {
  for (const name of ["dropped", "done", "held", "old"]) {
    await runs.claim(
      aRun(name, name === "old" ? "2026-04-01T00:00:00Z" : "2026-04-09T00:00:00Z"),
      name === "held" ? 60_000 : 0,
    );
  }
  await runs.finish(aRun("done", "2026-04-09T00:00:00Z"), 1);
  await pause(20);
  const dropped = await runs.dropped(new Date("2026-04-05T00:00:00Z"), 5);
  expect(dropped).toEqual([{ ...aRun("dropped", "2026-04-09T00:00:00Z"), attempts: 1 }]);
  expect(await runs.dropped(new Date("2026-04-05T00:00:00Z"), 60_000)).toEqual([]);
});
