import { job } from "../src/queue/job.ts";

export type HousekeepingNeeds = {
  readonly housekeeping: {
    /** Forgets events that were heard, wrong codes that were tried and codes that ran out before a moment, and files that no appeal names. */
    readonly forgetBefore: (at: Date) => Promise<number>;
  };
};

const keptMs = 2 * 24 * 3_600_000;

/** Forgets what is kept only for a while. It goes by the true time: a run by hand for another day forgets no more. */
export const housekeeping = job({
  name: "housekeeping",
  cron: "0 4 * * *",
  per: "company",
  on: "every day",
  attempts: 3,
  run: (needs: HousekeepingNeeds, { now }) => needs.housekeeping.forgetBefore(new Date(now.getTime() - keptMs)),
});
