import tQuantile from "@stdlib/stats-base-dists-t-quantile";

/** A 95 % interval. */
export type Interval = { readonly low: number; readonly high: number };

/** The 0.975 quantile of the normal distribution. */
const z = 1.959963984540054;

/**
 * The Wilson score interval of a share at 95 % (Wilson 1927): never below 0 or above 1, sensible from the first answer.
 * `hits` of `n`, n ≥ 1.
 */
export function wilson(hits: number, n: number): Interval {
  const share = hits / n;
  const centre = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const margin = (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return { low: Math.max(0, centre - margin), high: Math.min(1, centre + margin) };
}

const quantiles = new Map<number, number>();
/** The 0.975 quantile of Student's t distribution. */
export const t = (freedom: number): number => {
  const known = quantiles.get(freedom) ?? tQuantile(0.975, freedom);
  // Beyond this few degrees of freedom recur.
  if (freedom <= 10_000) quantiles.set(freedom, known);
  return known;
};

/** Half the width of the t interval of a mean at 95 %, from n, the sum and the sum of squares; needs n ≥ 2. */
export function meanMargin(n: number, sum: number, squares: number): number {
  const variance = Math.max(0, (squares - (sum * sum) / n) / (n - 1));
  return t(n - 1) * Math.sqrt(variance / n);
}
