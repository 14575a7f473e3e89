import type { FileFormat } from "./source.ts";

/** A place in a file: its line, and the byte counted from the file's first, which is 1. */
export type FilePlace = { readonly line: number; readonly byte: number };

/** Why a file as a whole cannot be read as a table. */
export type FileRefusal =
  | { readonly why: "unreadable"; readonly code: string }
  | { readonly why: "not-a-file" }
  | { readonly why: "empty" }
  | { readonly why: "no-rows" }
  | { readonly why: "other-format"; readonly said: FileFormat; readonly seems: FileFormat | "xls" | "pdf" | "binary" }
  | { readonly why: "unknown-encoding"; readonly encoding: string }
  | { readonly why: "not-encoded"; readonly encoding: string; readonly at?: FilePlace; readonly perhaps?: string }
  | { readonly why: "wrong-separator"; readonly separator: string; readonly seems: string }
  | { readonly why: "missing-columns"; readonly missing: readonly MissingColumn[]; readonly found: readonly string[] }
  | { readonly why: "repeated-columns"; readonly columns: readonly string[] }
  | { readonly why: "unclosed-quote"; readonly line: number }
  | { readonly why: "line-too-long"; readonly line: number }
  | { readonly why: "damaged-spreadsheet"; readonly detail: string }
  | { readonly why: "bad-json"; readonly line: number };

/** A column that a preset reads and the file lacks, with the header that is nearest to it, if one is near. */
export type MissingColumn = { readonly column: string; readonly nearest?: string };
