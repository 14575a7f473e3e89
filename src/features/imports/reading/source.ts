import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { done, type Outcome, refuse } from "../../../kernel/outcome.ts";
import type { FileRefusal } from "./refusal.ts";

/** The formats that an import reads; `json` is an array of objects or one object after another. */
export const fileFormats = ["csv", "tsv", "json", "xlsx"] as const;
export type FileFormat = (typeof fileFormats)[number];

/** Small enough that the rows of one read die young, which halves the time that collecting them takes. */
const bytesPerRead = 1 << 16;

/** A file to import, which can be opened more than once and from any byte. */
export type Source = {
  readonly name: string;
  readonly bytes: number;
  readonly open: (from?: number) => AsyncIterable<Uint8Array>;
};

/** A file that is in memory already. */
export function bytesSource(name: string, content: Uint8Array): Source {
  async function* open(from = 0) {
    for (let at = from; at < content.length; at += bytesPerRead) yield content.subarray(at, at + bytesPerRead);
  }
  return { name, bytes: content.length, open };
}

/** A file on disk; refuses what cannot be opened. */
export async function fileSource(path: string): Promise<Outcome<Source, FileRefusal>> {
  try {
    const { size, isFile } = await stat(path).then((found) => ({ size: found.size, isFile: found.isFile() }));
    if (!isFile) return refuse({ why: "not-a-file" });
    const open = (start = 0) => createReadStream(path, { start, highWaterMark: bytesPerRead });
    const probe = await stat(path).then(() => open());
    await new Promise<void>((opened, failed) => probe.once("open", () => opened()).once("error", failed));
    probe.destroy();
    return done({ name: basename(path), bytes: size, open });
  } catch (error) {
    return refuse({ why: "unreadable", code: (error as NodeJS.ErrnoException).code ?? String(error) });
  }
}

/** The first bytes of a file, at most `count`. */
export async function firstBytes(source: Source, count: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of source.open()) {
    parts.push(part);
    length += part.length;
    if (length >= count) break;
  }
  return Buffer.concat(parts).subarray(0, count);
}
