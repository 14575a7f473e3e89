import type { LocalDate } from "../../kernel/time.ts";
import type { Metric } from "./scorecard.ts";

/** Why a score is not shown. */
export type Refusal =
  | { readonly why: "not-yours"; readonly name: string }
  | { readonly why: "not-your-team"; readonly name: string }
  | { readonly why: "no-scorecard"; readonly name: string }
  | { readonly why: "before-hire"; readonly name: string; readonly hiredOn: LocalDate }
  | { readonly why: "not-weighed"; readonly metric: Metric; readonly weighed: readonly Metric[] }
  | { readonly why: "no-such-person" }
  | { readonly why: "no-such-team"; readonly text: string; readonly teams: readonly string[] }
  | { readonly why: "no-team" };
