import { type ChildProcess, spawn } from "node:child_process";
import { open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { cannotStart } from "../../kernel/cannot-start.ts";
import type { Account } from "./account.ts";
import { user } from "./cluster.ts";
import type { Programs } from "./programs.ts";
import { reaching } from "./reach.ts";
import { spaceOr } from "./words.ts";

export type ServerSetup = {
  readonly programs: Programs;
  readonly account: Account | undefined;
  /** The cluster's folder. */
  readonly data: string;
  /** The file that the server writes what it has to say to; begun anew. */
  readonly logFile: string;
  readonly port: number;
  readonly password: string;
  /** `name=value` settings. */
  readonly settings?: readonly string[];
  readonly signal?: AbortSignal | undefined;
};

export type Server = {
  readonly pid: number;
  /** Resolves when the server process is gone, however it went. */
  readonly gone: Promise<void>;
  /** Stops the server: politely, then firmly; resolves when it is gone. */
  stop(): Promise<void>;
};

const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "timezone=UTC", "log_min_messages=warning"];

/** Spawned as leader of its own process group, so that a terminal's Ctrl-C reaches us and not the server. */
async function launch(setup: ServerSetup): Promise<ChildProcess> {
  const log = await open(setup.logFile, "w", 0o600);
  try {
    return await reaching(setup.data, setup.account, async ({ path, fds }) => {
      const set = [...settings, ...(setup.settings ?? [])].flatMap((setting) => ["-c", setting]);
      return spawn(setup.programs.postgres, ["-D", path, "-p", String(setup.port), ...set], {
        cwd: "/",
        env: { LC_ALL: "C", TZ: "UTC" },
        stdio: ["ignore", log.fd, log.fd, ...fds],
        detached: true,
        ...setup.account,
      });
    });
  } finally {
    await log.close();
  }
}

/** Whether the server takes connections now; throws when it never will. */
async function answers({ port, password }: ServerSetup): Promise<boolean> {
  const client = new pg.Client({ host: "127.0.0.1", port, user, password, database: "postgres" });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code === "28P01") throw cannotStart("The database does not accept the password kept beside it.", error);
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function ready(setup: ServerSetup, isGone: () => boolean): Promise<void> {
  while (!(await answers(setup))) {
    setup.signal?.throwIfAborted();
    if (isGone()) {
      const said = (await readFile(setup.logFile, "utf8").catch(() => "")).trim();
      throw cannotStart(spaceOr(`The database in ${setup.data} did not start.`, said), said);
    }
    await wait(15);
  }
}

/** SIGINT ends open transactions and shuts down; SIGQUIT drops everything, to be recovered at the next start. */
const firmness = [
  { signal: "SIGINT", forMs: 4_000 },
  { signal: "SIGQUIT", forMs: 2_000 },
  { signal: "SIGKILL", forMs: 2_000 },
] as const;

/** Starts a server on a cluster and resolves when it takes connections; a server that fails to is not left behind. */
export async function startServer(setup: ServerSetup): Promise<Server> {
  const child = await launch(setup);
  let isGone = false;
  const gone = new Promise<void>((resolve, reject) => child.once("exit", () => resolve()).once("error", reject));
  gone.then(
    () => {
      isGone = true;
    },
    () => {
      isGone = true;
    },
  );

  async function stop(): Promise<void> {
    for (const { signal, forMs } of firmness) {
      if (isGone) return;
      child.kill(signal);
      await Promise.race([gone, wait(forMs, undefined, { ref: false })]);
    }
  }

  try {
    await ready(setup, () => isGone);
    return { pid: child.pid ?? 0, gone, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The file in which a running server keeps its process id. */
export const pidFile = (data: string): string => join(data, "postmaster.pid");
