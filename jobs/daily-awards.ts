import type { Awards } from "../src/features/awards/index.ts";
import { job } from "../src/queue/job.ts";

export type DailyAwardsNeeds = { readonly awards: Pick<Awards, "propose" | "proposeMissing" | "sweepCorrections"> };

/**
 * Proposes what was won on the last workday and what stayed open lately, and looks again at what waits and at what
 * corrections have touched. Half an hour after the daily scores, which give the feeds time to come.
 */
export const dailyAwards = job({
  name: "daily-awards",
  cron: "30 9 * * *",
  per: "site",
  on: "workdays",
  attempts: 5,
  lateHours: 7 * 24,
  run: async ({ awards }: DailyAwardsNeeds, { site, at, now }) => {
    await awards.propose(site, "day", at);
    await awards.proposeMissing(site, at);
    await awards.sweepCorrections(site, now);
  },
});
