import type { Locale, Localised, Reader } from "../kernel/locale.ts";
import type { AccountRef } from "./ask.ts";

/**
 * A stretch of text. Text is never markup: escaping, mentions and local time belong to each platform's renderer, so a
 * plain string may hold anything that somebody typed.
 */
export type Span =
  | string
  | { readonly is: "strong"; readonly text: string }
  | { readonly is: "code"; readonly text: string }
  /** A person by name; mentioned where one of their accounts is on the platform that renders. */
  | { readonly is: "person"; readonly name: string; readonly accounts: readonly AccountRef[] }
  /** An instant, shown in each viewer's own zone where the platform can; `text` is what it says elsewhere. */
  | { readonly is: "instant"; readonly at: Date; readonly style: InstantStyle; readonly text: string }
  | { readonly is: "link"; readonly url: string; readonly text: string }
  /** A command to type, without the slash: `link CODE`. Platforms add the slash and their prefix. */
  | { readonly is: "command"; readonly text: string };

export type InstantStyle = "time" | "date" | "datetime";
export type Spans = readonly Span[];

/** A button's or menu's address: an action and its arguments, written by `encodeAction`; at most 100 bytes. */
export type ActionId = string & { readonly brand: "ActionId" };

export type Button =
  | {
      readonly label: string;
      readonly action: ActionId;
      readonly style?: "primary" | "danger";
      readonly confirm?: string;
    }
  | { readonly label: string; readonly url: string };

export type Option = { readonly value: string; readonly label: string };
export type Fact = { readonly label: string; readonly value: Spans };
export type Column = { readonly label: string; readonly align: "start" | "end" };
export type Picture = { readonly is: "image"; readonly name: string; readonly alt: string; readonly png: Uint8Array };
export type Attachment = {
  readonly is: "file";
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array;
};

/** The closed union that every platform renders; a new block does not compile until all of them do. */
export type Block =
  | { readonly is: "heading"; readonly text: string }
  | { readonly is: "text"; readonly spans: Spans }
  /** Small print: sources, times, caveats. */
  | { readonly is: "note"; readonly spans: Spans }
  | { readonly is: "list"; readonly items: readonly Spans[] }
  | { readonly is: "facts"; readonly facts: readonly Fact[] }
  | { readonly is: "table"; readonly columns: readonly Column[]; readonly rows: readonly (readonly string[])[] }
  | { readonly is: "divider" }
  | { readonly is: "buttons"; readonly buttons: readonly Button[] }
  /** A choice of one; the picked option's value is appended to the action's arguments. */
  | { readonly is: "menu"; readonly label: string; readonly action: ActionId; readonly options: readonly Option[] }
  | Picture
  | Attachment;

/** One message as its readers see it, already in their language. */
export type View = {
  readonly title: string;
  readonly tone?: Tone;
  /** The language it is written in, which whatever a platform adds to it speaks too; English if unsaid. */
  readonly locale?: Locale;
  readonly blocks: readonly Block[];
};
export type Tone = "good" | "attention" | "bad";

/** Makes a view for its reader and marks it with their language. */
export const spoken = (made: Localised<View>, reader: Reader): View => ({ locale: reader.locale, ...made(reader) });

export const strong = (text: string): Span => ({ is: "strong", text });
export const code = (text: string): Span => ({ is: "code", text });
export const typed = (text: string): Span => ({ is: "command", text });
export const text = (...spans: Spans): Block => ({ is: "text", spans });
export const note = (...spans: Spans): Block => ({ is: "note", spans });
