import type { LocalDate } from "../../../kernel/time.ts";
import type { Metric } from "../scorecard.ts";

/** A period as `readPeriod` reads it; a single day tells which, so that two of them can make a span. */
export type PeriodMeaning = {
  readonly is: "period";
  readonly text: string;
  readonly kind: "day" | "week" | "month" | "span";
  readonly on?: LocalDate;
};

/**
 * What a stretch of text may mean. A subject or score word that is not `firm` is too common to show by itself that
 * scores are spoken of. `against` says that the next period is the one to compare with, `versus` that there is one.
 * `asking` words ask to be shown something; `loose` ones say nothing that we know, so what is told with them alone is
 * hardly a question about scores (“is Ana in today?”).
 */
export type Meaning =
  | { readonly is: "metric"; readonly metric: Metric }
  | PeriodMeaning
  | { readonly is: "person" | "team"; readonly id: string }
  | { readonly is: "self" | "own-team" | "score"; readonly firm: boolean }
  | { readonly is: "versus" | "against" | "with" | "to" | "asking" | "loose" | "filler" };

/** A word or phrase with what it says, piece by piece. */
export type Entry = { readonly word: string; readonly means: readonly Meaning[] };

export const entries = (words: string, ...means: readonly Meaning[]): Entry[] =>
  words.split("|").map((word) => ({ word, means }));
