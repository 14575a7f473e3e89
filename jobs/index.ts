import type { AnnouncementNeeds } from "../src/queue/announcement.ts";
import type { Job } from "../src/queue/job.ts";
import { attendanceDraw } from "./attendance-draw.ts";
import { type BirthdayCardsNeeds, birthdayCards } from "./birthday-cards.ts";
import { birthdayParty } from "./birthday-party.ts";
import { birthdays } from "./birthdays.ts";
import { bulletinDraft } from "./bulletin-draft.ts";
import { type DailyAwardsNeeds, dailyAwards } from "./daily-awards.ts";
import { dailyScore } from "./daily-score.ts";
import { graduations } from "./graduations.ts";
import { heartbeat } from "./heartbeat.ts";
import { helpTopics } from "./help-topics.ts";
import { type HousekeepingNeeds, housekeeping } from "./housekeeping.ts";
import { joiners } from "./joiners.ts";
import { leadDigest } from "./lead-digest.ts";
import { monthlyAwards } from "./monthly-awards.ts";
import { type NightlyScoresNeeds, nightlyScores } from "./nightly-scores.ts";
import { type DrawNeeds, performersDraw } from "./performers-draw.ts";
import { type RecomputeScoresNeeds, recomputeScores } from "./recompute-scores.ts";
import { weeklyAwards } from "./weekly-awards.ts";
import { weeklyBulletin } from "./weekly-bulletin.ts";
import { workAnniversaries } from "./work-anniversaries.ts";

/** What all jobs together ask of the features. */
export type JobNeeds = NightlyScoresNeeds &
  RecomputeScoresNeeds &
  HousekeepingNeeds &
  AnnouncementNeeds &
  DailyAwardsNeeds &
  DrawNeeds &
  BirthdayCardsNeeds;

/** Every job that there is; one that is not here does not run. */
export const jobs: readonly Job<JobNeeds>[] = [
  nightlyScores,
  recomputeScores,
  dailyScore,
  leadDigest,
  bulletinDraft,
  weeklyBulletin,
  birthdays,
  birthdayCards,
  birthdayParty,
  workAnniversaries,
  joiners,
  graduations,
  dailyAwards,
  weeklyAwards,
  monthlyAwards,
  performersDraw,
  attendanceDraw,
  helpTopics,
  heartbeat,
  housekeeping,
];
