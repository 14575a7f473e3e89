import { type BackendClasses, DelayedError, ErrorCode, type IQueueBackend, type Job as QueuedJob } from "bullmq";
import type { Backend, Due } from "./backend.ts";
import { nextAfterMemo } from "./cron.ts";
import type { Schedule } from "./schedule.ts";
import { within } from "./within.ts";

/** What the queue carries. `at` is the moment of a missed run; a schedule's run has it from the schedule. */
type Payload = { readonly job: string; readonly site: string; readonly at?: number };
type Queued = QueuedJob<Payload, string>;

export type BullmqDeps<C> = {
  /** Sets apart what several Fairlines keep in one Redis. */
  readonly prefix: string;
  readonly connections: { readonly queue: C; readonly worker: C };
  /** Ends what the connections share, whatever still waits for it. */
  readonly disconnect: () => void;
  readonly concurrency: number;
  /** The wait before the second attempt; each further one is twice as long. */
  readonly backoffMs: number;
  /** After how long a worker that says nothing counts as dead. */
  readonly stallMs: number;
  /** Told of every error of a connection and of the queue's own. */
  readonly trouble: (error: Error) => void;
};

export const queueName = "fairline";
/** How long a stop waits for connections to say goodbye. */
const closeMs = 2_000;
const failuresKept = { age: 14 * 24 * 3600, count: 1000 };

/** The moment a run stands for, which a retry and a delay do not change. */
const dueOf = ({ data, opts, timestamp }: Queued): Due => ({
  job: data.job,
  site: data.site,
  at: new Date(data.at ?? opts.prevMillis ?? timestamp),
});

/** The shared clock on BullMQ. Occurrences are counted by our own cron, which misses none at clock changes. */
export function bullmqBackend<B extends IQueueBackend, C>(
  { Queue, Worker }: BackendClasses<B, C>,
  { connections, prefix, concurrency, backoffMs, stallMs, trouble, disconnect }: BullmqDeps<C>,
): Backend {
  const next = nextAfterMemo();
  const settings = {
    repeatStrategy: (after: number, { pattern = "", tz = "UTC" }: { pattern?: string; tz?: string }) =>
      next(pattern, tz, new Date(after)).getTime(),
  };
  const retries = (attempts: number) => ({
    attempts,
    backoff: { type: "exponential", delay: backoffMs },
    removeOnComplete: true,
  });
  const queue = new Queue<Payload, string>(queueName, { connection: connections.queue, prefix, settings });
  queue.on("error", trouble);
  let worker: InstanceType<typeof Worker<Payload, string>> | undefined;

  return {
    ready: () => queue.waitUntilReady(),

    async schedules() {
      const flat = await queue.getBackend().getJobSchedulersRange(0, -1, true);
      return new Map(flat.flatMap((id, i) => (i % 2 === 0 ? [[id, new Date(Number(flat[i + 1]))] as const] : [])));
    },

    async schedule({ id, job, scope }: Schedule) {
      const data = { job: job.name, site: scope.site };
      const opts = { ...retries(job.attempts), removeOnFail: failuresKept };
      try {
        await queue.upsertJobScheduler(id, { pattern: job.cron, tz: scope.zone }, { name: job.name, data, opts });
        return true;
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === ErrorCode.SchedulerJobIdCollision) return false;
        throw error;
      }
    },

    unschedule: (id) => queue.removeJobScheduler(id),

    async isPrepared(id, at) {
      const state = await queue.getJobState(`repeat:${id}:${at.getTime()}`);
      return state !== "unknown" && state !== "completed" && state !== "failed";
    },

    enqueue: (runs) =>
      queue.addBulk(
        runs.map(({ job, site, at, attempts }) => ({
          name: job,
          data: { job, site, at: at.getTime() },
          opts: {
            ...retries(attempts),
            removeOnFail: true,
            jobId: `late@${job}@${encodeURIComponent(site)}@${at.getTime()}`,
          },
        })),
      ),

    work(run) {
      const process = async (queued: Queued, token?: string) => {
        const reply = await run(dueOf(queued));
        if (typeof reply === "string") return reply;
        await queued.moveToDelayed(reply.again.getTime(), token);
        throw new DelayedError();
      };
      const patience = { lockDuration: stallMs, stalledInterval: stallMs, maxStalledCount: 10 };
      const connection = connections.worker;
      worker = new Worker(queueName, process, { connection, prefix, settings, concurrency, ...patience });
      worker.on("error", trouble);
    },

    async stop(graceMs) {
      let atRest = worker === undefined;
      const resting = worker?.pause().then(() => {
        atRest = true;
      }, trouble);
      await within(graceMs, resting);
      const closing = [worker?.close(!atRest), queue.close()].map((one) => Promise.resolve(one).catch(trouble));
      await within(closeMs, Promise.all(closing));
      disconnect();
    },
  };
}
