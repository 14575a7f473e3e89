import { type FileHandle, open } from "node:fs/promises";
import type { Account } from "./account.ts";

/** A folder as a child process names it, and what the child must inherit for that name to work. */
export type Reach = { readonly path: string; readonly fds: readonly number[] };

/**
 * Opens a folder for a child process. An account other than ours is handed the open folder itself, so it need not be
 * able to walk the folders above, such as a `/root` that is closed to others.
 */
export async function reaching<T>(folder: string, account: Account | undefined, use: (reach: Reach) => Promise<T>) {
  if (account === undefined) return use({ path: folder, fds: [] });
  const opened: FileHandle = await open(folder, "r");
  try {
    // A child's inherited descriptors begin at 3, after its standard ones.
    return await use({ path: "/proc/self/fd/3", fds: [opened.fd] });
  } finally {
    await opened.close();
  }
}
