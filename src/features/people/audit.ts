import type { PersonId } from "./domain.ts";

/** What is kept of a reading of another person's data, or of a change that somebody made. */
export type AuditEntry = {
  readonly at: Date;
  /** Who did it; undefined for the house itself. */
  readonly actor: PersonId | undefined;
  readonly action: string;
  /** Whom or what it was done to. */
  readonly subject: string;
  readonly detail?: Readonly<Record<string, unknown>>;
};

/** The book that an auditor reads; entries are only ever added. */
export type Audit = { record(entry: AuditEntry): Promise<void> };
