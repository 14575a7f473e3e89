import type { Pool, PoolClient } from "pg";
import type { Outcome } from "../kernel/outcome.ts";

/** Runs work in one transaction, which is kept whole where it says so and else leaves no trace. */
export async function transact<T>(
  pool: Pool,
  work: (client: PoolClient) => Promise<{ readonly keep: boolean; readonly value: T }>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query("BEGIN");
    const { keep, value } = await work(client);
    await client.query(keep ? "COMMIT" : "ROLLBACK");
    return value;
  } catch (error) {
    broken = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    // A connection with a failed transaction is not used again.
    client.release(broken);
  }
}

/** Runs work in one transaction, of which nothing stays where it is refused. */
export const together = <T, R>(pool: Pool, work: (client: PoolClient) => Promise<Outcome<T, R>>) =>
  transact(pool, async (client) => {
    const value = await work(client);
    return { keep: value.ok, value };
  });
