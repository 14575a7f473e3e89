import { z } from "zod";
import { roles } from "../../chat/asker.ts";
import { type Locale, type Say, say } from "../../kernel/locale.ts";
import { type LocalDate, parseDay } from "../../kernel/time.ts";

/** The metrics that a scorecard may weigh (product rules §2). */
export const metrics = [
  "volume",
  "handle-time",
  "quality",
  "training",
  "attendance",
  "csat",
  "first-contact-resolution",
  "service-level",
  "occupancy",
  "abandon-rate",
  "team-result",
  "evaluations",
  "agreement",
  "overturns",
] as const;
export type Metric = (typeof metrics)[number];

/** A rule with its words in every language, which whoever reads the issue finds in its `params`. */
const worded = (words: Say) => ({ error: words("en"), params: { say: words } });

const positive = (words: Say) => z.number().refine((value) => value > 0 && Number.isFinite(value), worded(words));
const target = positive(
  say({
    en: "the target must be above 0: it is what the result is held against",
    "zh-CN": "目标必须大于 0：实际值要与它对照",
  }),
);
const weight = positive(say({ en: "a weight must be above 0", "zh-CN": "权重必须大于 0" }));

/**
 * One weighted metric. `target` is in the metric's own unit: contacts, seconds, points of 100 or per cent. Points come
 * from the result `as-is` (per cent or points of 100) or `by-target` (result ÷ target × 100, or target ÷ result × 100
 * where lower is better); they stay between `floor` and `cap`. Below `minimumN` the metric waits and weighs nothing.
 */
const common = {
  weight,
  target,
  floor: z.number().min(0).max(100).default(0),
  cap: z.number().positive().max(1000).default(100),
  minimumN: z.number().int().min(1).default(1),
};
const direction = (usual: "lower" | "higher") => z.enum(["lower", "higher"]).default(usual);
const points = (usual: "as-is" | "by-target") => z.enum(["as-is", "by-target"]).default(usual);
const ratio = <const M extends Metric>(
  metric: M,
  usual: { direction: "lower" | "higher"; points: "as-is" | "by-target" },
) =>
  z.strictObject({
    metric: z.literal(metric),
    ...common,
    direction: direction(usual.direction),
    points: points(usual.points),
  });
const asItIs = { direction: "higher", points: "as-is" } as const;
const byTarget = { direction: "higher", points: "by-target" } as const;
const lessIsBetter = { direction: "lower", points: "by-target" } as const;
const perPeriod = { per: z.enum(["day", "month"]).default("day") };
const complaintMode = z.enum(["subtract", "neutral", "credit"]).default("subtract");
const pointsEach = (usual: number) => z.number().min(0).max(100).default(usual);

const component = z.discriminatedUnion("metric", [
  z.strictObject({ ...ratio("volume", byTarget).shape, ...perPeriod, complaintMode }),
  ratio("handle-time", lessIsBetter),
  z.strictObject({ ...ratio("quality", asItIs).shape, coefficient: pointsEach(2) }),
  z.strictObject({ ...ratio("training", asItIs).shape, coefficient: pointsEach(5) }),
  z.strictObject({
    ...ratio("attendance", asItIs).shape,
    mode: z.enum(["adherence", "deductions"]).default("adherence"),
    deductions: z
      .strictObject({ late: pointsEach(2), earlyLeave: pointsEach(2), absence: pointsEach(10), conduct: pointsEach(5) })
      .prefault({}),
  }),
  ratio("csat", asItIs),
  ratio("first-contact-resolution", asItIs),
  ratio("service-level", asItIs),
  ratio("occupancy", byTarget),
  ratio("abandon-rate", lessIsBetter),
  ratio("team-result", asItIs),
  z.strictObject({ ...ratio("evaluations", byTarget).shape, ...perPeriod }),
  ratio("agreement", asItIs),
  ratio("overturns", lessIsBetter),
]);
export type Component = z.infer<typeof component>;
/** The component of one metric. */
export type Of<M extends Metric> = Extract<Component, { metric: M }>;

/** Components as they were kept, also by a version of Fairline that knew fewer of their settings. */
export const readComponents = (kept: unknown): readonly Component[] => z.array(component).parse(kept);

const localDay = z
  .string()
  .refine(
    (text) => parseDay(text) !== undefined,
    worded(say({ en: "not a day: write it as YYYY-MM-DD", "zh-CN": "不是日期，请写成 YYYY-MM-DD" })),
  )
  .transform((text) => text as LocalDate);

const name = z.string().min(1).max(100);
const states = ["draft", "shadow", "live", "retired"] as const;

const tooMany = say({
  en: "at most seven components: a scorecard with more has no focus",
  "zh-CN": "最多 7 项指标：再多就没有重点了",
});
const upsideDown = say({ en: "a floor lies above its cap", "zh-CN": "floor（保底）不能高于 cap（封顶）" });
const twice = say({ en: "each metric at most once", "zh-CN": "每项指标最多出现一次" });
const weights = (sum: number) => {
  const shown = Number(sum.toFixed(4));
  return say({ en: `the weights sum to ${shown}, not to 100`, "zh-CN": `权重合计为 ${shown}，应为 100` });
};
const endsBefore = (from: string, to: string) =>
  say({
    en: `it would end on ${to}, before it begins on ${from}: no day is in it`,
    "zh-CN": `结束日 ${to} 早于开始日 ${from}，其中没有任何一天`,
  });

const components = z
  .array(component)
  .min(1)
  .refine((all) => all.length <= 7, { ...worded(tooMany), abort: true })
  .superRefine((all, context) => {
    const sum = all.reduce((total, one) => total + one.weight, 0);
    const found = [
      ...(all.every(({ floor, cap }) => floor <= cap) ? [] : [upsideDown]),
      ...(new Set(all.map((one) => one.metric)).size === all.length ? [] : [twice]),
      ...(Math.abs(sum - 100) < 1e-9 ? [] : [weights(sum)]),
    ];
    for (const words of found) context.addIssue({ code: "custom", message: words("en"), params: { say: words } });
  });

/**
 * A scorecard as `fairline.yaml` writes it: weights sum to 100, at most seven components, each metric once. A team's
 * own wins over that of the project most of somebody's contacts were in, and that over their role's.
 */
export const scorecardConfig = z
  .strictObject({
    name: z.strictObject({ en: name, "zh-CN": name }) satisfies z.ZodType<Record<Locale, string>>,
    for: z.union([
      z.strictObject({ role: z.enum(roles) }),
      z.strictObject({ team: name }),
      z.strictObject({ project: name }),
    ]),
    state: z.enum(states).default("live"),
    from: localDay,
    to: localDay.optional(),
    components,
  })
  .superRefine(({ from, to }, context) => {
    if (to === undefined || from <= to) return;
    const words = endsBefore(from, to);
    context.addIssue({ code: "custom", path: ["to"], message: words("en"), params: { say: words } });
  });
export type ScorecardConfig = z.infer<typeof scorecardConfig>;

/** A version of a scorecard; `countsFrom` is the day from which it counts, never before it was applied unless dated back. */
export type Scorecard = Omit<ScorecardConfig, "components"> & {
  readonly components: readonly Component[];
  readonly id: string;
  readonly version: number;
  readonly countsFrom: LocalDate;
};

/** Whose scorecard is asked for on a day. */
export type Whose = {
  readonly roles: readonly string[];
  readonly teams: readonly string[];
  /** The project that more than half of their contacts were in. */
  readonly project?: string | undefined;
};

/** Where somebody has several roles, the scorecard of the first of these counts. */
const seniority = ["supervisor", "lead", "qa", "trainer", "hr", "agent", "admin", "auditor"];

/** Each scorecard's version that counts on a day: the newest that has begun, unless it is retired or over. */
export function inForce(all: readonly Scorecard[], on: LocalDate): readonly Scorecard[] {
  const newest = new Map<string, Scorecard>();
  for (const card of all) {
    if (card.state === "draft" || card.state === "shadow" || card.countsFrom > on) continue;
    const known = newest.get(card.id);
    if (known === undefined || known.version < card.version) newest.set(card.id, card);
  }
  return [...newest.values()].filter(({ state, to }) => state === "live" && (to === undefined || on <= to));
}

/** The scorecard that fits somebody among those in force: their team's, their project's, else their role's. */
export function fitting(inForce: readonly Scorecard[], whose: Whose): Scorecard | undefined {
  const byRole = (role: string) => inForce.find((card) => "role" in card.for && card.for.role === role);
  return (
    inForce.find((card) => "team" in card.for && whose.teams.includes(card.for.team)) ??
    inForce.find((card) => "project" in card.for && card.for.project === whose.project) ??
    seniority
      .filter((role) => whose.roles.includes(role))
      .map(byRole)
      .find((card) => card !== undefined)
  );
}

/** Whether a result by this scorecard can be held beside agents' results: it is not that of another role. */
export const isOfAgents = ({ for: audience }: Scorecard): boolean => !("role" in audience) || audience.role === "agent";

/** The trials: of each scorecard the newest version, where that is a shadow. */
export function trials(all: readonly Scorecard[]): readonly Scorecard[] {
  const isNewest = (card: Scorecard) => all.every((other) => other.id !== card.id || other.version <= card.version);
  return all.filter((card) => card.state === "shadow" && isNewest(card));
}
