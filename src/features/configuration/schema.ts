import { z } from "zod";
import { locales, say } from "../../kernel/locale.ts";
import { isZone, type LocalDate, parseDay } from "../../kernel/time.ts";
import { formConfig } from "../evaluations/index.ts";
import { presetConfig } from "../imports/index.ts";
import { metrics, namedPeriods, scorecardConfig } from "../scores/index.ts";
import { siteRules } from "./site-rules.ts";
import { nearestOf, worded } from "./worded.ts";

/** Days of the week as `fairline.yaml` names them, Monday first. */
export const dayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type DayName = (typeof dayNames)[number];

const anId = say({
  en: "an id is letters, digits, dots, dashes and underscores, 40 at most (13 in Chinese)",
  "zh-CN": "编号只能由文字、数字、点、连字符和下划线组成，最多 40 个字符（汉字 13 个）",
});
const aFormId = say({
  en: "a form's id is small letters, digits and dashes, 20 at most",
  "zh-CN": "表单编号只能由小写字母、数字和连字符组成，最多 20 个字符",
});
const notADay = say({ en: "not a day: write it as YYYY-MM-DD", "zh-CN": "不是日期，请写成 YYYY-MM-DD" });
const notAZone = say({
  en: "not an IANA time zone, such as Europe/London",
  "zh-CN": "不是 IANA 时区，例如 Asia/Shanghai",
});
const notAWord = say({
  en: "a word is 1 to 50 characters with a letter among them",
  "zh-CN": "说法为 1 至 50 个字符，其中至少有一个文字",
});

/** What a button can carry beside a period and a metric, in UTF-8. */
const idBytes = 40;
const id = z
  .string()
  .refine((text) => /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(text) && Buffer.byteLength(text) <= idBytes, worded(anId));
/** A button carries it beside the id of an evaluation. */
const formId = z.string().refine((text) => /^[a-z0-9][a-z0-9-]{0,19}$/.test(text), worded(aFormId));
const text = z.string().min(1).max(200);
const localDay = z
  .string()
  .refine((day) => parseDay(day) !== undefined, worded(notADay))
  .transform((day) => day as LocalDate);

const site = z.strictObject({
  name: text.optional(),
  zone: z.string().refine(isZone, worded(notAZone)).optional(),
  locale: z.enum(locales).optional(),
  /** The weekly days off. */
  weekend: z.array(z.enum(dayNames)).max(6).optional(),
  holidays: z.array(localDay).optional(),
  /** Days off that are worked to make up for holidays. */
  workdays: z.array(localDay).optional(),
  /** Seconds within which an answer counts for the service level. */
  answerWithin: z.number().int().positive().max(3600).optional(),
  /** Days within which another contact of the same customer means that the first did not settle it. */
  repeatWithin: z.number().int().min(1).max(90).optional(),
  /** Purpose → channel name. */
  channels: z.record(text, text).optional(),
  ...siteRules,
});

const team = z.strictObject({ site: text.optional(), name: text.optional(), channel: text.optional() });

const word = z
  .string()
  .transform((text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim())
  .refine((text) => text.length <= 50 && /\p{L}/u.test(text), worded(notAWord));

/** What people call each of these, by its name. */
const synonymsOf = (names: readonly string[]) =>
  z.record(z.string(), z.array(word).max(100)).superRefine((said, context) => {
    for (const name of Object.keys(said).filter((name) => !names.includes(name))) {
      const { error, params } = worded(nearestOf(name, names));
      context.addIssue({ code: "custom", path: [name], message: error, params });
    }
  });

/** What people call metrics and periods, beside the words that Fairline knows. */
const words = z
  .strictObject({
    metrics: synonymsOf(metrics).default({}),
    periods: synonymsOf(Object.keys(namedPeriods)).default({}),
  })
  .prefault({});

/** `fairline.yaml`: what it does not name is left as it is. */
export const fileSchema = z.strictObject({
  sites: z.record(id, site).default({}),
  teams: z.record(id, team).default({}),
  scorecards: z.record(id, scorecardConfig).default({}),
  forms: z.record(formId, formConfig).default({}),
  presets: z.record(id, presetConfig).default({}),
  words,
});
export type ConfigFile = z.infer<typeof fileSchema>;
export type SiteConfig = z.infer<typeof site>;
export type TeamConfig = z.infer<typeof team>;
