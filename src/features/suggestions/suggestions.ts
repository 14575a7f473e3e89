import { acting } from "./acting.ts";
import type { SuggestionsDeps } from "./deps.ts";
import { suggestionKinds } from "./kinds.ts";
import { reading } from "./reading.ts";

/** Everything that is asked of suggestions, and the kinds of notices that they are told by. */
export function suggestions(deps: SuggestionsDeps) {
  return { ...acting(deps), ...reading(deps), kinds: suggestionKinds(deps) };
}
export type Suggestions = ReturnType<typeof suggestions>;
