export { scoreCommands } from "./commands.ts";
export type { Score } from "./domain.ts";
export { type Scorecard, type ScorecardConfig, scorecardConfig } from "./scorecard.ts";
export { type Roster, type Scores, scores } from "./scores.ts";
export type { Computed, Reason, Revision, ScoreStore } from "./store.ts";
