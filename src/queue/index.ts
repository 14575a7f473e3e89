import type { Log } from "../kernel/log.ts";
import type { Meter } from "../kernel/meter.ts";
import type { Outcome } from "../kernel/outcome.ts";
import type { Backend } from "./backend.ts";
import type { Job } from "./job.ts";
import type { RunRefusal } from "./messages.ts";
import type { ClockSite } from "./occurrence.ts";
import { type RanNow, type RunRequest, runNow } from "./run-now.ts";
import { runner } from "./runner.ts";
import type { JobRuns } from "./runs.ts";
import { reconcile } from "./scheduler.ts";
import { type Upkeep, upkeep } from "./upkeep.ts";
import { within } from "./within.ts";

export type { Job } from "./job.ts";
export { whyNotRun } from "./messages.ts";
export type { ClockSite } from "./occurrence.ts";
export { type Upkeep, upkeep } from "./upkeep.ts";

/** How fast the queue goes; the defaults suit production. */
export type Pace = {
  /** When each process does its upkeep, as a cron line. */
  readonly upkeep: string;
  /** How many runs a process has under way at most. */
  readonly concurrency: number;
  /** How long a run may give no sign of life before another may take it. */
  readonly leaseMs: number;
  /** How long a worker may give none before its work comes back to the queue. */
  readonly stallMs: number;
  /** The wait before a failed run's second attempt; each further one is twice as long. */
  readonly backoffMs: number;
  /** How long a stop waits for runs under way. */
  readonly graceMs: number;
};

const usual: Pace = {
  upkeep: "* * * * *",
  concurrency: 5,
  leaseMs: 60_000,
  stallMs: 30_000,
  backoffMs: 30_000,
  graceMs: 4_000,
};

export type QueueDeps<Needs> = {
  /** The queue is kept in Redis if this is given, else in the database. */
  readonly redisUrl?: string | undefined;
  readonly databaseUrl: string;
  readonly jobs: readonly Job<Needs>[];
  readonly needs: Needs;
  readonly sites: () => Promise<readonly ClockSite[]>;
  readonly runs: JobRuns;
  readonly log: Log;
  readonly clock: () => Date;
  /** The reference under which a fault is logged. */
  readonly reference: () => string;
  /** Sets apart what several Fairlines keep in one Redis. */
  readonly prefix?: string;
  readonly pace?: Partial<Pace>;
  /** Told of every run and of every fault. */
  readonly meter?: Meter | undefined;
};

type QueueHealth = {
  readonly backend: "redis" | "postgres";
  /** Whether the last upkeep went well, at most three minutes ago. */
  readonly ok: boolean;
  readonly schedules: number;
  readonly tendedAt?: Date;
  readonly trouble?: string;
};

export type Queue = {
  /** Begins to work in the background and returns at once; an unreachable back-end is tried again by the upkeep. */
  start(): void;
  /** Lets runs under way end for a few seconds, then closes every connection. */
  stop(): Promise<void>;
  /** Runs one occurrence by hand, whether started or not; throws what the job throws, with its reference. */
  runNow(request: RunRequest): Promise<Outcome<RanNow, RunRefusal>>;
  health(): QueueHealth;
};

const freshMs = 3 * 60_000;

/** The clock: brings every job when it is due, at each site in its own zone, and runs it once. */
export function queue<Needs>(deps: QueueDeps<Needs>): Queue {
  const { redisUrl, databaseUrl, log, clock, prefix = "fairline" } = deps;
  const pace = { ...usual, ...deps.pace };
  const running = { ...deps, leaseMs: pace.leaseMs };
  let stopped = false;
  let backend: Backend | undefined;
  let rounds: Upkeep | undefined;
  let round: Promise<void> | undefined;
  let tended: { readonly at: Date; readonly schedules: number } | undefined;
  let trouble: string | undefined;

  /** A lasting trouble is logged once, not at every attempt to reconnect. */
  function note(error: unknown): void {
    const message = error instanceof Error ? error.message || error.name : String(error);
    if (message !== trouble && !stopped) log.warn({ error }, "the queue is in trouble");
    trouble = message;
  }

  async function open(): Promise<Backend | undefined> {
    const { onPostgres, onRedis } = await import("./connect.ts");
    if (stopped) return undefined;
    const shared = { ...pace, prefix, trouble: note };
    const opened = redisUrl === undefined ? onPostgres(databaseUrl, shared) : onRedis(redisUrl, shared);
    backend = opened;
    try {
      await opened.ready();
    } catch (error) {
      backend = undefined;
      if (!stopped) await opened.stop(0);
      throw error;
    }
    if (!stopped) opened.work(runner(running));
    return opened;
  }

  async function tend(): Promise<void> {
    try {
      const reached = backend ?? (await open());
      if (stopped || reached === undefined) return;
      const sites = await deps.sites();
      const now = clock();
      const done = await reconcile({ ...deps, backend: reached, sites, now, all: tended === undefined });
      if (done.set + done.removed + done.late > 0) log.info({ ...done }, "the schedules were put in step");
      tended = { at: now, schedules: done.standing };
      trouble = undefined;
    } catch (error) {
      note(error);
    }
  }

  const tendOnce = (): Promise<void> => {
    round ??= tend().finally(() => {
      round = undefined;
    });
    return round;
  };

  return {
    start() {
      if (rounds !== undefined || stopped) return;
      rounds = upkeep(tendOnce, { cron: pace.upkeep, log });
      void tendOnce();
    },

    async stop() {
      stopped = true;
      await rounds?.stop();
      await backend?.stop(pace.graceMs);
      await within(pace.graceMs, round);
    },

    runNow: (request) => runNow(request, running),

    health: () => ({
      backend: redisUrl === undefined ? "postgres" : "redis",
      ok: tended !== undefined && trouble === undefined && clock().getTime() - tended.at.getTime() < freshMs,
      schedules: tended?.schedules ?? 0,
      ...(tended && { tendedAt: tended.at }),
      ...(trouble !== undefined && { trouble }),
    }),
  };
}
