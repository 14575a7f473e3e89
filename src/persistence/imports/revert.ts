import type { PoolClient } from "pg";
import type { Batch } from "../../features/imports/index.ts";
import { brought } from "./staging.ts";
import { tally } from "./tallies.ts";

const overwrittenBy = `
  SELECT batch_id::text AS by FROM interaction_before WHERE earlier = $1
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

/** A batch's own rows; a site that got another zone since has them on other days, but at most two away. */
const own = "site_id = $1 AND batch_id = $2 AND day BETWEEN $3::date - 2 AND $4::date + 2";

const days = `
  SELECT day::text FROM (
    SELECT day FROM interaction WHERE ${own}
    UNION SELECT (row->>'day')::date FROM interaction_before WHERE batch_id = $2
  ) AS touched`;

const restore = `
  UPDATE interaction i SET (${brought.join(", ")}, batch_id) = (${brought.map((column) => `b.${column}`).join(", ")}, b.batch_id)
  FROM (
    SELECT (jsonb_populate_record(NULL::interaction, row)).* FROM interaction_before WHERE batch_id = $2 AND site_id = $1
  ) AS b
  WHERE i.site_id = b.site_id AND i.source = b.source AND i.source_id = b.source_id`;

/** Puts a batch's contacts and the tallies of their days back to what they were before it. */
export async function revertContacts(client: PoolClient, batch: Batch) {
  const ours = [batch.site, batch.id];
  const all = [...ours, batch.from ?? "infinity", batch.to ?? "-infinity"];
  const { rows } = await client.query<{ day: string }>(days, all);
  const restored = await client.query(restore, ours);
  const removed = await client.query(`DELETE FROM interaction WHERE ${own}`, all);
  await client.query("DELETE FROM interaction_before WHERE batch_id = $1", [batch.id]);
  await tally(
    client,
    batch.site,
    rows.map(({ day }) => day),
  );
  return { removed: removed.rowCount ?? 0, restored: restored.rowCount ?? 0 };
}
