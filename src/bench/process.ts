import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Starts one of our programs; its errors are shown, its output is read. */
export function launch(program: string, env: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", program], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env } as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
}

/** The first match of a pattern in what a program prints; throws when the program ends before it. */
export const printed = (child: ChildProcess, pattern: RegExp): Promise<RegExpExecArray> =>
  new Promise((resolve, reject) => {
    let text = "";
    child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
      const found = pattern.exec(text);
      if (found) resolve(found);
    });
    child.on("exit", (code) => reject(new Error(`the program ended with ${code} before it was ready: ${text}`)));
  });

/** Resolves when a program says over its channel that it is ready. */
export const ready = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    child.on("message", () => resolve());
    child.on("exit", (code) => reject(new Error(`the program ended with ${code} before it was ready`)));
  });

/** Asks a program to stop and waits until it has. */
export const stopped = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.on("exit", () => resolve());
    child.kill("SIGTERM");
  });

/** A process's resident memory now, in MB (Linux; elsewhere not a number). */
export function residentMB(pid: number): number {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return Number(kilobytes) / 1024;
  } catch {
    return Number.NaN;
  }
}
