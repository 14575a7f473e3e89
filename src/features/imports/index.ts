export { importCommands } from "./commands.ts";
export { type Imports, type ImportsDeps, imports, type Within } from "./imports.ts";
export type { NewAgent, RosterEntry } from "./mapping/agents.ts";
export { type Dataset, datasets, type RecordDataset } from "./mapping/datasets.ts";
export { dayText } from "./mapping/dates.ts";
export type { DutyRow } from "./mapping/duty.ts";
export type { Contact } from "./mapping/interactions.ts";
export { type PresetConfig, presetConfig } from "./mapping/preset.ts";
export type { BadRow, Problem, Reason } from "./mapping/problem.ts";
export type { Lined, Rows } from "./mapping/records.ts";
export { importWords } from "./messages.ts";
export type { KnownPerson, PersonChange, PersonState, SeatHeld } from "./people.ts";
export { bytesSource, fileSource, type Source } from "./reading/source.ts";
export { openTable } from "./reading/table.ts";
export { badSections, reportLines } from "./report.ts";
export type {
  ImportRefusal,
  ImportReport,
  ImportRequest,
  Progress,
  RevertRefusal,
  RevertReport,
} from "./request.ts";
export {
  type Batch,
  type Cause,
  type Comparison,
  type Due,
  type ImportSite,
  type ImportStore,
  type ImportUnit,
  type PersonTouched,
  type Repeat,
  type Staged,
  type Staging,
  type Straight,
  storageTrouble,
} from "./store.ts";
