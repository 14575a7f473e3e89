import type { Chart } from "../../../chat/chart.ts";
import { type Block, type Fact, note, type Span, type Spans, strong, text, typed } from "../../../chat/view.ts";
import { format, type Locale, type Reader, type Say } from "../../../kernel/locale.ts";
import type { Person, Team } from "../../people/domain.ts";
import { bulletinWords as words } from "../messages/bulletin.ts";
import { clock, inUnit, metricNames } from "../messages/names.ts";
import type { SiteFigures } from "../site-week.ts";
import { dataNote } from "./common.ts";
import type { Sketch } from "./opened.ts";

/** What a site came to in the past week, with what it is held against. */
export type Operations = {
  readonly now: SiteFigures;
  /** Missing while the week runs: a part of a week cannot be held against a whole one. */
  readonly before?: SiteFigures;
  readonly best: readonly { readonly team: Team; readonly points: number }[];
  readonly isRunning: boolean;
  readonly isIncomplete: boolean;
  readonly dataAsOf?: Date;
};

const isNothing = (text: string) => !/[1-9]/.test(text);

/** A value and how it changed, in their own words. */
function fact(label: Say, value: string, change: Say | undefined, { locale }: Reader): Fact {
  const by = change?.(locale);
  const shown = by === undefined ? [] : [`  ${isNothing(by) ? words.same(locale) : by}`];
  return { label: label(locale), value: [strong(value), ...shown] };
}

const change = (now: number | undefined, before: number | undefined, write: (by: number) => Say): Say | undefined =>
  now === undefined || before === undefined ? undefined : write(now - before);

const measured = ["handle-time", "service-level", "csat"] as const;

function factsOf({ now, before }: Operations, reader: Reader): readonly Fact[] {
  const { locale } = reader;
  const { number } = format(locale);
  const growth = before && before.handled > 0 ? words.byShare(now.handled / before.handled - 1) : undefined;
  const metrics = measured.flatMap((metric) => {
    const value = now[metric];
    if (value === undefined) return [];
    const by = metric === "handle-time" ? words.bySeconds : words.byPoints;
    const changed = change(value, before?.[metric], by);
    return [
      fact(
        metricNames[metric],
        metric === "handle-time" ? clock(value) : inUnit(metric, value, locale),
        changed,
        reader,
      ),
    ];
  });
  return [
    fact(words.handled, number(now.handled), growth, reader),
    ...metrics,
    fact(words.complaints, number(now.complaints), change(now.complaints, before?.complaints, words.byCount), reader),
  ];
}

function bestLine({ best }: Operations, locale: Locale): readonly Block[] {
  if (best.length === 0) return [];
  const names = best.flatMap(
    ({ team, points }, index): Spans => [
      ...(index > 0 ? [words.comma(locale)] : []),
      strong(team.name),
      words.teamPoints(points)(locale),
    ],
  );
  return [text("🏆 ", words.bestTeam(best.length)(locale), ...names)];
}

/** The metric whose course says most of a site, among those that are told of two weeks or more. */
const courses = ["service-level", "csat", "handled"] as const;

/** How a site has done in the last weeks; undefined where there are not two to connect. */
export function courseOf(weeks: readonly SiteFigures[], locale: Locale): Sketch | undefined {
  const metric = courses.find((one) => weeks.filter((week) => week[one] !== undefined && week.handled > 0).length > 1);
  if (metric === undefined) return undefined;
  const { shortDay, number } = format(locale);
  const first = weeks.findIndex(({ handled }) => handled > 0);
  const shown = weeks.slice(first);
  const name = metric === "handled" ? words.handled(locale) : metricNames[metric](locale);
  const written = (value: number) => (metric === "handled" ? number(value) : inUnit(metric, value, locale));
  const told = shown.flatMap((week) => {
    const value = week[metric];
    return value === undefined ? [] : [words.point(week.from, written(value))(locale)];
  });
  const chart: Chart = {
    is: "trend",
    locale,
    title: words.trendTitle(name)(locale),
    unit: metric === "handled" ? "count" : "percent",
    interval: words.interval(locale),
    points: shown.map((week) => {
      const value = week[metric];
      return { label: shortDay(week.from), ...(value === undefined ? {} : { value }) };
    }),
  };
  return { name: "weeks.png", alt: words.trendAlt(name, told)(locale), chart };
}

/** A site's past week in figures, each with its change. */
export function operationsBlocks(of: Operations, picture: Block | undefined, reader: Reader): readonly Block[] {
  const { locale } = reader;
  const { before } = of;
  return [
    { is: "facts", facts: factsOf(of, reader) },
    ...bestLine(of, locale),
    ...(picture === undefined ? [] : [picture]),
    ...(before === undefined ? [] : [note(words.compared(before.from, before.to)(locale))]),
    ...(of.isRunning ? [note(words.soFar(locale))] : []),
    ...(of.isIncomplete ? [note(words.incomplete(locale))] : []),
    ...(of.dataAsOf === undefined ? [] : [dataNote(of.dataAsOf, reader)]),
  ];
}

/** More than these are too many to be a first place. */
const mostNamed = 5;

const named = (people: readonly Person[], locale: Locale): Spans =>
  [...people]
    .sort((a, b) => format(locale).byName(a.name, b.name))
    .flatMap(({ name, accounts }, index): Span[] => [
      ...(index > 0 ? [words.comma(locale)] : []),
      { is: "person", name, accounts },
    ]);

export type Named = { readonly top: readonly Person[]; readonly improved: readonly Person[] };

/** Those who are to be named: a first place that many share names nobody. */
export const toName = ({ top, improved }: Named): Named | undefined => {
  const shown = { top: top.length > mostNamed ? [] : top, improved };
  return shown.top.length + shown.improved.length === 0 ? undefined : shown;
};

/** The best and the most improved by name, without their points. */
export const starBlocks = ({ top, improved }: Named, { locale }: Reader): readonly Block[] => [
  ...(top.length === 0 ? [] : [text("🥇 ", words.top(top.length)(locale), ...named(top, locale), words.end(locale))]),
  ...(improved.length === 0
    ? []
    : [text("📈 ", words.improved(locale), ...named(improved, locale), words.end(locale))]),
  note(words.firm(locale), typed(words.ownScore(locale))),
];
