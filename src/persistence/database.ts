import { connect, type Database } from "./client.ts";
import { type EmbeddedDeps, startEmbedded } from "./embedded.ts";
import { migrate } from "./migrate.ts";
import { checkServer } from "./server.ts";

export type HouseDatabase = Database & {
  readonly url: string;
  /** Tells a second start on the same data where this one answers. */
  announce(address: string): Promise<void>;
};

export type DatabaseSetup = EmbeddedDeps & {
  /** DATABASE_URL; without one the built-in server is started in the folder. */
  readonly url?: string | undefined;
  readonly connections?: number | undefined;
};

/** The house's database, up and of this version's schema; throws in words for whoever starts the house. */
export async function openDatabase(setup: DatabaseSetup): Promise<HouseDatabase> {
  if (setup.url !== undefined) await checkServer(setup.url);
  const server = setup.url === undefined ? await startEmbedded(setup) : undefined;
  const url = server?.url ?? setup.url ?? "";
  try {
    const applied = await migrate(url);
    if (applied.length > 0) setup.log.info({ migrations: applied }, "brought the database to this version");
  } catch (error) {
    await server?.close();
    throw error;
  }
  const { log, connections } = setup;
  const client = connect(url, { log, ...(connections === undefined ? {} : { connections }) });
  return {
    ...client,
    url,
    announce: async (address) => server?.announce(address),
    async close() {
      try {
        await client.close();
      } finally {
        await server?.close();
      }
    },
  };
}
