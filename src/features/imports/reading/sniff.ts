import { done, type Outcome, refuse } from "../../../kernel/outcome.ts";
import type { FileRefusal } from "./refusal.ts";
import { type FileFormat, fileFormats, firstBytes, type Source } from "./source.ts";

type Seems = Extract<FileRefusal, { why: "other-format" }>["seems"];

/** What the first bytes of a file say that it is; undefined when they are the text of a table or nothing special. */
function seemsToBe(start: Buffer): Seems | undefined {
  if (start.subarray(0, 4).equals(Buffer.from("PK\u0003\u0004", "latin1"))) return "xlsx";
  if (start.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) return "xls";
  if (start.subarray(0, 5).toString("latin1") === "%PDF-") return "pdf";
  const text = start.toString("utf8").replace(/^\uFEFF/, "");
  return /^\s*(\[\s*)?\{\s*("|\})/.test(text) || /^\s*\[\s*\]/.test(text) ? "json" : undefined;
}

function byExtension(name: string): FileFormat | undefined {
  const extension = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase();
  if (extension === "txt" || extension === "tab") return "tsv";
  if (extension === "ndjson" || extension === "jsonl") return "json";
  return fileFormats.find((format) => format === extension);
}

/** The format of a file: `asked` for, else by its name, else by its content; refused when the content is another. */
export async function formatOf(
  source: Source,
  asked: FileFormat | undefined,
): Promise<Outcome<FileFormat, FileRefusal>> {
  const start = await firstBytes(source, 4096);
  if (
    start
      .toString("utf8")
      .trim()
      .replace(/^\uFEFF/, "") === ""
  )
    return refuse({ why: "empty" });
  const seems = seemsToBe(start);
  const said = asked ?? byExtension(source.name);
  if (said === undefined) {
    if (seems === undefined) return done(start.includes("\t") ? "tsv" : "csv");
    return seems === "xlsx" || seems === "json" ? done(seems) : refuse({ why: "other-format", said: "csv", seems });
  }
  if (seems === said) return done(said);
  if (seems !== undefined) return refuse({ why: "other-format", said, seems });
  if (said === "xlsx") return refuse({ why: "other-format", said, seems: start.includes(0) ? "binary" : "csv" });
  if (said === "json") return refuse({ why: "other-format", said, seems: start.includes("\t") ? "tsv" : "csv" });
  return done(said);
}
