import type { AccountRef, Place } from "../../chat/ask.ts";
import type { FieldErrors } from "../../chat/form.ts";
import type { Platform } from "../../chat/platform.ts";

/** A message as one person sees it on the vendor's side, read back from the payloads that the platform sent. */
export type Seen = {
  readonly id: string;
  /** Everything that it says, as the vendor would show it: escapes undone, mentions as `@name`, blocks one below another. */
  readonly text: string;
  readonly ephemeral: boolean;
  readonly revised: boolean;
  readonly buttons: readonly string[];
  readonly menus: readonly { readonly label: string; readonly options: readonly string[] }[];
  readonly images: readonly { readonly alt: string; readonly png: Uint8Array }[];
  readonly files: readonly { readonly name: string; readonly content: Uint8Array }[];
};

/** A form as it stands open before a person. */
export type SeenForm = {
  readonly title: string;
  readonly fields: readonly { readonly name: string; readonly label: string; readonly value?: string }[];
};

export type FormValue =
  | string
  | { readonly account: AccountRef }
  | { readonly file: { name: string; content: Uint8Array } };

/**
 * A vendor stood in for: the real client library talks to it over HTTP and WebSocket, and tests act through it as
 * people do. Every wait ends when the platform has finished answering.
 */
export type Peer = {
  /** The platform under test, set up to talk to this peer and not started. */
  readonly platform: Platform;
  /** Two accounts; `ana` and `ben` share the channel. */
  readonly ana: AccountRef;
  readonly ben: AccountRef;
  readonly channel: Place;
  /**
   * Types a line in the channel, in a thread of it or the person's own direct conversation: `/command …`, or plain words
   * to the bot. Throws “nobody listens” where no process of the bot can hear it.
   */
  says(by: AccountRef, where: Place, line: string): Promise<void>;
  /** What this person sees in the place, oldest first, without what people themselves wrote. */
  sees(by: AccountRef, where: Place): Promise<readonly Seen[]>;
  presses(by: AccountRef, where: Place, message: string, label: string): Promise<void>;
  picks(by: AccountRef, where: Place, message: string, menu: string, option: string): Promise<void>;
  /** The form that stands open before a person. */
  form(by: AccountRef): SeenForm | undefined;
  /** Sends the open form; what comes back by field, if anything. */
  submits(by: AccountRef, values: Readonly<Record<string, FormValue>>): Promise<FieldErrors | undefined>;
  /** Delivers the last event of a person once more, as the vendor does when it heard no answer. */
  repeats(by: AccountRef): Promise<void>;
  /** What people and machines say to each other; missing where the platform has no threads. */
  readonly others?: {
    /** A bot of somebody else's. */
    readonly robot: AccountRef;
    /** Writes words that do not mention our bot, in a channel or in a thread of it. Answers the message's id. */
    writes(by: AccountRef, where: Place, line: string): Promise<string>;
    /** Changes what somebody wrote before. */
    edits(by: AccountRef, where: Place, message: string, line: string): Promise<void>;
  };
  /** Everything sent to the vendor that it would have refused: shape, length, count, order. Empty when all is well. */
  violations(): readonly string[];
  close(): Promise<void>;
};
