import type { PersonId, SiteId } from "../people/index.ts";

/** What somebody is on duty as: one of the usual words, or a site's own. */
export type DutyRole = string;

/** The words that every site knows, in the order in which they are asked. */
export const usualRoles = ["duty-lead", "floor-support", "supervisor"] as const;

/** A stretch of time, its end not included. */
export type Span = { readonly from: Date; readonly until: Date };

/** Somebody who is on duty, and what says so. */
export type OnDuty = Span & {
  readonly role: DutyRole;
  readonly person: PersonId;
  readonly by: "rotation" | "import" | "set" | "swap";
};

/** A duty that is kept: one that was imported, set by somebody, or swapped. */
export type DutyShift = Span & {
  readonly id: string;
  readonly site: SiteId;
  readonly role: DutyRole;
  readonly person: PersonId;
  readonly origin: "import" | "set" | "swap";
  /** Whom they stand in for; without it they stand for the whole role. */
  readonly replaces?: PersonId;
  readonly setBy?: PersonId;
  readonly reason?: string;
  readonly madeAt: Date;
};

export type SwapState = "open" | "accepted" | "declined" | "taken-back" | "expired";

/** Somebody offers a duty of theirs to somebody else. */
export type Swap = Span & {
  readonly id: string;
  readonly site: SiteId;
  readonly role: DutyRole;
  readonly asker: PersonId;
  readonly other: PersonId;
  readonly state: SwapState;
  readonly askedAt: Date;
};

export const minuteMs = 60_000;
export const dayMs = 24 * 60 * minuteMs;

/** Nobody is set for longer than this at once. */
export const mostDays = 14;
