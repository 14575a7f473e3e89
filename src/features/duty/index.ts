export { dutyCommands } from "./commands.ts";
export type { DutyDeps, DutyRoster } from "./deps.ts";
export type { DutyRole, DutyShift, OnDuty, Span, Swap, SwapState } from "./domain.ts";
export { usualRoles } from "./domain.ts";
export { type Duty, duty } from "./duty.ts";
export { type DutyConfig, dutyConfig, unknownOnDuty } from "./rules.ts";
export { touches } from "./spans.ts";
export type { DutyChange, DutyStore, Standing } from "./store.ts";
