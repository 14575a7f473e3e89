/** One measured figure beside the baseline of the same run. */
export type Figure = {
  readonly what: string;
  /** Empty for what is counted. */
  readonly unit: "ms" | "s" | "MB" | "";
  readonly ours: number;
  readonly baseline?: number;
  /** The most that ours may be: times the baseline where there is one, else in the figure's own unit. */
  readonly goal?: number;
};

/** Ours as a multiple of the baseline; undefined where there is none. */
export const ratio = ({ ours, baseline }: Figure): number | undefined =>
  baseline === undefined ? undefined : ours / baseline;

/** The value that a share of all values do not exceed; throws on none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
  if (found === undefined) throw new RangeError("no values to take a percentile of");
  return found;
}
