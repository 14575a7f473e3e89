import type { FilePlace } from "./refusal.ts";
import type { Source } from "./source.ts";

type Fault = { readonly at?: FilePlace; readonly perhaps?: string };

function decodes(bytes: Uint8Array, encoding: string, stream = false): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream });
    return true;
  } catch {
    return false;
  }
}

/** The index of the first byte that cannot be text: the length of the longest beginning that can. */
function firstBadByte(line: Uint8Array, encoding: string): number {
  let good = 0;
  let bad = line.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(line.subarray(0, middle), encoding, true)) good = middle;
    else bad = middle;
  }
  return good;
}

/** An encoding in which the line would be text, by how often it is met. */
const likely = (line: Uint8Array, encoding: string): string | undefined =>
  ["utf-8", "gb18030", "windows-1252"].find((other) => other !== encoding && decodes(line, other));

/** The lines of a file as bytes, with the offset of each; the last may be without its end. */
async function* linesOf(source: Source): AsyncGenerator<{ bytes: Buffer; offset: number; line: number }> {
  let rest = Buffer.alloc(0);
  let offset = 0;
  let line = 1;
  for await (const part of source.open()) {
    const bytes = Buffer.concat([rest, part]);
    let from = 0;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
      yield { bytes: bytes.subarray(from, end + 1), offset: offset + from, line };
      from = end + 1;
      line += 1;
    }
    rest = bytes.subarray(from);
    offset += from;
  }
  if (rest.length > 0) yield { bytes: rest, offset, line };
}

/** Where a file stops being text in an encoding that was found to fail, and in which it may be written instead. */
export async function findFault(source: Source, encoding: string): Promise<Fault> {
  if (encoding.startsWith("utf-16")) return {};
  for await (const { bytes, offset, line } of linesOf(source)) {
    if (decodes(bytes, encoding)) continue;
    const perhaps = likely(bytes, encoding);
    const at = { line, byte: offset + firstBadByte(bytes, encoding) + 1 };
    return perhaps === undefined ? { at } : { at, perhaps };
  }
  return {};
}
