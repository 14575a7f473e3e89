import { z } from "zod";
import { type Locale, type Say, say } from "../../kernel/locale.ts";
import { overall } from "./domain.ts";

/** What a form's items look at beside the contact itself (product rules §8). */
export const skills = [
  "interpersonal",
  "language",
  "knowledge",
  "service-skill",
  "adaptability",
  "call-control",
  "responsibility",
] as const;

const worded = (words: Say) => ({ error: words("en"), params: { say: words } });

const badId = say({
  en: "an id is small letters, digits and dashes, 20 at most",
  "zh-CN": "编号只能由小写字母、数字和连字符组成，最多 20 个字符",
});
const notAHundred = (sum: number) =>
  say({ en: `the weights add up to ${sum}, not to 100`, "zh-CN": `权重合计为 ${sum}，应为 100` });
const twice = (id: string) => say({ en: `two items are called ${id}`, "zh-CN": `有两个项目都叫 ${id}` });
const noMarks = say({
  en: "an item has either points or a scale",
  "zh-CN": "每个项目要么写 points，要么写 scale",
});
const fallingScale = say({
  en: "the points of a scale rise from 0 or more, each once",
  "zh-CN": "量表的分值应从 0 或以上开始递增，且不重复",
});
const reserved = say({
  en: "no item can be called “overall”: that means all of an evaluation",
  "zh-CN": "项目编号不能为 overall，它表示整份评分",
});
const tooLarge = say({
  en: "a form has at most 40 items, so that every button fits",
  "zh-CN": "一张表最多 40 个项目，否则按钮放不下",
});

const id = z.string().refine((text) => /^[a-z0-9][a-z0-9-]{0,19}$/.test(text), worded(badId));
const line = z.string().trim().min(1).max(120);
const both = z.strictObject({ en: line, "zh-CN": line }) satisfies z.ZodType<Record<Locale, string>>;
const guide = z.string().trim().min(1).max(500);

const item = z
  .strictObject({
    id,
    name: both,
    /** What earns the marks, for scorers and for those who are scored. */
    guide: z.strictObject({ en: guide, "zh-CN": guide }).optional(),
    weight: z.number().positive().max(100),
    /** Whole points from 0 to so many. */
    points: z.number().int().min(1).max(20).optional(),
    /** Steps by name, from the lowest to the highest. */
    scale: z
      .array(z.strictObject({ points: z.number().min(0).max(100), name: both }))
      .min(2)
      .max(10)
      .optional(),
    /** It may not apply to a contact. */
    na: z.boolean().default(false),
    /** No marks for it fail the whole evaluation. */
    autoFail: z.boolean().default(false),
    skill: z.enum(skills).optional(),
  })
  .superRefine(({ points, scale }, context) => {
    const issue = (path: string[], words: Say) =>
      context.addIssue({ code: "custom", path, message: words("en"), params: { say: words } });
    if ((points === undefined) === (scale === undefined)) issue(["points"], noMarks);
    const isRising = (scale ?? []).every(
      (step, index, all) => index === 0 || step.points > (all[index - 1]?.points ?? 0),
    );
    if (!isRising || (scale?.at(-1)?.points ?? 1) === 0) issue(["scale"], fallingScale);
  });

const section = z.strictObject({ id, name: both, items: z.array(item).min(1).max(40) });

/** An evaluation form in `fairline.yaml`; a change makes a new version, and those that are out stay as they are. */
export const formConfig = z
  .strictObject({
    name: both,
    /** The projects whose contacts it is for; all of them where it names none. */
    projects: z.array(line).max(50).default([]),
    sections: z.array(section).min(1).max(12),
  })
  .superRefine(({ sections }, context) => {
    const items = sections.flatMap(({ items }) => items);
    const issue = (words: Say) =>
      context.addIssue({ code: "custom", path: ["sections"], message: words("en"), params: { say: words } });
    const sum = Math.round(items.reduce((total, { weight }) => total + weight, 0) * 1000) / 1000;
    if (sum !== 100) issue(notAHundred(sum));
    const seen = new Set<string>();
    for (const { id } of items) {
      if (id === overall) issue(reserved);
      if (seen.has(id)) issue(twice(id));
      seen.add(id);
    }
    if (items.length > 40) issue(tooLarge);
  });
export type FormConfig = z.infer<typeof formConfig>;

export type FormItem = FormConfig["sections"][number]["items"][number];

/** One version of a form; a version that is out never changes. */
export type EvaluationForm = FormConfig & { readonly id: string; readonly version: number };

/** Whether a form is meant for the contacts of a project. */
export const isFor = ({ projects }: Pick<FormConfig, "projects">, project: string): boolean =>
  projects.length === 0 || projects.includes(project);

export const itemsOf = (form: Pick<FormConfig, "sections">): readonly FormItem[] =>
  form.sections.flatMap(({ items }) => items);

/** The most that an item can earn. */
export const mostOf = ({ points, scale }: Pick<FormItem, "points" | "scale">): number =>
  points ?? scale?.at(-1)?.points ?? 0;

/** Whether an item can be marked so: a whole number of its points, or a step of its scale. */
export const canEarn = ({ points, scale }: Pick<FormItem, "points" | "scale">, mark: number): boolean =>
  points === undefined
    ? (scale ?? []).some((step) => step.points === mark)
    : Number.isInteger(mark) && mark >= 0 && mark <= points;

/** What an item earned, or that it does not apply. */
export type Mark = { readonly item: string; readonly points: number | "na"; readonly comment?: string };

export type Result = {
  /** 0 to 100: what counts. */
  readonly points: number;
  /** The points as if nothing failed the evaluation by itself; the same where nothing did. */
  readonly withoutAutoFail: number;
  /** The items that failed it. */
  readonly failedBy: readonly string[];
};

/**
 * What marks come to: 100 × Σ weight × mark ÷ most, over the weights of the items that apply; 0 where an auto-fail item
 * earned nothing. Undefined where nothing applies. Rounded to 2 decimals.
 */
export function resultOf(form: Pick<FormConfig, "sections">, marks: readonly Mark[]): Result | undefined {
  const marked = new Map(marks.map((mark) => [mark.item, mark.points]));
  const applying = itemsOf(form).flatMap((item) => {
    const points = marked.get(item.id);
    return points === undefined || points === "na" ? [] : [{ item, points }];
  });
  const weights = applying.reduce((sum, { item }) => sum + item.weight, 0);
  if (weights === 0) return undefined;
  const earned = applying.reduce((sum, { item, points }) => sum + (item.weight * points) / mostOf(item), 0);
  const withoutAutoFail = Math.round((10_000 * earned) / weights) / 100;
  const failedBy = applying.flatMap(({ item, points }) => (item.autoFail && points === 0 ? [item.id] : []));
  return { points: failedBy.length > 0 ? 0 : withoutAutoFail, withoutAutoFail, failedBy };
}
