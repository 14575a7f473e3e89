import type { Role } from "../../chat/asker.ts";
import type { View } from "../../chat/view.ts";
import type { Localised, Say } from "../../kernel/locale.ts";
import type { SiteId } from "../people/index.ts";
import type { Claimed, Delivery, Skip, Slot } from "./delivery.ts";
import type { Body, Notice, Recipient } from "./notice.ts";

/** What a delivery says at this moment, or why it says nothing yet or at all. */
export type Prepared =
  | {
      readonly is: "view";
      /** Made for its reader: a person's language and their site's clock, or the site's own. */
      readonly view: Localised<View>;
      /** Kept with the delivery and handed back when it is made anew, so that a correction can say old → new. */
      readonly told: Body;
      /** Not all data has come; it is made anew when more does. */
      readonly isProvisional?: boolean;
    }
  | { readonly is: "wait"; readonly until: Date; readonly why: string }
  | { readonly is: "skip"; readonly why: Skip }
  /** For a delivery that stands: nothing has changed. */
  | { readonly is: "same" };

/** A delivery to prepare, with what came too late for its recipient and was not told yet (`late`). */
export type ToPrepare = Claimed & { readonly late: readonly Delivery[] };

/** What happened to the data that deliveries stand on. */
export type Change =
  /** A score of somebody was corrected; `from` and `to` are its period. */
  | {
      readonly is: "score-corrected";
      readonly site: SiteId;
      readonly person: string;
      readonly from: string;
      readonly to: string;
    }
  /** More data of a site came, or was taken back. */
  | { readonly is: "data-came"; readonly site: SiteId };

/** Deliveries that say something else now; those who are left out mean all. */
export type Touched = {
  readonly kind: string;
  readonly site: SiteId;
  readonly period?: string;
  readonly to?: Recipient;
  /** Only those that were sent before all of their data had come. */
  readonly isProvisional?: boolean;
};

/** One kind of notice; each feature declares its own, and every other part of notices knows only this. */
export type NoticeKind = {
  /** Also the name of its schedule in the ledger. */
  readonly name: string;
  /** What `/settings` calls it. */
  readonly label: Say;
  /** Cannot be muted. */
  readonly isMandatory: boolean;
  /** Worth telling however late: it says so, and is never folded into another message. */
  readonly isTimeless?: boolean;
  /** Not held back by anybody's quiet hours. */
  readonly isUrgent?: true;
  /** The roles whose holders alone may be told, and may mute it; left out where seats or channels decide. */
  readonly roles?: readonly Role[];
  /** Whether what it says speaks of earlier notices to the same recipient that came too late. */
  readonly speaksOfLate?: boolean;
  /** Who is told of an occurrence; asked again after a crash, and whoever is planned already stays planned once. */
  recipients(notice: Notice): Promise<readonly { readonly to: Recipient; readonly body?: Body }[]>;
  /**
   * The earlier delivery to the same channel on the same platform in whose thread this one goes. It waits some minutes
   * for that to be sent; without it, or where there are no threads, it is skipped.
   */
  under?(delivery: Claimed): Pick<Slot, "kind" | "period">;
  /** What each delivery says now, in their order. It may be asked of a delivery any number of times. */
  prepare(deliveries: readonly ToPrepare[], now: Date): Promise<readonly Prepared[]>;
  /** Which deliveries of this kind a change makes out of date. */
  touchedBy?(changes: readonly Change[]): Promise<readonly Touched[]>;
};
