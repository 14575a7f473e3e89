export { type ApplyRefusal, type Configuration, configuration } from "./apply.ts";
export { configurationWords, valueText } from "./messages.ts";
export type { Plan } from "./plan.ts";
export type { ConfigProblem } from "./problem.ts";
export { type DayName, dayNames } from "./schema.ts";
export type {
  CardVersion,
  ConfigurationStore,
  Current,
  FormVersion,
  SiteState,
  TeamState,
  WordsState,
  Writes,
} from "./store.ts";
