import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { chown, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { databaseAccount } from "../persistence/embedded/account.ts";
import { makeCluster, user } from "../persistence/embedded/cluster.ts";
import { freePort } from "../persistence/embedded/free-port.ts";
import { findPrograms } from "../persistence/embedded/programs.ts";
import { startServer } from "../persistence/embedded/server.ts";
import { migrate } from "../persistence/migrate.ts";
import { ask, sibling } from "./ask-server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The server of this test run, and the name that all its databases begin with. */
    databases: { readonly server: string; readonly run: string };
  }
}

type TestServer = { readonly url: string; stop(): Promise<void> };

/** Nothing here outlives the run, so nothing waits for the disk. */
const settings = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "autovacuum=off",
  "max_connections=300",
];

/** Ends the server and removes its folder when this process has ended without doing so: its end of the pipe closes. */
function guard(folder: string): ChildProcess {
  const script = 'read -r _; pid=$(head -n 1 "$1/data/postmaster.pid") && kill -QUIT "$pid"; sleep 1; rm -rf "$1"';
  const child = spawn("sh", ["-c", script, "guard", folder], { detached: true, stdio: ["pipe", "ignore", "ignore"] });
  child.unref();
  return child;
}

async function startIn(folder: string): Promise<TestServer> {
  const account = await databaseAccount();
  if (account !== undefined) await chown(folder, account.uid, account.gid);
  const programs = await findPrograms(join(folder, "programs"), account);
  const [data, password] = [join(folder, "data"), randomUUID()];
  await makeCluster({ programs, account, data, password, flags: ["--no-sync"] });
  const [logFile, port] = [join(folder, "log"), await freePort()];
  const server = await startServer({ programs, account, data, logFile, port, password, settings });
  return { url: `postgres://${user}:${password}@127.0.0.1:${port}/postgres`, stop: server.stop };
}

async function startTemporary(): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), "fairline-test-database-"));
  const watch = guard(folder);
  async function remove() {
    await rm(folder, { recursive: true, force: true });
    watch.kill("SIGKILL");
  }
  try {
    const { url, stop } = await startIn(folder);
    return { url, stop: () => stop().then(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function dropAll(url: string, run: string): Promise<void> {
  const rows = await ask(url, `SELECT datname FROM pg_database WHERE datname LIKE '${run}%'`);
  for (const { datname } of rows) await ask(url, `DROP DATABASE IF EXISTS "${String(datname)}" WITH (FORCE)`);
}

/** vitest's global setup: one server for the whole run, with a migrated database to clone from. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? { url: given, stop: async () => undefined } : await startTemporary();
  const run = `fairline_${randomUUID().slice(0, 8)}`;
  try {
    await ask(server.url, `CREATE DATABASE "${run}_template"`);
    await migrate(sibling(server.url, `${run}_template`));
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide("databases", { server: server.url, run });
  return async () => {
    if (given) await dropAll(given, run);
    await server.stop();
  };
}
