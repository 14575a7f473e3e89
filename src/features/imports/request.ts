import type { LocalDate } from "../../kernel/time.ts";
import type { Dataset } from "./mapping/datasets.ts";
import type { BadRow, Reason } from "./mapping/problem.ts";
import type { FileRefusal } from "./reading/refusal.ts";
import type { Source } from "./reading/source.ts";
import type { Trouble } from "./store.ts";

/** How far an import is; `bytes` are those of the file that were read. */
export type Progress =
  | { readonly is: "waiting" }
  | { readonly is: "reading"; readonly bytes: number; readonly of: number; readonly rows: number; readonly bad: number }
  | { readonly is: "checking" | "merging"; readonly rows: number };

/** A file to bring in. */
export type ImportRequest = {
  readonly site: string;
  readonly dataset: Dataset;
  readonly file: Source;
  /** The name of a preset; without one, columns are named as our fields. */
  readonly preset?: string;
  /** What source ids are unique in; the preset's name unless said. */
  readonly source?: string;
  /** Overrides the preset's. */
  readonly encoding?: string;
  /** Take the good rows although there are bad ones. */
  readonly partial?: boolean;
  /** Only look. */
  readonly dryRun?: boolean;
  /** Is given every bad row, some at a time, and waited for. */
  readonly onBad?: (rows: readonly BadRow[]) => Promise<void>;
  readonly onProgress?: (progress: Progress) => void;
  /** Gives the import up, which then throws the signal's reason and leaves nothing behind. */
  readonly signal?: AbortSignal;
};

/** What an import did, or would do. */
export type ImportReport = {
  readonly dataset: Dataset;
  readonly rows: number;
  readonly skipped: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: number;
  /** The first bad rows, and all of them counted by reason. */
  readonly bad: readonly BadRow[];
  readonly reasons: readonly Reason[];
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  readonly dataAsOf?: Date;
  /** Agents whom the file named and the roster did not know. */
  readonly newAgents: readonly string[];
  /** The batch that it is kept as; undefined when nothing went in. */
  readonly batch?: string;
};

export type ImportRefusal =
  | FileRefusal
  | { readonly why: "unknown-site"; readonly site: string; readonly known: readonly string[] }
  | { readonly why: "unknown-preset"; readonly preset: string; readonly known: readonly string[] }
  | { readonly why: "other-dataset"; readonly preset: string; readonly dataset: Dataset }
  | { readonly why: "bad-preset"; readonly preset: string; readonly detail: string }
  /** Evaluations of this source are made in Fairline itself. */
  | { readonly why: "own-source"; readonly source: string }
  | { readonly why: "no-team"; readonly team: string; readonly site: string }
  | { readonly why: "bad-rows"; readonly report: ImportReport }
  | { readonly why: Trouble };

export type RevertRefusal =
  | { readonly why: "unknown-batch"; readonly batch: string }
  | { readonly why: "not-yours"; readonly batch: string; readonly dataset: Dataset }
  | { readonly why: "already-reverted"; readonly batch: string; readonly at: Date }
  | { readonly why: "overwritten"; readonly batch: string; readonly by: string }
  | { readonly why: Trouble };

/** What a revert did: rows or people taken out and put back, and people kept because they are in use. */
export type RevertReport = {
  readonly batch: string;
  readonly site: string;
  readonly dataset: Dataset;
  readonly removed: number;
  readonly restored: number;
  readonly kept: readonly string[];
};
