import type { LocalDate } from "../../kernel/time.ts";
import type { Interval } from "./interval.ts";
import { measure, ofContacts } from "./metrics/index.ts";
import type { Flag, Given, Measured } from "./metrics/measured.ts";
import type { Component, Metric, Scorecard } from "./scorecard.ts";
import type { SumName, Sums } from "./sums.ts";

export { noSums, type SumName, type Sums, together } from "./sums.ts";

/** One metric of a score. `raw` points may leave floor…cap, `points` never do. */
export type Line = {
  readonly metric: Metric;
  readonly weight: number;
  /** In the metric's unit, for the whole period. */
  readonly target: number;
  /** In the metric's unit. */
  readonly value: number;
  readonly raw: number;
  readonly points: number;
  /** What the points would be, were the target met exactly. */
  readonly atTarget: number;
  readonly n: number;
  /** Of the points; missing where n is below 5 or the metric has no sampling error. */
  readonly interval?: Interval;
  /** The interval however small the sample is, which the whole score's is made from. */
  readonly bounds?: Interval;
  /** The sums that the formula took. */
  readonly inputs: Readonly<Partial<Record<SumName, number>>>;
  readonly flag?: Flag;
};

/** A component that weighs nothing this time: without data, or with fewer results than it asks for. */
export type Waiting = { readonly metric: Metric; readonly n: number; readonly minimumN: number };

/** How far a number can be trusted by its sample: below 5 the number only, 5–9 provisional, from 10 firm. */
export type Standing = "none" | "few" | "provisional" | "firm";

/** What a score is, told in short; points 0–100. */
export type Summary = {
  readonly points: number;
  readonly n: number;
  readonly standing: Standing;
  readonly interval?: Interval;
  /** The points at which every target would just be met. */
  readonly atTarget: number;
};

/** A scorecard applied to one agent (or team) and stretch of days. */
export type Score = Summary & { readonly lines: readonly Line[]; readonly waiting: readonly Waiting[] };

/** A stretch of the period under one scorecard; `share` is its part of the whole, by days worked. */
export type Part = Score & {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly scorecard: string;
  readonly version: number;
  readonly share: number;
};

/** The score of a whole period: its parts, usually one, and what they come to together. */
export type Whole = Summary & { readonly parts: readonly Part[] };

/** Below this many results there is a number and nothing more (product rules §2). */
const enoughForInterval = 5;

export const standingOf = (n: number): Standing => {
  if (n === 0) return "none";
  if (n < 5) return "few";
  return n < 10 ? "provisional" : "firm";
};

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/** Points of a value before they are clamped: the value itself, or its ratio to the target in the better direction. */
function rawPoints({ points, direction, cap }: Component, target: number, value: number): number {
  if (points === "as-is") return direction === "higher" ? value : 100 - value;
  if (direction === "higher") return (value / target) * 100;
  return value <= 0 ? cap : (target / value) * 100;
}

function lineOf(component: Component, measured: Measured, sums: Sums): Line {
  const { metric, weight, floor, cap } = component;
  const { value, n, interval, flag, target = component.target } = measured;
  const rawOf = (of: number) => rawPoints(component, target, of);
  const pointsOf = (of: number) => clamp(rawOf(of), floor, cap);
  const ends = interval && [pointsOf(interval.low), pointsOf(interval.high)];
  const bounds = ends && { low: Math.min(...ends), high: Math.max(...ends) };
  return {
    metric,
    weight,
    target,
    value,
    raw: rawOf(value),
    points: pointsOf(value),
    atTarget: pointsOf(target),
    n,
    ...(bounds && n >= enoughForInterval ? { interval: bounds } : {}),
    ...(bounds ? { bounds } : {}),
    inputs: Object.fromEntries(measured.of.map((name) => [name, sums[name]])),
    ...(flag ? { flag } : {}),
  };
}

const mean = <T>(all: readonly T[], weight: (one: T) => number, of: (one: T) => number): number => {
  const weights = all.reduce((sum, one) => sum + weight(one), 0);
  return weights === 0 ? 0 : all.reduce((sum, one) => sum + weight(one) * of(one), 0) / weights;
};

/** Weighs results; their intervals are taken to the worse and the better end all at once, so it is never too narrow. */
function weigh<T extends { readonly points: number; readonly atTarget: number; readonly interval?: Interval }>(
  all: readonly T[],
  weight: (one: T) => number,
  n: number,
): Summary {
  const over = (of: (one: T) => number) => mean(all, weight, of);
  const sampled = all.some((one) => one.interval !== undefined);
  return {
    points: over((one) => one.points),
    n,
    standing: all.length === 0 ? "none" : standingOf(Math.max(1, n)),
    atTarget: over((one) => one.atTarget),
    ...(sampled
      ? {
          interval: {
            low: over((one) => one.interval?.low ?? one.points),
            high: over((one) => one.interval?.high ?? one.points),
          },
        }
      : {}),
  };
}

/**
 * Applies a scorecard: the weighted mean of its metrics' points over those that have data enough. Its n is the contacts
 * handled where it weighs contacts, else the largest of its lines'.
 */
export function score({ components }: Pick<Scorecard, "components">, given: Given): Score {
  const lines: Line[] = [];
  const waiting: Waiting[] = [];
  for (const component of components) {
    const measured = measure(component, given);
    const { metric, minimumN } = component;
    if (measured !== undefined && measured.n >= minimumN) lines.push(lineOf(component, measured, given.sums));
    else waiting.push({ metric, n: measured?.n ?? 0, minimumN });
  }
  const isOfContacts = components.some(({ metric }) => metric === "volume" || ofContacts.includes(metric));
  const n = isOfContacts && given.sums.handled > 0 ? given.sums.handled : Math.max(0, ...lines.map((line) => line.n));
  const isTold = lines.some((line) => line.interval !== undefined);
  const weighed = lines.map(({ interval, bounds = interval, ...line }) => ({
    ...line,
    ...(isTold && bounds ? { interval: bounds } : {}),
  }));
  return { ...weigh(weighed, (line) => line.weight, n), lines, waiting };
}

/** What the parts of a period come to: each weighs as many days as were worked in it. */
export function whole(parts: readonly Part[]): Whole {
  const counted = parts.filter((part) => part.standing !== "none");
  const n = counted.reduce((sum, part) => sum + part.n, 0);
  return { ...weigh(counted, (part) => part.share, n), parts };
}

/**
 * Numbers rounded so that they still add up to the rounded whole: the largest remainders are rounded up (Hamilton's
 * method). What is shown of a score adds up to its points to the last digit that is shown: the whole is rounded as `Intl`
 * shows it.
 */
export function roundTogether(all: readonly number[], total: number, digits: number): number[] {
  const scale = 10 ** digits;
  const floors = all.map((value) => Math.floor(value * scale + 1e-9));
  const shown = Number(
    new Intl.NumberFormat("en", { maximumFractionDigits: digits, useGrouping: false }).format(total),
  );
  const missing = Math.round(shown * scale) - floors.reduce((sum, value) => sum + value, 0);
  const order = all
    .map((value, index) => ({ index, rest: value * scale - (floors[index] ?? 0) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  const up = new Set(order.slice(0, Math.max(0, missing)).map(({ index }) => index));
  return floors.map((value, index) => (value + (up.has(index) ? 1 : 0)) / scale);
}
