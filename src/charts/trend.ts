import type { Chart } from "../chat/chart.ts";
import { type Above, heading, legend, type Sign } from "./heading.ts";
import { axisLabels, categories } from "./labels.ts";
import { colours, family, letters, margin, size } from "./look.ts";
import { noData } from "./messages.ts";
import { roundIn, valueIn } from "./numbers.ts";
import { allowed, type Range, rangeOf } from "./range.ts";
import { box, type Mark, marksOf, type Place, plate, strokes } from "./sketch.ts";
import { tagsOf } from "./tags.ts";
import { type At, bandOf } from "./trend-band.ts";
import { cut, widthOf } from "./words.ts";

export type Trend = Extract<Chart, { is: "trend" }>;

const dash = [9, 6];
const known = (value: number | undefined): value is number => value !== undefined;
const level = ([x, y]: Place, width: number): readonly Place[] => [
  [x, y],
  [x + width, y],
];

function signsOf({ points, interval, target, unit, locale }: Trend): readonly Sign[] {
  const band: Sign = {
    means: interval,
    draw: ([x, y]) => [
      box({ x, y: y - 9, width: 30, height: 18 }, colours.band),
      strokes([level([x, y], 30)], { colour: colours.line, width: 3 }),
    ],
  };
  const goal = target && {
    means: `${target.label} ${valueIn(unit, locale)(target.value)}`,
    draw: (at: Place) => [strokes([level(at, 32)], { colour: colours.target, width: 3, dash })],
  };
  const hasBand = points.some(({ value, low, high }) => known(value) && known(low) && known(high));
  return [...(hasBand ? [band] : []), ...(goal ? [goal] : [])];
}

/** The words above the axes. */
function above(trend: Trend): Above {
  const title = heading(trend.title);
  const signs = legend(signsOf(trend), title.bottom);
  return { marks: [...title.marks, ...signs.marks], bottom: signs.bottom };
}

/** The trend with no interval beyond what its values and its unit allow, and the axis that shows all of it. */
function clipped(trend: Trend): { readonly points: Trend["points"]; readonly range: Range } {
  const told = [...trend.points.map(({ value }) => value), trend.target?.value].filter(known);
  const limits = allowed(told, trend.unit);
  const points = trend.points.map(({ low, high, ...point }) => ({
    ...point,
    ...(known(low) && { low: Math.max(limits.low, low) }),
    ...(known(high) && { high: Math.min(limits.high, high) }),
  }));
  const ends = points.flatMap(({ value, low, high }) => (known(value) ? [low, high] : [])).filter(known);
  return { points, range: rangeOf([...told, ...ends], trend.unit) };
}

/** A line through the points that have a value, with its interval, its target and its telling values. */
export function trendOption(trend: Trend) {
  const { unit, locale, target } = trend;
  const { points, range } = clipped(trend);
  const top = above(trend);
  const write = roundIn(unit, locale);
  const tick = (value: number) => cut(write(value), 130, letters.small);
  const ticks = [range.min, range.min + range.step, range.max - range.step, range.max].map(tick);
  const left = margin + 10 + Math.max(...ticks.map((text) => widthOf(text, letters.small)));
  const grid = { left, top: top.bottom + 34, right: margin + 16, bottom: 50 };
  const [width, height] = [size.width - left - grid.right, size.height - grid.top - grid.bottom];
  const pitch = width / Math.max(1, points.length);
  const at: At = (i, value) => [
    left + pitch * (i + 0.5),
    grid.top + (height * (range.max - value)) / (range.max - range.min),
  ];

  const goal: readonly Mark[] =
    target === undefined
      ? []
      : [strokes([level([left, at(0, target.value)[1]], width)], { colour: colours.target, width: 3, dash })];
  const floor = grid.top + height;
  const told = points.some(({ value }) => known(value))
    ? tagsOf({ points, at, write: valueIn(unit, locale), within: { low: left + 4, high: size.width - 6 }, floor })
    : plate(noData(locale), [left + width / 2, grid.top + height / 2], letters.text, colours.quiet);

  return {
    grid: { ...grid, outerBoundsMode: "none" as const },
    xAxis: categories(
      axisLabels(
        points.map(({ label }) => label),
        pitch,
      ),
    ),
    yAxis: {
      type: "value" as const,
      min: range.min,
      max: range.max,
      interval: range.step,
      splitLine: { lineStyle: { color: colours.grid, width: 1.5 } },
      axisLabel: { color: colours.quiet, fontFamily: family, fontSize: letters.small, formatter: tick },
    },
    series: [
      {
        type: "line" as const,
        silent: true,
        z: 4,
        data: points.map(({ value }) => value ?? null),
        symbol: "circle",
        symbolSize: points.length > 16 ? 9 : 12,
        showAllSymbol: true,
        itemStyle: { color: colours.line, borderColor: colours.paper, borderWidth: 2 },
        lineStyle: { color: colours.line, width: 3.5 },
      },
      marksOf([...top.marks, ...bandOf(points, at), ...goal, ...told]),
    ],
  };
}
