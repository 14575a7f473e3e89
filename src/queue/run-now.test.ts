import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { format } from "../kernel/locale.ts";
import { day } from "../kernel/time.ts";
import { postgresPlace, type QueuePlace } from "../testing/queue-places.ts";
import type { Job, Occurrence } from "./job.ts";
import { type RunRefusal, whyNotRun } from "./messages.ts";
import { type RunRequest, runNow } from "./run-now.ts";

let place: QueuePlace;
let seen: Occurrence[] = [];
let broken = false;
beforeAll(async () => {
  place = await postgresPlace();
});
beforeEach(() => {
  seen = [];
  broken = false;
});
afterAll(() => place.close());

const now = new Date("2026-03-11T12:00:00Z");
const run: Job<object>["run"] = async (_, occurrence) => {
  if (broken) throw new Error("no paper");
  seen.push(occurrence);
};
const every = { per: "site", on: "every day", attempts: 1, run } as const;
const jobs: readonly Job<object>[] = [
  { ...every, name: "nightly-scores", cron: "30 2 * * *" },
  { ...every, name: "weekly", cron: "0 10 * * 1" },
  { ...every, name: "twice-a-day", cron: "0 9,17 * * *" },
  { ...every, name: "digest", cron: "15 9 * * *", on: "workdays" },
  { ...every, name: "tidy", cron: "0 4 * * *", per: "company" },
];
const sites = [
  {
    id: "shanghai",
    zone: "Asia/Shanghai",
    calendar: { weekend: [6, 7] as const, holidays: [], workdays: [day("2026-02-28")] },
  },
  { id: "new-york", zone: "America/New_York", calendar: { weekend: [6, 7] as const, holidays: [], workdays: [] } },
];
const faults: unknown[] = [];
const ask = (request: RunRequest) =>
  runNow(request, {
    jobs,
    needs: {},
    runs: place.runs,
    sites: async () => sites,
    log: { info: () => {}, warn: () => {}, error: (context) => faults.push(context) },
    clock: () => now,
    reference: () => "ref-7",
    leaseMs: 60_000,
  });
const at = (text: string) => new Date(text);

describe("the occurrence that a moment speaks for", () => {
  test.each([
    ["any moment of the day", "nightly-scores", "new-york", "2026-03-09T22:00:00Z", "2026-03-09T06:30:00.000Z"],
    ["the first of the day", "nightly-scores", "new-york", "2026-03-08T05:00:00Z", "2026-03-08T07:30:00.000Z"],
    ["its own moment", "nightly-scores", "shanghai", "2026-03-08T18:30:00Z", "2026-03-08T18:30:00.000Z"],
    ["a day in its week", "weekly", "shanghai", "2026-03-11T12:00:00Z", "2026-03-09T02:00:00.000Z"],
    ["the first hour of its day", "weekly", "shanghai", "2026-03-15T16:00:00Z", "2026-03-16T02:00:00.000Z"],
    ["between two of a day", "twice-a-day", "new-york", "2026-03-09T20:00:00Z", "2026-03-09T13:00:00.000Z"],
    ["a make-up Saturday", "digest", "shanghai", "2026-02-28T03:00:00Z", "2026-02-28T01:15:00.000Z"],
  ])("%s: %s of %s at %s is %s", async (_, job, site, when, nominal) => {
    const outcome = await ask({ job, site, at: at(when) });
    expect(outcome).toMatchObject({ ok: true, value: { is: "done", at: at(nominal) } });
    expect(seen).toMatchObject([{ at: at(nominal), now, site }]);
  });

  test("is the one of today when nothing is said, and the company needs no site", async () => {
    expect(await ask({ job: "tidy" })).toMatchObject({ value: { is: "done", at: at("2026-03-11T04:00:00Z") } });
    expect(seen).toMatchObject([{ site: "", zone: "UTC", day: "2026-03-11" }]);
  });
});

test("a second run of an occurrence has no effect and says so", async () => {
  const request = { job: "nightly-scores", site: "new-york", at: at("2026-04-01T12:00:00Z") };
  expect(await ask(request)).toMatchObject({ ok: true, value: { is: "done", day: "2026-04-01" } });
  expect(await ask({ ...request, at: at("2026-04-01T20:00:00Z") })).toMatchObject({ value: { is: "already done" } });
  expect(seen).toHaveLength(1);
});

test("twenty at once have one effect", async () => {
  const request = { job: "nightly-scores", site: "new-york", at: at("2026-04-02T12:00:00Z") };
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => ask(request)));
  expect(seen).toHaveLength(1);
  expect(outcomes.filter((one) => one.ok && one.value.is === "done")).toHaveLength(1);
});

test("a fault is logged, thrown with its reference, and can be tried again at once", async () => {
  broken = true;
  const request = { job: "nightly-scores", site: "shanghai", at: at("2026-04-03T12:00:00Z") };
  await expect(ask(request)).rejects.toThrow("nightly-scores failed, reference ref-7");
  expect(faults).toMatchObject([{ job: "nightly-scores", site: "shanghai", period: "2026-04-03", reference: "ref-7" }]);
  broken = false;
  expect(await ask(request)).toMatchObject({ ok: true, value: { is: "done" } });
});

describe("what cannot be run is refused with what can", () => {
  const [en, zh] = [format("en"), format("zh-CN")];
  const refused: readonly [string, RunRequest, RunRefusal, string, string][] = [
    [
      "an unknown job",
      { job: "nightly-score", site: "shanghai" },
      { why: "unknown-job", name: "nightly-score", nearest: ["nightly-scores", "digest", "weekly"] },
      "There is no job called “nightly-score”. Try nightly-scores, digest or weekly.",
      "没有名为“nightly-score”的任务，可用：nightly-scores、digest或weekly。",
    ],
    [
      "an unknown site",
      { job: "weekly", site: "shangai" },
      { why: "unknown-site", site: "shangai", nearest: ["shanghai", "new-york"] },
      "There is no site “shangai”. Try shanghai or new-york.",
      "没有中心“shangai”，可用：shanghai或new-york。",
    ],
    [
      "no site",
      { job: "weekly" },
      { why: "unknown-site", site: "", nearest: ["shanghai", "new-york"] },
      "Say for which site: shanghai or new-york.",
      "请指定中心：shanghai或new-york。",
    ],
    [
      "a day off",
      { job: "digest", site: "new-york", at: at("2026-03-07T15:00:00Z") },
      { why: "not-a-workday", day: day("2026-03-07"), nearest: [day("2026-03-06"), day("2026-03-09")] },
      `${en.day("2026-03-07")} is not a workday of this site, and this job runs on workdays only. Try ${en.day("2026-03-06")} or ${en.day("2026-03-09")}.`,
      `${zh.day("2026-03-07")}不是该中心的工作日，此任务只在工作日运行。可选${zh.day("2026-03-06")}或${zh.day("2026-03-09")}。`,
    ],
  ];
  test.each(refused)("%s", async (_, request, refusal, en, zh) => {
    expect(await ask(request)).toEqual({ ok: false, refusal });
    expect(whyNotRun(refusal)("en")).toBe(en);
    expect(whyNotRun(refusal)("zh-CN")).toBe(zh);
    expect(seen).toEqual([]);
  });

  test("one that is being run right now", async () => {
    const due = at("2026-05-01T06:30:00Z");
    await place.runs.claim({ job: "nightly-scores", site: "new-york", period: "2026-05-01", at: due }, 60_000);
    const outcome = await ask({ job: "nightly-scores", site: "new-york", at: due });
    expect(outcome).toEqual({ ok: false, refusal: { why: "under-way" } });
  });
});
