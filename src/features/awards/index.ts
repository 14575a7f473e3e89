export { type Awards, type AwardsDeps, awards } from "./awards.ts";
export { awardsInBulletin } from "./bulletin-section.ts";
export { awardCommands } from "./commands.ts";
export type { Award, Decision, Judged, Subject, Winner } from "./domain.ts";
export type { PastWin } from "./judging.ts";
export type { AwardRoster } from "./roster.ts";
export { type AwardRule, type AwardsConfig, awardsConfig } from "./rules.ts";
export type { AwardStore, Proposal, Sought, Told } from "./store.ts";
