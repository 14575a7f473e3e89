export { goodCallsInBulletin } from "./bulletin-section.ts";
export { goodCallCommands } from "./commands.ts";
export type { GoodCallsDeps } from "./deps.ts";
export type { Ballot, CalledContact, Draft, GoodCall, Heard, Opening, Skill } from "./domain.ts";
export { type GoodCalls, goodCalls } from "./good-calls.ts";
export type { GoodCallRoster } from "./roster.ts";
export { type GoodCallsConfig, goodCallsConfig } from "./rules.ts";
export type { State } from "./states.ts";
export type { Changed, GoodCallStore, Nomination, NoSuchCall, NotPutForward } from "./store.ts";
