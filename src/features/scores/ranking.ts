import type { Interval } from "./interval.ts";

/** Somebody with a result to be ranked. */
export type Ranked = {
  readonly points: number;
  readonly n: number;
  readonly interval?: Interval | undefined;
};

/** From how many results on somebody is ranked (product rules §2). */
const enoughToRank = 10;

/** The variance of the mean of a result, σ²/n, read back from its 95 % interval. */
const variance = ({ interval }: Ranked): number => (interval ? ((interval.high - interval.low) / 2 / 1.96) ** 2 : 0);

/**
 * Results shrunk towards their mean: w·own + (1−w)·mean with w = τ²/(τ²+σ²/n) (product rules §2); τ², the true spread
 * between people, by the method of moments (DerSimonian & Laird 1986): never below 0.
 */
export function shrink(all: readonly Ranked[]): number[] {
  if (all.length === 0) return [];
  const mean = all.reduce((sum, one) => sum + one.points, 0) / all.length;
  const spread = all.reduce((sum, one) => sum + (one.points - mean) ** 2, 0) / Math.max(1, all.length - 1);
  const noise = all.reduce((sum, one) => sum + variance(one), 0) / all.length;
  const between = Math.max(0, spread - noise);
  return all.map((one) => {
    const own = variance(one);
    const w = between + own === 0 ? 1 : between / (between + own);
    return w * one.points + (1 - w) * mean;
  });
}

/**
 * Those with enough results, best first by their shrunk points. Two whose intervals overlap are tied: a place is shared
 * with the first of it, and the next place counts everybody before.
 */
export function rank<T extends Ranked>(all: readonly T[]): readonly (T & { readonly place: number })[] {
  const firm = all.filter((one) => one.n >= enoughToRank);
  const shrunk = shrink(firm);
  const order = firm
    .map((one, index) => ({ one, by: shrunk[index] ?? 0 }))
    .sort((a, b) => b.by - a.by || b.one.points - a.one.points);
  const placed: (T & { readonly place: number })[] = [];
  let first: T | undefined;
  let place = 1;
  for (const [index, { one }] of order.entries()) {
    const low = (of: T) => of.interval?.low ?? of.points;
    const high = (of: T) => of.interval?.high ?? of.points;
    if (first === undefined || high(one) < low(first)) {
      first = one;
      place = index + 1;
    }
    placed.push({ ...one, place });
  }
  return placed;
}
