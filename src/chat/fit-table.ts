import type { Locale } from "../kernel/locale.ts";
import { cut, first } from "./cut.ts";
import { words } from "./messages.ts";
import type { Limits } from "./platform.ts";
import { type Block, note } from "./view.ts";
import { columnsOf } from "./width.ts";

type Table = Extract<Block, { is: "table" }>;
type Lines = readonly (readonly string[])[];

/** How many of the first lines, set in columns, measure at most `max` together. */
function linesWithin(lines: Lines, max: number, measure: Limits["measure"]): number {
  const widths: number[] = [];
  const over = lines.findIndex((line, index) => {
    for (const [i, cell] of line.entries()) {
      widths[i] = Math.max(widths[i] ?? 0, measure(cell), columnsOf(cell));
    }
    return (index + 1) * widths.reduce((sum, width) => sum + width + 2, 1) > max;
  });
  return over === -1 ? lines.length : over;
}

/** All that a table shows, each column as wide as its widest cell. */
export function tableSize({ columns, rows }: Table, measure: Limits["measure"]): number {
  const lines = [columns.map(({ label }) => label), ...rows];
  const widths = columns.map((_, i) =>
    Math.max(...lines.map((line) => Math.max(measure(line[i] ?? ""), columnsOf(line[i] ?? "")))),
  );
  return lines.length * widths.reduce((sum, width) => sum + width + 2, 1);
}

/** Makes a table obey the limits, saying how many rows and columns were left out. */
export function fitTable(table: Table, limits: Limits, locale: Locale): readonly Block[] {
  const { measure } = limits;
  const kept = table.columns.slice(0, limits.tableColumns);
  const hidden = table.columns.length - kept.length;
  // However wide its cells, the heading, one row and the line that tells of the rest have room.
  const widest = Math.min(limits.tableCell, Math.floor(limits.tableText / (3 * Math.max(1, kept.length))) - 3);
  const columns = kept.map((column) => ({ ...column, label: cut(column.label, widest, measure) }));
  const rows = table.rows.map((row) => columns.map((_, i) => cut(row[i] ?? "", widest, measure)));
  const more = (left: number) =>
    columns.map((_, i) => (i === 0 ? cut(words.moreItems(left)(locale), widest, measure) : ""));
  // The line that tells of the rest may be the widest, so it is measured before the rows.
  const byText = () =>
    linesWithin([columns.map(({ label }) => label), more(rows.length), ...rows], limits.tableText, measure) - 2;
  const fits = tableSize({ ...table, columns, rows }, measure) <= limits.tableText ? rows.length : byText() + 1;
  const shown = first(rows, Math.max(1, Math.min(limits.tableRows, fits)), more);
  return [{ ...table, columns, rows: shown }, ...(hidden > 0 ? [note(words.moreColumns(hidden)(locale))] : [])];
}
