import { z } from "zod";
import { say } from "../../kernel/locale.ts";
import { forgives } from "../../kernel/prize.ts";
import { metrics } from "../scores/index.ts";

const text = z.string().trim().min(1).max(120);

/** Why a prize is refused that would forgive a score. */
export const prizeRefusal = say({
  en: "A prize may not forgive, raise or replace a score, an evaluation or a warning. Choose something else, such as a voucher or half a day off.",
  "zh-CN": "奖品不得用于免除、抵扣或修改分数、质检、考勤、警告。请改为其他奖品，例如代金券或半天调休。",
});

/** A prize in every language; one that would forgive a score is refused (product rules §6). */
const prize = z.strictObject({ en: text, "zh-CN": text }).superRefine((words, context) => {
  for (const [locale, name] of Object.entries(words)) {
    if (!forgives(name)) continue;
    const params = { say: prizeRefusal };
    context.addIssue({ code: "custom", path: [locale], message: prizeRefusal("en"), params });
  }
});

/** One thing that has to be reached: points of the whole score, or a metric in its own unit. */
const condition = z.strictObject({
  by: z.enum(["score", ...metrics]),
  atLeast: z.number().min(0).max(1_000_000),
  /** From how many results on it counts. */
  minimumN: z.number().int().min(1).max(10_000).default(1),
});

/** Who may take part. */
const eligibility = z.strictObject({
  /** The month that counts: the one before the draw closes, or the one it closes in. */
  over: z.enum(["last-month", "this-month"]).default("last-month"),
  conditions: z.array(condition).max(7).default([]),
  /** Holders of one of these awards, by the ids of their rules, of that month. */
  awards: z.array(text).max(20).default([]),
  /** Nobody who won a draw within so many days. */
  noWinWithinDays: z.number().int().min(0).max(366).default(0),
});
export type Eligibility = z.infer<typeof eligibility>;

/** How many tickets somebody has: one, and more for what they earned, up to a cap. */
const tickets = z.strictObject({
  /** More for each award of the month. */
  perAward: z.number().int().min(0).max(100).default(0),
  /** More for each kudos of the month that counts. */
  perKudos: z.number().int().min(0).max(100).default(0),
  /** Nobody has more. */
  cap: z.number().int().min(1).max(100).default(1),
});
export type TicketRule = z.infer<typeof tickets>;

const sources = z.enum(["commit-reveal", "drand"]);

/** A draw that the calendar opens by itself. */
const scheduled = z.strictObject({
  isOn: z.boolean().default(true),
  prize,
  winners: z.number().int().min(1).max(100).default(1),
  eligibility: eligibility.prefault({}),
  tickets: tickets.prefault({}),
  source: sources.default("commit-reveal"),
});

/** What a site may set about its draws. */
export const drawsConfig = z.strictObject({
  /** Hours for which a draw that the calendar opens takes entries. */
  openHours: z
    .number()
    .positive()
    .max(31 * 24)
    .default(48),
  /** Hours for which entrants may challenge the manifest. */
  challengeHours: z
    .number()
    .min(1)
    .max(14 * 24)
    .default(24),
  /** Business days within which a winner claims the prize. */
  claimDays: z.number().positive().max(60).default(5),
  /** Alternates for each winner, at least three in all. */
  alternatesPerWinner: z.number().int().min(0).max(10).default(1),
  /** The monthly draw of best performers; left out where there is none. */
  performers: scheduled.optional(),
  /** The monthly draw of those who were there as planned; left out where there is none. */
  attendance: scheduled.optional(),
});
export type DrawsConfig = z.infer<typeof drawsConfig>;

/** The draws that the calendar opens, by the names of their jobs. */
export const scheduledDraws = { "performers-draw": "performers", "attendance-draw": "attendance" } as const;
export type ScheduledName = keyof typeof scheduledDraws;

export { eligibility as eligibilityConfig, tickets as ticketsConfig };
