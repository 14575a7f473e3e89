import type { RichTextBlock, TableBlock } from "@slack/types";
import type { Block } from "../../chat/view.ts";
import { shown } from "./text.ts";

type Table = Extract<Block, { is: "table" }>;

const cell = (text: string, bold = false): RichTextBlock => ({
  type: "rich_text",
  elements: [
    {
      type: "rich_text_section",
      elements: [{ type: "text", text: shown(text), ...(bold && text !== "" ? { style: { bold } } : {}) }],
    },
  ],
});

/** Slack's own table, its header row in bold; a cell may not be empty, so an empty one holds a blank. */
export function tableBlock({ columns, rows }: Table): TableBlock {
  return {
    type: "table",
    column_settings: columns.map(({ align }) => ({ align: align === "end" ? "right" : "left", is_wrapped: true })),
    rows: [
      columns.map(({ label }) => cell(label, true)),
      ...rows.map((row) => columns.map((_, index) => cell(row[index] ?? ""))),
    ],
  };
}
