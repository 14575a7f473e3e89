import { randomUUID } from "node:crypto";
import type { IncomingFile } from "../../chat/ask.ts";

/** The largest file that can be sent, and all that is kept of files waiting for their form. */
export const largestFile = 25_000_000;
const roomForFiles = 100_000_000;

/** Files that were sent and wait in memory for the form that names them; the oldest make room for new ones. */
export type Uploads = {
  keep(person: string, name: string, content: Uint8Array): string;
  /** A file, for the person who sent it. */
  find(person: string, id: string): IncomingFile | undefined;
};

export function uploads(): Uploads {
  const kept = new Map<string, { readonly person: string; readonly name: string; readonly content: Uint8Array }>();
  let total = 0;
  return {
    keep(person, name, content) {
      const id = randomUUID();
      kept.set(id, { person, name, content });
      total += content.byteLength;
      for (const [oldest, file] of kept) {
        if (total <= roomForFiles) break;
        kept.delete(oldest);
        total -= file.content.byteLength;
      }
      return id;
    },
    find(person, id) {
      const file = kept.get(id);
      if (file?.person !== person) return undefined;
      return { name: file.name, bytes: file.content.byteLength, read: async () => file.content };
    },
  };
}
