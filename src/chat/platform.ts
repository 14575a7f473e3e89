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

/** The port: carries views and never features. A platform is one folder that fills it and one line in `platforms/index.ts`. */
export type Platform = {
  readonly name: string;
  readonly limits: Limits;
  /** Connects and hands every event to the router; throws with what is wrong and how to mend it. */
  start(router: Router): Promise<void>;
  /** Takes no more events, finishes the answers under way, disconnects. */
  stop(): Promise<void>;
  post(place: Place, view: View): Promise<Receipt>;
  /** Replaces a message that was posted or answered, buttons included. */
  revise(receipt: Receipt, view: View): Promise<void>;
  /** The direct conversation with an account, opened if need be. */
  direct(account: AccountRef): Promise<Place>;
};
