import type { PersonId, SiteId } from "../people/index.ts";
import type { State } from "./states.ts";

export const urgencies = ["normal", "high"] as const;
export type Urgency = (typeof urgencies)[number];

/** What was said or done about a request; only `text` was written by somebody. */
export type EntryKind =
  /** The agent asked the same once more, or said more of it. */
  | "added"
  | "claimed"
  /** Words of who may help; only those of whoever is at it are an answer in time. */
  | "answer"
  /** An answer that asks the agent for something. */
  | "question"
  | "reply"
  | "handed-over"
  | "went-back"
  | "escalated"
  | "resolved"
  | "solved"
  | "cancelled"
  | "reopened"
  | "closed";

export type Entry = {
  /** Counted from 1 in each request. */
  readonly position: number;
  /** Nobody where time did it, or where they are gone. */
  readonly person?: PersonId;
  readonly kind: EntryKind;
  readonly text: string;
  readonly at: Date;
};
export type NewEntry = Omit<Entry, "position">;

/** Who was asked where nobody had the duty that was to be asked. */
export const substitutes = ["team-leads", "supervisors", "admins", "nobody"] as const;
export type Substitute = (typeof substitutes)[number];

/** Somebody is asked because nobody answered, or because it is not over in time. */
export type Asked = {
  readonly at: Date;
  /** The rung of the ladder, counted from 1; 0 where it is not over in time. */
  readonly step: number;
  /** The duty or role. */
  readonly ask: string;
  readonly people: readonly PersonId[];
  readonly instead?: Substitute;
};

/** What the clocks count from an opening or a going back to the next. */
export type Round = {
  readonly number: number;
  /** Since when they run; they stand still where it is missing. */
  readonly since?: Date;
  /** Minutes that they ran before. */
  readonly spentMin: number;
  /** So many rungs of the ladder are done with. */
  readonly steps: number;
  /** Minutes of rounds before that count to its end: they were answered, and went back. */
  readonly carriedMin?: number;
  readonly answeredAt?: Date;
  /** When the first answer was due and did not come. */
  readonly answerLateAt?: Date;
  /** When it was to be over and was not. */
  readonly endLateAt?: Date;
};

/** An agent asks for a hand, perhaps with a customer on the line. */
export type HelpRequest = {
  readonly id: string;
  /** What people call it by, as `H-12`. */
  readonly number: number;
  readonly site: SiteId;
  readonly asker: PersonId;
  readonly category: string;
  readonly urgency: Urgency;
  readonly isLive: boolean;
  /** Without card, phone and identity numbers. */
  readonly text: string;
  /** When the customer is to be called back, and whether that was said again at that time. */
  readonly callBackAt?: Date;
  readonly isCallBackTold?: boolean;
  readonly state: State;
  readonly claimer?: PersonId;
  readonly claimedAt?: Date;
  /** Whether something was answered since it was claimed. */
  readonly hasAnswered?: boolean;
  readonly waitingSince?: Date;
  readonly openedAt: Date;
  readonly firstAnswerAt?: Date;
  /** When it was resolved, closed or cancelled, and by whom; only while it is over. */
  readonly overAt?: Date;
  readonly overBy?: PersonId;
  /** How it was resolved. */
  readonly note?: string;
  readonly round: Round;
  /** Minutes that the clocks ran in all rounds before. */
  readonly ranMin?: number;
  /** What was late first in the rounds before. */
  readonly answerLateAt?: Date;
  readonly endLateAt?: Date;
  /** The latest last. */
  readonly asked: readonly Asked[];
  /** Answers that were offered at once, and the one that settled it. */
  readonly offered: readonly string[];
  readonly solvedBy?: string;
  readonly version: number;
  /** When it is to be looked at next. */
  readonly nextAt?: Date;
};

/** What people call a request by. */
export const requestName = ({ number }: Pick<HelpRequest, "number">): string => `H-${number}`;

/** The number in what somebody typed, `H-12`, `h12` or `12`; undefined where it is none. */
export function numberIn(text: string): number | undefined {
  const [, digits] = /^(?:h[-\s]?)?(\d{1,9})$/i.exec(text.normalize("NFKC").trim()) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

export const answerStates = ["proposed", "approved", "rejected", "retired"] as const;
export type AnswerState = (typeof answerStates)[number];

/** What people call an answer by. */
export const answerName = ({ number }: Pick<KeptAnswer, "number">): string => `A-${number}`;

/** What was learnt from a request: offered to whoever asks the like, once a lead has approved it. */
export type KeptAnswer = {
  readonly id: string;
  /** What people call it by, as `A-7`. */
  readonly number: number;
  readonly site: SiteId;
  /** The request it was learnt from. */
  readonly request?: string;
  readonly category: string;
  readonly state: AnswerState;
  readonly question: string;
  readonly answer: string;
  readonly proposedBy: PersonId;
  readonly decidedBy?: PersonId;
  readonly decidedAt?: Date;
  /** Why it was rejected or retired. */
  readonly reason?: string;
  /** How often it settled what was asked. */
  readonly solved: number;
  readonly at: Date;
};
