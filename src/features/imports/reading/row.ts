import type { Outcome } from "../../../kernel/outcome.ts";
import type { FileRefusal } from "./refusal.ts";

/** Why a row is not a row of its table, whatever its cells mean. */
export type RowTrouble =
  | { readonly why: "ragged"; readonly expected: number; readonly found: number }
  | { readonly why: "stray-quote" }
  | { readonly why: "nul" };

/** A row of a file: the line that it begins on and its cells as text, one for each column. */
export type Row = { readonly line: number; readonly cells: readonly string[]; readonly trouble?: RowTrouble };

/** Rows as they are read, some at a time; a refusal is the last thing that comes. */
export type Rows = AsyncIterable<Outcome<readonly Row[], FileRefusal>>;

/** Text as it is read; a refusal is the last thing that comes. */
export type Texts = AsyncIterable<Outcome<string, FileRefusal>>;

/** The row, or the row with what is wrong with it when a cell holds NUL, which no text may. */
export const withoutNul = (row: Row): Row =>
  row.cells.some((cell) => cell.includes("\0")) ? { ...row, trouble: { why: "nul" } } : row;

/** The row, or the row with what is wrong with it when it does not fill its columns. */
export const ofWidth = (row: Row, expected: number): Row =>
  row.cells.length === expected || row.trouble !== undefined
    ? row
    : { ...row, trouble: { why: "ragged", expected, found: row.cells.length } };
