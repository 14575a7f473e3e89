import { z } from "zod";
import { roles } from "../../chat/asker.ts";
import { type Locale, type Say, say } from "../../kernel/locale.ts";
import type { Hours } from "../../kernel/working-hours.ts";

const worded = (words: Say) => ({ error: words("en"), params: { say: words } });

const badHours = say({ en: "hours are written like 09:00-18:00", "zh-CN": "时段的写法如 09:00-18:00" });
const badId = say({
  en: "an id begins with a small letter, then small letters, digits and dashes, 20 at most",
  "zh-CN": "编号以小写字母开头，只能由小写字母、数字和连字符组成，最多 20 个字符",
});
const notSoMany = say({ en: "there are 1 to 20 categories", "zh-CN": "类别应有 1 至 20 个" });
const notLater = say({
  en: "each step of a ladder comes later than the one before",
  "zh-CN": "升级阶梯中，每一步都须晚于前一步",
});

const name = z.string().trim().min(1).max(40);
const both = z.strictObject({ en: name, "zh-CN": name }) satisfies z.ZodType<Record<Locale, string>>;
const id = z.string().refine((text) => /^[a-z][a-z0-9-]{0,19}$/.test(text), worded(badId));
const hours = z
  .string()
  .refine((text) => /^(?:[01]\d|2[0-3]):[0-5]\d-(?:[01]\d|2[0-3]):[0-5]\d$/.test(text), worded(badHours));
const minutes = z.number().positive().max(10_080);

/** Who is asked next where nobody has answered, after so many minutes; only at some hours where it says so. */
const step = z.strictObject({ afterMin: minutes, ask: id, hours: hours.optional() });
const ladder = z
  .array(step)
  .max(10)
  .refine(
    (all) => all.every(({ afterMin }, index) => index === 0 || afterMin > (all[index - 1]?.afterMin ?? 0)),
    worded(notLater),
  );

const live = z.strictObject({
  /** Minutes to the first answer. */
  answerMin: minutes.default(2),
  ladder: ladder.default([
    { afterMin: 2, ask: "duty-lead" },
    { afterMin: 4, ask: "floor-support" },
    { afterMin: 7, ask: "supervisor" },
  ]),
});

const other = z.strictObject({
  /** Minutes of working hours to the first answer, and to the end. */
  answerMin: minutes.default(15),
  resolveMin: minutes.default(240),
  ladder: ladder.default([
    { afterMin: 15, ask: "duty-lead" },
    { afterMin: 60, ask: "supervisor" },
  ]),
});

const usualCategories: Readonly<Record<string, Record<Locale, string>>> = {
  customer: { en: "Customer", "zh-CN": "客户问题" },
  system: { en: "System", "zh-CN": "系统故障" },
  policy: { en: "Policy or process", "zh-CN": "政策流程" },
  product: { en: "Product knowledge", "zh-CN": "业务知识" },
  other: { en: "Something else", "zh-CN": "其他" },
};

/** What a site may set about help on the floor. */
export const helpConfig = z.strictObject({
  /** What help is asked for, by id, each with its name in every language. */
  categories: z
    .record(id, both)
    .refine((all) => Object.keys(all).length >= 1 && Object.keys(all).length <= 20, worded(notSoMany))
    .default(usualCategories),
  /** With a customer on the line; every minute counts. */
  live: live.prefault({}),
  /** Without; minutes of working hours count. */
  other: other.prefault({}),
  /** The hours of workdays in which time counts for what is not live. */
  hours: hours.default("09:00-18:00"),
  /** Duties whose holders are told of every request at once. */
  tells: z.array(id).max(5).default(["duty-lead"]),
  /** Roles that may help without being on duty; leads and deputies always may. */
  helpers: z.array(z.enum(roles)).default(["lead", "supervisor", "trainer", "qa"]),
  /** Minutes after which what was claimed and not answered goes back. */
  claimMin: minutes.default(3),
  /** Minutes within which the same is not asked twice. */
  mergeMin: z.number().min(0).max(60).default(2),
  /** Hours within which what is over may be reopened. */
  reopenHours: z.number().positive().max(168).default(24),
  /** Hours of waiting for the agent after which a request is closed. */
  waitingHours: z.number().positive().max(720).default(24),
  /** Where a note on how it was resolved has to be left. */
  noteFor: z.enum(["all", "not-live", "none"]).default("not-live"),
  /** A topic that is asked so often within a week is proposed to training. */
  repeatTimes: z.number().int().min(2).max(100).default(3),
});
export type HelpConfig = z.infer<typeof helpConfig>;

/** Hours as a rule says them, `09:00-18:00`. */
export const hoursSaid = (text: string): Hours => ({ from: text.slice(0, 5), to: text.slice(6) });

/** A category's name; that of one which the site no longer has is the usual one, else its id. */
export function categoryName({ categories }: Pick<HelpConfig, "categories">, category: string): Say {
  const names = [categories, usualCategories].find((all) => Object.hasOwn(all, category))?.[category];
  return names === undefined ? () => category : (locale) => names[locale];
}

/** Lengths in UTF-16 units. */
export const textLength = { min: 3, max: 2000 } as const;
export const noteLength = { min: 10, max: 2000 } as const;
