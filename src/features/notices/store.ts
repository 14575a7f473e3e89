import type { Claimed, Delivery, Ending, Slot, State } from "./delivery.ts";
import type { Change, Touched } from "./kind.ts";
import type { Notice, Recipient } from "./notice.ts";

/** Something that was announced and is still to be carried out. */
export type Announced = { readonly id: string } & (
  | { readonly is: "notice"; readonly notice: Notice }
  | { readonly is: "change"; readonly change: Change }
  | { readonly is: "touched"; readonly touched: Touched }
);

/** A delivery to be written into the ledger; with `skip` it is only noted. */
export type Planned = {
  readonly to: Recipient;
  readonly platform: string;
  readonly body: Notice["body"];
  readonly skip?: "no-account" | "left";
};

/** When somebody wants to be left alone (`HH:MM` of their site's clock, also over midnight), and of what. */
export type NoticeSettings = {
  readonly quiet?: { readonly from: string; readonly to: string };
  readonly muted: readonly string[];
};

/** What `deliveries` can be asked for. */
export type Sought = {
  readonly site?: string;
  readonly state?: State;
  readonly kind?: string;
  readonly period?: string;
  readonly reason?: string;
  /** As the receipt of its message has it; of two channels it may be the same. Found by an index with `isChannel`. */
  readonly message?: string;
  /** Only those to channels. */
  readonly isChannel?: boolean;
  readonly since?: Date;
  readonly limit: number;
};

/** The ledger of deliveries and the outbox before it, the truth about what was told to whom. */
export type Ledger = {
  /** Puts a notice into the outbox. Features do the same inside their own transactions. */
  announce(notice: Notice): Promise<void>;
  /** Announcements that are to be carried out now, up to `limit` notices and as many changes, each the oldest first. */
  announced(limit: number, now: Date): Promise<readonly Announced[]>;
  /** Lets announcements that could not be carried out step aside for a while, longer each time. */
  postpone(ids: readonly string[], now: Date): Promise<void>;
  /** Writes deliveries of a notice, those that are there already left alone. */
  plan(notice: Notice, rows: readonly Planned[]): Promise<void>;
  /** Ends announcements that were carried out. */
  forget(ids: readonly string[]): Promise<void>;
  /** Marks what stands as out of date, brings forward what waits, and ends the announcements; all at once. */
  touch(ids: readonly string[], touched: readonly Touched[], at: Date): Promise<void>;
  /**
   * Takes up to `limit` deliveries that are due on a platform, the longest due first, for `leaseMs`; nobody else gets
   * them before that has passed.
   */
  claim(of: {
    readonly platform: string;
    readonly limit: number;
    readonly now: Date;
    readonly leaseMs: number;
  }): Promise<readonly Claimed[]>;
  /** Holds claims on and notes that they are about to be given to the platform; answers those still held, and until when. */
  trying(claimed: readonly Claimed[], now: Date, leaseMs: number): Promise<ReadonlyMap<string, Date>>;
  /**
   * Writes down how claims ended, unless somebody else has taken them since. Whoever was found unreachable for the first
   * time since they were last reached is announced in the same moment, as a notice of the kind `undeliverable`.
   */
  settle(ended: readonly { readonly of: Claimed; readonly ending: Ending }[], now: Date): Promise<void>;
  /** Holds claims for `leaseMs` more. */
  hold(claimed: readonly Claimed[], now: Date, leaseMs: number): Promise<void>;
  /**
   * Reserves so many turns at so many a second; answers the moment of the first. Shared by all workers. Nothing is
   * reserved, and nothing answered, where that would be more than `aheadMs` from now.
   */
  reserve(key: string, turns: number, perSecond: number, now: Date, aheadMs: number): Promise<Date | undefined>;
  /** Nobody takes a turn before a moment. */
  pause(key: string, until: Date): Promise<void>;
  /** How deliveries stand, in the order they were asked for; undefined where one is not planned. */
  at(slots: readonly Slot[]): Promise<readonly (Delivery | undefined)[]>;
  /** What came too late for these recipients on a platform and no later message spoke of. */
  late(to: readonly Recipient[], platform: string, since: Date): Promise<readonly Delivery[]>;
  /** Who of a site cannot be reached now. */
  unreachable(site: string): Promise<readonly Recipient[]>;
  settingsOf(people: readonly string[]): Promise<ReadonlyMap<string, NoticeSettings>>;
  saveSettings(person: string, settings: NoticeSettings): Promise<void>;
  find(sought: Sought): Promise<readonly Delivery[]>;
  /** How many deliveries of each state there are, of all or of one site, of occurrences after a moment. */
  counts(since: Date, site?: string): Promise<ReadonlyMap<State, number>>;
  /** Puts dead deliveries back to be tried anew at once; those with these ids or all of a site. Answers how many. */
  revive(of: { readonly ids?: readonly string[]; readonly site?: string }, now: Date): Promise<number>;
};
