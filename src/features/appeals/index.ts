export { type AppealsDeps, appeals } from "./appeals.ts";
export { appealCommands } from "./commands.ts";
export * from "./domain.ts";
export { type AppealConfig, type AppealRules, appealConfig, usualConfig } from "./rules.ts";
export { isOver, type State } from "./states.ts";
export type {
  AppealStore,
  Before,
  Course,
  Decided,
  FilingGround,
  OutcomeRow,
  Precedent,
} from "./store.ts";
