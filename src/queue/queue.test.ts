import { afterAll, describe, expect, type TestContext, test, vi } from "vitest";
import type { Calendar } from "../kernel/calendar.ts";
import { dayAt } from "../kernel/time.ts";
import { type QueuePlace, queuePlaces } from "../testing/queue-places.ts";
import { testRedis } from "../testing/redis.ts";
import { onPostgres, onRedis } from "./connect.ts";
import { lastUntil, nextAfter } from "./cron.ts";
import { type ClockSite, type Pace, type Queue, queue } from "./index.ts";
import type { Job, Occurrence } from "./job.ts";
import { schedulesOf } from "./schedule.ts";

const redis = await testRedis();
afterAll(() => redis?.close());

const always: Calendar = { weekend: [], holidays: [], workdays: [] };
const never: Calendar = { weekend: [1, 2, 3, 4, 5, 6, 7], holidays: [], workdays: [] };
const newYork: ClockSite = { id: "new:york", zone: "America/New_York", calendar: always };

/** What ran, as the job saw it. */
type Needs = { readonly seen: (occurrence: Occurrence) => Promise<void> | void };

const everySecond: Job<Needs> = {
  name: "tick",
  cron: "* * * * * *",
  per: "site",
  on: "every day",
  attempts: 3,
  run: async ({ seen }, occurrence) => seen(occurrence),
};

/** A cron line for one time of day, so many seconds from now on a zone's clock. */
function dailyIn(seconds: number, zone: string): string {
  const at = new Date(Date.now() + seconds * 1000);
  const [h, m, s] = at.toLocaleTimeString("en-GB", { timeZone: zone }).split(":").map(Number);
  return `${s} ${m} ${h} * * *`;
}

const daily = (seconds: number, zone = newYork.zone): Job<Needs> => ({
  ...everySecond,
  name: "daily",
  cron: dailyIn(seconds, zone),
});

const brisk: Partial<Pace> = { upkeep: "* * * * * *", leaseMs: 1_500, stallMs: 1_000, backoffMs: 100 };
const soon = { timeout: 15_000, interval: 50 };

describe.concurrent.each(queuePlaces(redis))("the queue on $name", ({ open }) => {
  /** A place of the test's own, and as many processes there as it makes. */
  async function aPlace(
    { onTestFinished }: TestContext,
    jobs: readonly Job<Needs>[],
    sites: () => readonly ClockSite[] = () => [newYork],
  ) {
    const at = await open();
    const started: Queue[] = [];
    onTestFinished(async () => {
      await Promise.all(started.map((one) => one.stop()));
      await at.loseEverything();
      await at.close();
    });
    return { at, ...aQueue(), aQueue };

    function aQueue() {
      const seen: Occurrence[] = [];
      const faults: Readonly<Record<string, unknown>>[] = [];
      const behave: { as: Needs["seen"] } = { as: () => {} };
      const ignored = () => {};
      const made = queue<Needs>({
        ...at,
        jobs,
        needs: {
          seen: async (occurrence) => {
            await behave.as(occurrence);
            seen.push(occurrence);
          },
        },
        sites: async () => sites(),
        log: { info: ignored, warn: ignored, error: (context) => faults.push(context) },
        clock: () => new Date(),
        reference: () => `ref-${faults.length}`,
        pace: brisk,
      });
      started.push(made);
      return { ...made, seen, faults, behave };
    }
  }

  /** The bare back-end of a place, to look behind the queue. */
  async function aBackend(at: QueuePlace, { onTestFinished }: TestContext) {
    const trouble = (error: Error) => expect.fail(error.message);
    const shared = { prefix: at.prefix, concurrency: 1, backoffMs: 1, stallMs: 1_000, trouble };
    const backend = at.redisUrl === undefined ? onPostgres(at.databaseUrl, shared) : onRedis(at.redisUrl, shared);
    onTestFinished(() => backend.stop(0));
    await backend.ready();
    return backend;
  }

  const moments = (seen: readonly Occurrence[]) => seen.map((one) => one.at.getTime());

  test("a due job runs once for its nominal moment, in the site's zone", async (context) => {
    const { start, seen } = await aPlace(context, [{ ...everySecond, name: "nominal" }]);
    start();
    await vi.waitFor(() => expect(seen.length).toBeGreaterThan(2), soon);
    for (const { at, day, site, zone } of seen) {
      expect(at.getMilliseconds()).toBe(0);
      expect({ day, site, zone }).toEqual({ day: dayAt(at, newYork.zone), site: "new:york", zone: newYork.zone });
    }
    expect(new Set(moments(seen)).size).toBe(seen.length);
  });

  test("two processes on one queue do each occurrence once, and both are put to use", async (context) => {
    const sites = Array.from({ length: 12 }, (_, i) => ({ ...newYork, id: `site-${i}` }));
    const job = { ...everySecond, name: "shared" };
    const { at, aQueue, ...one } = await aPlace(context, [job], () => sites);
    const two = aQueue();
    one.start();
    two.start();
    await vi.waitFor(() => expect(Math.min(one.seen.length, two.seen.length)).toBeGreaterThan(6), soon);
    await Promise.all([one.stop(), two.stop()]);
    const all = [...one.seen, ...two.seen].map((run) => `${run.site} ${run.at.toISOString()}`);
    expect(new Set(all).size).toBe(all.length);
    expect((await at.ledger()).filter((row) => row.job === "shared" && row.attempts !== 1)).toEqual([]);
  });

  test("an occurrence that was run by hand is not run again when it is due", async (context) => {
    const job = { ...daily(3), name: "by-hand" };
    const { start, runNow, seen, health } = await aPlace(context, [job]);
    expect(await runNow({ job: "by-hand", site: "new:york" })).toMatchObject({ ok: true, value: { is: "done" } });
    start();
    await vi.waitFor(() => expect(health()).toMatchObject({ ok: true, schedules: 1 }), soon);
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    expect(await runNow({ job: "by-hand", site: "new:york" })).toMatchObject({ value: { is: "already done" } });
    expect(seen).toHaveLength(1);
  });

  test("a failed run comes again for the same moment until it succeeds, each fault with a reference", async (context) => {
    const { at, start, seen, faults, behave } = await aPlace(context, [{ ...daily(2), name: "flaky" }]);
    behave.as = () => {
      if (faults.length < 2) throw new Error("not yet");
    };
    await at.ranYesterday("flaky", "new:york");
    start();
    await vi.waitFor(() => expect(seen).toHaveLength(1), soon);
    expect(seen[0]?.at.getMilliseconds()).toBe(0);
    expect(faults.map(({ reference, attempt }) => ({ reference, attempt }))).toEqual([
      { reference: "ref-0", attempt: 1 },
      { reference: "ref-1", attempt: 2 },
    ]);
    await vi.waitFor(async () => {
      expect((await at.ledger()).at(-1)).toMatchObject({ job: "flaky", attempts: 3, finished: true });
    }, soon);
  });

  test("a claim whose holder died is taken again when its lease is over, and not before", async (context) => {
    const { at, start, seen } = await aPlace(context, [{ ...everySecond, name: "orphan" }]);
    start();
    await vi.waitFor(() => expect(seen.length).toBeGreaterThan(0), soon);
    const due = new Date(Math.ceil(Date.now() / 1000) * 1000 + 3_000);
    const run = { job: "orphan", site: "new:york", period: due.toISOString(), at: due };
    expect(await at.runs.claim(run, 6_000)).toEqual({ is: "claimed", attempt: 1 });
    const until = Date.now() + 6_000;
    const ran = () => seen.find((one) => one.at.getTime() === due.getTime());
    await vi.waitFor(() => expect(ran()).toBeDefined(), soon);
    expect(ran()?.now.getTime()).toBeGreaterThanOrEqual(until - 500);
    expect(await at.runs.finish(run, 1)).toBe(false);
  });

  test("a queue that lost everything is put in step by the upkeep", async (context) => {
    const { at, start, seen } = await aPlace(context, [{ ...everySecond, name: "lost" }]);
    start();
    await vi.waitFor(() => expect(seen.length).toBeGreaterThan(0), soon);
    await at.loseEverything();
    const before = seen.length;
    await vi.waitFor(() => expect(seen.length).toBeGreaterThan(before + 2), soon);
    expect(new Set(moments(seen)).size).toBe(seen.length);
  });

  test("lost schedules whose next run is still in the queue are survived and come back", async (context) => {
    const { at, start, seen, faults, health } = await aPlace(context, [
      { ...daily(4), name: "half-lost" },
      everySecond,
    ]);
    await at.ranYesterday("half-lost", "new:york");
    start();
    await vi.waitFor(() => expect(health()).toMatchObject({ ok: true, schedules: 2 }), soon);
    await at.loseSchedules();
    await vi.waitFor(async () => {
      const [, row] = (await at.ledger()).filter(({ job }) => job === "half-lost");
      expect(row).toMatchObject({ attempts: 1, finished: true });
    }, soon);
    const before = seen.length;
    await vi.waitFor(() => expect(seen.length).toBeGreaterThan(before + 2), soon);
    expect(faults).toEqual([]);
    expect(health().ok).toBe(true);
  });

  test("a schedule whose next run is already in the queue is refused quietly, and that run is seen", async (context) => {
    const { at } = await aPlace(context, []);
    const backend = await aBackend(at, context);
    const [schedule] = schedulesOf([{ ...daily(3_600), name: "there" }], [newYork]).values();
    if (schedule === undefined) throw new Error("no schedule");
    expect(await backend.schedule(schedule)).toBe(true);
    const next = (await backend.schedules()).get(schedule.id);
    await at.loseSchedules();
    expect(await backend.schedules()).toEqual(new Map());
    expect(await backend.schedule(schedule)).toBe(false);
    expect(await backend.isPrepared(schedule.id, next ?? new Date(0))).toBe(true);
    expect(await backend.isPrepared(schedule.id, new Date(0))).toBe(false);
  });

  test("a site that moves to another zone is followed by the upkeep", async (context) => {
    let site = { ...newYork, zone: "Pacific/Kiritimati" };
    const job = { ...everySecond, name: "moved", cron: "30 2 * * *" };
    const { at, start } = await aPlace(context, [job], () => [site]);
    const backend = await aBackend(at, context);
    const inStep = async () => {
      const next = nextAfter(job.cron, site.zone, new Date());
      expect([...(await backend.schedules()).values()]).toEqual([next]);
    };
    start();
    await vi.waitFor(inStep, soon);
    site = { ...site, zone: "America/New_York" };
    await vi.waitFor(inStep, soon);
  });

  test("what was missed while nothing ran is run late, for the day that it stands for", async (context) => {
    const job = { ...daily(-90), name: "missed" };
    const due = lastUntil(job.cron, newYork.zone, new Date());
    const dayBefore = new Date(due.getTime() - 24 * 3_600_000);
    const { start, runNow, seen } = await aPlace(context, [job]);
    await runNow({ job: "missed", site: "new:york", at: dayBefore });
    start();
    await vi.waitFor(() => expect(seen).toHaveLength(2), soon);
    expect(seen[1]).toMatchObject({ at: due, day: dayAt(due, newYork.zone) });
  });

  test("a job for workdays keeps to each site's own calendar", async (context) => {
    const sites = [
      { ...newYork, id: "open" },
      { ...newYork, id: "shut", calendar: never },
    ];
    const { start, seen } = await aPlace(
      context,
      [{ ...everySecond, name: "workdays", on: "workdays" } as Job<Needs>],
      () => sites,
    );
    start();
    await vi.waitFor(() => expect(seen.length).toBeGreaterThan(2), soon);
    expect(new Set(seen.map(({ site }) => site))).toEqual(new Set(["open"]));
  });

  test("a job of the company runs in UTC, whatever sites there are", async (context) => {
    const { start, seen } = await aPlace(
      context,
      [{ ...everySecond, name: "company", per: "company", on: "every day" }],
      () => [],
    );
    start();
    await vi.waitFor(() => expect(seen.length).toBeGreaterThan(0), soon);
    expect(seen[0]).toMatchObject({ site: "", zone: "UTC" });
  });

  test("a stop lets the run under way end, and begins no other", async (context) => {
    const { at, start, stop, seen, behave } = await aPlace(context, [{ ...everySecond, name: "stopping" }]);
    let begun = 0;
    behave.as = () => {
      begun += 1;
      return new Promise((resolve) => setTimeout(resolve, 2_200));
    };
    start();
    await vi.waitFor(() => expect(begun).toBeGreaterThan(0), soon);
    await stop();
    expect(seen).toHaveLength(begun);
    const rows = (await at.ledger()).filter(({ job }) => job === "stopping");
    expect(rows.every(({ finished }) => finished)).toBe(true);
  });
});
