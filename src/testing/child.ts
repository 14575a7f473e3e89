import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export type Child = {
  readonly pid: number;
  /** The next line that it writes to its standard output; undefined when there will be none. */
  line(): Promise<string | undefined>;
  /** How it ended: its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
  /** What it wrote to its standard error so far. */
  said(): string;
  kill(signal: NodeJS.Signals): void;
  /** Signals its whole process group, as a terminal does for Ctrl-C. */
  killGroup(signal: NodeJS.Signals): void;
};

export type ChildSetup = {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The user id to run as, when we are root. */
  readonly uid?: number;
};

const follow = (child: ChildProcess): Child => {
  const lines = createInterface({ input: child.stdout ?? process.stdin })[Symbol.asyncIterator]();
  let said = "";
  child.stderr?.on("data", (chunk) => {
    said += chunk;
  });
  const pid = child.pid ?? 0;
  return {
    pid,
    line: async () => (await lines.next()).value,
    ended: new Promise((resolve) => child.once("close", (code, signal) => resolve(signal ?? code))),
    said: () => said,
    kill: (signal) => child.kill(signal),
    killGroup: (signal) => process.kill(-pid, signal),
  };
};

/** Runs a script of `src/testing/children` as a process of its own, in a process group of its own. */
export function runChild(script: string, { args, env, uid }: ChildSetup): Child {
  const path = fileURLToPath(new URL(`children/${script}.ts`, import.meta.url));
  return follow(
    spawn(process.execPath, ["--import", "tsx", path, ...args], {
      cwd: fileURLToPath(new URL("../..", import.meta.url)),
      env: { ...process.env, NODE_ENV: "test", ...env },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
      ...(uid !== undefined && { uid, gid: uid }),
    }),
  );
}
