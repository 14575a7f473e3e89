export type { Audit } from "./audit.ts";
export { peopleCommands } from "./commands.ts";
export * from "./domain.ts";
export { people } from "./people.ts";
export type { PreferenceBook, Preferences } from "./settings.ts";
export { momentOf } from "./spans.ts";
export type { Birthday, PeopleStore } from "./store.ts";
export type { HealthLine } from "./views.ts";
