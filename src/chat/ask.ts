import type { Locale } from "../kernel/locale.ts";

/** A person's identity on a platform. */
export type AccountRef = { readonly platform: string; readonly workspace: string; readonly user: string };

/** Where messages go: a channel, or the direct conversation with one account. */
export type Place = {
  readonly platform: string;
  readonly workspace: string;
  readonly id: string;
  readonly kind: "dm" | "channel";
  /** The message of this channel under which it hangs, where the platform has threads. */
  readonly thread?: string;
};

/** A file that somebody sent, fetched only when it is wanted. */
export type IncomingFile = { readonly name: string; readonly bytes: number; readonly read: () => Promise<Uint8Array> };

/** What a person gave for one parameter, as the platform delivered it. */
export type Raw = string | { readonly account: AccountRef } | { readonly file: IncomingFile };
export type Given = Readonly<Record<string, Raw>>;

type Asked = {
  /** The platform's id of this very event: a second delivery carries the same key and is answered only once. */
  readonly key: string;
  readonly by: AccountRef;
  readonly place: Place;
  /** The language of the platform's own screens for this account, where it tells. */
  readonly locale?: Locale;
  /** The account's verified e-mail address, where the platform tells it. */
  readonly email?: () => Promise<string | undefined>;
};

/** A slash command: named values where the platform has typed options, else the text after the name. */
export type CommandAsk = Asked & {
  readonly is: "command";
  readonly command: string;
  readonly text?: string;
  readonly given?: Given;
};
/** A press on a button (no value) or a pick from a menu. */
export type PressAsk = Asked & { readonly is: "press"; readonly action: string; readonly value?: string };
/** A form sent in; `form` is the `id` that the form carried. */
export type SubmitAsk = Asked & { readonly is: "submit"; readonly form: string; readonly values: Given };
/** The bot was mentioned or written to in plain words. */
export type WordsAsk = Asked & { readonly is: "words"; readonly text: string };

/**
 * Words that somebody wrote in the thread under a message of the bot's in a channel; of their own accord, and the bot
 * need not have been mentioned. On Discord only what mentions it is heard, unless the application may read contents.
 */
export type ReplyAsk = Asked & {
  readonly is: "reply";
  /** The message of the bot's, as its receipt has it; `place` is its channel, with the thread. */
  readonly under: string;
  /** Without the mention of the bot. */
  readonly text: string;
  /** What these words ask where no feature takes them: only those that mention the bot ask anything. */
  readonly otherwise?: WordsAsk | CommandAsk;
};

export type Ask = CommandAsk | PressAsk | SubmitAsk | WordsAsk | ReplyAsk;
