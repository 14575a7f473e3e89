import type { Who as Called } from "../../chat/param.ts";
import type { Say } from "../../kernel/locale.ts";
import type { Outcome } from "../../kernel/outcome.ts";
import type { Person, SiteId } from "../people/index.ts";
import { evaluationKind } from "./kind.ts";
import { type ReadingDeps, reading } from "./reading.ts";
import { type ScoringDeps, scoring } from "./scoring.ts";

export type EvaluationsDeps = ScoringDeps &
  ReadingDeps & {
    /** The one person of a site who is meant by a name, a number or an account. */
    readonly find: (site: SiteId, who: Called) => Promise<Outcome<Person, { readonly say: Say }>>;
  };

/** Everything that is asked of evaluations, and the kinds of notices that they are told by. */
export function evaluations(deps: EvaluationsDeps) {
  const read = reading(deps);
  return {
    ...scoring(deps),
    ...read,
    find: deps.find,
    kinds: [evaluationKind({ store: deps.store, reading: read })],
  };
}
export type Evaluations = ReturnType<typeof evaluations>;
