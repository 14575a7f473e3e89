import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { cannotStart } from "../../kernel/cannot-start.ts";
import { user } from "./cluster.ts";
import { readSecrets } from "./secrets.ts";

/** The one database of the built-in server. */
export const database = "fairline";

export const addressOf = (password: string, port: number): string =>
  `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The address of the database that another Fairline runs here, once it answers; throws when it does not in 15 s. */
export async function runningAddress(secretsFile: string): Promise<string> {
  for (let waitedMs = 0; waitedMs < 15_000; waitedMs += 250) {
    const secrets = await readSecrets(secretsFile);
    const url = secrets?.port === undefined ? undefined : addressOf(secrets.password, secrets.port);
    if (url !== undefined && (await answers(url))) return url;
    await wait(250);
  }
  throw cannotStart("Fairline runs here, but its database does not answer: wait until it has started, or stop it.");
}
