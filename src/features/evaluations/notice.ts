import type { Notice } from "../notices/index.ts";
import type { Evaluation } from "./domain.ts";

/** The schedule of the ledger by which agents are told of their evaluations. */
export const evaluationName = "evaluation";

/** Tells the agent of an evaluation that was published. */
export const evaluationNotice = ({ id, site }: Evaluation, at: Date): Notice => ({
  kind: evaluationName,
  site,
  period: id,
  at,
  body: {},
});
