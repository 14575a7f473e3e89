import type { Block, Column, Spans } from "../../../chat/view.ts";
import { note, text, type View } from "../../../chat/view.ts";
import { format, type Localised, type Reader } from "../../../kernel/locale.ts";
import type { Summary } from "../domain.ts";
import { periodWords } from "../messages/period.ts";
import { refusalWords, refusedTitle } from "../messages/refusal.ts";
import { scoreWords } from "../messages/score.ts";
import type { Period } from "../period.ts";
import type { Refusal } from "../refusal.ts";

/** What a period is called: its day, the week it begins, its month, or its ends. */
export function periodName({ is, from, to }: Period, { locale }: Pick<Reader, "locale">): string {
  switch (is) {
    case "day":
      return periodWords.onDay(from)(locale);
    case "week":
      return periodWords.weekFrom(from)(locale);
    case "month":
      return periodWords.inMonth(from)(locale);
    case "span":
      return periodWords.between(from, to)(locale);
  }
}

/** What a period is called where there is little room. */
export function shortPeriod({ is, from, to }: Period, { locale }: Pick<Reader, "locale">): string {
  const { shortDay, shortMonth } = format(locale);
  if (is === "month") return shortMonth(from);
  return is === "span" ? `${shortDay(from)}–${shortDay(to)}` : shortDay(from);
}

export const start = (label: string): Column => ({ label, align: "start" });
export const end = (label: string): Column => ({ label, align: "end" });

/** A result that may stand for something: from five results on. */
export const isTold = ({ standing }: Pick<Summary, "standing">) => standing === "firm" || standing === "provisional";

/** The time of the data in the reader's own zone. */
export const dataAsOf = (at: Date | undefined, { locale, zone }: Reader): Spans =>
  at === undefined
    ? [scoreWords.noFeed(locale)]
    : [scoreWords.dataAsOf(locale), { is: "instant", at, style: "datetime", text: format(locale).dateTime(at, zone) }];

export const dataNote = (at: Date | undefined, reader: Reader): Block => note(...dataAsOf(at, reader));

/** Why a score is not shown, and whom to ask. */
export const refusalView =
  (refusal: Refusal): Localised<View> =>
  ({ locale }) => ({
    title: refusedTitle(locale),
    tone: "attention",
    blocks: [text(refusalWords(refusal)(locale))],
  });
