import { z } from "zod";
import { say } from "../../kernel/locale.ts";
import type { GoodCall } from "./domain.ts";

const days = z.number().positive().max(60);

/** An https address in which only what follows the host depends on the contact. */
const isRecordingUrl = (template: string): boolean =>
  /^https:\/\/[^/?#{}@\\]+[/?][!-~]*$/.test(template) &&
  template.includes("{id}") &&
  !/[{}]/.test(template.replace(/\{(source|id)\}/g, "")) &&
  URL.canParse(template);

const noRecordingUrl = say({
  en: "an https address with {id}, and if needed {source}, after its host",
  "zh-CN": "须为 https 地址，并在域名之后含有 {id}，需要时再加 {source}",
});

/** What a site may set about good calls; days are business days of its calendar. */
export const goodCallsConfig = z.strictObject({
  /** How long colleagues vote, in business days. */
  votingDays: days.default(3),
  /** So many votes for it are needed at least. */
  votesNeeded: z.number().int().min(1).max(1000).default(3),
  /** So many of all votes have to be for it, in per cent. */
  shareNeeded: z.number().min(0).max(100).default(60),
  /** How long its agent has to agree, in business days; silence is no consent. */
  consentDays: days.default(5),
  /** For how many minutes a link to a recording works. */
  linkMinutes: z.number().int().min(1).max(1440).default(15),
  /** Where recordings are: an https address with `{id}`, the contact's number, and `{source}` if it is needed. */
  recordingUrl: z
    .string()
    .max(1000)
    .refine(isRecordingUrl, { error: noRecordingUrl("en"), params: { say: noRecordingUrl } })
    .optional(),
  /** How many calls one person may put forward in a calendar month. */
  mostPerMonth: z.number().int().min(1).max(1000).default(5),
});
export type GoodCallsConfig = z.infer<typeof goodCallsConfig>;

const isDots = (part: string) => part === "." || part === "..";

/** Where the recording of a contact is; undefined where the site does not say, or where the contact's name fits no address. */
export function recordingAddress(
  { recordingUrl }: Pick<GoodCallsConfig, "recordingUrl">,
  { source, sourceId }: GoodCall["contact"],
): string | undefined {
  if (recordingUrl === undefined || isDots(source) || isDots(sourceId)) return undefined;
  const parts = { source: encodeURIComponent(source), id: encodeURIComponent(sourceId) };
  return recordingUrl.replace(/\{(source|id)\}/g, (_, name: "source" | "id") => parts[name]);
}
