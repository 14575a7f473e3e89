import type { ActionsBlockElement, KnownBlock, PlainTextElement, Button as SlackButton } from "@slack/types";
import { plainTable } from "../../chat/plain.ts";
import type { Block, Button, Picture, Tone, View } from "../../chat/view.ts";
import type { Locale } from "../../kernel/locale.ts";
import { fallback } from "./fallback.ts";
import { fitted } from "./limits.ts";
import { words } from "./messages.ts";
import { type Ink, richText, smallPrint } from "./spans.ts";
import { tableBlock } from "./table.ts";
import { cut, shown } from "./text.ts";

/** A message as `chat.postMessage`, `chat.update` and a response URL take it. */
export type Message = {
  readonly text: string;
  readonly blocks: KnownBlock[];
  readonly mrkdwn: false;
  readonly parse: "none";
  readonly link_names: false;
  readonly unfurl_links: false;
  readonly unfurl_media: false;
};

/** Slack's files for the pictures of a view, once they are uploaded. */
export type Pictures = ReadonlyMap<Uint8Array, string>;

const tones: Readonly<Record<Tone, string>> = { good: "✅ ", attention: "⚠️ ", bad: "❌ " };

export const plainText = (text: string): PlainTextElement => ({ type: "plain_text", text: shown(text), emoji: false });

/** A button's address: Slack wants each `action_id` of a message to differ, so the address follows a number. */
const actionId = (index: number, action: string) => `${index}:${action}`;

/** The action that a press came from; undefined for buttons that only open a page. */
export const actionOf = (pressed: string): string | undefined => /^\d+:(.+)$/s.exec(pressed)?.[1];

type Pen = { readonly ink: Ink; readonly locale: Locale; readonly pictures: Pictures; readonly number: () => number };

function confirmation(text: string, locale: Locale) {
  return {
    title: plainText(words.confirmTitle(locale)),
    text: plainText(cut(text, 300)),
    confirm: plainText(words.yes(locale)),
    deny: plainText(words.no(locale)),
  };
}

function button(made: Button, { number, locale }: Pen): SlackButton {
  const text = plainText(made.label);
  if ("url" in made) return { type: "button", action_id: `${number()}:`, text, url: made.url };
  return {
    type: "button",
    action_id: actionId(number(), made.action),
    text,
    ...(made.style ? { style: made.style } : {}),
    ...(made.confirm === undefined ? {} : { confirm: confirmation(made.confirm, locale) }),
  };
}

const paragraph = (section: ReturnType<typeof richText>): KnownBlock => ({ type: "rich_text", elements: [section] });

function block(made: Block, pen: Pen): KnownBlock {
  const { ink, pictures } = pen;
  switch (made.is) {
    case "heading":
      return paragraph(richText([{ is: "strong", text: made.text }], ink));
    case "text":
      return paragraph(richText(made.spans, ink));
    case "note":
      return { type: "context", elements: smallPrint(made.spans, ink) };
    case "list": {
      const elements = made.items.map((item) => richText(item, ink));
      return elements.length === 0
        ? paragraph(richText([], ink))
        : { type: "rich_text", elements: [{ type: "rich_text_list", style: "bullet", elements }] };
    }
    case "facts": {
      const lines = made.facts.flatMap((fact, index) => [
        ...(index > 0 ? ["\n"] : []),
        { is: "strong" as const, text: `${fact.label}:` },
        " ",
        ...fact.value,
      ]);
      return paragraph(richText(lines, ink));
    }
    case "table":
      return tableBlock(made);
    case "divider":
      return { type: "divider" };
    case "buttons":
      return { type: "actions", elements: made.buttons.map((each): ActionsBlockElement => button(each, pen)) };
    case "menu":
      return {
        type: "section",
        text: plainText(made.label),
        accessory: {
          type: "static_select",
          action_id: actionId(pen.number(), made.action),
          placeholder: plainText(made.label),
          options: made.options.map(({ value, label }) => ({ text: plainText(label), value })),
        },
      };
    case "image": {
      const id = pictures.get(made.png);
      return id === undefined
        ? { type: "context", elements: [plainText(`🖼 ${cut(made.alt, 150)}`)] }
        : { type: "image", slack_file: { id }, alt_text: shown(made.alt) };
    }
    case "file":
      return { type: "context", elements: [plainText(`📎 ${cut(made.name, 150)}`)] };
  }
}

/** A message has at most one native table in Slack; the others are set in a fixed-width face. */
function tabled(made: Block, isNative: boolean, pen: Pen): KnownBlock {
  if (made.is !== "table" || isNative) return block(made, pen);
  const text = shown(plainTable(made.columns, made.rows));
  return { type: "rich_text", elements: [{ type: "rich_text_preformatted", elements: [{ type: "text", text }] }] };
}

/**
 * The blocks of a view and its fallback text, fitted to Slack's limits; a picture that is not uploaded shows its words,
 * and so does every table where `tables` says so.
 */
export function render(
  view: View,
  ink: Ink,
  pictures: Pictures = new Map(),
  tables: "native" | "words" = "native",
): Message {
  const locale = view.locale ?? "en";
  const fit = fitted(view, locale);
  let last = -1;
  const number = () => {
    last += 1;
    return last;
  };
  const pen = { ink, locale, pictures, number };
  const table = tables === "native" ? fit.blocks.find(({ is }) => is === "table") : undefined;
  const title = plainText(`${fit.tone ? tones[fit.tone] : ""}${fit.title}`);
  const filled = fit.blocks.filter((made) => made.is !== "buttons" || made.buttons.length > 0);
  return {
    text: fallback(fit, ink),
    blocks: [
      { type: "header", text: title },
      ...filled.filter(hasOptions).map((made) => tabled(made, made === table, pen)),
    ],
    mrkdwn: false,
    parse: "none",
    link_names: false,
    unfurl_links: false,
    unfurl_media: false,
  };
}

const hasOptions = (made: Block) => made.is !== "menu" || made.options.length > 0;

/** The pictures of a view, to be uploaded before it is rendered. */
export const picturesOf = (view: View): Picture[] => view.blocks.filter((made): made is Picture => made.is === "image");
