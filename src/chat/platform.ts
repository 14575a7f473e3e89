import type { AccountRef, Place } from "./ask.ts";
import type { Router } from "./router.ts";
import type { View } from "./view.ts";

/** Where a message was posted, kept so that it can be revised. */
export type Receipt = { readonly place: Place; readonly message: string };

/**
 * What a platform can hold. `fit` makes a view obey it before rendering, so renderers never cut. Lengths are of the
 * rendered text as `measure` counts it, escaping included.
 */
export type Limits = {
  readonly measure: (text: string) => number;
  readonly title: number;
  readonly heading: number;
  /** One text or note block. */
  readonly text: number;
  readonly note: number;
  /** All text of one message. */
  readonly total: number;
  readonly blocks: number;
  readonly facts: number;
  readonly factLabel: number;
  readonly factValue: number;
  readonly tableRows: number;
  readonly tableColumns: number;
  readonly tableCell: number;
  /** All characters of one table. */
  readonly tableText: number;
  readonly buttons: number;
  readonly buttonLabel: number;
  readonly menuOptions: number;
  readonly menuLabel: number;
  readonly optionLabel: number;
  readonly alt: number;
};

/** How fast a vendor lets one bot write. */
export type Pace = {
  /** Messages per second over the whole workspace; Infinity where nobody counts. */
  readonly perSecond: number;
  /** The least time between two messages to one place, in milliseconds. */
  readonly perPlaceMs: number;
};

/**
 * Why a message did not get through. `slow-down`: not taken, come again after `afterMs`. `unreachable`: the place is
 * gone, or its person wants nothing of us. `refused`: not this message, however often it is sent. `not-sent`: it never
 * got there. `unsure`: it may stand there already.
 */
export type NotDeliveredWhy = "slow-down" | "unreachable" | "refused" | "not-sent" | "unsure";

/** A message that did not get through, with the vendor's own code for it. */
export class NotDelivered extends Error {
  override readonly name = "NotDelivered";
  readonly why: NotDeliveredWhy;
  readonly code: string;
  readonly afterMs: number;
  constructor(why: NotDeliveredWhy, code: string, { afterMs = 0, cause }: { afterMs?: number; cause?: unknown } = {}) {
    super(`not delivered (${why}): ${code}`, { cause });
    this.why = why;
    this.code = code;
    this.afterMs = afterMs;
  }
}

/** The port: carries views and never features. A platform is one folder that fills it and one line in `platforms/index.ts`. */
export type Platform = {
  readonly name: string;
  readonly limits: Limits;
  /** Whether a message in a channel can have a thread under it. */
  readonly hasThreads: boolean;
  /** Connects and hands every event to the router; throws with what is wrong and how to mend it. */
  start(router: Router): Promise<void>;
  /** Makes ready to post, find and revise without hearing anything; `start` does this as well. */
  connect(): Promise<void>;
  /** Takes no more events, finishes the answers under way, disconnects. */
  stop(): Promise<void>;
  readonly pace: Pace;
  /**
   * Posts at once and once: nothing is sent again by itself. Under a `key` a message can be found again, and where the
   * vendor can tell, a second post under it is the first. In a place with a thread it goes there, the thread begun where
   * there is none. Throws `NotDelivered`.
   */
  post(place: Place, view: View, key?: string): Promise<Receipt>;
  /** What was posted under a key at or after a moment, if it stands there. Throws `NotDelivered`. */
  find(place: Place, key: string, since: Date): Promise<Receipt | undefined>;
  /** Replaces a message that was posted or answered, buttons included. Throws `NotDelivered`. */
  revise(receipt: Receipt, view: View): Promise<void>;
  /** The direct conversation with an account, opened if need be. Throws `NotDelivered`. */
  direct(account: AccountRef): Promise<Place>;
  /** A channel by the name or the id that a site knows it by; undefined when there is none. Throws `NotDelivered`. */
  channel(site: string, name: string): Promise<Place | undefined>;
  /** The account by which somebody can be reached here. */
  accountOf(person: { readonly id: string; readonly accounts: readonly AccountRef[] }): AccountRef | undefined;
};
