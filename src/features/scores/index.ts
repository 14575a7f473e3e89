export type { Beside } from "./beside.ts";
export { scoresInBulletin } from "./bulletin-sections.ts";
export { scoreCommands } from "./commands.ts";
export { type DailyScoreDeps, dailyScore } from "./daily-score.ts";
export { scoresInDigest } from "./digest-section.ts";
export type { Score } from "./domain.ts";
export { type Interval, wilson } from "./interval.ts";
export { namedPeriods } from "./period.ts";
export { type Ranked, rank } from "./ranking.ts";
export type { Roster } from "./reading.ts";
export {
  type Metric,
  metrics,
  readComponents,
  type Scorecard,
  type ScorecardConfig,
  scorecardConfig,
} from "./scorecard.ts";
export { type Scores, scores } from "./scores.ts";
export { type Standing, type Standings, standings } from "./standings.ts";
export type {
  Cause,
  Computed,
  Dimension,
  KeptRevision,
  Reason,
  Revision,
  ScoreChange,
  ScoreStore,
  Stretch,
} from "./store.ts";
export { wordsOfScores } from "./words/index.ts";
