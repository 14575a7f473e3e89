import type { ContextBlockElement, RichTextElement, RichTextSection, RichTextText } from "@slack/types";
import { plainSpan } from "../../chat/plain.ts";
import type { InstantStyle, Span, Spans } from "../../chat/view.ts";
import { clean, escaped, shown, typedAs } from "./text.ts";

/** What spans are written for: the workspace whose accounts can be mentioned and the prefix of its commands. */
export type Ink = { readonly workspace: string; readonly prefix: string };

/** Slack's most elements in one context block. */
const maxContext = 10;

const dateFormats: Readonly<Record<InstantStyle, string>> = {
  time: "{time}",
  date: "{date_short_pretty}",
  datetime: "{date_short_pretty} {time}",
};

const isWeb = (url: string) => /^https?:\/\//i.test(url);
const seconds = (at: Date) => Math.floor(at.getTime() / 1000);

const accountOf = (span: Extract<Span, { is: "person" }>, ink: Ink) =>
  span.accounts.find(({ platform, workspace }) => platform === "slack" && workspace === ink.workspace)?.user;

/** A span in words, commands as this workspace types them. */
export const inPlain = (span: Span, ink: Ink): string =>
  typeof span !== "string" && span.is === "command" ? typedAs(span.text, ink.prefix) : plainSpan(span);

const styled = (text: string, style?: RichTextText["style"]): RichTextElement[] =>
  clean(text) === "" ? [] : [{ type: "text", text: clean(text), ...(style ? { style } : {}) }];

function element(span: Span, ink: Ink): RichTextElement[] {
  if (typeof span === "string") return styled(span);
  switch (span.is) {
    case "strong":
      return styled(span.text, { bold: true });
    case "code":
      return styled(span.text, { code: true });
    case "command":
      return styled(typedAs(span.text, ink.prefix), { code: true });
    case "person": {
      const user = accountOf(span, ink);
      return user === undefined ? styled(span.name) : [{ type: "user", user_id: user }];
    }
    case "instant":
      return [
        { type: "date", timestamp: seconds(span.at), format: dateFormats[span.style], fallback: shown(span.text) },
      ];
    case "link":
      return isWeb(span.url) ? [{ type: "link", url: span.url, text: shown(span.text) }] : styled(plainSpan(span));
  }
}

/** Spans as elements of rich text, in which no typed character can become markup; never empty. */
export function richText(spans: Spans, ink: Ink): RichTextSection {
  const elements = spans.flatMap((span) => element(span, ink));
  return { type: "rich_text_section", elements: elements.length > 0 ? elements : [{ type: "text", text: " " }] };
}

/** Markup of our own making; the words inside are escaped. */
function marked(span: Span, ink: Ink): string | undefined {
  if (typeof span === "string") return undefined;
  if (span.is === "instant") {
    const fallback = escaped(span.text).replaceAll("|", "/");
    return `<!date^${seconds(span.at)}^${dateFormats[span.style]}|${fallback}>`;
  }
  if (span.is === "person") {
    const user = accountOf(span, ink);
    return user === undefined ? undefined : `<@${user}>`;
  }
  if (span.is === "link" && isWeb(span.url)) {
    const url = escaped(span.url.replace(/[<>|\s]/g, encodeURIComponent));
    return `<${url}|${escaped(span.text).replaceAll("|", "/")}>`;
  }
  return undefined;
}

/**
 * Spans as small print. Typed text stays plain text; only instants, mentions and links are markup. Where that takes
 * more than ten elements, all of it is plain.
 */
export function smallPrint(spans: Spans, ink: Ink): ContextBlockElement[] {
  const parts: { readonly markup: boolean; text: string }[] = [];
  for (const span of spans) {
    const markup = marked(span, ink);
    const last = parts.at(-1);
    if (markup !== undefined) parts.push({ markup: true, text: markup });
    else if (last && !last.markup) last.text += inPlain(span, ink);
    else parts.push({ markup: false, text: inPlain(span, ink) });
  }
  const filled = parts.filter(({ text }) => clean(text).trim() !== "");
  const plain = (text: string): ContextBlockElement => ({ type: "plain_text", text: shown(text), emoji: false });
  if (filled.length === 0 || filled.length > maxContext) {
    return [plain(spans.map((span) => inPlain(span, ink)).join(""))];
  }
  return filled.map(({ markup, text }) => (markup ? { type: "mrkdwn", text, verbatim: true } : plain(text)));
}
