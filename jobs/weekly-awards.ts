import type { Awards } from "../src/features/awards/index.ts";
import { job } from "../src/queue/job.ts";

export type WeeklyAwardsNeeds = { readonly awards: Pick<Awards, "propose"> };

/** Proposes what was won in the week before. */
export const weeklyAwards = job({
  name: "weekly-awards",
  cron: "30 9 * * 1",
  per: "site",
  on: "every day",
  attempts: 5,
  lateHours: 7 * 24,
  run: ({ awards }: WeeklyAwardsNeeds, { site, at }) => awards.propose(site, "week", at),
});
