import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { cannotStart } from "../../kernel/cannot-start.ts";
import { type Account, databaseAccount } from "./account.ts";

/** The major version of the programs that Fairline brings; a cluster of another one cannot be opened. */
const major = "18";

/** Whether a cluster is there; throws when it is one that this version of PostgreSQL cannot open. */
export async function clusterExists(data: string): Promise<boolean> {
  const version = await readFile(join(data, "PG_VERSION"), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (version === undefined) return false;
  if (version.trim() === major) return true;
  const words = `${data} holds a database of PostgreSQL ${version.trim()}, and this Fairline brings ${major}.`;
  throw cannotStart(`${words} Move its content with pg_dump, or set FAIRLINE_DATA to a new folder.`);
}

/** The account to run the server as: root runs it as the one that owns the cluster, so that this one can go on later. */
export async function accountFor(data: string): Promise<Account | undefined> {
  const owner = await stat(data).catch(() => undefined);
  if (process.geteuid?.() !== 0 || owner === undefined || owner.uid === 0) return databaseAccount();
  return { uid: owner.uid, gid: owner.gid };
}
