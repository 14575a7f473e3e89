import type { Awards } from "../src/features/awards/index.ts";
import { job } from "../src/queue/job.ts";

export type MonthlyAwardsNeeds = { readonly awards: Pick<Awards, "propose"> };

/** Proposes what was won in the month before; on the 3rd, when what comes late of a month has usually come. */
export const monthlyAwards = job({
  name: "monthly-awards",
  cron: "0 10 3 * *",
  per: "site",
  on: "every day",
  attempts: 5,
  lateHours: 7 * 24,
  run: ({ awards }: MonthlyAwardsNeeds, { site, at }) => awards.propose(site, "month", at),
});
