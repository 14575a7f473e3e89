import { colours, family, letters } from "./look.ts";
import { cut, sizeFor, widthOf } from "./words.ts";

export type AxisLabels = { readonly size: number; readonly texts: readonly string[] };

/** The labels below an axis, each `pitch` pixels from the next: smaller, cut, or only every other one where there is no room; the last is always there. */
export function axisLabels(labels: readonly string[], pitch: number): AxisLabels {
  const all = sizeFor(labels, pitch - 8, { most: letters.text, least: letters.small });
  if (all !== undefined) return { size: all, texts: labels };
  const size = letters.small;
  const short = labels.map((label) => cut(label, Math.max(pitch - 8, 110), size));
  const widest = Math.max(...short.map((label) => widthOf(label, size)));
  const every = Math.ceil((widest + 16) / pitch);
  return { size, texts: short.map((label, i) => ((labels.length - 1 - i) % every === 0 ? label : "")) };
}

/** A category axis with these labels. */
export const categories = ({ size, texts }: AxisLabels) => ({
  type: "category" as const,
  data: texts.map((_, i) => i),
  axisLine: { lineStyle: { color: colours.axis, width: 1.5 }, onZero: false },
  axisTick: { show: false },
  axisLabel: {
    interval: 0,
    margin: 14,
    color: colours.quiet,
    fontFamily: family,
    fontSize: size,
    formatter: (index: string) => texts[Number(index)] ?? "",
  },
});
