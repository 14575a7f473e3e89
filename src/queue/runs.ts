/** One occurrence of a job, told apart from all others: the row of this key is the right to run it. */
export type Run = {
  readonly job: string;
  /** Empty for a job of the company. */
  readonly site: string;
  /** The local day, or for a job of several times a day the instant. */
  readonly period: string;
  readonly at: Date;
};

/** What became of asking for a run. A claim is known by its attempt, counted from 1. */
export type Claim =
  | { readonly is: "claimed"; readonly attempt: number }
  | { readonly is: "taken"; readonly until: Date }
  | { readonly is: "finished" };

/** The ledger of runs, the truth that a lost queue is rebuilt from. Leases are kept by the ledger's own clock. */
export type JobRuns = {
  /** Takes the run for `leaseMs`, unless it is finished or somebody's lease still holds. */
  claim(run: Run, leaseMs: number): Promise<Claim>;
  /** Holds a claim for `leaseMs` more; false when a later claim has taken the run. */
  renew(run: Run, attempt: number, leaseMs: number): Promise<boolean>;
  /** Ends a run for good; false when a later claim has taken it. */
  finish(run: Run, attempt: number): Promise<boolean>;
  /** Gives a claim up, to be taken again at once; `fault` is the reference in the log. */
  fail(run: Run, attempt: number, fault: string): Promise<void>;
  /** For each job and site that ever ran, the latest moment up to `until` that a run stands for. */
  latest(until: Date): Promise<readonly Pick<Run, "job" | "site" | "at">[]>;
  /** Runs of moments after `since` that did not finish and that nobody has held for `idleMs`. */
  dropped(since: Date, idleMs: number): Promise<readonly (Run & { readonly attempts: number })[]>;
};
