import { done, refuse } from "../../../kernel/outcome.ts";
import { findFault } from "./fault.ts";
import type { Texts } from "./row.ts";
import { firstBytes, type Source } from "./source.ts";

/** Whether the WHATWG list of encodings knows this label. */
export function isEncoding(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}

/** The encoding that a byte order mark at the start of a file announces. */
function announced([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return undefined;
}

/** The text of a file, without its byte order mark, which decides over `label`; bytes that are no text are refused. */
export async function* textOf(source: Source, label: string): Texts {
  if (!isEncoding(label)) {
    yield refuse({ why: "unknown-encoding", encoding: label });
    return;
  }
  const encoding = announced(await firstBytes(source, 3)) ?? label;
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const part of source.open()) yield done(decoder.decode(part, { stream: true }));
    yield done(decoder.decode());
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    yield refuse({ why: "not-encoded", encoding: decoder.encoding, ...(await findFault(source, decoder.encoding)) });
  }
}
