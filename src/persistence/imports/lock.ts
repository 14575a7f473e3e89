import type { ClientBase } from "pg";

const lockKey = "hashtextextended('fairline import ' || $1, 0)";

/** Lets one import at a time work on a site, until the transaction ends. */
export async function lockSite(client: ClientBase, site: string, waiting?: () => void): Promise<void> {
  const tried = `SELECT pg_try_advisory_xact_lock(${lockKey}) AS locked`;
  if ((await client.query<{ locked: boolean }>(tried, [site])).rows[0]?.locked) return;
  waiting?.();
  await client.query(`SELECT pg_advisory_xact_lock(${lockKey})`, [site]);
}
