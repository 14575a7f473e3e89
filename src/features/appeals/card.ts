import type { Asker } from "../../chat/asker.ts";
import type { Outcome } from "../../kernel/outcome.ts";
import type { Evaluation, EvaluationForm } from "../evaluations/index.ts";
import type { Person, PersonId } from "../people/index.ts";
import type { Appeal, Code, Evidence, Kind, Seat } from "./domain.ts";
import type { FilingRefusal } from "./filing.ts";
import type { Mending } from "./mending.ts";
import type { MoveRefusal } from "./moves.ts";
import type { VoteRefusal } from "./panel.ts";
import type { AppealRules } from "./rules.ts";
import type { Precedent } from "./store.ts";

/** Who acts on an appeal. */
export type Who = Pick<Asker, "person" | "site" | "roles" | "zone">;

/** What somebody is to an appeal: a party, one of those who decide, or one who may read along. */
export type Part = "agent" | "scorer" | "reviewer" | "supervisor" | "panel" | "reader";

/** What somebody may do with an appeal at this moment. */
export type Move = "withdraw" | "answer" | "forward" | "return" | "grant" | "deny" | "state" | "vote" | "again";

/** An appeal with what its reader has to know. */
export type Card = {
  readonly appeal: Appeal;
  /** As it stands now; none where it was taken back. */
  readonly evaluation?: Evaluation | undefined;
  readonly form?: EvaluationForm | undefined;
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly rules: AppealRules;
  readonly part: Part;
  /** Whether the reader may open the evaluation itself. */
  readonly mayRead?: boolean;
  readonly may: readonly Move[];
  /** The reader's own seat on the panel. */
  readonly seat?: Seat | undefined;
  /** The number of the appeal that this one follows. */
  readonly firstNumber?: number | undefined;
};

/** An item of an evaluation as somebody who thinks of appealing sees it. */
export type ItemLine = {
  readonly item: string;
  readonly points: number | "na";
  readonly most: number;
  /** The appeal that it is under, or that decided it last. */
  readonly open?: number | undefined;
  readonly decided?: number | undefined;
  /** Until when it can be appealed in time: from publication, or from its own last decision. */
  readonly closesAt: Date;
  readonly isLate: boolean;
};

/** An evaluation with what its agent has to know before appealing. */
export type Ground = {
  readonly evaluation: Evaluation;
  readonly form?: EvaluationForm | undefined;
  readonly items: readonly ItemLine[];
  /** Until when an appeal is in time. */
  readonly closesAt: Date;
  readonly isLate: boolean;
  /** The recording is gone: an appeal is decided for the agent. */
  readonly isPurged: boolean;
};

/** An evaluation in the list of those that can be appealed. */
export type Appealable = { readonly evaluation: Evaluation; readonly closesAt: Date; readonly isLate: boolean };

/** What an agent files: as read from the form. */
export type FilingForm = {
  readonly evaluation: string;
  /** The revision that the agent had before them. */
  readonly seen: number;
  readonly challenges: readonly { readonly item: string; readonly proposed: number }[];
  readonly kind: Kind;
  readonly reason: string;
  readonly evidence: readonly Evidence[];
};

export type NotFound =
  | { readonly why: "no-such-evaluation"; readonly text: string }
  | { readonly why: "no-such-appeal" };
export type ActRefusal = MoveRefusal | VoteRefusal | NotFound;
type Acted = Promise<Outcome<Card, ActRefusal>>;

/** The front door of appeals: each finds, decides by the rules and saves; `id` may also be an appeal's number. */
export type Appeals = {
  /** The asker's evaluations, those that can still be appealed in time first. */
  appealable(who: Who, at: Date): Promise<readonly Appealable[]>;
  /** What there is to appeal about an evaluation, by its id, its number or its contact. */
  ground(who: Who, evaluation: string, at: Date): Promise<Outcome<Ground, NotFound | { readonly why: "not-yours" }>>;
  file(who: Who, form: FilingForm, at: Date): Promise<Outcome<Card, FilingRefusal | NotFound>>;
  card(who: Who, id: string, at: Date): Promise<Outcome<Card, NotFound>>;
  /** The asker's own appeals, the latest first. */
  mine(who: Who): Promise<readonly Appeal[]>;
  /** Appeals that wait for the asker. */
  waiting(who: Who): Promise<readonly Appeal[]>;
  withdraw(who: Who, id: string, at: Date): Acted;
  /** The agent adds what the lead asked for. */
  answer(
    who: Who,
    id: string,
    given: { readonly text: string; readonly evidence: readonly Evidence[] },
    at: Date,
  ): Acted;
  forward(who: Who, id: string, at: Date): Acted;
  /** The lead asks the agent for something. */
  giveBack(who: Who, id: string, question: string, at: Date): Acted;
  /** The supervisor lets a late appeal be heard, or not. */
  except(who: Who, id: string, granted: boolean, at: Date): Acted;
  /** The scorer states their grounds. */
  state(who: Who, id: string, text: string, at: Date): Acted;
  vote(
    who: Who,
    id: string,
    given: { readonly item: string; readonly points: number; readonly code: Code; readonly reason: string },
    at: Date,
  ): Acted;
  /** Decided items of the asker's site in which all of these words occur; of nothing, the latest. */
  precedents(who: Who, words: string): Promise<readonly Precedent[]>;
  /** The items of forms that appeals at the asker's site found wanting. */
  mending(who: Who, at: Date): Promise<readonly Mending[]>;
  /** Decided items like one of a form. */
  similar(who: Who, form: string, item: string): Promise<readonly Precedent[]>;
  /** Keeps a file as evidence for an appeal that is about to be filed or answered. */
  keepFile(file: { readonly name: string; readonly content: Uint8Array }, at: Date): Promise<Evidence>;
  /** A file of an appeal that the asker may read. */
  evidence(
    who: Who,
    id: string,
    file: string,
    at: Date,
  ): Promise<Outcome<{ readonly name: string; readonly content: Uint8Array }, NotFound>>;
  /** Does what time alone does: warns, passes seats on, and leads on what nobody acted on. */
  sweep(at: Date): Promise<void>;
};
