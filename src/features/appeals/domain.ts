import type { PersonId, SiteId, TeamId } from "../people/index.ts";
import type { State } from "./states.ts";

/** Why an evaluation is challenged. */
export const kinds = ["fact", "rule", "wrong-agent", "technical", "precedent"] as const;
export type Kind = (typeof kinds)[number];

/** Where the panel found the fault. */
export const codes = ["scorer-error", "rule-unclear", "system", "no-error"] as const;
export type Code = (typeof codes)[number];

export const outcomes = ["upheld", "partly", "rejected"] as const;
export type ItemOutcome = (typeof outcomes)[number];

/** The three of a panel, the superior first. */
export const seatNames = ["supervisor", "lead", "qa"] as const;
export type SeatName = (typeof seatNames)[number];

/** One item of a form that is challenged. */
export type Challenge = { readonly item: string; readonly original: number; readonly proposed: number };

/** What somebody puts forward to be looked at. */
export type Evidence = { readonly link?: string; readonly file?: { readonly id: string; readonly name: string } };

/** The time of a stage or a seat: from when to when, in how many business days, and how far it was warned of. */
export type Span = {
  readonly since: Date;
  readonly due: Date;
  readonly days: number;
  readonly warned: 0 | 50 | 80;
};

/** One item scored anew by one of the panel. */
export type Ballot = {
  readonly item: string;
  readonly points: number;
  readonly code: Code;
  readonly reason: string;
  readonly at: Date;
};

export type Seat = {
  readonly name: SeatName;
  /** Nobody where the site has nobody left who may sit. */
  readonly holder?: PersonId;
  readonly time: Span;
  /** Who held it before and did not answer. */
  readonly passedBy: readonly PersonId[];
  readonly ballots: readonly Ballot[];
  /** Its time is over, and nobody is left to pass it to. */
  readonly isMissed: boolean;
};

export type ItemDecision = Challenge & {
  readonly decided: number;
  readonly outcome: ItemOutcome;
  readonly code: Code;
  readonly reasons: readonly string[];
};

export type Decision = {
  readonly at: Date;
  /** By the panel; for want of any answer; or because the recording is gone. */
  readonly by: "panel" | "silence" | "purged";
  readonly items: readonly ItemDecision[];
};

/** What the decision made of the evaluation. */
export type Correction = {
  readonly at: Date;
  readonly from: number;
  readonly to: number;
  /** The revision of the evaluation that it made. */
  readonly revision: number;
  /** The day to which it was booked, where the month of the evaluation is closed for pay. */
  readonly adjustedOn?: string;
};

/** What happened, as both sides see it; what a vote says stays hidden until all are in. */
export type Happening =
  | { readonly is: "filed" | "late" | "answered" | "statement" | "withdrawn"; readonly at: Date; readonly by: PersonId }
  | { readonly is: "granted" | "denied" | "forwarded" | "returned"; readonly at: Date; readonly by?: PersonId }
  | { readonly is: "seated"; readonly at: Date; readonly seat: SeatName; readonly to?: PersonId }
  | {
      readonly is: "passed-on";
      readonly at: Date;
      readonly seat: SeatName;
      readonly from?: PersonId;
      readonly to?: PersonId;
    }
  | { readonly is: "voted"; readonly at: Date; readonly seat: SeatName; readonly by: PersonId }
  | { readonly is: "decided" | "corrected" | "closed" | "voided"; readonly at: Date };

/** A challenge to an evaluation. */
export type Appeal = {
  readonly id: string;
  /** What people call it. */
  readonly number: number;
  readonly site: SiteId;
  /** 2 for the one that may follow a decision, on new evidence; `first` is what it follows. */
  readonly level: 1 | 2;
  readonly first?: string;
  readonly evaluation: string;
  /** What people call the evaluation, and the form that it is pinned to. */
  readonly evaluationNumber: string;
  readonly form: string;
  readonly version?: number;
  /** The revision that is challenged. */
  readonly revision: number;
  readonly agent: PersonId;
  readonly scorer?: PersonId;
  readonly team?: TeamId;
  /** Who led them when it was filed. */
  readonly lead?: PersonId;
  readonly challenges: readonly Challenge[];
  readonly kind: Kind;
  readonly reason: string;
  readonly evidence: readonly Evidence[];
  readonly state: State;
  /** The time of the stage that it is in; a panel's seats have their own. */
  readonly time?: Span;
  /** Who must act, where that is one person. */
  readonly desk?: PersonId;
  /** What the lead asked for, once. */
  readonly question?: string;
  readonly answer?: string;
  /** The scorer's grounds. */
  readonly statement?: { readonly text: string; readonly at: Date };
  readonly seats: readonly Seat[];
  readonly decision?: Decision;
  readonly correction?: Correction;
  readonly filedAt: Date;
  readonly happened: readonly Happening[];
};

/** Who may sit for each seat, the first choice first; parties are left out, and those who are away come last. */
export type Candidates = Readonly<Record<SeatName, readonly PersonId[]>>;

export const hasVoted = ({ challenges }: Pick<Appeal, "challenges">, { ballots }: Pick<Seat, "ballots">): boolean =>
  ballots.length === challenges.length;

/** Whether a seat is done with: it has voted on all, or nobody will. */
export const isSettled = (appeal: Pick<Appeal, "challenges">, seat: Seat): boolean =>
  seat.isMissed || hasVoted(appeal, seat);

/** Who is waited for, with the time that they have. */
export function waitedFor(appeal: Appeal): readonly { readonly person: PersonId; readonly time: Span }[] {
  if (appeal.state === "panel") {
    return appeal.seats.flatMap((seat) =>
      seat.holder === undefined || isSettled(appeal, seat) ? [] : [{ person: seat.holder, time: seat.time }],
    );
  }
  return appeal.desk === undefined || appeal.time === undefined ? [] : [{ person: appeal.desk, time: appeal.time }];
}
