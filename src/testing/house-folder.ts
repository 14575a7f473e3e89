import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { processesOn } from "../persistence/embedded/leftovers.ts";
import { pidFile } from "../persistence/embedded/server.ts";
import { ask } from "./ask-server.ts";
import { type Child, runChild } from "./child.ts";

/** A folder that is closed to everybody but us, as a home is, and the houses that a test starts in it. */
export type HouseFolder = {
  readonly home: string;
  /** FAIRLINE_DATA of its houses. */
  readonly folder: string;
  /** The folder of the database cluster. */
  readonly data: string;
  /** Begins to start a house, as another user if a uid is given. */
  start(setup?: { flags?: readonly string[]; uid?: number }): Child;
  /** The process id of the running database server. */
  server(): Promise<number>;
  /** The processes of PostgreSQL that work here. */
  servers(): Promise<readonly number[]>;
  /** Ends whatever still runs and removes everything. */
  remove(): Promise<void>;
};

export async function houseFolder(): Promise<HouseFolder> {
  const home = await mkdtemp(join(tmpdir(), "fairline-house-"));
  const folder = join(home, ".data");
  const data = join(folder, "postgres");
  const children: Child[] = [];
  return {
    home,
    folder,
    data,
    start({ flags = [], uid } = {}) {
      const child = runChild("house", {
        args: [folder, ...flags],
        env: { DATABASE_URL: "" },
        ...(uid !== undefined && { uid }),
      });
      children.push(child);
      return child;
    },
    server: async () => Number((await readFile(pidFile(data), "utf8")).split("\n")[0]),
    servers: () => processesOn(data),
    async remove() {
      for (const child of children) child.kill("SIGKILL");
      await Promise.all(children.map(({ ended }) => ended));
      for (const pid of await processesOn(data)) process.kill(pid, "SIGKILL");
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The address of a house's database, once it is up; throws with what the house said when it does not come up. */
export async function up(child: Child): Promise<string> {
  const url = await child.line();
  if (url === undefined) throw new Error(`it did not start: ${child.said()}`);
  return url;
}

export const write = (url: string, key: string) => ask(url, `INSERT INTO heard (key, at) VALUES ('${key}', now())`);
export const read = async (url: string) => (await ask(url, "SELECT key FROM heard ORDER BY key")).map(({ key }) => key);
