import pg from "pg";
import { cannotStart } from "../kernel/cannot-start.ts";

/** The oldest PostgreSQL whose SQL is enough. */
const oldest = 15;

/** An address of a server as it may be shown: without its password. */
export function masked(url: string): string {
  const shown = new URL(url);
  if (shown.password !== "") shown.password = "***";
  if (shown.searchParams.has("password")) shown.searchParams.set("password", "***");
  return shown.href;
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nobody listens there",
  ENOTFOUND: "there is no such host",
  EAI_AGAIN: "the host's name could not be looked up",
  ETIMEDOUT: "it does not answer",
  EHOSTUNREACH: "the host cannot be reached",
  "28P01": "the user or the password is wrong",
  "28000": "the user is not let in",
  "3D000": "there is no such database",
  "57P03": "the server is starting or stopping",
  "53300": "the server has no connection left",
};

function reason(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return reasons[code ?? ""] ?? message ?? String(error);
}

/** Makes sure that a server answers and can hold Fairline's data; throws in words that name DATABASE_URL. */
export async function checkServer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ major: number; encoding: string }>(
      "SELECT current_setting('server_version_num')::int / 10000 AS major, current_setting('server_encoding') AS encoding",
    );
    const [about] = rows;
    if (about && about.major < oldest) throw new Error(`PostgreSQL ${about.major} is too old: ${oldest} is the least`);
    if (about && about.encoding !== "UTF8") throw new Error(`its encoding is ${about.encoding}, and must be UTF8`);
  } catch (cause) {
    throw cannotStart(`DATABASE_URL (${masked(url)}) cannot be used: ${reason(cause)}.`, cause);
  } finally {
    await client.end().catch(() => undefined);
  }
}
