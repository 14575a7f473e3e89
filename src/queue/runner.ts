import type { Due, Reply } from "./backend.ts";
import type { Job } from "./job.ts";
import { type ClockSite, scopesOf, stillWorth, takesPlace } from "./occurrence.ts";
import { type PerformDeps, perform } from "./perform.ts";

export type RunnerDeps<Needs> = PerformDeps<Needs> & {
  readonly jobs: readonly Job<Needs>[];
  readonly sites: () => Promise<readonly ClockSite[]>;
};

/** Runs what the queue brings: a due occurrence once, and only where and when it takes place. */
export function runner<Needs>(deps: RunnerDeps<Needs>): (due: Due) => Promise<Reply> {
  return async (due) => {
    const job = deps.jobs.find(({ name }) => name === due.job);
    if (job === undefined) return "no such job any more";
    const scope = scopesOf(job, await deps.sites()).find(({ site }) => site === due.site);
    if (scope === undefined) return "no such site any more";
    if (!takesPlace(job, scope, due.at)) return "not a workday";
    if (due.at < stillWorth(job, deps.clock())) {
      deps.log.warn({ ...due }, "a run was missed by too much and is left out");
      return "too late";
    }
    const performed = await perform(job, scope, due.at, deps);
    return performed.is === "taken" ? { again: performed.until } : performed.is;
  };
}
