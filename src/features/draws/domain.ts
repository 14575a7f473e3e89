import type { LocalDate } from "../../kernel/time.ts";
import type { PersonId, SiteId } from "../people/index.ts";
import type { Source } from "./manifest.ts";
import type { Revealed } from "./randomness.ts";
import type { Eligibility, TicketRule } from "./rules.ts";
import type { State } from "./states.ts";

/** What a prize or an award is called, in every language or as somebody wrote it. */
export type Name = { readonly en: string; readonly "zh-CN": string };

/** A name as somebody wrote it, for every language. */
export const sameName = (name: string): Name => ({ en: name, "zh-CN": name });

/** Where its randomness will come from; a drand round is only named when the manifest is made. */
export type Promised =
  | { readonly is: "commit-reveal"; readonly commitment: string }
  | { readonly is: "drand" }
  /** The first number of a series that is made public after the time for challenges, of so many digits. */
  | { readonly is: "public"; readonly what: string; readonly digits: number };

/** Somebody's word against a manifest, and what was said to it. */
export type Challenge = {
  readonly by: PersonId;
  readonly at: Date;
  readonly text: string;
  readonly answer?: { readonly by: PersonId; readonly at: Date; readonly isRight: boolean; readonly reason: string };
};

/** The manifest as it was posted: its text is kept beside the draw. */
export type Closed = {
  readonly at: Date;
  /** 1, and one more for each challenge that was right. */
  readonly revision: number;
  readonly manifestHash: string;
  readonly source: Source;
  readonly entrants: number;
  readonly tickets: number;
  readonly challengeUntil: Date;
};

/** Why a draw was cancelled: by two people with a reason, or because there was nothing to draw. */
export type Cancelled = { readonly at: Date } & (
  | { readonly why: "by-two"; readonly reason: string; readonly by: PersonId; readonly seconded: PersonId }
  | { readonly why: "no-entrants" | "no-nonce" }
);

/** A lucky draw. */
export type Draw = {
  readonly id: string;
  readonly number: number;
  readonly site: SiteId;
  readonly state: State;
  /** Rises with every change, so that nobody acts on what they have not seen. */
  readonly version: number;
  readonly prize: Name;
  readonly winners: number;
  readonly alternates: number;
  readonly eligibility: Eligibility;
  /** What the awards of its rule were called when it was opened, in their order; none where it asks for none. */
  readonly awardNames?: readonly Name[];
  readonly tickets: TicketRule;
  /** Whether one enters oneself, or everybody who is eligible is in it. */
  readonly entry: "by-oneself" | "everybody";
  readonly source: Promised;
  /** Who made it; none where the calendar did. */
  readonly organiser?: PersonId;
  /** Who opened it for everybody. */
  readonly openedBy?: PersonId;
  readonly madeAt: Date;
  readonly openedAt?: Date;
  readonly closesAt: Date;
  /** The day by whose month and past wins it is told who may take part, whenever it really closes. */
  readonly judgedOn: LocalDate;
  /** How often it stayed open for longer because nobody had added a number. */
  readonly putOff: number;
  /** How often it was opened again with another seed, after a challenge that was right. */
  readonly reopened: number;
  readonly challengeHours: number;
  readonly claimDays: number;
  readonly closed?: Closed;
  readonly challenges: readonly Challenge[];
  /** What one auditor typed of a public number, until a second person types the same. */
  readonly typed?: { readonly by: PersonId; readonly at: Date; readonly number: string };
  readonly revealed?: Revealed;
  readonly drawnAt?: Date;
  /** Somebody wants to cancel it, and waits for a second person. */
  readonly cancelling?: { readonly by: PersonId; readonly at: Date; readonly reason: string };
  readonly cancelled?: Cancelled;
  /** When it is to be looked at next; none where nothing more comes by time. */
  readonly nextAt?: Date;
};

/** Somebody who takes part, or who only adds a number of their own. */
export type Entry = {
  readonly person: PersonId;
  readonly at: Date;
  readonly entered: boolean;
  readonly nonce?: string;
};

/** A place in the result: the winners first, then the alternates in their order. */
export type Prize = {
  readonly rank: number;
  readonly person: PersonId;
  readonly state: "offered" | "claimed" | "forfeited" | "alternate" | "unused";
  readonly dueAt?: Date;
};

/** What nobody may know before the result, in hexadecimal: the seed; and the salt of the pseudonyms, which is never told. */
export type Secret = { readonly seed: string; readonly salt: string };

/** Who takes part with how many tickets, by name; what a manifest is made from. */
export type Entrant = { readonly person: PersonId; readonly tickets: number };

/** How often a draw stays open for a day longer because nobody has added a number. */
export const mostPutOff = 3;

export const textLengths = {
  prize: { min: 2, max: 120 },
  reason: { min: 20, max: 500 },
  challenge: { min: 20, max: 1_000 },
  nonce: { min: 1, max: 64 },
} as const;
