import type { Log } from "../kernel/log.ts";
import type { Meter } from "../kernel/meter.ts";
import type { Job } from "./job.ts";
import { occurrenceOf, runOf, type Scope } from "./occurrence.ts";
import type { Claim, JobRuns, Run } from "./runs.ts";

export type PerformDeps<Needs> = {
  readonly needs: Needs;
  readonly runs: JobRuns;
  readonly log: Log;
  readonly clock: () => Date;
  /** The reference under which a fault is logged. */
  readonly reference: () => string;
  /** How long a run may be without a sign of life before another may take it. */
  readonly leaseMs: number;
  /** Told of every run and of every fault. */
  readonly meter?: Pick<Meter, "ran" | "faulted"> | undefined;
};

export type Performed = { readonly is: "done" } | Exclude<Claim, { is: "claimed" }>;

/** Keeps a claim alive until the returned function is called. */
function holding<Needs>({ runs, leaseMs, log }: PerformDeps<Needs>, run: Run, attempt: number): () => void {
  const renew = () =>
    runs.renew(run, attempt, leaseMs).then(
      (held) => held || log.warn({ ...run, attempt }, "a run lasts longer than its lease and was taken by another"),
      (error: unknown) => log.warn({ ...run, attempt, error }, "a run's lease could not be renewed"),
    );
  const timer = setInterval(() => void renew(), leaseMs / 3).unref();
  return () => clearInterval(timer);
}

/**
 * Runs a job for one occurrence, unless that was done or is being done. A fault is logged with a reference, its claim
 * given up, and thrown on.
 */
export async function perform<Needs>(
  job: Job<Needs>,
  scope: Scope,
  at: Date,
  deps: PerformDeps<Needs>,
  byHand = false,
): Promise<Performed> {
  const { runs, log, clock, leaseMs } = deps;
  const run = runOf(job, scope, at);
  const claim = await runs.claim(run, leaseMs);
  if (claim.is !== "claimed") return claim;
  const { attempt } = claim;
  const release = holding(deps, run, attempt);
  const began = clock().getTime();
  const tell = (outcome: "done" | "failed") =>
    deps.meter?.ran({ job: job.name, outcome, seconds: (clock().getTime() - began) / 1000 });
  try {
    const now = clock();
    await job.run(deps.needs, occurrenceOf(scope, at, now, byHand ? now : at));
  } catch (cause) {
    const reference = deps.reference();
    log.error({ ...run, attempt, reference, error: cause }, "a job failed");
    tell("failed");
    deps.meter?.faulted("queue");
    await runs.fail(run, attempt, reference).catch((error: unknown) => {
      log.warn({ ...run, attempt, error }, "a failed run could not be given up and waits for its lease to end");
    });
    throw new Error(`${job.name} failed, reference ${reference}`, { cause });
  } finally {
    release();
  }
  await runs.finish(run, attempt);
  log.info({ ...run, attempt }, "a job is done");
  tell("done");
  return { is: "done" };
}
