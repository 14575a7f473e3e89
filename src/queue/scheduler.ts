import pLimit from "p-limit";
import type { Backend } from "./backend.ts";
import { droppedRuns, missedBy } from "./catch-up.ts";
import type { Job } from "./job.ts";
import type { ClockSite } from "./occurrence.ts";
import type { JobRuns } from "./runs.ts";
import { type Schedule, schedulesOf } from "./schedule.ts";

export type SchedulerDeps<Needs> = {
  readonly backend: Backend;
  readonly jobs: readonly Job<Needs>[];
  readonly sites: readonly ClockSite[];
  readonly runs: JobRuns;
  readonly now: Date;
  /** Whether to look for missed runs of every schedule, not only of those that were out of step. */
  readonly all: boolean;
};

/** What a reconciliation did. */
export type Reconciled = {
  readonly standing: number;
  readonly set: number;
  readonly removed: number;
  readonly late: number;
};

/** How many schedules are set at a time, so that thousands do not hold up whoever waits for an answer. */
const atATime = 20;

/** A schedule is out of step when it is missing, or when its next run is past and not in the queue. */
async function isOutOfStep(backend: Backend, id: string, next: Date | undefined, now: Date): Promise<boolean> {
  if (next === undefined) return true;
  return next < now && !(await backend.isPrepared(id, next));
}

/**
 * Brings the shared clock in step with the list of jobs and the sites: sets what is missing, removes what is stale and
 * puts in the queue what was missed. Safe to do by several processes at once.
 */
export async function reconcile<Needs>(deps: SchedulerDeps<Needs>): Promise<Reconciled> {
  const { backend, jobs, runs, now } = deps;
  const wanted = schedulesOf(jobs, deps.sites);
  const standing = await backend.schedules();
  const amiss: Schedule<Needs>[] = [];
  for (const schedule of wanted.values()) {
    if (await isOutOfStep(backend, schedule.id, standing.get(schedule.id), now)) amiss.push(schedule);
  }
  const suspects = deps.all ? [...wanted.values()] : amiss;
  const missed = suspects.length === 0 ? [] : missedBy(suspects, await runs.latest(now), now);
  const late = [...missed, ...(await droppedRuns(jobs, runs, now))];
  if (late.length > 0) await backend.enqueue(late);

  const set = await pLimit(atATime).map(amiss, (schedule) => backend.schedule(schedule));
  const stale = [...standing.keys()].filter((id) => !wanted.has(id));
  for (const id of stale) await backend.unschedule(id);
  return { standing: wanted.size, set: set.filter(Boolean).length, removed: stale.length, late: late.length };
}
