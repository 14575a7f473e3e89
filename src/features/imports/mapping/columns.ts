import { distance } from "fastest-levenshtein";
import type { FileRefusal, MissingColumn } from "../reading/refusal.ts";

export type Cells = readonly string[];
/** Reads one text out of a row; blank when the row says nothing. */
export type ReadText = (cells: Cells) => string;

/**
 * How a column is asked for: one that rows cannot do without, one that a preset names, or one that is read if it is
 * there. Objects of JSON may lack any but the first.
 */
type Need = "needed" | "named" | "optional";

/** The columns of a file and what is asked of them. */
export type Columns = {
  readonly text: (columns: string | readonly string[], need?: Need) => ReadText | undefined;
  /** Whether the file itself has them; of JSON, its first object. */
  readonly has: (columns: string | readonly string[]) => boolean;
  /** What was asked for and cannot be read. */
  readonly refusal: () => FileRefusal | undefined;
};

/** The word of a list that is nearest to another, if it is near enough to be a slip. */
export function nearest(word: string, among: readonly string[]): string | undefined {
  const near = (other: string) => distance(word.toLowerCase(), other.toLowerCase());
  const [first] = [...among].sort((a, b) => near(a) - near(b));
  return first !== undefined && near(first) <= Math.max(2, word.length / 2.5) ? first : undefined;
}

type Header = { readonly found: readonly string[]; readonly columns: readonly string[] };

/** Finds columns by their headers; `none` are the cells of a column that mean nothing. */
export function columnsOf({ found, columns }: Header, none: Readonly<Record<string, readonly string[]>>): Columns {
  const missing = new Set<string>();
  const repeated = new Set<string>();

  function one(column: string, need: Need): ReadText | undefined {
    const index = columns.indexOf(column);
    if (need !== "optional" && !(need === "needed" ? found : columns).includes(column)) missing.add(column);
    if (index < 0) return undefined;
    if (columns.lastIndexOf(column) !== index) repeated.add(column);
    const nothing = new Set(none[column] ?? []);
    if (nothing.size === 0) return (cells) => (cells[index] ?? "").trim();
    return (cells) => {
      const text = (cells[index] ?? "").trim();
      return nothing.has(text) ? "" : text;
    };
  }

  function withNearest(column: string): MissingColumn {
    const near = nearest(column, found);
    return near === undefined ? { column } : { column, nearest: near };
  }

  return {
    text(asked, need = "named") {
      if (typeof asked === "string") return one(asked, need);
      const parts = asked.map((column) => one(column, need)).filter((read) => read !== undefined);
      if (parts.length < asked.length) return undefined;
      return (cells) => {
        const texts = parts.map((read) => read(cells));
        return texts.every((text) => text === "") ? "" : texts.join("/");
      };
    },
    has: (asked) => [asked].flat().every((column) => found.includes(column)),
    refusal() {
      if (missing.size > 0) return { why: "missing-columns", missing: [...missing].map(withNearest), found };
      return repeated.size > 0 ? { why: "repeated-columns", columns: [...repeated] } : undefined;
    },
  };
}

/** How a preset maps fields: to columns, to one value for every row, and from the file's words to ours. */
export type FieldMap<F extends string> = {
  readonly columns: Readonly<Partial<Record<F, string | readonly string[] | undefined>>>;
  readonly constants: Readonly<Partial<Record<F, string | undefined>>>;
  readonly values: Readonly<Partial<Record<F, Readonly<Record<string, string>> | undefined>>>;
};

/** Reads a field as a preset maps it: its constant, or its column with the file's words turned into ours. */
export function fieldReader<F extends string>(columns: Columns, preset: FieldMap<F>, required: readonly F[]) {
  return (field: F): ReadText | undefined => {
    const constant = preset.constants[field];
    if (constant !== undefined) return () => constant;
    const named = preset.columns[field];
    const otherwise = named === undefined ? "optional" : "named";
    const read = columns.text(named ?? field, required.includes(field) ? "needed" : otherwise);
    const words = preset.values[field];
    if (read === undefined || words === undefined) return read;
    const known = new Map(Object.entries(words));
    return (cells) => {
      const text = read(cells);
      return known.get(text) ?? text;
    };
  };
}

type Skip = readonly { readonly column: string; readonly is: string }[];

/** Whether a preset leaves a row out. */
export function skipper(columns: Columns, skip: Skip): (cells: Cells) => boolean {
  const tests = skip.flatMap(({ column, is }) => {
    const read = columns.text(column);
    return read === undefined ? [] : [(cells: Cells) => read(cells) === is];
  });
  return (cells) => tests.some((test) => test(cells));
}
