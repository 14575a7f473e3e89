import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import { cannotStart } from "../../kernel/cannot-start.ts";

/** The unprivileged account that the database runs as when Fairline runs as root, which PostgreSQL refuses. */
export type Account = { readonly uid: number; readonly gid: number };

const run = promisify(execFile);
const name = "postgres";

const idOf = async (flag: "-u" | "-g"): Promise<number> => Number((await run("id", [flag, name])).stdout);
const find = async (): Promise<Account> => ({ uid: await idOf("-u"), gid: await idOf("-g") });
const make = () =>
  run("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", name]);

/** The machine's `postgres` account, made if there is none; undefined when we are not root and need none. */
export async function databaseAccount(): Promise<Account | undefined> {
  if (process.geteuid?.() !== 0) return undefined;
  const instead = "Start Fairline as an ordinary user, or set DATABASE_URL to a PostgreSQL server.";
  if (!existsSync("/proc/self/fd")) throw cannotStart(`The built-in database does not run as root here. ${instead}`);
  try {
    return await find();
  } catch {
    // Another start may make the account at the same moment; what counts is that it is there afterwards.
    await make().catch(() => undefined);
    return await find().catch((cause) => {
      throw cannotStart(`PostgreSQL does not run as root, and no "${name}" account could be made. ${instead}`, cause);
    });
  }
}
