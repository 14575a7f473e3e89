import type { Given, Span } from "../features/scores/metrics/measured.ts";
import { type Metric, type Scorecard, scorecardConfig } from "../features/scores/scorecard.ts";
import { noSums, type Sums } from "../features/scores/sums.ts";
import { day } from "../kernel/time.ts";

/** March 2026: 22 workdays from Monday the 2nd on. */
export const march: Span = {
  from: day("2026-03-01"),
  through: day("2026-03-31"),
  calendar: { weekend: [6, 7], holidays: [], workdays: [] },
};

/** A live scorecard for agents, from the start of 2026. */
export function aScorecard(components: unknown, but: Partial<Scorecard> = {}): Scorecard {
  const config = scorecardConfig.parse({
    name: { en: "Agents", "zh-CN": "坐席" },
    for: { role: "agent" },
    from: "2026-01-01",
    components,
  });
  return { ...config, id: "agents", version: 1, countsFrom: config.from, ...but };
}

/** A scorecard of a single metric. */
export const only = (metric: Metric, target: number, more: object = {}, but: Partial<Scorecard> = {}): Scorecard =>
  aScorecard([{ metric, weight: 100, target, ...more }], but);

/** What a metric is made from: nothing but these sums, in March 2026. */
export const aGiven = (sums: Partial<Sums>, but: Partial<Given> = {}): Given => ({
  sums: { ...noSums, ...sums },
  span: march,
  ...but,
});

/** The sums of one day's contacts that took so many seconds each. */
export const took = (...seconds: number[]): Sums => ({
  ...noSums,
  handled: seconds.length,
  talkS: seconds.reduce((a, b) => a + b, 0),
  handleS2: seconds.reduce((a, b) => a + b * b, 0),
  daysWorked: 1,
  people: 1,
});
