import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createPostgresBackend, createRedisBackend, withBackend } from "bullmq";
import { Redis } from "ioredis";
import { jobs } from "../../jobs/index.ts";
import { type HouseDatabase, openDatabase } from "../persistence/database.ts";
import { jobRuns } from "../persistence/job-runs.ts";
import type { Backend } from "../queue/backend.ts";
import { onPostgres, onRedis } from "../queue/connect.ts";
import { lastUntil } from "../queue/cron.ts";
import type { ClockSite } from "../queue/occurrence.ts";
import { schedulesOf } from "../queue/schedule.ts";
import { reconcile } from "../queue/scheduler.ts";
import { testRedis } from "../testing/redis.ts";
import { type Figure, percentile } from "./figure.ts";

const silent = { info: () => {}, warn: () => {}, error: () => {} };
const now = new Date();
const rounds = 3;
const days = 30;

const zones = Intl.supportedValuesOf("timeZone").filter((_, index) => index % 10 === 0);
const sites = Array.from({ length: 1_000 }, (_, index): ClockSite => {
  const calendar = { weekend: [6, 7], holidays: [], workdays: [] } as const;
  return { id: `site-${index}`, zone: zones[index % zones.length] ?? "UTC", calendar };
});
const wanted = [...schedulesOf(jobs, sites).values()];

/** A month of the ledger of runs, in which nothing was missed. */
async function fill({ pool }: HouseDatabase): Promise<void> {
  const known = new Map<string, Date>();
  const lasts = wanted.map(({ job, scope: { site, zone } }) => {
    const at = known.get(`${job.cron} ${zone}`) ?? lastUntil(job.cron, zone, now);
    known.set(`${job.cron} ${zone}`, at);
    return { job: job.name, site, at };
  });
  await pool.query(
    `INSERT INTO job_run (job, site, period, at, attempts, lease_until, finished_at)
      SELECT job, site, d::text, at - d * interval '1 day', 1, at, at
      FROM jsonb_to_recordset($1::jsonb) AS last(job text, site text, at timestamptz), generate_series(0, ${days}) d`,
    [JSON.stringify(lasts)],
  );
  await pool.query("ANALYZE");
}

/** Somewhere a queue is kept: Fairline's clock on it, and a bare BullMQ queue beside that. */
type Kept = {
  readonly name: string;
  readonly backend: Backend;
  readonly bare: {
    upsertJobScheduler(id: string, repeat: { pattern: string; tz: string }, job: object): Promise<unknown>;
  };
  readonly wipe: () => Promise<unknown>;
  readonly close: () => Promise<unknown>;
};

function fail(error: Error): never {
  throw error;
}
const shared = { concurrency: 5, backoffMs: 30_000, stallMs: 30_000, trouble: fail };

function inPostgres({ url, pool }: HouseDatabase): Kept {
  const backend = onPostgres(url, { ...shared, prefix: "fairline" });
  const { Queue } = withBackend(createPostgresBackend);
  const bare = new Queue("bare", { connection: { connectionString: url, schema: "bullmq", migrate: true } });
  return {
    name: "Postgres",
    backend,
    bare,
    wipe: () => pool.query("DELETE FROM bullmq.job; DELETE FROM bullmq.scheduler"),
    close: () => Promise.all([backend.stop(1_000), bare.close()]),
  };
}

/** Undefined where there is no Redis. */
async function inRedis(): Promise<Kept | undefined> {
  const found = await testRedis();
  if (found === undefined) return undefined;
  const { prefix, wipe } = found.space();
  const backend = onRedis(found.url, { ...shared, prefix });
  const { Queue } = withBackend(createRedisBackend);
  const connection = new Redis(found.url, { maxRetriesPerRequest: null });
  const bare = new Queue("bare", { connection, prefix });
  async function close(): Promise<void> {
    await Promise.all([backend.stop(1_000), bare.close()]);
    connection.disconnect();
    await found?.close();
  }
  return { name: "Redis", backend, bare, wipe: () => wipe(), close };
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}

/** Sets the same schedules as the library's own pages show it, one after the other. */
async function setBare({ bare }: Kept): Promise<void> {
  for (const { id, job, scope } of wanted) {
    const data = { job: job.name, site: scope.site };
    await bare.upsertJobScheduler(id, { pattern: job.cron, tz: scope.zone }, { name: job.name, data });
  }
}

/** Reconciles and says how long that took; throws unless it set so many schedules and found nothing else to do. */
async function inStep(kept: Kept, runs: ReturnType<typeof jobRuns>, sets: number): Promise<number> {
  return seconds(async () => {
    const { set, removed, late } = await reconcile({ backend: kept.backend, jobs, sites, runs, now, all: true });
    if (set !== sets || removed > 0 || late > 0) throw new Error(`${set} set, ${removed} removed, ${late} late`);
  });
}

async function measureKept(kept: Kept, database: HouseDatabase): Promise<Figure[]> {
  const runs = jobRuns(database);
  const seen = { empty: [] as number[], again: [] as number[] };
  await kept.backend.ready();
  const bare = await seconds(() => setBare(kept));
  await kept.wipe();
  for (let round = 0; round < rounds; round += 1) {
    seen.empty.push(await inStep(kept, runs, wanted.length));
    seen.again.push(await inStep(kept, runs, 0));
    await kept.wipe();
  }
  const median = (values: readonly number[]) => percentile(values, 0.5);
  const what = `${wanted.length.toLocaleString("en")} schedules of 1,000 sites in ${kept.name}`;
  return [
    { what: `${what}, from nothing`, unit: "s", ours: median(seen.empty), goal: 5 },
    { what: `${what}, in step already`, unit: "s", ours: median(seen.again), goal: 5 },
    {
      what: `${what}, beside bare BullMQ one by one`,
      unit: "s",
      ours: median(seen.empty),
      baseline: bare,
    },
  ];
}

/** The shared clock of 1,000 sites put in step, from nothing and again, beside setting the same schedules by hand. */
export async function measureSchedules(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), "fairline-bench-"));
  const database = await openDatabase({ folder, log: silent, url: process.env.DATABASE_URL });
  try {
    await fill(database);
    const figures: Figure[] = [];
    for (const open of [async () => inPostgres(database), inRedis]) {
      const kept = await open();
      if (kept !== undefined) figures.push(...(await measureKept(kept, database).finally(kept.close)));
    }
    return figures;
  } finally {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
}
