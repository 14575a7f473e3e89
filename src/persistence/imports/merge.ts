import type { PoolClient } from "pg";
import type { Cause, Comparison } from "../../features/imports/index.ts";
import { changedBy, settle } from "./settle.ts";
import { broughtOf, type TableShape } from "./tables.ts";

const key = "i.site_id = $1 AND i.source = $2 AND i.source_id = s.source_id";

const keepBefore = (table: TableShape) => `
  INSERT INTO record_before (batch_id, site_id, source, source_id, earlier, row)
  SELECT $3, i.site_id, i.source, i.source_id, i.batch_id, to_jsonb(i)
  FROM staging s JOIN ${table.name} i ON ${key}
  WHERE (${broughtOf(table, "i")}) IS DISTINCT FROM (${broughtOf(table, "s")})`;

const keeping = ({ kept = {} }: TableShape) =>
  Object.entries(kept)
    .map(([column, first]) => `, ${column} = ${first}`)
    .join("");

const overwrite = (table: TableShape) => `
  UPDATE ${table.name} i SET (${table.brought.join(", ")}, batch_id) = (${broughtOf(table, "s")}, $3)${keeping(table)}
  FROM staging s, record_before b
  WHERE ${key} AND b.batch_id = $3 AND b.site_id = i.site_id AND b.source = i.source AND b.source_id = i.source_id`;

const addNew = (table: TableShape) => `
  INSERT INTO ${table.name} (site_id, source, source_id, ${table.brought.join(", ")}, batch_id)
  SELECT $1, $2, s.source_id, ${broughtOf(table, "s")}, $3 FROM staging s`;

const addMissing = (table: TableShape) => `${addNew(table)}
  WHERE NOT EXISTS (SELECT FROM ${table.name} i WHERE ${key})`;

type Merging = { readonly site: string; readonly source: string; readonly cause: Cause };

/** Takes staged rows over: new ones are added, others overwritten and kept as they were, equal ones left alone. */
export async function merge(
  client: PoolClient,
  table: TableShape,
  { site, source, cause }: Merging,
  { added, changed, unchanged, from, to }: Comparison,
): Promise<void> {
  const values = [site, source, cause.batch];
  if (changed > 0) {
    await client.query(keepBefore(table), values);
    await client.query(overwrite(table), values);
  }
  if (added > 0) await client.query((changed + unchanged === 0 ? addNew : addMissing)(table), values);
  if (added + changed === 0) return;
  await changedBy(client, table, { site, batch: cause.batch, from, to });
  await settle(client, table, site, cause);
}
