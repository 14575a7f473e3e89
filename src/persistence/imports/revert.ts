import type { PoolClient } from "pg";
import type { Batch, Cause } from "../../features/imports/index.ts";
import { changedBy, own, ownValues, settle } from "./settle.ts";
import { broughtOf, type TableShape } from "./tables.ts";

const overwrittenBy = `
  SELECT batch_id::text AS by FROM record_before WHERE earlier = $1
  UNION ALL
  SELECT later.id::text FROM person_before mine
  JOIN person_before theirs ON theirs.person_id = mine.person_id AND theirs.batch_id <> mine.batch_id
  JOIN batch later ON later.id = theirs.batch_id AND later.reverted_at IS NULL
  JOIN batch this ON this.id = mine.batch_id AND (later.at, later.id) > (this.at, this.id)
  WHERE mine.batch_id = $1 AND this.dataset = 'people'
  LIMIT 1`;

/** A later live batch that stands on rows of this one; a reverted one has given back what it overwrote. */
export async function findOverwriter(client: PoolClient, batch: Batch): Promise<string | undefined> {
  return (await client.query<{ by: string }>(overwrittenBy, [batch.id])).rows[0]?.by;
}

const givingBack = ({ kept = {} }: TableShape) =>
  Object.keys(kept)
    .map((column) => `, ${column} = r.${column}`)
    .join("");

const restore = (table: TableShape) => `
  UPDATE ${table.name} i SET (${table.brought.join(", ")}, batch_id) = (${broughtOf(table, "r")}, r.batch_id)${givingBack(table)}
  FROM record_before b, jsonb_populate_record(NULL::${table.name}, b.row) r
  WHERE b.batch_id = $2 AND b.site_id = $1
    AND i.site_id = b.site_id AND i.source = b.source AND i.source_id = b.source_id`;

/** Puts a batch's rows and the sums that stand on them back to what they were before it. */
export async function revertRecords(client: PoolClient, table: TableShape, batch: Batch, cause: Cause) {
  const { site, id, from, to } = batch;
  const ours = { site, batch: id, from, to };
  await changedBy(client, table, ours);
  const restored = await client.query(restore(table), [site, id]);
  const removed = await client.query(`DELETE FROM ${table.name} r WHERE ${own}`, ownValues(ours));
  await client.query("DELETE FROM record_before WHERE batch_id = $1", [id]);
  await settle(client, table, site, cause);
  return { removed: removed.rowCount ?? 0, restored: restored.rowCount ?? 0 };
}
