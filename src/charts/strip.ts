import type { Chart } from "../chat/chart.ts";
import { heading } from "./heading.ts";
import { size } from "./look.ts";
import { type Span, spanOf } from "./range.ts";
import { marksOf } from "./sketch.ts";
import { cellsOf, rowsOf } from "./strip-cells.ts";
import { scaleOf } from "./strip-scale.ts";

export type Strip = Extract<Chart, { is: "strip" }>;

const roomBelow = 62;

/** What the ends of the colour scale stand for; undefined where there is nothing to colour. */
function endsOf({ hours, target, unit }: Strip): Span | undefined {
  const values = hours.flatMap(({ value }) => (value === undefined ? [] : [value]));
  if (values.length === 0) return undefined;
  return spanOf(target === undefined ? values : [...values, target.value], unit);
}

/** Hours side by side, each in the colour of its value. */
export function stripOption(strip: Strip) {
  const title = heading(strip.title);
  const ends = endsOf(strip);
  const rows = rowsOf(strip.hours.length, { top: title.bottom + 8, bottom: size.height - roomBelow });
  return { series: [marksOf([...title.marks, ...cellsOf(strip, rows, ends), ...scaleOf(strip, ends)])] };
}
