import { spawn } from "node:child_process";
import { chown, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { cannotStart } from "../../kernel/cannot-start.ts";
import type { Account } from "./account.ts";
import type { Programs } from "./programs.ts";
import { type Reach, reaching } from "./reach.ts";
import { spaceOr } from "./words.ts";

/** The superuser of the built-in database. */
export const user = "fairline";

const flags = [
  `--username=${user}`,
  "--auth=scram-sha-256",
  "--encoding=UTF8",
  // The same order and letter cases on every machine, whatever languages it has installed.
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
  "--locale=C",
  "--data-checksums",
  "--no-instructions",
];

type Making = {
  readonly programs: Programs;
  readonly account: Account | undefined;
  /** Where the cluster will be; must not exist. */
  readonly data: string;
  readonly password: string;
  /** Extra flags of `initdb`. */
  readonly flags?: readonly string[];
};

async function runInitdb(making: Making, { path, fds }: Reach): Promise<void> {
  const args = [`--pgdata=${path}/data`, `--pwfile=${path}/password`, ...flags, ...(making.flags ?? [])];
  const child = spawn(making.programs.initdb, args, {
    cwd: "/",
    env: { LC_ALL: "C", TZ: "UTC" },
    stdio: ["ignore", "ignore", "pipe", ...fds],
    detached: true,
    ...making.account,
  });
  const exited = new Promise<number | null>((resolve, reject) => child.once("error", reject).once("exit", resolve));
  const [code, said] = await Promise.all([exited, child.stderr === null ? "" : text(child.stderr)]);
  if (code !== 0) throw new Error(said.trim() || `initdb ended with ${code}`);
}

/** Makes a database cluster in `data`: wholly, or nothing is left of it. */
export async function makeCluster(making: Making): Promise<void> {
  const { data, account, password } = making;
  const draft = `${data}.new`;
  try {
    // What a killed process left may still be written by its child for a moment.
    await rm(draft, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
    await mkdir(draft, { mode: 0o700 });
    await writeFile(join(draft, "password"), `${password}\n`, { mode: 0o600 });
    if (account !== undefined) {
      await chown(join(draft, "password"), account.uid, account.gid);
      await chown(draft, account.uid, account.gid);
    }
    await reaching(draft, account, (reach) => runInitdb(making, reach));
    await rename(join(draft, "data"), data);
  } catch (cause) {
    throw cannotStart(spaceOr(`The database could not be made in ${data}.`, cause), cause);
  } finally {
    await rm(draft, { recursive: true, force: true }).catch(() => undefined);
  }
}
