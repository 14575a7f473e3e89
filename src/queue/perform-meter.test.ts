import { expect, test } from "vitest";
import type { Job } from "./job.ts";
import { perform } from "./perform.ts";
import type { Claim } from "./runs.ts";

const ignored = () => {};

test("a run is told with how it ended and how long it took, and one that another did is not", async () => {
  const told: unknown[] = [];
  let now = Date.parse("2026-03-10T09:00:00Z");
  let claim: Claim = { is: "claimed", attempt: 1 };
  const job = (end: () => void): Job<object> => ({
    name: "daily-score",
    cron: "0 9 * * *",
    per: "company",
    on: "every day",
    attempts: 1,
    run: async () => {
      now += 2500;
      end();
    },
  });
  const deps = {
    needs: {},
    runs: {
      claim: async () => claim,
      renew: async () => true,
      finish: async () => true,
      fail: async () => {},
      latest: async () => [],
      dropped: async () => [],
    },
    log: { info: ignored, warn: ignored, error: ignored },
    clock: () => new Date(now),
    reference: () => "ref",
    leaseMs: 60_000,
    meter: { ran: (run: object) => told.push(run), faulted: (place: string) => told.push(place) },
  };
  const scope = { site: "", zone: "UTC" };
  const broken = () => {
    throw new Error("no paper");
  };
  await perform(job(ignored), scope, new Date(now), deps);
  await expect(perform(job(broken), scope, new Date(now), deps)).rejects.toThrow("reference ref");
  claim = { is: "finished" };
  await perform(job(ignored), scope, new Date(now), deps);
  expect(told).toEqual([
    { job: "daily-score", outcome: "done", seconds: 2.5 },
    { job: "daily-score", outcome: "failed", seconds: 2.5 },
    "queue",
  ]);
});
