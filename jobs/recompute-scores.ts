import type { Scores } from "../src/features/scores/index.ts";
import { job } from "../src/queue/job.ts";

export type RecomputeScoresNeeds = { readonly scores: Pick<Scores, "recompute"> };

/**
 * Computes again the scores that stand on corrected inputs, for whatever did not get to it at once: an import by another
 * process, or one that was cut off.
 */
export const recomputeScores = job({
  name: "recompute-scores",
  cron: "20 * * * *",
  per: "company",
  on: "every day",
  attempts: 3,
  lateHours: 1,
  run: ({ scores }: RecomputeScoresNeeds, { now }) => scores.recompute(now),
});
