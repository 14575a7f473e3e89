import { z } from "zod";
import { roles } from "../../chat/asker.ts";
import type { Locale } from "../../kernel/locale.ts";
import { type LocalDate, parseDay } from "../../kernel/time.ts";

/** The metrics that can be computed so far. */
export const metrics = ["volume", "handle-time"] as const;
export type Metric = (typeof metrics)[number];

/**
 * One weighted metric. `target` is in the metric's unit: contacts for volume (`per` day worked, or per calendar month
 * spread over its workdays), seconds for handle time.
 */
const volume = z.strictObject({
  metric: z.literal("volume"),
  weight: z.number().positive().max(100),
  target: z.number().positive(),
  per: z.enum(["day", "month"]).default("day"),
  complaintMode: z.enum(["subtract", "neutral", "credit"]).default("subtract"),
  cap: z.number().positive().default(100),
});
const handleTime = z.strictObject({
  metric: z.literal("handle-time"),
  weight: z.number().positive().max(100),
  target: z.number().positive(),
  direction: z.enum(["lower", "higher"]).default("lower"),
  cap: z.number().positive().default(100),
});
const component = z.discriminatedUnion("metric", [volume, handleTime]);
export type Component = z.infer<typeof component>;

const localDay = z
  .string()
  .refine((text) => parseDay(text) !== undefined, "not a day: write it as YYYY-MM-DD")
  .transform((text) => text as LocalDate);

/** A scorecard as `fairline.yaml` writes it: weights sum to 100, at most seven components, each metric once. */
export const scorecardConfig = z.strictObject({
  name: z.strictObject({ en: z.string().min(1), "zh-CN": z.string().min(1) }) satisfies z.ZodType<
    Record<Locale, string>
  >,
  for: z.union([z.strictObject({ role: z.enum(roles) }), z.strictObject({ team: z.string().min(1) })]),
  state: z.enum(["draft", "shadow", "live", "retired"]).default("live"),
  from: localDay,
  components: z
    .array(component)
    .min(1)
    .max(7, "at most seven components: a scorecard with more has no focus")
    .refine((all) => new Set(all.map((one) => one.metric)).size === all.length, "each metric at most once")
    .refine((all) => Math.abs(all.reduce((sum, one) => sum + one.weight, 0) - 100) < 1e-9, {
      error: (issue) => {
        const sum = (issue.input as { weight?: number }[]).reduce((total, one) => total + (one.weight ?? 0), 0);
        return `the weights sum to ${sum}, not to 100`;
      },
    }),
});
export type ScorecardConfig = z.infer<typeof scorecardConfig>;

/** A published version of a scorecard. */
export type Scorecard = ScorecardConfig & { readonly id: string; readonly version: number };
