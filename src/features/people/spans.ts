import type { AccountRef } from "../../chat/ask.ts";
import type { Span, Spans } from "../../chat/view.ts";
import { format, type Reader } from "../../kernel/locale.ts";

/** Where a sentence leaves room for a span that is not plain text, such as a command to type. */
export const gap = "\uFFFC";

/** A sentence with a span in its gap. */
export function around(sentence: string, span: Span): Spans {
  const at = sentence.indexOf(gap);
  return at === -1 ? [sentence] : [sentence.slice(0, at), span, sentence.slice(at + gap.length)];
}

/** The time of day of an instant. */
export const timeOf = (at: Date, { locale, zone }: Reader): Span => ({
  is: "instant",
  at,
  style: "time",
  text: format(locale).time(at, zone),
});

/** The day and time of an instant. */
export const momentOf = (at: Date, { locale, zone }: Reader): Span => ({
  is: "instant",
  at,
  style: "datetime",
  text: format(locale).dateTime(at, zone),
});

/** An account as a person can tell it from their others: the app's name and the id there. */
export const accountName = ({ platform, user }: AccountRef): string =>
  `${platform.charAt(0).toUpperCase()}${platform.slice(1)} ${user}`;
