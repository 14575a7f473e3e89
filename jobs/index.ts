import type { Job } from "../src/queue/job.ts";
import { type HousekeepingNeeds, housekeeping } from "./housekeeping.ts";
import { type NightlyScoresNeeds, nightlyScores } from "./nightly-scores.ts";

/** What all jobs together ask of the features. */
export type JobNeeds = NightlyScoresNeeds & HousekeepingNeeds;

/** Every job that there is; one that is not here does not run. */
export const jobs: readonly Job<JobNeeds>[] = [nightlyScores, housekeeping];
