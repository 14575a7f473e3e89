import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { cannotStart, isCannotStart } from "../kernel/cannot-start.ts";
import type { Log } from "../kernel/log.ts";
import { addressOf, database, runningAddress } from "./embedded/address.ts";
import { makeCluster } from "./embedded/cluster.ts";
import { accountFor, clusterExists } from "./embedded/cluster-folder.ts";
import { createDatabase } from "./embedded/create-database.ts";
import { freePort } from "./embedded/free-port.ts";
import { stopLeftovers } from "./embedded/leftovers.ts";
import { type Holder, type Lock, takeLock } from "./embedded/lock.ts";
import { findPrograms } from "./embedded/programs.ts";
import { newSecrets, readSecrets, writeSecrets } from "./embedded/secrets.ts";
import { type Server, type ServerSetup, startServer } from "./embedded/server.ts";
import { spaceOr } from "./embedded/words.ts";

export type EmbeddedDeps = {
  /** FAIRLINE_DATA. */
  readonly folder: string;
  readonly log: Log;
  /** Told when the server ends without being asked to. */
  readonly onLost?: ((error: Error) => void) | undefined;
  /** Uses the database of a Fairline that already runs on the folder instead of refusing. */
  readonly join?: boolean | undefined;
  /** Gives up the start. */
  readonly signal?: AbortSignal | undefined;
};

export type Embedded = {
  readonly url: string;
  /** Tells a second start where this one answers. */
  announce(address: string): Promise<void>;
  close(): Promise<void>;
};

const filesIn = (folder: string) => ({
  data: join(folder, "postgres"),
  secrets: join(folder, "database.json"),
  log: join(folder, "postgres.log"),
  lock: join(folder, "fairline.lock"),
  programs: process.geteuid?.() === 0 ? "/var/cache/fairline" : join(folder, "programs"),
});
type Files = ReturnType<typeof filesIn>;

function taken(folder: string, holder: Holder | undefined): Error {
  const process = holder === undefined ? "" : ` as process ${holder.pid}`;
  const where = holder?.address === undefined ? "" : `, at ${holder.address}`;
  return cannotStart(`Fairline already runs on ${folder}${process}${where}. Stop it first, or set FAIRLINE_DATA.`);
}

/** Starts the server on its last port, or on another when somebody else took it meanwhile. */
async function startOnFreePort(setup: Omit<ServerSetup, "port">, last: number | undefined) {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(last);
    try {
      return { port, server: await startServer({ ...setup, port }) };
    } catch (error) {
      if (attempt === 3 || !/could not bind|could not create any TCP/.test(String(error))) throw error;
    }
  }
}

async function startHeld(files: Files, { log, signal }: EmbeddedDeps): Promise<{ server: Server; url: string }> {
  const account = await accountFor(files.data);
  const programs = await findPrograms(files.programs, account);
  const isThere = await clusterExists(files.data);
  const kept = await readSecrets(files.secrets);
  if (isThere && kept === undefined) {
    throw cannotStart(`${files.secrets} is missing: put its copy back, or set FAIRLINE_DATA to a new folder.`);
  }
  const secrets = kept ?? newSecrets();
  const { password } = secrets;
  if (kept === undefined) await writeSecrets(files.secrets, secrets);
  if (!isThere) await makeCluster({ programs, account, data: files.data, password });
  if (await stopLeftovers(files.data)) log.warn({ folder: files.data }, "stopped the database of a killed Fairline");
  const setup = { programs, account, data: files.data, logFile: files.log, password, signal };
  const { port, server } = await startOnFreePort(setup, secrets.port);
  try {
    if (port !== secrets.port) await writeSecrets(files.secrets, { ...secrets, port });
    const url = addressOf(password, port);
    await createDatabase(url, database);
    return { server, url };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

function embedded(lock: Lock, server: Server, url: string, onLost: EmbeddedDeps["onLost"]): Embedded {
  let isClosing = false;
  const lost = () => isClosing || onLost?.(new Error("the database server ended by itself; postgres.log says why"));
  server.gone.then(lost, lost);
  return {
    url,
    announce: (address) => lock.note({ pid: process.pid, address }),
    async close() {
      isClosing = true;
      await server.stop();
      await lock.release();
    },
  };
}

const joined = (url: string): Embedded => ({ url, announce: async () => undefined, close: async () => undefined });

/**
 * Starts real PostgreSQL on a folder of this machine, making the database at the first start and recovering it after a
 * crash. One process at a time: throws in words when another has the folder, or the folder or disk will not do.
 */
export async function startEmbedded(deps: EmbeddedDeps): Promise<Embedded> {
  const folder = resolve(deps.folder);
  const files = filesIn(folder);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const locked = await takeLock(files.lock);
    if (!locked.ok && deps.join) return joined(await runningAddress(files.secrets));
    if (!locked.ok) throw taken(folder, locked.refusal.holder);
    try {
      const { server, url } = await startHeld(files, deps);
      return embedded(locked.value, server, url, deps.onLost);
    } catch (error) {
      await locked.value.release();
      throw error;
    }
  } catch (error) {
    if (isCannotStart(error) || deps.signal?.aborted) throw error;
    throw cannotStart(spaceOr(`Fairline cannot keep its data in ${folder}.`, error), error);
  }
}
