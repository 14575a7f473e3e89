import type { Locale } from "../kernel/locale.ts";

/** How a chart writes its numbers: points with one decimal, seconds as `4:05`, per cent (of 100), or whole counts. */
export type ChartUnit = "points" | "seconds" | "percent" | "count";

/** One place on a trend line: a value is missing where there was no data; `low` and `high` are its 95 % interval. */
export type TrendPoint = {
  readonly label: string;
  readonly value?: number;
  readonly low?: number;
  readonly high?: number;
};

/** One hour of a heat strip; an hour without contacts has no value. `n` is written below. */
export type StripHour = { readonly label: string; readonly value?: number; readonly n: number };

/** One band of a distribution, `60–70`, and how many people are in it; `mark` is the band that the median is in. */
export type Band = { readonly label: string; readonly people: number; readonly mark?: true };

type Titled = { readonly locale: Locale; readonly title: string };

/** A picture in numbers, its words already in its reader's language; a closed union that the drawing is exhaustive over. */
export type Chart = Titled &
  (
    | {
        readonly is: "trend";
        readonly unit: ChartUnit;
        readonly points: readonly TrendPoint[];
        readonly target?: { readonly label: string; readonly value: number };
        /** What the band around the line is called in the legend. */
        readonly interval: string;
      }
    | {
        readonly is: "strip";
        readonly unit: ChartUnit;
        readonly hours: readonly StripHour[];
        readonly target?: { readonly label: string; readonly value: number };
        /** What `n` counts. */
        readonly counts: string;
      }
    | { readonly is: "distribution"; readonly bands: readonly Band[]; readonly people: string; readonly mark: string }
  );

/** Draws a chart as a PNG; legible on a phone, in colours that the colour-blind tell apart. */
export type Draw = (chart: Chart) => Promise<Uint8Array>;
