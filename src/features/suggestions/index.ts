export { suggestionsInBulletin } from "./bulletin-section.ts";
export { suggestionCommands } from "./commands.ts";
export type { SuggestionsDeps } from "./deps.ts";
export { type Addition, folded, type Step, type Suggestion } from "./domain.ts";
export type { SuggestionRoster } from "./roster.ts";
export { type SuggestionsConfig, suggestionsConfig } from "./rules.ts";
export { openStates, type State } from "./states.ts";
export type { Changed, Limit, Making, NoSuchSuggestion, NotMade, Search, SuggestionStore, Vote } from "./store.ts";
export { type Suggestions, suggestions } from "./suggestions.ts";
