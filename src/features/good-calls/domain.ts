import type { skills } from "../evaluations/index.ts";
import type { PersonId, SiteId } from "../people/index.ts";
import type { State } from "./states.ts";

export type Skill = (typeof skills)[number];

/** A contact as its source has it. */
export type CalledContact = {
  readonly source: string;
  readonly sourceId: string;
  /** None where nobody answered. */
  readonly agent?: PersonId;
  readonly startedAt: Date;
  readonly queue: string;
  readonly project: string;
  /** Seconds from the answer to the end of the work on it. */
  readonly handleS: number;
};

/** How a vote ended, and what it took: so many votes for it, and so many per cent of all. */
export type Result = {
  readonly for: number;
  readonly all: number;
  readonly needed: number;
  readonly share: number;
};

/** A contact that was put forward as a good example. */
export type GoodCall = {
  readonly id: string;
  /** What people call it by, as `GC-12`. */
  readonly number: number;
  readonly site: SiteId;
  readonly contact: Omit<CalledContact, "agent">;
  readonly agent: PersonId;
  /** Known to themselves and to auditors. */
  readonly nominator: PersonId;
  readonly state: State;
  readonly skills: readonly Skill[];
  /** What was good about it. */
  readonly highlight: string;
  /** Where in the recording, in seconds from its beginning. */
  readonly markS?: number;
  readonly nominatedAt: Date;
  /** When its voting ends, or the time that its agent has to agree. */
  readonly nextAt?: Date;
  readonly result?: Result;
  readonly acceptedAt?: Date;
};

/** What somebody wrote of a contact while it is not clear which one they mean; each person has one at most. */
export type Draft = {
  readonly id: string;
  readonly site: SiteId;
  readonly nominator: PersonId;
  /** The number that several sources know. */
  readonly called: string;
  readonly skills: readonly Skill[];
  readonly highlight: string;
  readonly markS?: number;
  readonly at: Date;
};

export type Ballot = { readonly voter: PersonId; readonly isFor: boolean; readonly at: Date };

/** A link to a recording that was handed out; only the SHA-256 of its token is kept. */
export type Opening = {
  readonly hash: string;
  readonly call: string;
  readonly person: PersonId;
  readonly at: Date;
  readonly expiresAt: Date;
  /** When it was followed first, and how often. */
  readonly openedAt?: Date;
  readonly times: number;
};

/** How often the recording of a good call was opened, and by how many; the latest openings first. */
export type Heard = {
  readonly times: number;
  readonly people: number;
  readonly latest: readonly { readonly person: PersonId; readonly openedAt: Date; readonly times: number }[];
};

export const highlightLength = { min: 15, max: 500 } as const;

/** What people call a good call by. */
export const callName = ({ number }: Pick<GoodCall, "number">): string => `GC-${number}`;

/** The number in what somebody typed, `GC-12` or `gc12`; undefined where it is none. */
export function numberIn(text: string): number | undefined {
  const [, digits] = /^gc[-\s]?(\d{1,9})$/i.exec(text.normalize("NFKC").trim()) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** A text as words are compared: Unicode NFKC in small letters. */
export const plain = (text: string): string => text.normalize("NFKC").toLowerCase();

/** The words that are looked for, each of which has to be there. */
export const termsOf = (text: string | undefined): readonly string[] => plain(text ?? "").match(/\S+/g) ?? [];
