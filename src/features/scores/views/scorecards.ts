import { words as chatWords } from "../../../chat/messages.ts";
import { type Block, note, type Spans, strong, text, type View } from "../../../chat/view.ts";
import { format, type Localised, type Reader } from "../../../kernel/locale.ts";
import { compareTrial } from "../actions.ts";
import { inUnit, metricNames, periodNames } from "../messages/names.ts";
import { refusedTitle } from "../messages/refusal.ts";
import { scoreWords } from "../messages/score.ts";
import { trialWords as words } from "../messages/trial.ts";
import { fewestPeople } from "../person-score.ts";
import type { Component, Metric, Scorecard } from "../scorecard.ts";
import { bigMove, type Move, type Standing, type TrialRefusal, type TrialReport } from "../trial.ts";
import { end, periodName, start } from "./common.ts";

function audience({ for: whose }: Scorecard, teams: Standing["teams"], { locale }: Reader): string {
  if ("role" in whose) return words.forRole(chatWords.role[whose.role](locale))(locale);
  return "team" in whose
    ? words.forTeam(teams.get(whose.team) ?? whose.team)(locale)
    : words.forProject(whose.project)(locale);
}

function rule({ points, direction }: Component, { locale }: Reader): string {
  if (points === "as-is") return (direction === "higher" ? words.asIs : words.asIsLower)(locale);
  return (direction === "higher" ? words.byTarget : words.byTargetLower)(locale);
}

/** A scorecard's whole formula as a table. */
function cardTable({ components }: Scorecard, reader: Reader): Block {
  const { locale } = reader;
  const { number, percent } = format(locale);
  return {
    is: "table",
    columns: [
      start(scoreWords.columns.metric(locale)),
      end(scoreWords.columns.weight(locale)),
      end(scoreWords.columns.target(locale)),
      start(words.rule(locale)),
      end(words.least(locale)),
    ],
    rows: components.map((one) => [
      metricNames[one.metric](locale),
      percent(one.weight / 100, 1),
      "per" in one
        ? words.per[one.per](inUnit(one.metric, one.target, locale))(locale)
        : inUnit(one.metric, one.target, locale),
      rule(one, reader),
      number(one.minimumN),
    ]),
  };
}

function cardBlocks(card: Scorecard, isTrial: boolean, teams: Standing["teams"], reader: Reader): Block[] {
  const { locale } = reader;
  const when = isTrial ? words.trial(locale) : words.since(card.countsFrom)(locale);
  return [
    { is: "heading", text: words.version(card.name[locale], card.version)(locale) },
    note(`${audience(card, teams, reader)} · ${when}`),
    cardTable(card, reader),
  ];
}

/** The scorecards that count, open to everybody, and the trials beside them. */
export const scorecardsView =
  ({ live, trials, teams }: Standing, mayCompare: boolean): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const buttons = trials.slice(0, 5).map((card) => ({
      label: words.compare(card.name[locale])(locale),
      action: compareTrial.to({ period: "month", id: card.id }),
    }));
    return {
      title: words.title(locale),
      blocks: [
        ...(live.length === 0
          ? [text(words.none(locale))]
          : live.flatMap((card) => cardBlocks(card, false, teams, reader))),
        ...trials.flatMap((card) => cardBlocks(card, true, teams, reader)),
        ...(mayCompare && buttons.length > 0 ? [{ is: "buttons", buttons } as const] : []),
      ],
    };
  };

/** How many people each metric moves most, the commonest first. */
function reasons(moves: readonly Move[]): readonly (readonly [Metric, number])[] {
  const counts = new Map<Metric, number>();
  for (const { because } of moves) if (because) counts.set(because.metric, (counts.get(because.metric) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

function movesTable(moves: readonly Move[], { locale }: Reader): Block {
  const { fixed } = format(locale);
  return {
    is: "table",
    columns: [
      start(scoreWords.columns.name(locale)),
      end(words.live(locale)),
      end(words.tried(locale)),
      start(words.mostly(locale)),
    ],
    rows: moves.map(({ name, live, trial, because }) => [
      name,
      fixed(live, 1),
      fixed(trial, 1),
      because ? words.because(metricNames[because.metric](locale), because.by)(locale) : "",
    ]),
  };
}

/** A trial side by side with what counts; names only for those who may read them. */
export const trialView =
  ({ trial, period, compared, moves, meanMove }: TrialReport, mayReadNames: boolean): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const told = reasons(moves).filter(([, people]) => mayReadNames || people >= fewestPeople);
    const whys: Spans[] = told.map(([metric, people]) => [words.why(metricNames[metric](locale), people)(locale)]);
    return {
      title: words.reportTitle(trial.name[locale], periodName(period, reader))(locale),
      blocks: [
        text(strong(words.moved(moves.length, compared, bigMove)(locale))),
        text(words.mean(meanMove)(locale)),
        ...(whys.length > 0 ? [{ is: "list", items: whys } as const] : []),
        ...(moves.length > 0 && mayReadNames ? [movesTable(moves, reader)] : []),
        ...(moves.length > 0 && !mayReadNames ? [note(words.unnamed(locale))] : []),
        note(words.counts(locale)),
        {
          is: "buttons",
          buttons: (["last-week", "month", "last-month"] as const).map((name) => ({
            label: periodNames[name](locale),
            action: compareTrial.to({ period: name, id: trial.id }),
          })),
        },
      ],
    };
  };

export const trialRefusalView =
  ({ why }: TrialRefusal): Localised<View> =>
  ({ locale }) => ({ title: refusedTitle(locale), tone: "attention", blocks: [text(words.refusal[why](locale))] });
