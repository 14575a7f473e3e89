import { z } from "zod";

/** What a site may set about suggestions. */
export const suggestionsConfig = z.strictObject({
  /** So many signed ones may be made by one person in a calendar month of the site. */
  signedPerMonth: z.number().int().min(1).max(100).default(10),
  /** So many anonymous ones may be made by one person in a day; they are counted in memory only. */
  anonymousPerDay: z.number().int().min(1).max(20).default(3),
});
export type SuggestionsConfig = z.infer<typeof suggestionsConfig>;
