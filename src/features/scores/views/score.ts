import { type ActionId, type Block, note, type Spans, strong, text, type View } from "../../../chat/view.ts";
import { format, type Localised, type Reader } from "../../../kernel/locale.ts";
import { explainScore, openBy, openTrend, showScore } from "../actions.ts";
import type { Line, Part, Summary, Whole } from "../domain.ts";
import type { Interval } from "../interval.ts";
import { formulaWords, pointsWords } from "../messages/explain.ts";
import { inUnit, metricNames, periodNames } from "../messages/names.ts";
import { scoreWords as words } from "../messages/score.ts";
import { ofContacts } from "../metrics/index.ts";
import { namedPeriods, type Period, type PeriodName, periodText } from "../period.ts";
import type { PersonScore } from "../person-score.ts";
import type { Metric, Scorecard } from "../scorecard.ts";
import { dataAsOf, end, isTold, periodName, start } from "./common.ts";

/** The points, how sure they are, and what they are held against. */
export function headline(score: Summary, compared: readonly string[], { locale }: Reader): Block[] {
  const { interval } = score;
  const number: Spans = [strong(words.points(score.points)(locale)), words.outOf(locale)];
  const between = interval && isTold(score) ? [words.between(interval.low, interval.high)(locale)] : [];
  return [
    text(...number, ...between),
    ...(score.standing === "few" ? [] : compared.map((line) => text(line))),
    ...(score.standing === "few" ? [text(words.few(score.n)(locale))] : []),
    ...(score.standing === "provisional" ? [text(words.provisional(score.n)(locale))] : []),
  ];
}

const range = (interval: Interval | undefined, { locale }: Reader) => {
  const { fixed } = format(locale);
  if (interval === undefined) return "";
  const [low, high] = [fixed(interval.low, 1), fixed(interval.high, 1)];
  return low === high ? low : `${low}–${high}`;
};

/** One row for each metric. */
function linesTable(lines: readonly Line[], reader: Reader): Block {
  const { locale } = reader;
  const { columns } = words;
  const { fixed, number, percent } = format(locale);
  return {
    is: "table",
    columns: [
      start(columns.metric(locale)),
      end(columns.value(locale)),
      end(columns.target(locale)),
      end(columns.points(locale)),
      end(columns.interval(locale)),
      end(columns.weight(locale)),
      end(columns.n(locale)),
    ],
    rows: lines.map((line) => [
      metricNames[line.metric](locale),
      inUnit(line.metric, line.value, locale),
      inUnit(line.metric, line.target, locale),
      fixed(line.points, 1),
      range(line.interval, reader),
      percent(line.weight / 100),
      number(line.n),
    ]),
  };
}

type CardNames = readonly Pick<Scorecard, "id" | "version" | "name">[];

/** What a part of a score was made under. */
export const partWords = (part: Part, cards: CardNames, { locale }: Reader): string => {
  const card = cards.find(({ id, version }) => id === part.scorecard && version === part.version);
  return words.part(part.from, part.to, card?.name[locale] ?? part.scorecard, part.share)(locale);
};

/** The metrics of a score, part by part where the scorecard changed within the period. */
export function partTables({ parts }: Whole, cards: CardNames, reader: Reader): Block[] {
  const [only, ...more] = parts;
  if (only !== undefined && more.length === 0) return [linesTable(only.lines, reader)];
  return parts
    .filter(({ lines }) => lines.length > 0)
    .flatMap((part) => [text(partWords(part, cards, reader)), linesTable(part.lines, reader)]);
}

/** What does not weigh this time, and what a reader must know of what does. */
export function caveats({ parts, standing }: Whole, running: boolean, { locale }: Reader): Block[] {
  const last = parts.at(-1);
  if (last === undefined || standing === "none") return [];
  const missing = last.waiting.filter(({ n }) => n === 0).map(({ metric }) => metricNames[metric](locale));
  const few = last.waiting.filter(({ n }) => n > 0);
  const flags = [...new Set(parts.flatMap(({ lines }) => lines.flatMap((line) => line.flag ?? [])))];
  return [
    ...(missing.length > 0 ? [note(words.missingMetrics(missing)(locale))] : []),
    ...few.map(({ metric, n, minimumN }) => note(words.waiting(metricNames[metric](locale), n, minimumN)(locale))),
    ...flags.map((flag) => note(words.flag[flag](locale))),
    ...(running ? [note(words.soFar(locale))] : []),
  ];
}

const offered: readonly PeriodName[] = ["today", "yesterday", "week", "last-week", "month"];

/** The usual periods, one press away; `to` addresses what a press shows. */
export function periodButtons(to: (period: string) => ActionId, { locale }: Reader): Block {
  const buttons = offered.map((name) => ({
    label: periodNames[name](locale),
    action: to(namedPeriods[name].calls[0]),
  }));
  return { is: "buttons", buttons };
}

/** Whether single contacts can tell something of a score. */
export const isOfContacts = ({ parts }: Whole) =>
  parts.some(({ lines }) => lines.some(({ metric }) => metric === "volume" || ofContacts.includes(metric)));

/** The ways to look into a result. */
export function detailButtons(
  of: "person" | "team",
  id: string,
  on: Period,
  isOfContacts: boolean,
  { locale }: Reader,
): Block {
  const period = periodText(on);
  const by = (dimension: "hour" | "queue" | "project" | "day") => ({
    label: words.buttons[dimension](locale),
    action: openBy.to({ by: dimension, period, of, id }),
  });
  const trend = { label: words.buttons.trend(locale), action: openTrend.to({ period, of, id }) };
  const explain = { label: words.buttons.explain(locale), action: explainScore.to({ period, of, id }) } as const;
  return {
    is: "buttons",
    buttons: [
      { ...explain, style: "primary" },
      ...(isOfContacts ? [by("hour"), by("queue"), by("project"), by("day")] : []),
      trend,
    ],
  };
}

/** What a result is held against: the period before, and the middle of the team. */
function comparisons({ score, before, middle }: PersonScore, reader: Reader): string[] {
  const { locale } = reader;
  return [
    ...(before ? [words.change(score.points - before.score.points, periodName(before.period, reader))(locale)] : []),
    ...(middle && score.standing !== "none"
      ? [words.middle(middle.median, middle.team.name, middle.people, score.points - middle.median)(locale)]
      : []),
  ];
}

function provenance({ scorecard, revision, dataAsOf: at }: PersonScore, reader: Reader): Block {
  const { locale } = reader;
  const corrected = revision && revision.revision > 1 ? revision.revision : undefined;
  const card = words.provenance(scorecard.name[locale], scorecard.version, corrected)(locale);
  return note(card, " · ", ...dataAsOf(at, reader));
}

const isUnsettled = ({ score, settlesInDays }: PersonScore) =>
  settlesInDays > 0 &&
  score.parts.some(({ lines }) => lines.some(({ metric }) => metric === "first-contact-resolution"));

/** A person's score as they, or one who may, see it. */
export const scoreView =
  (made: PersonScore): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const { person, own, score, period } = made;
    const name = periodName(period, reader);
    const isNone = score.standing === "none";
    const body = isNone
      ? [text(words.nothing(own ? undefined : person.name)(locale)), text(words.tryAnother(locale))]
      : [...headline(score, comparisons(made, reader), reader), ...partTables(score, made.cards, reader)];
    return {
      title: own ? words.mine(name)(locale) : words.of(person.name, name)(locale),
      blocks: [
        ...body,
        ...caveats(score, made.running, reader),
        ...(isUnsettled(made) ? [note(words.unsettled(made.settlesInDays)(locale))] : []),
        provenance(made, reader),
        ...(isNone ? [] : [detailButtons("person", person.id, period, isOfContacts(score), reader)]),
        periodButtons((to) => showScore.to({ person: person.id, period: to }), reader),
      ],
    };
  };

type Told = { readonly line: Line; readonly part: Part };

/** One metric in each part of a score that has it. */
const linesOf = ({ parts }: Whole, metric: Metric): readonly Told[] =>
  parts.flatMap((part) => part.lines.filter((line) => line.metric === metric).map((line) => ({ line, part })));

/** One metric in one part: its value, how sure it is and how it came to be. */
function metricBlocks({ line, part }: Told, isOnly: boolean, cards: readonly Scorecard[], reader: Reader): Block[] {
  const { locale } = reader;
  const { metric } = line;
  const card = cards.find(({ id, version }) => id === part.scorecard && version === part.version);
  const component = card?.components.find((one) => one.metric === metric);
  return [
    ...(isOnly ? [] : [text(partWords(part, cards, reader))]),
    text(
      strong(inUnit(metric, line.value, locale)),
      words.metricHeadline(inUnit(metric, line.target, locale), line.points)(locale),
    ),
    ...(line.interval && line.interval.low < line.interval.high
      ? [text(words.metricBetween(line.interval.low, line.interval.high)(locale))]
      : []),
    ...(line.n < 5 ? [text(words.few(line.n)(locale))] : []),
    ...(component ? [note(formulaWords(component, line)(locale), " · ", pointsWords(component, line)(locale))] : []),
  ];
}

/** One metric of a score in all its parts, or that there is none of it. */
export function metricBody(
  score: Whole,
  metric: Metric,
  before: { readonly score: Whole; readonly period: Period } | undefined,
  cards: readonly Scorecard[],
  reader: Reader,
): Block[] {
  const { locale } = reader;
  const told = linesOf(score, metric);
  if (told.length === 0) {
    return [text(words.metricNothing(metricNames[metric](locale))(locale)), text(words.tryAnother(locale))];
  }
  const past = before && linesOf(before.score, metric).at(-1)?.line;
  return [
    ...told.flatMap((one) => metricBlocks(one, told.length === 1, cards, reader)),
    ...(past && before
      ? [text(words.metricBefore(inUnit(metric, past.value, locale), periodName(before.period, reader))(locale))]
      : []),
  ];
}

/** One metric of a person's score: its value, how it came to be, and what it was before. */
export const metricView =
  (made: PersonScore, metric: Metric): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const { person, own, score, period } = made;
    const isNone = linesOf(score, metric).length === 0;
    const shown = periodText(period);
    const buttons: Block = {
      is: "buttons",
      buttons: [
        { label: words.buttons.whole(locale), action: showScore.to({ person: person.id, period: shown }) },
        {
          label: words.buttons.trend(locale),
          action: openTrend.to({ period: shown, of: "person", id: person.id, metric }),
        },
        {
          label: words.buttons.explain(locale),
          action: explainScore.to({ period: shown, of: "person", id: person.id }),
        },
      ],
    };
    return {
      title: words.metricTitle(
        own ? undefined : person.name,
        metricNames[metric](locale),
        periodName(period, reader),
      )(locale),
      blocks: [
        ...metricBody(score, metric, made.before, made.cards, reader),
        ...(made.running && !isNone ? [note(words.soFar(locale))] : []),
        provenance(made, reader),
        buttons,
      ],
    };
  };
