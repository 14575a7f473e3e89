import { columnsOf } from "../chat/width.ts";

/** What a terminal would take for an order. */
const controls = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

const shown = (cell: string) => cell.replace(controls, " ").trim() || "–";

/** Rows under their headings, each column as wide as its widest cell, Chinese characters counted double. */
export function tableLines(headings: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const all = [headings, ...rows].map((row) => row.map(shown));
  const widths = headings.map((_, at) => Math.max(...all.map((row) => columnsOf(row[at] ?? ""))));
  const padded = (cell: string, at: number) => cell + " ".repeat((widths[at] ?? 0) - columnsOf(cell));
  return all.map((row) => row.map(padded).join("  ").trimEnd());
}
