import type { Due } from "./backend.ts";
import { occurrencesIn } from "./cron.ts";
import type { Job } from "./job.ts";
import { stillWorth, takesPlace } from "./occurrence.ts";
import type { JobRuns } from "./runs.ts";
import type { Schedule } from "./schedule.ts";

type Late = Due & { readonly attempts: number };
type Latest = Awaited<ReturnType<JobRuns["latest"]>>;

/** Longer than any pause between two attempts: a failed run that rests so long is in no queue. */
const restMs = 30 * 60_000;

const key = (job: string, site: string) => JSON.stringify([job, site]);

/**
 * What schedules have missed since they last ran, as far as it is still worth running. One that never ran has missed
 * nothing: a new job or a new site does not begin with its past.
 */
export function missedBy(schedules: Iterable<Schedule>, latest: Latest, now: Date): Late[] {
  // Sites of one zone have mostly run to the same moment.
  const known = new Map<string, readonly Date[]>();
  const since = (cron: string, zone: string, from: Date): readonly Date[] => {
    const at = `${cron} ${zone} ${from.getTime()}`;
    const found = known.get(at) ?? occurrencesIn(cron, zone, from, now);
    known.set(at, found);
    return found;
  };
  const lastRun = new Map(latest.map(({ job, site, at }) => [key(job, site), at]));
  return [...schedules].flatMap(({ job, scope }) => {
    const last = lastRun.get(key(job.name, scope.site));
    if (last === undefined) return [];
    const from = new Date(Math.max(last.getTime(), stillWorth(job, now).getTime()));
    return since(job.cron, scope.zone, from)
      .filter((at) => takesPlace(job, scope, at))
      .map((at) => ({ job: job.name, site: scope.site, at, attempts: job.attempts }));
  });
}

/** Runs that began and were dropped: whoever held them died, and the queue that would bring them back was lost. */
export async function droppedRuns(jobs: readonly Job<never>[], runs: JobRuns, now: Date): Promise<Late[]> {
  if (jobs.length === 0) return [];
  const since = new Date(Math.min(...jobs.map((job) => stillWorth(job, now).getTime())));
  const dropped = await runs.dropped(since, restMs);
  return dropped.flatMap(({ job: name, site, at, attempts }) => {
    const job = jobs.find((known) => known.name === name);
    if (job === undefined || attempts >= job.attempts || at <= stillWorth(job, now)) return [];
    return [{ job: name, site, at, attempts: job.attempts - attempts }];
  });
}
