export { helpCommands } from "./commands.ts";
export type { HelpDeps, HelpDuty, OnDuty } from "./deps.ts";
export type { Entry, HelpRequest, KeptAnswer } from "./domain.ts";
export { type Help, help } from "./help.ts";
export type { HelpRoster } from "./roster.ts";
export { type HelpConfig, helpConfig } from "./rules.ts";
export type { State } from "./states.ts";
export type { Changed, HelpStore } from "./store.ts";
export { helpInDigest } from "./telling.ts";
