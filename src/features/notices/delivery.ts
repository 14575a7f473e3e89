import type { Place } from "../../chat/ask.ts";
import type { SiteId } from "../people/index.ts";
import type { Body, Recipient } from "./notice.ts";

/**
 * planned → waiting (for data) → sending → sent | retrying → dead | skipped (product rules §7). A delivery that rests
 * in quiet hours stays planned.
 */
export const states = ["planned", "waiting", "sending", "sent", "retrying", "dead", "skipped"] as const;
export type State = (typeof states)[number];

/** Why something was not sent though nothing failed. */
export const skips = [
  "late",
  "muted",
  "on-leave",
  "nothing-to-tell",
  "left",
  "no-account",
  "no-such-kind",
  /** It was to hang under a message that does not stand, or cannot have a thread. */
  "no-thread",
] as const;
export type Skip = (typeof skips)[number];

/** One notice to one recipient on one platform, as the ledger has it. */
export type Delivery = {
  readonly id: string;
  readonly kind: string;
  readonly site: SiteId;
  readonly period: string;
  readonly to: Recipient;
  readonly platform: string;
  /** The moment that it stands for, and the one at which it was to be sent, which quiet hours put off. */
  readonly occursAt: Date;
  readonly dueAt: Date;
  readonly body: Body;
  readonly state: State;
  readonly attempts: number;
  readonly reason?: string;
  readonly place?: Place;
  readonly message?: string;
  /** The account that it was sent to, if it was to a person. */
  readonly account?: string;
  /** What was told when it was sent last. */
  readonly told?: Body;
  /** Sent before all of its data had come. */
  readonly isProvisional: boolean;
  readonly sentAt?: Date;
};

/** What there is one delivery of: a notice of one kind and occurrence to one recipient on one platform. */
export type Slot = Pick<Delivery, "kind" | "site" | "period" | "to" | "platform">;

/** A delivery that this worker alone holds until `until`. */
export type Claimed = Delivery & {
  readonly claim: string;
  readonly until: Date;
  /** Given to the platform before by somebody who did not live to say how it ended; since when. */
  readonly unsureSince?: Date;
  /** It stands already and is to be made anew. */
  readonly isRevision: boolean;
  /** Where this recipient was reached on this platform before, by which account. */
  readonly known?: { readonly place: Place; readonly account: string };
};

/** How an attempt ended. */
export type Ending =
  | {
      readonly is: "sent";
      readonly place: Place;
      readonly message: string;
      readonly account?: string | undefined;
      readonly told: Body;
      readonly isProvisional: boolean;
      /** Deliveries that came too late, which this one speaks of. */
      readonly folds: readonly string[];
    }
  | { readonly is: "revised"; readonly told: Body; readonly isProvisional: boolean }
  /** It stands as it is, and there is nothing to say or no way to say it. */
  | { readonly is: "left"; readonly reason?: string }
  | { readonly is: "waiting"; readonly until: Date; readonly reason: string }
  /** Put off to another hour that counts as the right one. */
  | { readonly is: "held"; readonly until: Date; readonly reason: string }
  /** To be tried again; what says nothing against the message itself does not count as an attempt. */
  | {
      readonly is: "retrying";
      readonly at: Date;
      readonly reason: string;
      readonly isUnsure: boolean;
      readonly isCounted: boolean;
    }
  /** Given back untouched: it was not its turn. */
  | { readonly is: "returned"; readonly at: Date; readonly isUnsure: boolean }
  /** Given up; it may stand there all the same if `isUnsure`. */
  | { readonly is: "dead"; readonly reason: string; readonly isUnreachable: boolean; readonly isUnsure: boolean }
  | { readonly is: "skipped"; readonly why: Skip };
