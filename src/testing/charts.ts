import type { Chart } from "../chat/chart.ts";

type Of<K extends Chart["is"]> = Extract<Chart, { is: K }>;

/** A week of scores with their intervals; other things on request. */
export const aTrend = (its: Partial<Of<"trend">> = {}): Of<"trend"> => ({
  is: "trend",
  locale: "en",
  title: "Score, last 7 days",
  unit: "points",
  interval: "95% interval",
  points: [82, 86.9, 90.5, 89.1, 88.2, 85.6, 79.9].map((value, i) => ({
    label: `${i + 3} Mar`,
    value,
    low: value - 3,
    high: value + 3,
  })),
  ...its,
});

/** A day of twelve hours with its target; other things on request. */
export const aStrip = (its: Partial<Of<"strip">> = {}): Of<"strip"> => ({
  is: "strip",
  locale: "en",
  title: "Score by hour",
  unit: "points",
  counts: "contacts",
  target: { label: "Target", value: 85 },
  hours: Array.from({ length: 12 }, (_, i) => ({ label: `${i + 8}:00`, value: 70 + i * 2.5, n: 100 + i })),
  ...its,
});

/** Four bands of people, the median in the third; other things on request. */
export const aDistribution = (its: Partial<Of<"distribution">> = {}): Of<"distribution"> => ({
  is: "distribution",
  locale: "en",
  title: "Scores of the site",
  people: "agents",
  mark: "Median",
  bands: [
    { label: "60–70", people: 18 },
    { label: "70–80", people: 37 },
    { label: "80–90", people: 41, mark: true },
    { label: "90–100", people: 12 },
  ],
  ...its,
});
