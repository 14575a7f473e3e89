import type { LocalDate } from "../../kernel/time.ts";
import type { NewAgent, RosterEntry } from "./mapping/agents.ts";
import type { Dataset, RecordDataset } from "./mapping/datasets.ts";
import type { DutyRow } from "./mapping/duty.ts";
import type { Contact } from "./mapping/interactions.ts";
import type { Lined, Rows } from "./mapping/records.ts";
import type { KnownPerson, PersonChange, PersonState } from "./people.ts";

/** What an import needs to know of its site. */
export type ImportSite = { readonly id: string; readonly zone: string };

/** One import as it is kept; a reverted one did no more in the end than leave this. */
export type Batch = {
  readonly id: string;
  readonly site: string;
  readonly dataset: Dataset;
  readonly preset?: string;
  readonly file: string;
  readonly at: Date;
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly rejected: number;
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  readonly dataAsOf?: Date;
  readonly revertedAt?: Date;
};

/** What changes the inputs of scores. */
export type Cause = {
  readonly why: "import" | "revert";
  readonly batch: string;
  readonly dataset: Dataset;
  readonly file: string;
  readonly at: Date;
};

/** A run of days on which something that a person's scores stand on changed. */
export type Due = { readonly person: string; readonly from: LocalDate; readonly to: LocalDate };

/** What staged rows are beside those that are kept already. */
export type Comparison = {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  /** The end of the latest contact. */
  readonly dataAsOf?: Date;
};

/** A staged row whose source id an earlier line has. */
export type Repeat = { readonly line: number; readonly sourceId: string; readonly firstLine: number };

/** Rows on their way into the database. */
type Way<R> = {
  readonly add: (row: R) => void;
  /** Waits until the database has room for more. */
  readonly flush: () => Promise<void>;
};
/** The way into staging. */
export type Staging<R> = Way<R> & { readonly end: () => Promise<Staged> };

/** Rows of one dataset that are all in staging. */
export type Staged = {
  /** Takes out rows whose source id an earlier one has; gives how many they were. */
  takeRepeats(): Promise<number>;
  /** Those that were taken out, in the order of their lines. */
  repeats(from: number, count: number): Promise<readonly Repeat[]>;
  compare(source: string): Promise<Comparison>;
  /** Takes the rows over, keeps what they overwrite, puts the sums of their days right and says which scores are due. */
  merge(source: string, cause: Cause, comparison: Comparison): Promise<void>;
};

/** The shortest way in, for contacts that are all good and new: it is off once an id comes twice. */
export type Straight = Way<Contact> & {
  readonly isOff: () => boolean;
  /** What arrived; undefined when the way was off, and everything is undone. `dataAsOf` is in seconds since 1970. */
  readonly end: () => Promise<
    { readonly rows: number; readonly days: readonly LocalDate[]; readonly dataAsOf: number } | undefined
  >;
  /** Ends the way and undoes everything. */
  readonly undo: () => Promise<void>;
};

/** Somebody whom a batch added or changed, as they were, as it left them and as they are. */
export type PersonTouched = { readonly id: string; readonly name: string } & (
  | { readonly is: "gone" }
  | {
      readonly is: "here";
      readonly before?: PersonState;
      readonly after: PersonState;
      readonly now: PersonState;
      /** Anything that was imported, accounts, scores or a later import stand on them. */
      readonly used: boolean;
    }
);

/** One transaction on the data of one site, in which nobody else imports there. */
export type ImportUnit = {
  roster(): Promise<readonly RosterEntry[]>;
  teams(): Promise<readonly { readonly id: string; readonly name: string }[]>;

  /** Whether nothing of a source is kept yet. */
  isFirst(source: string): Promise<boolean>;
  /** Opens the straight way for the first contacts of a source; nothing else may be asked until it is ended. */
  straightIn(source: string, batch: string): Promise<Straight>;
  /** Puts the sums of these days right after the straight way, and says which scores are due. */
  addUp(days: readonly LocalDate[], cause: Cause): Promise<void>;
  /** Opens the way into staging for rows of a dataset; nothing else may be asked until it is ended. */
  stage<D extends RecordDataset>(dataset: D): Promise<Staging<Lined<Rows[D]>>>;
  /** What rows of a rota are beside those that were imported before. */
  compareDuties(rows: readonly DutyRow[]): Promise<Comparison>;
  /** Takes rows of a rota over and keeps what they overwrite. */
  mergeDuties(rows: readonly DutyRow[], batch: string, at: Date): Promise<void>;
  /** Puts a rota back to what it was before the batch. */
  revertDuties(batch: Batch): Promise<{ readonly removed: number; readonly restored: number }>;
  addAgents(batch: string, agents: readonly NewAgent[]): Promise<void>;

  people(): Promise<readonly KnownPerson[]>;
  /** Which of these addresses people of other sites have, with their names. */
  emailsElsewhere(emails: readonly string[]): Promise<ReadonlyMap<string, string>>;
  savePeople(batch: string, changes: readonly PersonChange[]): Promise<void>;
  /** Says which scores are due, where no row tells it. */
  addDue(due: readonly Due[], cause: Cause): Promise<void>;

  saveBatch(batch: Batch): Promise<void>;
  /** A later live batch that stands on rows of this one. */
  overwrittenBy(batch: Batch): Promise<string | undefined>;
  /** Puts a dataset's rows and their sums back to what they were before the batch, and says which scores are due. */
  revertRecords(
    dataset: RecordDataset,
    batch: Batch,
    cause: Cause,
  ): Promise<{ readonly removed: number; readonly restored: number }>;
  touched(batch: Batch): Promise<readonly PersonTouched[]>;
  restorePeople(people: readonly { readonly id: string; readonly state: PersonState }[]): Promise<void>;
  removePeople(ids: readonly string[]): Promise<void>;
  markReverted(batch: Batch, at: Date): Promise<void>;
};

/** What imports ask of the database. */
export type ImportStore = {
  site(id: string): Promise<ImportSite | undefined>;
  siteIds(): Promise<readonly string[]>;
  /** The body of a preset as it was saved. */
  preset(name: string): Promise<unknown>;
  presetNames(): Promise<readonly string[]>;
  batch(id: string): Promise<Batch | undefined>;
  /** The latest batches first. */
  batches(limit: number): Promise<readonly Batch[]>;
  /**
   * Runs work in one transaction: kept whole when it says so, else without a trace. One import per site runs at a time;
   * `waiting` is told when another is at it. Throws `storageTrouble` where the database fails.
   */
  transact<T>(
    site: string,
    work: (unit: ImportUnit) => Promise<{ readonly keep: boolean; readonly value: T }>,
    waiting?: () => void,
  ): Promise<T>;
};

export type Trouble = "disk-full" | "connection-lost";
type TroubledError = Error & { readonly trouble: Trouble };

/** A fault of the database that a person can do something about. */
export const storageTrouble = (trouble: Trouble, cause: unknown): TroubledError =>
  Object.assign(new Error(`the database failed: ${trouble}`, { cause }), { trouble });

export const troubleOf = (error: unknown): Trouble | undefined =>
  error instanceof Error && "trouble" in error ? (error as TroubledError).trouble : undefined;
