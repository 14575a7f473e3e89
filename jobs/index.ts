import type { Job } from "../src/queue/job.ts";
import { type HousekeepingNeeds, housekeeping } from "./housekeeping.ts";
import { type NightlyScoresNeeds, nightlyScores } from "./nightly-scores.ts";
import { type RecomputeScoresNeeds, recomputeScores } from "./recompute-scores.ts";

/** What all jobs together ask of the features. */
export type JobNeeds = NightlyScoresNeeds & RecomputeScoresNeeds & HousekeepingNeeds;

/** Every job that there is; one that is not here does not run. */
export const jobs: readonly Job<JobNeeds>[] = [nightlyScores, recomputeScores, housekeeping];
