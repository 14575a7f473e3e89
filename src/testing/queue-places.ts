import { connect } from "../persistence/client.ts";
import { jobRuns } from "../persistence/job-runs.ts";
import { testDatabase } from "./database.ts";
import type { TestRedis } from "./redis.ts";

/** Where a queue is kept in a test, with the means to lose what it keeps. The ledger of runs stays. */
export type QueuePlace = {
  readonly redisUrl?: string;
  readonly databaseUrl: string;
  readonly prefix: string;
  readonly runs: ReturnType<typeof jobRuns>;
  /** Makes it known that a job ran at a site a day ago, so that a start that comes late still catches up today's run. */
  ranYesterday(job: string, site: string): Promise<void>;
  /** Every row of the ledger. */
  ledger(): Promise<readonly { job: string; site: string; period: string; attempts: number; finished: boolean }[]>;
  /** Loses the whole queue, as FLUSHALL would. */
  loseEverything(): Promise<unknown>;
  /** Loses the schedules but not the runs that they put in the queue. */
  loseSchedules(): Promise<unknown>;
  close(): Promise<void>;
};

async function place() {
  const database = await testDatabase();
  const { pool, close } = connect(database.url);
  const runs = jobRuns({ pool });
  return {
    pool,
    databaseUrl: database.url,
    runs,
    async ranYesterday(job: string, site: string) {
      const run = { job, site, period: "yesterday", at: new Date(Date.now() - 23 * 3_600_000) };
      await runs.claim(run, 0);
      await runs.finish(run, 1);
    },
    ledger: async () =>
      (
        await pool.query(
          "SELECT job, site, period, attempts, finished_at IS NOT NULL AS finished FROM job_run ORDER BY at",
        )
      ).rows,
    close: async () => {
      await close();
      await database.close();
    },
  };
}

export async function postgresPlace(): Promise<QueuePlace> {
  const { pool, ...at } = await place();
  return {
    ...at,
    prefix: "fairline",
    loseEverything: () => pool.query("DELETE FROM bullmq.job; DELETE FROM bullmq.scheduler"),
    loseSchedules: () => pool.query("DELETE FROM bullmq.scheduler"),
  };
}

async function redisPlace(redis: TestRedis): Promise<QueuePlace> {
  const { pool: _, ...at } = await place();
  const { prefix, wipe } = redis.space();
  return {
    ...at,
    redisUrl: redis.url,
    prefix,
    loseEverything: () => wipe(),
    loseSchedules: () => wipe(":repeat"),
  };
}

/** Every kind of place that there is here. */
export const queuePlaces = (redis: TestRedis | undefined) => [
  { name: "Postgres", open: postgresPlace },
  ...(redis === undefined ? [] : [{ name: "Redis", open: () => redisPlace(redis) }]),
];
