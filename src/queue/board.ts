import { createPostgresBackend, createRedisBackend, withBackend } from "bullmq";
import { Redis } from "ioredis";
import { queueName } from "./bullmq.ts";
import type { Job } from "./job.ts";
import type { ClockSite } from "./occurrence.ts";
import { schedulesOf } from "./schedule.ts";
import { within } from "./within.ts";

export type BoardDeps = {
  readonly redisUrl?: string | undefined;
  readonly databaseUrl: string;
  readonly jobs: readonly Job<never>[];
  readonly sites: () => Promise<readonly ClockSite[]>;
  readonly clock: () => Date;
  /** Sets apart what several Fairlines keep in one Redis. */
  readonly prefix?: string;
  /** Told of every error of the connection. */
  readonly trouble: (error: Error) => void;
};

/** A schedule whose next run is past by more than this was let lie by every upkeep. */
const lateMs = 3 * 60_000;
/** How long a queue may take to be reached, and to be left. */
const patienceMs = 3_000;

/** A queue to look into, over one connection of its own, which is opened when it is first asked and not before. */
function openQueue({ redisUrl, databaseUrl, prefix = "fairline", trouble }: BoardDeps) {
  if (redisUrl === undefined) {
    const { Queue } = withBackend(createPostgresBackend);
    const connection = { connectionString: databaseUrl, schema: "bullmq", migrate: true, max: 1 };
    const queue = new Queue(queueName, { connection: { ...connection, idleTimeoutMillis: 5_000 }, prefix });
    queue.on("error", trouble);
    return { queue, disconnect: () => {} };
  }
  const { Queue } = withBackend(createRedisBackend);
  // Who looks is told at once that nothing answers, instead of waiting for better times.
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: 1, connectTimeout: 2_000, commandTimeout: 2_000 });
  redis.on("error", trouble);
  const queue = new Queue(queueName, { connection: redis, prefix });
  queue.on("error", trouble);
  return { queue, disconnect: () => redis.disconnect() };
}

/** How the queue stands. */
export type QueueFigures = {
  /** Runs in the queue by what they wait for. */
  readonly depth: Readonly<Record<string, number>>;
  /** Schedules that are missing, stale, or let lie. */
  readonly outOfStep: number;
};

/** A look into the queue, whether this process works on it or not; it changes nothing. */
export function board(deps: BoardDeps) {
  let opened: ReturnType<typeof openQueue> | undefined;

  async function look() {
    opened ??= openQueue(deps);
    const { queue } = opened;
    let isReady = false;
    const ready = queue.waitUntilReady().then(() => {
      isReady = true;
    });
    await within(patienceMs, ready);
    if (!isReady) throw new Error("the queue cannot be reached");
    return queue;
  }

  return {
    /** The queue itself, as the vendor's dashboard wants it; throws when it cannot be reached. */
    queue: look,

    /** Throws when the queue cannot be reached. */
    async figures(): Promise<QueueFigures> {
      const queue = await look();
      const [depth, flat, sites] = await Promise.all([
        queue.getJobCounts(),
        queue.getBackend().getJobSchedulersRange(0, -1, true),
        deps.sites(),
      ]);
      const standing = new Map(flat.flatMap((id, i) => (i % 2 === 0 ? [[id, Number(flat[i + 1])] as const] : [])));
      const wanted = schedulesOf(deps.jobs, sites);
      const latest = deps.clock().getTime() - lateMs;
      const amiss = [...wanted.keys()].filter((id) => (standing.get(id) ?? 0) < latest);
      const stale = [...standing.keys()].filter((id) => !wanted.has(id));
      return { depth, outOfStep: amiss.length + stale.length };
    },

    async close(): Promise<void> {
      await within(patienceMs, opened?.queue.close().catch(deps.trouble));
      opened?.disconnect();
    },
  };
}
export type Board = ReturnType<typeof board>;
