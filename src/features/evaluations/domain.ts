import type { LocalDate } from "../../kernel/time.ts";
import type { PersonId, SiteId } from "../people/index.ts";
import type { Mark, Result } from "./form.ts";

/** The source of evaluations that were made in Fairline itself. */
export const ownSource = "fairline";

/** The item by which an evaluation without items is spoken of: all of it, in points from 0 to 100. */
export const overall = "overall";

export type EvaluationKind = "monitoring" | "test-call" | "calibration";

/** One quality review of one contact, as it stands now. */
export type Evaluation = {
  readonly id: string;
  /** What people call it: its id in its source, `E-123` where it was made here. */
  readonly number: string;
  readonly site: SiteId;
  readonly source: string;
  readonly agent: PersonId;
  readonly scorer?: PersonId;
  readonly day: LocalDate;
  readonly kind: EvaluationKind;
  /** The contact, as its source calls it; when it began, where that is known. */
  readonly interaction?: string;
  readonly contactAt?: Date;
  /** The form's id and the version it is pinned to; a form's name alone where it was imported. */
  readonly form: string;
  readonly version?: number;
  readonly marks: readonly Mark[];
  /** What counts: as restated, if it was. */
  readonly points: number;
  readonly withoutAutoFail: number;
  readonly failedBy: readonly string[];
  /** A word to the agent about all of it. */
  readonly comment?: string;
  /** 1 as published; each restatement adds one. */
  readonly revision: number;
  readonly publishedAt: Date;
  readonly acknowledgedAt?: Date;
  readonly acknowledgement?: string;
};

/** How an evaluation stands with its agent. */
export type EvaluationState = "new" | "acknowledged" | "restated";

export const stateOf = ({ revision, acknowledgedAt }: Evaluation): EvaluationState => {
  if (revision > 1) return "restated";
  return acknowledgedAt === undefined ? "new" : "acknowledged";
};

/** One state of an evaluation: as it was published, and as each decision restated it. */
export type EvaluationRevision = Result & {
  readonly revision: number;
  readonly marks: readonly Mark[];
  readonly at: Date;
  /** The appeal that restated it; none for the first. */
  readonly appeal?: string;
};

/** A contact that can be reviewed. */
export type Contact = {
  readonly source: string;
  readonly sourceId: string;
  readonly agent: PersonId;
  readonly startedAt: Date;
  readonly day: LocalDate;
  readonly channel: string;
  readonly queue: string;
  readonly project: string;
  /** Seconds from the answer to the end of the work on it. */
  readonly handleS: number;
};

/** An evaluation that its scorer has not published yet; only they see it. */
export type EvaluationDraft = {
  readonly id: string;
  readonly site: SiteId;
  readonly scorer: PersonId;
  readonly agent: PersonId;
  readonly contact: Pick<Contact, "source" | "sourceId" | "startedAt" | "day">;
  readonly kind: Exclude<EvaluationKind, "calibration">;
  readonly form: string;
  readonly version: number;
  readonly marks: readonly Mark[];
  readonly comment?: string;
  readonly changedAt: Date;
};
