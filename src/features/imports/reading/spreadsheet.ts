import type { CellValue } from "hucre/xlsx";
import { done, refuse } from "../../../kernel/outcome.ts";
import { type Row, type Rows, withoutNul } from "./row.ts";
import type { Source } from "./source.ts";

/** The day that Excel counts its times from. */
const epochMs = Date.UTC(1899, 11, 31);
const rowsAtOnce = 1000;
const two = (value: number) => String(value).padStart(2, "0");

/** A date cell as `YYYY-MM-DD HH:MM:SS` and a time or duration cell as `H:MM:SS`. */
function clockText(value: Date): string {
  const seconds = Math.round((value.getTime() - epochMs) / 1000);
  if (seconds < 366 * 86_400) {
    return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  }
  return new Date(epochMs + seconds * 1000).toISOString().slice(0, 19).replace("T", " ");
}

function cellOf(value: CellValue): string {
  if (value === null || value === undefined) return "";
  return value instanceof Date ? clockText(value) : String(value);
}

/** Whether the directory that ends every whole ZIP file is there. */
async function isWhole(source: Source): Promise<boolean> {
  const parts: Uint8Array[] = [];
  for await (const part of source.open(Math.max(0, source.bytes - 66_000))) parts.push(part);
  return Buffer.concat(parts).includes("PK\u0005\u0006", 0, "latin1");
}

function stream(source: Source): ReadableStream<Uint8Array> {
  const parts = source.open()[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const next = await parts.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: async () => void (await parts.return?.()),
  });
}

/** Rows of the first sheet of an XLSX file, as wide as its first row; rows without any value are left out. */
export async function* spreadsheetRows(source: Source): Rows {
  if (!(await isWhole(source))) {
    yield refuse({ why: "damaged-spreadsheet", detail: "its end is missing" });
    return;
  }
  // Only those who import a spreadsheet pay for reading its format.
  const { streamXlsxRows } = await import("hucre/xlsx");
  let width: number | undefined;
  let rows: Row[] = [];
  try {
    for await (const { index, values } of streamXlsxRows(stream(source))) {
      const cells = values.map(cellOf);
      if (cells.every((cell) => cell === "")) continue;
      width ??= cells.findLastIndex((cell) => cell !== "") + 1;
      while (cells.length < width) cells.push("");
      if (cells.slice(width).every((cell) => cell === "")) cells.length = width;
      rows.push(withoutNul({ line: index + 1, cells }));
      if (rows.length < rowsAtOnce) continue;
      yield done(rows);
      rows = [];
    }
  } catch (error) {
    yield refuse({ why: "damaged-spreadsheet", detail: error instanceof Error ? error.message : String(error) });
    return;
  }
  yield done(rows);
}
