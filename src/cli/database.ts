import { type HouseDatabase, openDatabase } from "../persistence/database.ts";
import type { Cli } from "./cli.ts";

/**
 * Works with the database of DATABASE_URL, else with the built-in one of FAIRLINE_DATA: with the running one if Fairline
 * runs, else started for this work and stopped after it.
 */
export async function withDatabase<T>(cli: Cli, work: (database: HouseDatabase) => Promise<T>): Promise<T> {
  const url = cli.env.DATABASE_URL?.trim() || undefined;
  const folder = cli.env.FAIRLINE_DATA?.trim() || ".data";
  const quiet = () => undefined;
  let isClosing = false;
  // A server that is being stopped cuts the last connections off, which is nobody's concern.
  const tell = (_: unknown, message: string) => {
    if (!isClosing) cli.err(message);
  };
  const log = { info: quiet, warn: tell, error: tell };
  const database = await openDatabase({ url, folder, log, join: true, signal: cli.signal });
  try {
    return await work(database);
  } finally {
    isClosing = true;
    await database.close();
  }
}
