import type { Chart } from "../chat/chart.ts";
import { format } from "../kernel/locale.ts";
import { type Above, heading } from "./heading.ts";
import { axisLabels, categories } from "./labels.ts";
import { colours, letters, margin, size } from "./look.ts";
import { noData } from "./messages.ts";
import { type Box, hatch, type Mark, marksOf, outline, words } from "./sketch.ts";
import { cut, sizeFor, widthOf } from "./words.ts";

export type Distribution = Extract<Chart, { is: "distribution" }>;

/** The title, and what the bars count. */
function above({ title, people }: Distribution): Above {
  const top = heading(title);
  const counted = cut(people, size.width - 2 * margin, letters.small);
  const mark = words(counted, [margin, top.bottom + 16], { size: letters.small, colour: colours.quiet });
  return { marks: [...top.marks, mark], bottom: top.bottom + 28 };
}

/** The count on each bar, and the band with the median hatched, outlined and named. */
function marksOn(chart: Distribution, bars: readonly Box[], pitch: number): readonly Mark[] {
  const { number } = format(chart.locale);
  const counts = chart.bands.map(({ people }) => cut(number(people), 150, letters.text));
  const lettering = { size: sizeFor(counts, pitch - 4, { most: letters.text, least: letters.least }) ?? letters.least };
  return bars.flatMap((bar, i) => {
    const middle = bar.x + bar.width / 2;
    const count = words(counts[i] ?? "", [middle, bar.y - 15], { ...lettering, align: "center" });
    if (!chart.bands[i]?.mark) return [count];
    const named = cut(`▲ ${chart.mark}`, size.width - 2 * margin, letters.small);
    const half = widthOf(named, letters.small) / 2;
    const x = Math.min(size.width - margin - half, Math.max(margin + half, middle));
    return [
      hatch(bar, { colour: colours.line, width: 2 }),
      outline(bar, { colour: colours.ink, width: 3 }),
      count,
      words(named, [x, bar.y + bar.height + 48], { size: letters.small, align: "center" }),
    ];
  });
}

/** How many people are in each band, as bars from zero. */
export function distributionOption(chart: Distribution) {
  const top = above(chart);
  const grid = { left: margin, top: top.bottom + 34, right: margin, bottom: 72 };
  const [width, height] = [size.width - 2 * margin, size.height - grid.top - grid.bottom];
  const pitch = width / Math.max(1, chart.bands.length);
  const most = Math.max(1, ...chart.bands.map(({ people }) => people));
  const thick = Math.min(90, pitch * 0.78);
  const bars = chart.bands.map(({ people }, i): Box => {
    const tall = (height * people) / most;
    return { x: margin + pitch * (i + 0.5) - thick / 2, y: grid.top + height - tall, width: thick, height: tall };
  });
  const isEmpty = chart.bands.every(({ people }) => people === 0);
  const nothing = words(noData(chart.locale), [size.width / 2, grid.top + height / 2], {
    align: "center",
    colour: colours.quiet,
  });
  return {
    grid: { ...grid, outerBoundsMode: "none" as const },
    xAxis: categories(
      axisLabels(
        chart.bands.map(({ label }) => label),
        pitch,
      ),
    ),
    yAxis: { type: "value" as const, min: 0, max: most, show: false },
    series: [
      {
        type: "bar" as const,
        silent: true,
        barWidth: thick,
        data: chart.bands.map(({ people }) => people),
        itemStyle: { color: colours.bar },
      },
      marksOf([...top.marks, ...(isEmpty ? [nothing] : marksOn(chart, bars, pitch))]),
    ],
  };
}
