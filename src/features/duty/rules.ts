import { z } from "zod";
import { type Say, say } from "../../kernel/locale.ts";
import { type LocalDate, parseDay } from "../../kernel/time.ts";

const worded = (words: Say) => ({ error: words("en"), params: { say: words } });

const badTime = say({ en: "not a time of day: write it as HH:MM", "zh-CN": "不是时间，请写成 HH:MM" });
const badHours = say({
  en: "not hours: write them as 08:00-20:00, or around-the-clock",
  "zh-CN": "不是时段，请写成 08:00-20:00，或 around-the-clock（全天）",
});
const badDay = say({ en: "not a day: write it as YYYY-MM-DD", "zh-CN": "不是日期，请写成 YYYY-MM-DD" });
const twice = say({
  en: "somebody is named twice: each turn goes to the next, so name everybody once",
  "zh-CN": "有人重复出现：按顺序轮换，每人只写一次",
});

const clock = "([01]\\d|2[0-3]):[0-5]\\d";
const isTime = (text: string): boolean => new RegExp(`^${clock}$`).test(text);
const isHours = (text: string): boolean => text === aroundTheClock || new RegExp(`^${clock}-${clock}$`).test(text);

export const aroundTheClock = "around-the-clock";
export const dayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** An employee number, which YAML may take for a number. */
const employeeNo = z.union([z.string().trim().min(1).max(100), z.number().int()]).transform(String);

/** Who takes turns at a duty, and when. */
const rotation = z.strictObject({
  /** `duty-lead`, `floor-support`, `supervisor`, or the site's own word. */
  role: z.string().trim().min(1).max(40),
  /** Employee numbers, in the order of their turns. */
  people: z
    .array(employeeNo)
    .min(1)
    .max(60)
    .refine((all) => new Set(all).size === all.length, worded(twice)),
  /** The day on which the first has the first turn. */
  startsOn: z
    .string()
    .refine((day) => parseDay(day) !== undefined, worded(badDay))
    .transform((day) => day as LocalDate),
  /** It is handed over each so many days, or each so many workdays. */
  every: z
    .union([z.number().int().min(1).max(31), z.strictObject({ workdays: z.number().int().min(1).max(10) })])
    .default(7),
  /** When on such a day. */
  at: z.string().refine(isTime, worded(badTime)).default("08:00"),
  /** When somebody is on duty; over midnight where the end is not after the beginning. */
  hours: z.string().refine(isHours, worded(badHours)).default(aroundTheClock),
  /** On which days the hours begin. */
  days: z.union([z.enum(["workdays", "every-day"]), z.array(z.enum(dayNames)).min(1).max(7)]).default("every-day"),
});
export type Rotation = z.infer<typeof rotation>;

/** What a site may set about who is on duty. */
export const dutyConfig = z.strictObject({
  rotations: z.array(rotation).max(30).default([]),
  /** Whether whoever goes on duty is told an hour before. */
  remind: z.boolean().default(false),
});
export type DutyConfig = z.infer<typeof dutyConfig>;

const unknownNumber = (number: string) =>
  say({
    en: `Nobody at this site has the employee number “${number}”.`,
    "zh-CN": `本中心没有工号为“${number}”的人。`,
  });

/** The employee numbers in a site's rotations that nobody there has, each at its place. */
export const unknownOnDuty = (
  { rotations }: Pick<DutyConfig, "rotations">,
  known: ReadonlySet<string>,
): readonly { readonly path: readonly (string | number)[]; readonly message: Say }[] =>
  rotations.flatMap(({ people }, index) =>
    people.flatMap((number, place) =>
      known.has(number)
        ? []
        : [{ path: ["duty", "rotations", index, "people", place], message: unknownNumber(number) }],
    ),
  );
