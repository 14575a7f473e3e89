import { breakdowns } from "./breakdown.ts";
import { personScores } from "./person-score.ts";
import { reading, type ScoresDeps } from "./reading.ts";
import { recomputing } from "./recompute.ts";
import { teamScores } from "./team-score.ts";
import { trialReports } from "./trial.ts";

export type Scores = ReturnType<typeof scores>;

/** Everything that is asked of scores. */
export function scores(deps: ScoresDeps) {
  const desks = reading(deps);
  return {
    ...personScores(deps, desks),
    ...teamScores(desks),
    ...breakdowns(deps, desks),
    ...trialReports(deps, desks),
    ...recomputing(deps, desks),
    /** What changed for whom: the corrections of a site's scores after a moment, or only those one import brought about. */
    changes: deps.store.changes,
  };
}
