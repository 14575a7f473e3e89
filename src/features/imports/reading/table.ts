import { done, type Outcome, refuse } from "../../../kernel/outcome.ts";
import { delimitedRows } from "./delimited.ts";
import { jsonRows } from "./json.ts";
import type { FileRefusal } from "./refusal.ts";
import { ofWidth, type Row, type Rows } from "./row.ts";
import { formatOf } from "./sniff.ts";
import type { FileFormat, Source } from "./source.ts";
import { spreadsheetRows } from "./spreadsheet.ts";
import { textOf } from "./text.ts";

/** How a file is to be read; what is left out is told from the file. */
export type Reading = {
  readonly format?: FileFormat | undefined;
  readonly encoding?: string | undefined;
  readonly separator?: string | undefined;
};

/** A file as a table: the headers that it has, the columns of its rows, and the rows, which can be read once. */
export type Table = {
  readonly found: readonly string[];
  readonly columns: readonly string[];
  readonly rows: Rows;
  /** How far into the file the rows are. */
  readonly bytesRead: () => number;
  readonly close: () => Promise<void>;
};

const separators = [",", "\t", ";", "|"] as const;

/** The separator that a header of one cell seems to be written with. */
const otherSeparator = (header: string, separator: string): string | undefined =>
  separators
    .filter((other) => other !== separator && header.includes(other))
    .sort((a, b) => header.split(b).length - header.split(a).length)[0];

function rowsOf(source: Source, format: FileFormat, reading: Reading, wanted: readonly string[]): Rows {
  if (format === "xlsx") return spreadsheetRows(source);
  const text = textOf(source, reading.encoding ?? "utf-8");
  if (format === "json") return jsonRows(text, wanted);
  return delimitedRows(text, separatorOf(format, reading));
}

const separatorOf = (format: FileFormat, { separator }: Reading) => separator ?? (format === "tsv" ? "\t" : ",");

/** The same file, and how far it was read since it was last opened. */
function counting(source: Source): { source: Source; read: () => number } {
  let read = 0;
  async function* open(from = 0) {
    read = from;
    for await (const part of source.open(from)) {
      read += part.length;
      yield part;
    }
  }
  return { source: { ...source, open }, read: () => read };
}

/** Opens a file as a table; `wanted` are the columns that a reader of JSON may ask for. Close it when done. */
export async function openTable(
  source: Source,
  reading: Reading,
  wanted: readonly string[],
): Promise<Outcome<Table, FileRefusal>> {
  const format = await formatOf(source, reading.format);
  if (!format.ok) return format;
  const counted = counting(source);
  const parts = rowsOf(counted.source, format.value, reading, wanted)[Symbol.asyncIterator]();
  const close = async () => void (await parts.return?.());

  let early: readonly Row[] = [];
  while (early.length === 0) {
    const next = await parts.next();
    if (next.done) return refuse({ why: format.value === "json" ? "no-rows" : "empty" });
    if (!next.value.ok) return next.value;
    early = next.value.value;
  }
  const [header, ...first] = early;
  const found = (header?.cells ?? []).map((cell) => cell.trim());
  const only = found.length === 1 ? found[0] : undefined;
  if (only !== undefined && (format.value === "csv" || format.value === "tsv")) {
    const separator = separatorOf(format.value, reading);
    const seems = otherSeparator(only, separator);
    if (seems !== undefined) {
      await close();
      return refuse({ why: "wrong-separator", separator, seems });
    }
  }
  const columns = format.value === "json" ? [...new Set([...found, ...wanted])] : found;

  async function* rows(): Rows {
    try {
      yield done(first.map((row) => ofWidth(row, columns.length)));
      for (let next = await parts.next(); !next.done; next = await parts.next()) {
        yield next.value.ok ? done(next.value.value.map((row) => ofWidth(row, columns.length))) : next.value;
      }
    } finally {
      await close();
    }
  }
  return done({ found, columns, rows: rows(), bytesRead: counted.read, close });
}
