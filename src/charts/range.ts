import type { ChartUnit } from "../chat/chart.ts";

/** A part of a unit's scale. */
export type Span = { readonly low: number; readonly high: number };

/** An axis from `min` to `max`, both on a step. */
export type Range = { readonly min: number; readonly max: number; readonly step: number };

/** The narrowest span worth showing, so that noise does not look like news. */
const least: Readonly<Record<ChartUnit, number>> = { points: 10, percent: 10, seconds: 20, count: 4 };
const unknown: Readonly<Record<ChartUnit, Range>> = {
  points: { min: 0, max: 100, step: 25 },
  percent: { min: 0, max: 100, step: 25 },
  seconds: { min: 0, max: 600, step: 150 },
  count: { min: 0, max: 10, step: 5 },
};
const onTheClock = [5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600];
const mostSteps = 4;

/** What a unit allows: nothing below zero and no share above 100, unless a value says otherwise. */
export function allowed(values: readonly number[], unit: ChartUnit): Span {
  const isShare = unit === "points" || unit === "percent";
  return {
    low: values.every((value) => value >= 0) ? 0 : -Infinity,
    high: isShare && values.every((value) => value <= 100) ? 100 : Infinity,
  };
}

/** From the lowest value to the highest, widened to what is worth showing; there must be a value. */
export function spanOf(values: readonly number[], unit: ChartUnit): Span {
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  const air = Math.max(0, (least[unit] - (highest - lowest)) / 2);
  const limits = allowed(values, unit);
  const low = Math.max(limits.low, Math.min(lowest - air, limits.high - least[unit]));
  return { low, high: Math.min(limits.high, Math.max(highest + air, low + least[unit])) };
}

/** The smallest round step that is at least `rough`. */
function roundStep(rough: number, unit: ChartUnit): number {
  const ofTime = unit === "seconds" ? onTheClock.find((step) => step >= rough) : undefined;
  if (ofTime !== undefined) return ofTime;
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5].find((step) => step * power >= rough) ?? 10) * power;
}

/** An axis that shows all values with air around them, inside what the unit allows. */
export function rangeOf(values: readonly number[], unit: ChartUnit): Range {
  if (values.length === 0) return unknown[unit];
  const { low, high } = spanOf(values, unit);
  const limits = allowed(values, unit);
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  const air = (highest - lowest) * 0.15;
  const from = Math.max(limits.low, Math.min(low, lowest - air));
  const to = Math.min(limits.high, Math.max(high, highest + air));
  const step = roundStep((to - from) / mostSteps, unit);
  return {
    min: Math.max(limits.low, Math.floor(from / step) * step),
    max: Math.min(limits.high, Math.ceil(to / step) * step),
    step,
  };
}
