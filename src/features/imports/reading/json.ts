import { done, refuse } from "../../../kernel/outcome.ts";
import { type Row, type Rows, type Texts, withoutNul } from "./row.ts";

/** The longest object that is taken for a row, in UTF-16 units. */
const longest = 1 << 20;

type Json = Readonly<Record<string, unknown>>;
type Piece = { readonly line: number; readonly value: Json };

/** A cell as its text; a list becomes its items joined by `;`. */
function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(cellOf).join(";");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function parsed(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
  } catch {
    return undefined;
  }
}

/** Cuts text, however it arrives, into its outermost objects; what stands between them may be `[`, `,`, `]` or blank. */
function objectCutter() {
  let line = 1;
  let depth = 0;
  let quoted = false;
  let escaped = false;
  let held = "";
  let begun = 1;

  /** The objects that end in this text; a line number where something is no object. */
  return {
    push(text: string): readonly Piece[] | { readonly wrong: number } {
      const found: Piece[] = [];
      let from = 0;
      for (let at = 0; at < text.length; at += 1) {
        const char = text[at];
        if (char === "\n") line += 1;
        if (quoted) {
          if (escaped) escaped = false;
          else if (char === "\\") escaped = true;
          else if (char === '"') quoted = false;
        } else if (depth > 0) {
          if (char === '"') quoted = true;
          else if (char === "{" || char === "[") depth += 1;
          else if (char === "}" || char === "]") {
            depth -= 1;
            if (depth > 0) continue;
            const value = parsed(held + text.slice(from, at + 1));
            if (value === undefined) return { wrong: begun };
            found.push({ line: begun, value });
            held = "";
          }
        } else if (char === "{") {
          depth = 1;
          from = at;
          begun = line;
        } else if (char !== undefined && !/[\s,[\]]/.test(char)) return { wrong: line };
      }
      if (depth > 0) held += text.slice(from);
      return held.length > longest ? { wrong: begun } : found;
    },
    open: () => (depth > 0 ? begun : undefined),
  };
}

/**
 * Rows of JSON objects, in an array or one after another. The first row is the header: the keys of the first object,
 * then the `wanted` ones that it lacks; a key that an object lacks is a blank cell.
 */
export async function* jsonRows(texts: Texts, wanted: readonly string[]): Rows {
  const cutter = objectCutter();
  let header: readonly string[] | undefined;
  for await (const part of texts) {
    if (!part.ok) {
      yield part;
      return;
    }
    const pieces = cutter.push(part.value);
    if ("wrong" in pieces) {
      yield refuse({ why: "bad-json", line: pieces.wrong });
      return;
    }
    const rows: Row[] = [];
    for (const { line, value } of pieces) {
      if (header === undefined) {
        header = [...new Set([...Object.keys(value), ...wanted])];
        rows.push({ line, cells: Object.keys(value) });
      }
      rows.push(withoutNul({ line, cells: header.map((key) => cellOf(value[key])) }));
    }
    yield done(rows);
  }
  const open = cutter.open();
  if (open !== undefined) yield refuse({ why: "bad-json", line: open });
}
