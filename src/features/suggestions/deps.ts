import type { SiteId } from "../people/index.ts";
import type { Find, SuggestionRoster } from "./roster.ts";
import type { SuggestionsConfig } from "./rules.ts";
import type { SuggestionStore } from "./store.ts";

export type SuggestionsDeps = {
  readonly store: SuggestionStore;
  readonly roster: SuggestionRoster;
  readonly find: Find;
  readonly rules: (site: SiteId) => Promise<SuggestionsConfig>;
  readonly newId: () => string;
  readonly random: (bytes: number) => Uint8Array;
};
