import type { Block, Spans, View } from "../../chat/view.ts";
import { type Ink, inPlain } from "./spans.ts";
import { cut, escaped } from "./text.ts";

/** The longest fallback text; longer ones are refused by `chat.update`. */
const maxFallback = 3000;

/** The words of a block, a line each. */
function lines(made: Block, ink: Ink): string[] {
  const spans = (of: Spans) => of.map((span) => inPlain(span, ink)).join("");
  switch (made.is) {
    case "heading":
      return [made.text];
    case "text":
    case "note":
      return [spans(made.spans)];
    case "list":
      return made.items.map((item) => `• ${spans(item)}`);
    case "facts":
      return made.facts.map(({ label, value }) => `${label}: ${spans(value)}`);
    case "table":
      return made.rows.map((row) => row.join("  "));
    case "image":
      return [made.alt];
    case "file":
      return [made.name];
    case "divider":
    case "buttons":
    case "menu":
      return [];
  }
}

/** The words of a message for notifications and screen readers; the beginning of a long one. */
export function fallback(view: View, ink: Ink): string {
  const all = [view.title, ...view.blocks.flatMap((each) => lines(each, ink))].map(escaped);
  let text = "";
  for (const line of all) {
    if (text.length + line.length + 2 > maxFallback) return text === "" ? cut(line, maxFallback) : `${text}\n…`;
    text = text === "" ? line : `${text}\n${line}`;
  }
  return text.trim() || " ";
}
