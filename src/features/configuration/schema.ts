import { z } from "zod";
import { locales } from "../../kernel/locale.ts";
import { isZone, type LocalDate, parseDay } from "../../kernel/time.ts";
import { presetConfig } from "../imports/index.ts";
import { scorecardConfig } from "../scores/index.ts";

/** Days of the week as `fairline.yaml` names them, Monday first. */
export const dayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type DayName = (typeof dayNames)[number];

const id = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u, "an id is letters, digits, dots, dashes and underscores, 64 at most");
const text = z.string().min(1).max(200);
const localDay = z
  .string()
  .refine((day) => parseDay(day) !== undefined, "not a day: write it as YYYY-MM-DD")
  .transform((day) => day as LocalDate);

const site = z.strictObject({
  name: text.optional(),
  zone: z.string().refine(isZone, "not an IANA time zone, such as Europe/London").optional(),
  locale: z.enum(locales).optional(),
  /** The weekly days off. */
  weekend: z.array(z.enum(dayNames)).max(6).optional(),
  holidays: z.array(localDay).optional(),
  /** Days off that are worked to make up for holidays. */
  workdays: z.array(localDay).optional(),
  /** Seconds within which an answer counts for the service level. */
  answerWithin: z.number().int().positive().max(3600).optional(),
  /** Purpose → channel name. */
  channels: z.record(text, text).optional(),
});

const team = z.strictObject({ site: text.optional(), name: text.optional(), channel: text.optional() });

/** `fairline.yaml`: what it does not name is left as it is. */
export const fileSchema = z.strictObject({
  sites: z.record(id, site).default({}),
  teams: z.record(id, team).default({}),
  scorecards: z.record(id, scorecardConfig).default({}),
  presets: z.record(id, presetConfig).default({}),
});
export type ConfigFile = z.infer<typeof fileSchema>;
export type SiteConfig = z.infer<typeof site>;
export type TeamConfig = z.infer<typeof team>;
