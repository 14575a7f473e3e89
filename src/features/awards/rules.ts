import { z } from "zod";
import { type Locale, type Say, say } from "../../kernel/locale.ts";
import { forgives } from "../../kernel/prize.ts";
import { metrics } from "../scores/index.ts";
import { usualRules } from "./usual.ts";

const worded = (words: Say) => ({ error: words("en"), params: { say: words } });

const badId = say({
  en: "an id is small letters, digits and dashes, 30 at most",
  "zh-CN": "编号只能由小写字母、数字和连字符组成，最多 30 个字符",
});
/** Why a prize is not taken. */
export const noForgiving = say({
  en: "no prize may forgive or raise a score: choose another, such as a voucher or time off",
  "zh-CN": "奖品不得用于免除或增加任何分数，请换一种，例如礼券或调休",
});
const everybodyReaches = say({
  en: "an award for everybody says from when on: add atLeast",
  "zh-CN": "人人可得的奖项需写明达标线：请加上 atLeast",
});
const teamsInTeam = say({
  en: "teams win at their site: write in: site",
  "zh-CN": "班组奖项在全中心评选，请写 in: site",
});
const lessIsBetter = say({
  en: "less of this metric is better, so no result is at least so much: leave atLeast out",
  "zh-CN": "该指标越低越好，不能设 atLeast，请去掉",
});

/** The longest text of a prize and of a coupon, in characters. */
export const longestPrize = 200;

const id = z.string().refine((text) => /^[a-z0-9][a-z0-9-]{0,29}$/.test(text), worded(badId));
const line = z.string().trim().min(1).max(80);
const gift = z
  .string()
  .trim()
  .min(1)
  .max(longestPrize)
  .refine((text) => !forgives(text), worded(noForgiving));

const days = z.number().int().min(1).max(730);

/** Metrics of which less is better. */
const lower: readonly string[] = ["handle-time", "abandon-rate", "overturns"];

/** One rule by which awards are won. */
export const awardRule = z
  .strictObject({
    name: z.strictObject({ en: line, "zh-CN": line }) satisfies z.ZodType<Record<Locale, string>>,
    /** The last workday, the week that is over, or the month that is over. */
    period: z.enum(["day", "week", "month"]),
    /** The whole score, its rise against the period before, or one metric. */
    by: z.union([z.enum(["score", "improvement"]), z.strictObject({ metric: z.enum(metrics) })]).default("score"),
    of: z.enum(["agents", "teams"]).default("agents"),
    /** One award for the whole site, or one within each team. */
    in: z.enum(["site", "team"]).default("site"),
    /** The best, a tie being shared; or everybody who reaches `atLeast`. */
    goesTo: z.enum(["best", "everybody"]).default("best"),
    /** Fewer results than this win nothing. To be the best takes 10 whatever stands here (product rules §2). */
    minimumN: z.number().int().min(1).max(10_000).default(10),
    /** The least that wins: points of a score, points risen, or the metric in its own unit. */
    atLeast: z.number().finite().optional(),
    /** A tie of more than so many is nobody's: nobody stands out. */
    most: z.number().int().min(1).max(50).default(5),
    prize: z.strictObject({ en: gift, "zh-CN": gift }).optional(),
    /** A code or where to get the prize; told to winners alone. */
    coupon: gift.optional(),
    /** Who won it so many times within so many days is passed over; `any` where winning again is no matter. */
    repeats: z
      .union([z.strictObject({ wins: z.number().int().min(1).max(50), days }), z.literal("any")])
      .default({ wins: 2, days: 90 }),
    isOn: z.boolean().default(true),
  })
  .superRefine(({ by, of, in: where, goesTo, atLeast }, context) => {
    const issue = (path: string, words: Say) =>
      context.addIssue({ code: "custom", path: [path], message: words("en"), params: { say: words } });
    if (goesTo === "everybody" && atLeast === undefined) issue("atLeast", everybodyReaches);
    if (of === "teams" && where === "team") issue("in", teamsInTeam);
    if (atLeast !== undefined && typeof by === "object" && lower.includes(by.metric)) issue("atLeast", lessIsBetter);
  });
export type AwardRule = z.infer<typeof awardRule>;

/** What a site sets of its awards. */
export const awardsConfig = z.strictObject({
  /**
   * Rules by id. One that is named replaces the usual rule of that id as a whole, or adds a new one; those that are not
   * named stay as they are usually. `isOn: false` ends one.
   */
  rules: z
    .record(id, awardRule)
    .prefault({})
    .transform((said): Readonly<Record<string, AwardRule>> => ({ ...parsedUsual(), ...said })),
});
export type AwardsConfig = z.infer<typeof awardsConfig>;

const parsedUsual = () =>
  Object.fromEntries(Object.entries(usualRules).map(([name, rule]) => [name, awardRule.parse(rule)]));
