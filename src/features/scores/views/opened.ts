import type { Chart } from "../../../chat/chart.ts";
import { type Block, note, type Picture, text, type View } from "../../../chat/view.ts";
import { format, type Localised, type Reader } from "../../../kernel/locale.ts";
import { openTeam, openTrend, showScore } from "../actions.ts";
import type { Breakdown, Slice, Trend } from "../breakdown.ts";
import { inUnit, metricNames } from "../messages/names.ts";
import { openedWords as words } from "../messages/opened.ts";
import { scoreWords } from "../messages/score.ts";
import { type Period, periodText } from "../period.ts";
import type { Whose } from "../reading.ts";
import type { Metric } from "../scorecard.ts";
import { dataNote, end, periodName, shortPeriod, start } from "./common.ts";

/** A chart with the words that say the same to who cannot see it. */
export type Sketch = { readonly name: string; readonly alt: string; readonly chart: Chart };

/** A sketch that was drawn. */
export const picture = ({ name, alt }: Sketch, png: Uint8Array): Picture => ({ is: "image", name, alt, png });

/** Whose it is by name; nobody is told their own. */
export const nameOf = ({ own, name }: Whose) => (own ? undefined : name);

/** The way back to the score that was opened. */
export const back = ({ is, id }: Whose, period: Period): ReturnType<typeof showScore.to> =>
  is === "person"
    ? showScore.to({ person: id, period: periodText(period) })
    : openTeam.to({ period: periodText(period), team: id });

function keyWords({ key }: Slice, dimension: Breakdown["dimension"], { locale }: Reader): string {
  if (dimension === "hour") return words.hour(Number(key));
  if (dimension === "day") return format(locale).day(key);
  return key === "" ? words.unnamed(locale) : key;
}

/** From this many results on a value is firm. */
const firmFrom = 10;

function slicesTable({ dimension, components, slices }: Breakdown, reader: Reader): Block {
  const { locale } = reader;
  const { number } = format(locale);
  return {
    is: "table",
    columns: [
      start(words.dimension[dimension](locale)),
      end(words.handled(locale)),
      ...components.map(({ metric }) => end(metricNames[metric](locale))),
    ],
    rows: slices.map((slice) => [
      keyWords(slice, dimension, reader),
      slice.hidden ? "–" : number(slice.handled),
      ...components.map(({ metric }) => {
        const found = slice.values[metric];
        if (found === undefined || slice.hidden) return "–";
        return `${found.n < firmFrom ? "~" : ""}${inUnit(metric, found.value, locale)}`;
      }),
    ]),
  };
}

/** The hours of a day as a strip: the first metric of contacts, or how many there were. */
export function stripOf(made: Breakdown, { locale }: Pick<Reader, "locale">): Sketch | undefined {
  const { dimension, components, slices, whose, period } = made;
  const component = components[0];
  if (dimension !== "hour" || component === undefined || slices.length === 0) return undefined;
  const { metric, target } = component;
  const byHour = new Map(slices.map((slice) => [Number(slice.key), slice]));
  const [first, last] = [Math.min(...byHour.keys()), Math.max(...byHour.keys())];
  const hours = Array.from({ length: last - first + 1 }, (_, index) => {
    const slice = byHour.get(first + index);
    const value = slice?.hidden ? undefined : slice?.values[metric]?.value;
    const label = words.hour(first + index);
    return { label, n: slice?.hidden ? 0 : (slice?.handled ?? 0), ...(value === undefined ? {} : { value }) };
  });
  if (hours.every(({ value }) => value === undefined)) return undefined;
  const name = metricNames[metric](locale);
  const told = hours.flatMap(({ label, value, n }) =>
    value === undefined ? [] : [words.hourAlt(label, inUnit(metric, value, locale), n)(locale)],
  );
  return {
    name: "by-hour.png",
    alt: words.stripAlt(name, told)(locale),
    chart: {
      is: "strip",
      locale,
      title: [nameOf(whose), words.stripTitle(name)(locale), periodName(period, { locale })]
        .filter(Boolean)
        .join(" · "),
      unit: metric === "handle-time" ? "seconds" : "percent",
      hours,
      target: { label: scoreWords.columns.target(locale), value: target },
      counts: words.openedHour(locale),
    },
  };
}

/** A score by hour, queue, project or day. */
export const breakdownView =
  (made: Breakdown, drawn: Picture | undefined): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const { whose, period, dimension, components, slices } = made;
    const isSmall = slices.some(({ values }) => Object.values(values).some(({ n }) => n < firmFrom));
    const targets = components.map(({ metric, target }) =>
      words.target(metricNames[metric](locale), inUnit(metric, target, locale))(locale),
    );
    const body: Block[] =
      slices.length === 0
        ? [text(words.nothing(locale))]
        : [
            ...(drawn ? [drawn] : []),
            slicesTable(made, reader),
            ...(targets.length > 0 ? [note(targets.join(" "))] : []),
            ...(isSmall ? [note(words.small(firmFrom)(locale))] : []),
            ...(slices.some(({ hidden }) => hidden) ? [note(words.hidden(locale))] : []),
            note(words.onlyContacts(locale)),
          ];
    return {
      title: words.title(nameOf(whose), dimension, periodName(period, reader))(locale),
      blocks: [
        ...body,
        dataNote(made.dataAsOf, reader),
        { is: "buttons", buttons: [{ label: words.back(locale), action: back(whose, period) }] },
      ],
    };
  };

const trendName = ({ whose, metric }: Trend, { locale }: Pick<Reader, "locale">) =>
  words.trendTitle(nameOf(whose), metric && metricNames[metric](locale))(locale);

/** A trend as a line with its target and interval. */
export function trendOf(made: Trend, { locale }: Pick<Reader, "locale">): Sketch | undefined {
  const told = made.points.filter(({ result }) => result !== undefined && result.n >= 5);
  if (told.length === 0) return undefined;
  const { fixed } = format(locale);
  const points = made.points.map(({ period, result }) => ({
    label: shortPeriod(period, { locale }),
    // Too few results are a number in the table and no point on the line.
    ...(result && result.n >= 5 ? { value: result.points } : {}),
    ...(result?.interval && result.n >= 5 ? { low: result.interval.low, high: result.interval.high } : {}),
  }));
  const spoken = told.map(({ period, result }) =>
    words.pointAlt(shortPeriod(period, { locale }), fixed(result?.points ?? 0, 1))(locale),
  );
  return {
    name: "trend.png",
    alt: words.trendAlt(spoken)(locale),
    chart: {
      is: "trend",
      locale,
      title: trendName(made, { locale }),
      unit: "points",
      points,
      ...(made.target === undefined ? {} : { target: { label: words.targetLabel(locale), value: made.target } }),
      interval: words.interval(locale),
    },
  };
}

function trendTable({ points }: Trend, reader: Reader): Block {
  const { locale } = reader;
  const { fixed, number } = format(locale);
  return {
    is: "table",
    columns: [
      start(words.when(locale)),
      end(scoreWords.columns.points(locale)),
      end(scoreWords.columns.interval(locale)),
      end(scoreWords.columns.n(locale)),
    ],
    rows: points.map(({ period, result }) => [
      shortPeriod(period, reader),
      result ? `${result.n < firmFrom ? "~" : ""}${fixed(result.points, 1)}` : "–",
      result?.interval && result.n >= 5 ? `${fixed(result.interval.low, 1)}–${fixed(result.interval.high, 1)}` : "",
      result ? number(result.n) : "",
    ]),
  };
}

/** A score, or one of its metrics, over time. */
export const trendView =
  (made: Trend, drawn: Picture | undefined): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const { whose, period } = made;
    const shown = periodText(period);
    const options = made.metrics.map((metric: Metric) => ({ value: metric, label: metricNames[metric](locale) }));
    const isSmall = made.points.some(({ result }) => result !== undefined && result.n < firmFrom);
    return {
      title: trendName(made, reader),
      blocks: [
        ...(drawn ? [drawn, trendTable(made, reader)] : [text(words.noTrend(locale))]),
        ...(isSmall && drawn ? [note(words.small(firmFrom)(locale))] : []),
        dataNote(made.dataAsOf, reader),
        ...(options.length > 1
          ? ([
              {
                is: "menu",
                label: words.ofMetric(locale),
                action: openTrend.to({ period: shown, of: whose.is, id: whose.id }),
                options,
              },
            ] as const)
          : []),
        { is: "buttons", buttons: [{ label: words.back(locale), action: back(whose, period) }] },
      ],
    };
  };
