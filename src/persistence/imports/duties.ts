import type { PoolClient } from "pg";
import type { Batch, Comparison, DutyRow } from "../../features/imports/index.ts";
import type { LocalDate } from "../../kernel/time.ts";

/** Rows of a file as `n`, and those that are kept of them as `d`. */
const incoming = `
  SELECT role, person, to_timestamp("from") AS "from", to_timestamp(until) AS until
  FROM jsonb_to_recordset($2::jsonb) AS one(role text, person uuid, "from" double precision, until double precision)`;
const known = `
  d.site_id = $1 AND d.origin = 'import' AND d.role = n.role AND d.person_id = n.person AND d.from_at = n."from"`;

const comparison = `
  SELECT count(*) FILTER (WHERE d.id IS NULL)::int AS added,
    count(*) FILTER (WHERE d.until_at <> n.until)::int AS changed,
    count(*) FILTER (WHERE d.until_at = n.until)::int AS unchanged,
    min((n."from" AT TIME ZONE s.zone)::date) AS from, max((n.until AT TIME ZONE s.zone)::date) AS to
  FROM (${incoming}) AS n LEFT JOIN duty_shift d ON ${known}, (SELECT zone FROM site WHERE id = $1) AS s`;

type Compared = {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
};

const values = (site: string, rows: readonly DutyRow[]) => [
  site,
  JSON.stringify(rows.map(({ person, role, from, until }) => ({ person, role, from, until }))),
];

/** What rows of a rota are beside those that were imported before. */
export async function compareDuties(client: PoolClient, site: string, rows: readonly DutyRow[]): Promise<Comparison> {
  const found = (await client.query<Compared>(comparison, values(site, rows))).rows[0];
  if (found === undefined) throw new Error("a count has one row");
  const { from, to, ...counts } = found;
  return { ...counts, ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
}

/** Rows of duties stand in the book of what was overwritten by their own ids, under a source of their own. */
const source = "duty";

const keepBefore = `
  INSERT INTO record_before (batch_id, site_id, source, source_id, earlier, row)
  SELECT $3, d.site_id, '${source}', d.id::text, d.batch_id, to_jsonb(d)
  FROM (${incoming}) AS n JOIN duty_shift d ON ${known} WHERE d.until_at <> n.until`;
const overwrite = `
  UPDATE duty_shift d SET until_at = n.until, batch_id = $3 FROM (${incoming}) AS n
  WHERE ${known} AND d.until_at <> n.until`;
const add = `
  INSERT INTO duty_shift (id, site_id, role, person_id, from_at, until_at, origin, batch_id, made_at)
  SELECT gen_random_uuid(), $1, n.role, n.person, n."from", n.until, 'import', $3, $4 FROM (${incoming}) AS n
  WHERE NOT EXISTS (SELECT FROM duty_shift d WHERE ${known})`;

/** Takes rows of a rota over: new ones are added, others end when they now do, equal ones are left alone. */
export async function mergeDuties(
  client: PoolClient,
  site: string,
  rows: readonly DutyRow[],
  { batch, at }: { readonly batch: string; readonly at: Date },
): Promise<void> {
  const given = [...values(site, rows), batch];
  await client.query(keepBefore, given);
  await client.query(overwrite, given);
  await client.query(add, [...given, at]);
}

const restore = `
  UPDATE duty_shift d SET until_at = r.until_at, batch_id = r.batch_id
  FROM record_before b, jsonb_populate_record(NULL::duty_shift, b.row) r
  WHERE b.batch_id = $1 AND b.source = '${source}' AND d.id = r.id`;

/** Puts a rota back to what it was before a batch. */
export async function revertDuties(client: PoolClient, { id }: Batch) {
  const restored = await client.query(restore, [id]);
  const removed = await client.query("DELETE FROM duty_shift WHERE batch_id = $1", [id]);
  await client.query("DELETE FROM record_before WHERE batch_id = $1", [id]);
  return { removed: removed.rowCount ?? 0, restored: restored.rowCount ?? 0 };
}
