import { type App, type AppDeps, app } from "../app.ts";
import type { Platform } from "../chat/platform.ts";
import { connect } from "../persistence/client.ts";
import { type TestDatabase, testDatabase } from "./database.ts";
import { type HelpSite, settle } from "./settle.ts";

type Living = {
  readonly platforms: readonly Platform[];
  readonly jobs?: AppDeps["jobs"];
  readonly redisUrl?: string;
};

/** A house on a database of its own with a clock that stands until it is set; it can be begun anew on what it kept. */
export async function helpSite(at: string, sites: readonly HelpSite[]) {
  const own: TestDatabase = await testDatabase();
  const faults: unknown[] = [];
  const log = { info: () => {}, warn: () => {}, error: (...fault: unknown[]) => void faults.push(fault) };
  const database = { ...connect(own.url), url: own.url };
  for (const site of sites) await settle(database, site);
  let now = new Date(at);
  return {
    database,
    /** What the house could not do. */
    faults,
    clock: {
      now: () => now,
      to(iso: string) {
        now = new Date(iso);
      },
    },
    begins: ({ platforms, jobs = [], redisUrl }: Living): App =>
      app({
        database,
        redisUrl,
        jobs,
        platforms: () => platforms,
        draw: () => Promise.reject(new Error("nothing is drawn here")),
        log,
        clock: () => now,
      }),
    async close() {
      await database.close();
      await own.close();
    },
  };
}
export type LivingSite = Awaited<ReturnType<typeof helpSite>>;
