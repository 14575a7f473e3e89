import type { TrendPoint } from "../chat/chart.ts";
import { colours } from "./look.ts";
import { area, type Mark, type Place } from "./sketch.ts";

/** Where a value of the nth point is in the picture. */
export type At = (index: number, value: number) => Place;

type WithBand = { readonly i: number; readonly low: number; readonly high: number };
const half = 7;

/** Neighbouring points that all have a value with an interval. */
function runs(points: readonly TrendPoint[]): readonly (readonly WithBand[])[] {
  const found: WithBand[][] = [];
  points.forEach(({ value, low, high }, i) => {
    if (value === undefined || low === undefined || high === undefined) return;
    const last = found.at(-1);
    if (last?.at(-1)?.i === i - 1) last.push({ i, low, high });
    else found.push([{ i, low, high }]);
  });
  return found;
}

const beside = ([x, y]: Place, by: number): Place => [x + by, y];

/** The intervals around a line: an area wherever neighbours have one, a post where a point stands alone. */
export function bandOf(points: readonly TrendPoint[], at: At): readonly Mark[] {
  return runs(points).map((run) => {
    const tops = run.map(({ i, high }) => at(i, high));
    const bottoms = run.map(({ i, low }) => at(i, low)).reverse();
    const [top, bottom] = [tops[0], bottoms[0]];
    if (run.length > 1 || top === undefined || bottom === undefined) return area([...tops, ...bottoms], colours.band);
    return area([beside(top, -half), beside(top, half), beside(bottom, half), beside(bottom, -half)], colours.band);
  });
}
