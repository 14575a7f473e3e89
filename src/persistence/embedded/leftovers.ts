import { execFile } from "node:child_process";
import { readdir, readFile, rm, stat } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { cannotStart } from "../../kernel/cannot-start.ts";
import { pidFile } from "./server.ts";

const run = promisify(execFile);

/** The process id that a server wrote when it started; it may long be another's. */
async function writtenPid(data: string): Promise<number | undefined> {
  const first = (await readFile(pidFile(data), "utf8").catch(() => "")).split("\n")[0];
  const pid = Number.parseInt(first ?? "", 10);
  return pid > 0 ? pid : undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Every process of PostgreSQL works inside its data folder, and no other database's does. */
async function worksIn(data: string, pid: string): Promise<boolean> {
  try {
    const [name, cwd, folder] = await Promise.all([
      readFile(`/proc/${pid}/comm`, "utf8"),
      stat(`/proc/${pid}/cwd`),
      stat(data),
    ]);
    return name.trim() === "postgres" && cwd.ino === folder.ino && cwd.dev === folder.dev;
  } catch {
    return false;
  }
}

async function processesOnLinux(data: string): Promise<readonly number[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(pids.map((pid) => worksIn(data, pid)));
  return pids.filter((_, i) => found[i]).map(Number);
}

async function processesElsewhere(data: string): Promise<readonly number[]> {
  const pid = await writtenPid(data);
  if (pid === undefined) return [];
  const { stdout } = await run("ps", ["-p", String(pid), "-o", "args="]).catch(() => ({ stdout: "" }));
  return stdout.includes("postgres") && stdout.includes(data) ? [pid] : [];
}

/** The processes of a server that still works on a cluster. */
export const processesOn = (data: string): Promise<readonly number[]> =>
  process.platform === "linux" ? processesOnLinux(data) : processesElsewhere(data);

const signalAll = (pids: readonly number[], signal: NodeJS.Signals) => {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // It has ended by itself.
    }
  }
};

async function areGone(data: string, forMs: number): Promise<boolean> {
  for (let waitedMs = 0; waitedMs < forMs; waitedMs += 25) {
    if ((await processesOn(data)).length === 0) return true;
    await wait(25);
  }
  return false;
}

/**
 * Stops what a killed Fairline left running on a cluster, and clears a process id that has become another process's.
 * Only for the holder of the folder's lock. Gives whether anything was stopped.
 */
export async function stopLeftovers(data: string): Promise<boolean> {
  const left = await processesOn(data);
  const pid = await writtenPid(data);
  if (left.length === 0) {
    // PostgreSQL refuses to start while some process has that id, and knows no better.
    if (pid !== undefined && isAlive(pid)) await rm(pidFile(data));
    return false;
  }
  const server = left.filter((one) => one === pid);
  signalAll(server.length > 0 ? server : left, "SIGINT");
  if (await areGone(data, 4_000)) return true;
  signalAll(await processesOn(data), "SIGQUIT");
  if (await areGone(data, 4_000)) return true;
  signalAll(await processesOn(data), "SIGKILL");
  if (await areGone(data, 2_000)) return true;
  throw cannotStart(`An old database server still works in ${data} and does not stop: process ${left.join(", ")}.`);
}
