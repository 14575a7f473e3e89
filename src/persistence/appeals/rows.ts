import type { ClientBase, Pool } from "pg";
import type { Appeal } from "../../features/appeals/index.ts";
import { appealFrom } from "./codec.ts";

/** Appeals `a` where something holds, in an order. */
export async function findAppeals(
  client: Pool | ClientBase,
  { where, order = "" }: { readonly where: string; readonly order?: string },
  values: readonly unknown[],
): Promise<readonly Appeal[]> {
  const sql = `SELECT a.body::text AS body FROM appeal a WHERE ${where} ${order}`;
  return (await client.query<{ body: string }>(sql, [...values])).rows.map(({ body }) => appealFrom(body));
}

export const isOpen = "a.next_at IS NOT NULL";
export const oldestFirst = "ORDER BY a.filed_at, a.number";
export const newestFirst = "ORDER BY a.filed_at DESC, a.number DESC";
