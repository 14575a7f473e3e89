import type { NotFound } from "./deps.ts";
import type { Refusal as MoveRefusal } from "./moves.ts";
import type { HelpConfig } from "./rules.ts";
import type { Meant } from "./typed.ts";

/** Why something about help was not done. */
export type Refusal =
  | Exclude<MoveRefusal, { readonly why: "claimed" }>
  /** Somebody else is at it. */
  | { readonly why: "claimed"; readonly name?: string }
  | NotFound
  | { readonly why: "no-such-request" }
  | { readonly why: "no-such-offer" }
  | { readonly why: "other-site" }
  | { readonly why: "reads-only" }
  | { readonly why: "not-yours-to-see" }
  | { readonly why: "length"; readonly min: number; readonly max: number; readonly length: number }
  | { readonly why: "no-such-category"; readonly text: string; readonly categories: HelpConfig["categories"] }
  | { readonly why: "no-such-filter"; readonly text: string; readonly categories: HelpConfig["categories"] }
  | { readonly why: "not-a-time"; readonly text: string }
  | { readonly why: "call-back-past"; readonly at: Date }
  | { readonly why: "which"; readonly verb: Extract<Meant, { is: "which" }>["verb"] };
