import type { PoolClient } from "pg";
import type { Comparison } from "../../features/imports/index.ts";
import { brought, broughtOf } from "./staging.ts";
import { tally } from "./tallies.ts";

const key = "i.site_id = $1 AND i.source = $2 AND i.source_id = s.source_id";

const keepBefore = `
  INSERT INTO interaction_before (batch_id, site_id, source, source_id, earlier, row)
  SELECT $3, i.site_id, i.source, i.source_id, i.batch_id, to_jsonb(i)
  FROM staging s JOIN interaction i ON ${key}
  WHERE (${broughtOf("i")}) IS DISTINCT FROM (${broughtOf("s")})`;

const overwrite = `
  UPDATE interaction i SET (${brought.join(", ")}, batch_id) = (${broughtOf("s")}, $3)
  FROM staging s, interaction_before b
  WHERE ${key} AND b.batch_id = $3 AND b.site_id = i.site_id AND b.source = i.source AND b.source_id = i.source_id`;

const addNew = `
  INSERT INTO interaction (site_id, source, source_id, ${brought.join(", ")}, batch_id)
  SELECT $1, $2, s.source_id, ${broughtOf("s")}, $3 FROM staging s`;

const addMissing = `${addNew}
  WHERE NOT EXISTS (SELECT FROM interaction i WHERE ${key})`;

const days = `
  SELECT day::text FROM (
    SELECT day FROM staging UNION SELECT (row->>'day')::date FROM interaction_before WHERE batch_id = $1
  ) AS touched`;

/** Takes staged contacts over: new ones are added, others overwritten and kept as they were, equal ones left alone. */
export async function merge(
  client: PoolClient,
  { site, source, batch }: { readonly site: string; readonly source: string; readonly batch: string },
  { added, changed, unchanged }: Comparison,
): Promise<void> {
  const values = [site, source, batch];
  if (changed > 0) {
    await client.query(keepBefore, values);
    await client.query(overwrite, values);
  }
  if (added > 0) await client.query(changed + unchanged === 0 ? addNew : addMissing, values);
  if (added + changed === 0) return;
  const { rows } = await client.query<{ day: string }>(days, [batch]);
  await tally(
    client,
    site,
    rows.map(({ day }) => day),
  );
}
