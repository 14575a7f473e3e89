import { randomUUID } from "node:crypto";
import { chown, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { databaseAccount } from "../persistence/embedded/account.ts";
import { makeCluster, user } from "../persistence/embedded/cluster.ts";
import { freePort } from "../persistence/embedded/free-port.ts";
import { findPrograms } from "../persistence/embedded/programs.ts";
import { startServer } from "../persistence/embedded/server.ts";
import { migrate } from "../persistence/migrate.ts";

/** A migrated database on a server of its own, which can be killed and started again. */
export async function restartableDatabase() {
  const folder = await mkdtemp(join(tmpdir(), "fairline-restart-"));
  const account = await databaseAccount();
  if (account !== undefined) await chown(folder, account.uid, account.gid);
  const programs = await findPrograms(join(folder, "programs"), account);
  const [data, logFile, password, port] = [join(folder, "data"), join(folder, "log"), randomUUID(), await freePort()];
  await makeCluster({ programs, account, data, password, flags: ["--no-sync"] });
  const start = () => startServer({ programs, account, data, logFile, port, password });
  let server = await start();
  const url = `postgres://${user}:${password}@127.0.0.1:${port}/postgres`;
  await migrate(url);
  return {
    url,
    /** Kills the server as a fault would, and starts it again after some time in milliseconds. */
    async restart(downMs: number) {
      process.kill(server.pid, "SIGQUIT");
      await server.gone;
      await new Promise((resolve) => setTimeout(resolve, downMs));
      server = await start();
    },
    async close() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
