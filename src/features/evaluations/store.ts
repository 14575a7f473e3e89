import type { Outcome } from "../../kernel/outcome.ts";
import type { LocalDate } from "../../kernel/time.ts";
import type { Notice } from "../notices/index.ts";
import type { PersonId, SiteId } from "../people/index.ts";
import type { Contact, Evaluation, EvaluationDraft, EvaluationRevision } from "./domain.ts";
import type { EvaluationForm, Mark, Result } from "./form.ts";

/** What a draft becomes when it is published; its number and id are given by the store. */
export type Published = Result & { readonly draft: EvaluationDraft; readonly at: Date };

/** What an appeal makes of an evaluation. */
export type Restatement = Result & {
  readonly evaluation: string;
  readonly marks: readonly Mark[];
  readonly appeal: string;
  readonly at: Date;
};

/** Why a draft cannot be published, however it is judged. */
export type Unpublished = { readonly why: "gone" } | { readonly why: "evaluated-already"; readonly number: string };

/** Forms, drafts and evaluations. */
export type EvaluationStore = {
  /** The newest version of each form that is out. */
  forms(): Promise<readonly EvaluationForm[]>;
  form(id: string, version: number): Promise<EvaluationForm | undefined>;

  evaluation(id: string): Promise<Evaluation | undefined>;
  /** The evaluations of a site that are called so: by number, or by the contact they are of; the latest first. */
  evaluationsCalled(site: SiteId, text: string): Promise<readonly Evaluation[]>;
  /** An agent's evaluations, calibrations aside, the latest published first. */
  evaluationsOf(agent: PersonId, limit: number): Promise<readonly Evaluation[]>;
  /**
   * Evaluations of a site published since an instant in which an item of a form earned less than its most, calibrations
   * and those of some ids aside: how many, and the numbers of the latest.
   */
  alike(
    site: SiteId,
    of: { readonly form: string; readonly item: string; readonly most: number; readonly except?: readonly string[] },
    since: Date,
  ): Promise<{ readonly numbers: readonly string[]; readonly all: number }>;
  /** How an evaluation came to what it is, the first state first. */
  revisions(id: string): Promise<readonly EvaluationRevision[]>;
  /** Notes that the agent has read it, once; answers whether this was the first time. */
  acknowledge(id: string, at: Date, comment?: string): Promise<boolean>;

  /** Answered contacts of an agent from a day on that nobody evaluated in Fairline yet, the latest first. */
  contactsOf(agent: PersonId, from: LocalDate, limit: number): Promise<readonly Contact[]>;
  contact(site: SiteId, source: string, sourceId: string): Promise<Contact | undefined>;

  drafts(scorer: PersonId): Promise<readonly EvaluationDraft[]>;
  draft(id: string): Promise<EvaluationDraft | undefined>;
  /** Opens a draft; the one that the scorer has of this contact on this form already, if there is one. */
  openDraft(draft: EvaluationDraft): Promise<EvaluationDraft>;
  /** Changes a draft alone, before anybody else's change; nothing where it is gone. */
  changeDraft(id: string, change: (now: EvaluationDraft) => EvaluationDraft): Promise<EvaluationDraft | undefined>;
  dropDraft(id: string): Promise<void>;
  /**
   * Publishes a draft as `judge` finds it, alone: the evaluation stands, the draft is gone, the sums of its day and the
   * scores on them are due, and `told` of it is announced, all at once. Refused as `gone` where there is no such draft, and as
   * `evaluated-already` where an evaluation of its kind was made here of the same contact.
   */
  publish<R>(
    draft: string,
    judge: (now: EvaluationDraft) => Outcome<Published, R>,
    told: (made: Evaluation) => Notice,
  ): Promise<Outcome<Evaluation, R | Unpublished>>;
};
