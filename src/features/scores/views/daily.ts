import { type Block, note, type Spans, strong, text, type View } from "../../../chat/view.ts";
import type { Localised, Reader } from "../../../kernel/locale.ts";
import type { LocalDate } from "../../../kernel/time.ts";
import { type Changed, type LabelOf, type Missed, missedBlocks } from "../../digests/index.ts";
import { explainScore, openBy, openTrend, readScore } from "../actions.ts";
import type { Beside } from "../beside.ts";
import type { Whole } from "../domain.ts";
import { dailyWords as words } from "../messages/daily.ts";
import { scoreWords } from "../messages/score.ts";
import { type Period, periodText } from "../period.ts";
import type { Scorecard } from "../scorecard.ts";
import type { Cause, Reason } from "../store.ts";
import { dataAsOf, periodName } from "./common.ts";
import { why } from "./explain.ts";
import { caveats, headline, isOfContacts, partTables } from "./score.ts";

/** A day's score that could not be told in its time. */
export type MissedDay = { readonly day: LocalDate; readonly points: number };

/** The score of a day that somebody has one of. */
export type Scored = {
  readonly score: Whole;
  readonly scorecard: Scorecard;
  readonly cards: readonly Scorecard[];
  readonly revision?: number;
  /** The last workday before on which they worked. */
  readonly before?: { readonly score: Whole; readonly period: Period };
};

/** A day's score as it is told the morning after. */
export type Daily = {
  readonly person: string;
  readonly period: Period;
  readonly scored?: Scored;
  readonly isComplete: boolean;
  readonly dataAsOf?: Date;
  readonly changes: readonly Changed[];
  readonly missedDays: readonly MissedDay[];
  readonly missed: readonly Missed[];
};

/** More days than these are told without a way to open each. */
const mostOpened = 3;

/** What a score says by itself: a correction is told when this changes. */
export const scoreBlocks = ({ score, cards }: Scored, reader: Reader, compared: readonly string[] = []): Block[] => [
  ...headline(score, compared, reader),
  ...partTables(score, cards, reader),
];

function changeBlock({ is, moved, because }: Changed, isScored: boolean, { locale }: Reader): Block {
  const [own] = moved;
  const reason = because && why(because as unknown as { reason: Reason; cause: Cause }, { locale });
  const stayed = isScored ? words.unmoved(reason) : words.over;
  const said = own === undefined ? stayed : words.moved(own.from, own.to, reason);
  return text(strong(words[is](locale)), said(locale));
}

function incompleteBlock(at: Date | undefined, reader: Reader): Block {
  const { locale } = reader;
  // The moment alone: the words before it are this sentence's own.
  const asOf: Spans =
    at === undefined ? [words.noneYet(locale)] : [words.asOf(locale), ...dataAsOf(at, reader).slice(1)];
  return text(strong(words.incomplete(locale)), ...asOf, words.toFollow(locale));
}

function scoredBlocks(scored: Scored, at: Date | undefined, reader: Reader): Block[] {
  const { locale } = reader;
  const { score, scorecard, before, revision } = scored;
  const change =
    before && scoreWords.change(score.points - before.score.points, periodName(before.period, reader))(locale);
  const shown = revision !== undefined && revision > 1 ? revision : undefined;
  const card = scoreWords.provenance(scorecard.name[locale], scorecard.version, shown)(locale);
  return [
    ...scoreBlocks(scored, reader, change === undefined ? [] : [change]),
    ...caveats(score, false, reader),
    note(card, " · ", ...dataAsOf(at, reader)),
  ];
}

function missedDaysBlocks(days: readonly MissedDay[], { locale }: Reader): Block[] {
  const lines = days.map(({ day, points }) => words.missedDay(day, points)(locale));
  const [only, ...more] = lines;
  if (only === undefined) return [];
  if (more.length === 0) return [text(words.missed(locale), locale === "en" ? ` ${only}` : only)];
  return [text(words.missed(locale)), { is: "list", items: lines.map((line) => [line]) }];
}

type DailyBeside = readonly Pick<Beside, "buttons">[];

function ways({ person, period, scored, missedDays }: Daily, beside: DailyBeside, reader: Reader): Block[] {
  const { locale } = reader;
  const of = { period: periodText(period), of: "person", id: person } as const;
  const { buttons: labels } = scoreWords;
  const looks = scored
    ? [
        { label: labels.explain(locale), action: explainScore.to(of), style: "primary" as const },
        { label: labels.trend(locale), action: openTrend.to(of) },
        ...(isOfContacts(scored.score)
          ? [{ label: labels.hour(locale), action: openBy.to({ by: "hour", ...of }) }]
          : []),
        ...beside.flatMap(({ buttons }) => buttons(reader)),
      ]
    : [];
  const opens = (missedDays.length > mostOpened ? [] : missedDays).map(({ day }) => ({
    label: words.open(day)(locale),
    action: readScore.to({ person, period: day }),
  }));
  const buttons = [...looks, ...opens];
  return buttons.length === 0 ? [] : [{ is: "buttons", buttons }];
}

/** The daily score as its agent reads it. */
export const dailyView =
  (made: Daily, labelOf: LabelOf | undefined, beside: DailyBeside = []): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const { period, scored, isComplete, changes, missed, missedDays } = made;
    const none = isComplete ? scoreWords.nothing(undefined) : words.notHereYet;
    return {
      title: scoreWords.mine(periodName(period, reader))(locale),
      ...(isComplete ? {} : { tone: "attention" as const }),
      blocks: [
        ...changes.map((change) => changeBlock(change, scored !== undefined, reader)),
        ...(isComplete ? [] : [incompleteBlock(made.dataAsOf, reader)]),
        ...(scored ? scoredBlocks(scored, made.dataAsOf, reader) : [text(none(locale))]),
        ...missedDaysBlocks(missedDays, reader),
        ...missedBlocks(missed, labelOf)(reader),
        ...ways(made, beside, reader),
      ],
    };
  };
