import type { Scores } from "../src/features/scores/index.ts";
import { addDays } from "../src/kernel/time.ts";
import { job } from "../src/queue/job.ts";

export type NightlyScoresNeeds = { readonly scores: Pick<Scores, "scoreDay"> };

/** Keeps everybody's score of the day before, so that a later correction has something to be compared with. */
export const nightlyScores = job({
  name: "nightly-scores",
  cron: "30 2 * * *",
  per: "site",
  on: "every day",
  attempts: 5,
  lateHours: 7 * 24,
  run: ({ scores }: NightlyScoresNeeds, { site, day, now }) => scores.scoreDay(site, addDays(day, -1), now),
});
