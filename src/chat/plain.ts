import type { Block, Column, Span, Spans, View } from "./view.ts";
import { columnsOf } from "./width.ts";

/** How a platform writes the spans that plain text cannot hold. */
export type SpanWriter = (span: Span) => string;

/** A span as plain text; commands get a slash. */
export const plainSpan: SpanWriter = (span) => {
  if (typeof span === "string") return span;
  switch (span.is) {
    case "strong":
    case "code":
    case "instant":
      return span.text;
    case "person":
      return span.name;
    case "link":
      return `${span.text} (${span.url})`;
    case "command":
      return `/${span.text}`;
  }
};

export const plainSpans = (spans: Spans): string => spans.map(plainSpan).join("");

/** Text padded to a number of terminal columns; a Chinese character takes two. */
function pad(text: string, columns: number, align: Column["align"]): string {
  const fill = " ".repeat(Math.max(0, columns - columnsOf(text)));
  return align === "end" ? fill + text : text + fill;
}

/** A table in a fixed-width face, its columns aligned also where Chinese and Latin text mix. */
export function plainTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map((column, i) =>
    Math.max(...[column.label, ...rows.map((row) => row[i] ?? "")].map((cell) => columnsOf(cell))),
  );
  const line = (cells: readonly string[]) =>
    columns
      .map((column, i) => pad(cells[i] ?? "", widths[i] ?? 0, column.align))
      .join("  ")
      .trimEnd();
  return [line(columns.map((column) => column.label)), ...rows.map(line)].join("\n");
}

function plainBlock(block: Block): string {
  switch (block.is) {
    case "heading":
      return block.text;
    case "text":
    case "note":
      return plainSpans(block.spans);
    case "list":
      return block.items.map((item) => `• ${plainSpans(item)}`).join("\n");
    case "facts":
      return block.facts.map((fact) => `${fact.label}: ${plainSpans(fact.value)}`).join("\n");
    case "table":
      return plainTable(block.columns, block.rows);
    case "divider":
      return "———";
    case "buttons":
      return block.buttons.map((button) => `[${button.label}]`).join(" ");
    case "menu":
      return `[${block.label} ▾]`;
    case "image":
      return `[${block.alt}]`;
    case "file":
      return `[${block.name}]`;
  }
}

/** The whole view as plain text: what a screen reader, a log or a notification says. */
export const plainView = (view: View): string =>
  [view.title, ...view.blocks.map(plainBlock)].filter(Boolean).join("\n");
