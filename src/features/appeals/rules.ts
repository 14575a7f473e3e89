import { z } from "zod";
import type { BusinessClock } from "../../kernel/business-time.ts";

const days = z.number().positive().max(60);

/** What a site may set about its appeals; days are business days of its calendar. */
export const appealConfig = z.strictObject({
  /** From publication until an appeal is late. */
  daysToFile: days.default(5),
  /** For the lead's look, and for the supervisor's word on a late one. */
  daysToReview: days.default(1),
  /** For what the lead asked the agent for. */
  daysToAnswer: days.default(3),
  daysToDecide: days.default(3),
  /** For whoever takes over a seat. */
  daysToReplace: days.default(1),
  decidedBy: z.enum(["superior", "majority"]).default("superior"),
  /** For so many days recordings are kept; left out where they are never purged. */
  recordingDays: z.number().int().positive().max(3650).optional(),
  /** The day of the next month from which a month is closed for pay; left out where months stay open. */
  monthClosesOn: z.number().int().min(1).max(28).optional(),
});
export type AppealConfig = z.infer<typeof appealConfig>;

/** What a site sets where it says nothing. */
export const usualConfig: AppealConfig = appealConfig.parse({});

/** A site's rules on its own business calendar. */
export type AppealRules = AppealConfig & { readonly clock: BusinessClock };

/** Shares of a stage's time at which whoever must act is warned. */
export const warnings = [50, 80] as const;

/** A seat passes on so often at most: to a deputy, then to an admin. */
export const mostPasses = 2;

export const reasonLength = { min: 20, max: 2_000 } as const;
