import { z } from "zod";
import { birthdayPrivacies, leapDays } from "../people/index.ts";

/** When what falls on a day off is posted. */
const weekends = ["on-the-day", "workday-before", "workday-after"] as const;
export type WeekendRule = (typeof weekends)[number];

/** How a site celebrates. */
export const celebrationsConfig = z.strictObject({
  /** Who hears of the birthday of somebody who did not choose. */
  birthdayPrivacy: z.enum(birthdayPrivacies).default("public"),
  /** Where 29 February is kept in other years, unless its person chose (`MM-DD`). */
  leapDay: z.enum(leapDays).default("02-28"),
  /** When a birthday or anniversary on a day off is posted: the post says the true day. */
  weekend: z.enum(weekends).default("workday-before"),
  /** Workdays before the greeting on which colleagues are asked to sign the card; 0 asks nobody. */
  signingDays: z.number().int().min(0).max(20).default(3),
  /**
   * Employee number or name of who opens cards; else, or where that is not exactly one person here, the first supervisor,
   * else the lead of the team.
   */
  executive: z.string().trim().min(1).optional(),
  /** The years of service that are celebrated; every one if unsaid. */
  anniversaryYears: z.array(z.number().int().min(1).max(70)).min(1).optional(),
});
export type CelebrationsConfig = z.infer<typeof celebrationsConfig>;
