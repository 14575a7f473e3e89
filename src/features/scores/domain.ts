import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import { type Calendar, workdaysIn, workdaysInMonth } from "../../kernel/calendar.ts";
import { addMonths, endOfMonth, type LocalDate, startOfMonth } from "../../kernel/time.ts";
import type { Component, Metric, Scorecard } from "./scorecard.ts";

/** Summed parts that ratios are made from; times in seconds, `handleS2` the sum of squared handle times. */
export type Sums = {
  readonly handled: number;
  readonly complaints: number;
  readonly talkS: number;
  readonly holdS: number;
  readonly wrapS: number;
  readonly handleS2: number;
  /** Days on which at least one contact was handled; for a team, summed over its people. */
  readonly daysWorked: number;
  /** The people who handled them. */
  readonly people: number;
};

export const noSums: Sums = {
  handled: 0,
  complaints: 0,
  talkS: 0,
  holdS: 0,
  wrapS: 0,
  handleS2: 0,
  daysWorked: 0,
  people: 0,
};

/** The sums of two groups taken together. */
export const together = (a: Sums, b: Sums): Sums => ({
  handled: a.handled + b.handled,
  complaints: a.complaints + b.complaints,
  talkS: a.talkS + b.talkS,
  holdS: a.holdS + b.holdS,
  wrapS: a.wrapS + b.wrapS,
  handleS2: a.handleS2 + b.handleS2,
  daysWorked: a.daysWorked + b.daysWorked,
  people: a.people + b.people,
});

/** A 95 % interval. */
export type Interval = { readonly low: number; readonly high: number };

/** One metric of a score. `raw` points may leave 0…cap, `points` never do. */
export type Line = {
  readonly metric: Metric;
  readonly weight: number;
  /** In the metric's unit, for the whole period. */
  readonly target: number;
  /** Contacts that count, or seconds per contact. */
  readonly value: number;
  readonly raw: number;
  readonly points: number;
  readonly n: number;
  /** Of the points; missing where n is below 5 or the metric is a count and has no sampling error. */
  readonly interval?: Interval;
};

/** How far a number can be trusted by its sample: below 5 the number only, 5–9 provisional, from 10 firm. */
export type Standing = "none" | "few" | "provisional" | "firm";

/** A scorecard applied to one agent (or team) and period; points 0–100. */
export type Score = {
  readonly points: number;
  readonly n: number;
  readonly standing: Standing;
  readonly interval?: Interval;
  readonly lines: readonly Line[];
};

export const standingOf = (n: number): Standing => {
  if (n === 0) return "none";
  if (n < 5) return "few";
  return n < 10 ? "provisional" : "firm";
};

/** The days that targets are spread over: a site's calendar and the part of the period that has come to pass. */
export type Span = { readonly from: LocalDate; readonly through: LocalDate; readonly calendar: Calendar };

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/** Each month's target in proportion to its workdays within the span. */
function monthlyTarget(target: number, { from, through, calendar }: Span): number {
  let sum = 0;
  for (let month = startOfMonth(from); month <= through; month = addMonths(month, 1)) {
    const first = month < from ? from : month;
    const last = endOfMonth(month) > through ? through : endOfMonth(month);
    sum += (target * workdaysIn(calendar, first, last).length) / Math.max(1, workdaysInMonth(calendar, month));
  }
  return sum;
}

type Of<M extends Metric> = Extract<Component, { metric: M }>;

/**
 * volume = (handled − complaints handled) ÷ target × 100 (product rules §2); `neutral` leaves complaints alone,
 * `credit` counts them twice. The target is per day worked, or per month over the site's workdays.
 */
function volume({ weight, target, per, complaintMode, cap }: Of<"volume">, sums: Sums, span: Span): Line | undefined {
  const whole = per === "day" ? target * sums.daysWorked : monthlyTarget(target, span) * sums.people;
  if (whole === 0) return undefined;
  const sign = { subtract: -1, neutral: 0, credit: 1 }[complaintMode];
  const value = sums.handled + sign * sums.complaints;
  const raw = (value / whole) * 100;
  return { metric: "volume", weight, target: whole, value, raw, points: clamp(raw, 0, cap), n: sums.handled };
}

/** Half the width of the t interval of a mean at 95 %, from n, the sum and the sum of squares; needs n ≥ 2. */
export function meanMargin(n: number, sum: number, squares: number): number {
  const variance = Math.max(0, (squares - (sum * sum) / n) / (n - 1));
  return tQuantile(0.975, n - 1) * Math.sqrt(variance / n);
}

/**
 * handle time = (talk + hold + wrap) ÷ handled, in seconds; points = target ÷ value × 100 where lower is better, else
 * value ÷ target × 100 (product rules §2).
 */
function handleTime({ weight, target, direction, cap }: Of<"handle-time">, sums: Sums): Line | undefined {
  const n = sums.handled;
  const spent = sums.talkS + sums.holdS + sums.wrapS;
  if (n === 0 || spent === 0) return undefined;
  const value = spent / n;
  const rawOf = (seconds: number) =>
    (direction === "lower" ? target / Math.max(seconds, 1e-9) : seconds / target) * 100;
  const pointsOf = (seconds: number) => clamp(rawOf(seconds), 0, cap);
  const line = { metric: "handle-time", weight, target, value, raw: rawOf(value), points: pointsOf(value), n } as const;
  if (n < 5) return line;
  const margin = meanMargin(n, spent, sums.handleS2);
  const ends = [pointsOf(Math.max(0, value - margin)), pointsOf(value + margin)];
  return { ...line, interval: { low: Math.min(...ends), high: Math.max(...ends) } };
}

function lineOf(component: Component, sums: Sums, span: Span): Line | undefined {
  switch (component.metric) {
    case "volume":
      return volume(component, sums, span);
    case "handle-time":
      return handleTime(component, sums);
  }
}

/**
 * Applies a scorecard: the weighted mean of its metrics' points over those that have data. The interval weighs the
 * metrics' own intervals, taking each to its worse and better end at once, so it is never too narrow.
 */
export function score(scorecard: Pick<Scorecard, "components">, sums: Sums, span: Span): Score {
  const lines = sums.handled === 0 ? [] : scorecard.components.flatMap((one) => lineOf(one, sums, span) ?? []);
  const weights = lines.reduce((sum, line) => sum + line.weight, 0);
  const mean = (of: (line: Line) => number) =>
    weights === 0 ? 0 : lines.reduce((sum, line) => sum + line.weight * of(line), 0) / weights;
  const n = sums.handled;
  const sampled = lines.some((line) => line.interval !== undefined);
  return {
    points: mean((line) => line.points),
    n,
    standing: lines.length === 0 ? "none" : standingOf(n),
    ...(sampled
      ? { interval: { low: mean((l) => l.interval?.low ?? l.points), high: mean((l) => l.interval?.high ?? l.points) } }
      : {}),
    lines,
  };
}

/** The scorecard that counts for somebody on a day: the newest live version for their team, else for their role. */
export function scorecardFor(
  all: readonly Scorecard[],
  who: { readonly roles: readonly string[]; readonly teams: readonly string[] },
  on: LocalDate,
): Scorecard | undefined {
  const live = all.filter((card) => card.state === "live" && card.from <= on).sort((a, b) => b.version - a.version);
  const current = live.filter((card, index) => live.findIndex((other) => other.id === card.id) === index);
  const forTeam = current.find((card) => "team" in card.for && who.teams.includes(card.for.team));
  return forTeam ?? current.find((card) => "role" in card.for && who.roles.includes(card.for.role));
}
