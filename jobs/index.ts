import type { AnnouncementNeeds } from "../src/queue/announcement.ts";
import type { Job } from "../src/queue/job.ts";
import { bulletinDraft } from "./bulletin-draft.ts";
import { dailyScore } from "./daily-score.ts";
import { heartbeat } from "./heartbeat.ts";
import { type HousekeepingNeeds, housekeeping } from "./housekeeping.ts";
import { leadDigest } from "./lead-digest.ts";
import { type NightlyScoresNeeds, nightlyScores } from "./nightly-scores.ts";
import { type RecomputeScoresNeeds, recomputeScores } from "./recompute-scores.ts";
import { weeklyBulletin } from "./weekly-bulletin.ts";

/** What all jobs together ask of the features. */
export type JobNeeds = NightlyScoresNeeds & RecomputeScoresNeeds & HousekeepingNeeds & AnnouncementNeeds;

/** Every job that there is; one that is not here does not run. */
export const jobs: readonly Job<JobNeeds>[] = [
  nightlyScores,
  recomputeScores,
  dailyScore,
  leadDigest,
  bulletinDraft,
  weeklyBulletin,
  heartbeat,
  housekeeping,
];
