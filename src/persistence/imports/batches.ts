import type { ClientBase, Pool } from "pg";
import { peopleAnew } from "../../features/celebrations/index.ts";
import type { Batch, Dataset } from "../../features/imports/index.ts";
import { dayAt, type LocalDate } from "../../kernel/time.ts";
import { cardsToCome } from "../celebrations/cards.ts";
import { announceAll } from "../notices/announce.ts";

type Row = {
  id: string;
  site_id: string;
  dataset: Dataset;
  preset: string | null;
  file: string;
  at: Date;
  rows: number;
  added: number;
  changed: number;
  rejected: number;
  from_day: LocalDate | null;
  to_day: LocalDate | null;
  data_as_of: Date | null;
  reverted_at: Date | null;
};

const batchFrom = (row: Row): Batch => ({
  id: row.id,
  site: row.site_id,
  dataset: row.dataset,
  ...(row.preset === null ? {} : { preset: row.preset }),
  file: row.file,
  at: row.at,
  rows: row.rows,
  added: row.added,
  changed: row.changed,
  rejected: row.rejected,
  ...(row.from_day === null ? {} : { from: row.from_day }),
  ...(row.to_day === null ? {} : { to: row.to_day }),
  ...(row.data_as_of === null ? {} : { dataAsOf: row.data_as_of }),
  ...(row.reverted_at === null ? {} : { revertedAt: row.reverted_at }),
});

export async function findBatch(pool: Pool, id: string): Promise<Batch | undefined> {
  const [row] = (await pool.query<Row>("SELECT * FROM batch WHERE id = $1", [id])).rows;
  return row && batchFrom(row);
}

export const latestBatches = async (pool: Pool, limit: number): Promise<readonly Batch[]> =>
  (await pool.query<Row>("SELECT * FROM batch ORDER BY at DESC, id LIMIT $1", [limit])).rows.map(batchFrom);

const audit = "INSERT INTO audit (at, actor, action, subject, detail) VALUES ($1, NULL, $2, $3, $4)";

const say = `INSERT INTO outbox ("is", body, at) VALUES ('change', $1, $2)`;

/**
 * Announces to whatever stands on a site's data that there is more or less of it; of its people, that this day may have
 * somebody to celebrate, and that whatever names who celebrates may name somebody who has left.
 */
async function sayChanged(client: ClientBase, { site, dataset }: Batch, at: Date): Promise<void> {
  // Nothing that is computed or told stands on a rota.
  if (dataset === "duty") return;
  if (dataset !== "people") return void (await client.query(say, [JSON.stringify({ is: "data-came", site }), at]));
  const [where] = (await client.query<{ zone: string }>("SELECT zone FROM site WHERE id = $1", [site])).rows;
  if (where === undefined) throw new Error(`no site ${site}`);
  const { zone } = where;
  const cards = await cardsToCome(client, site, dayAt(at, zone));
  await announceAll(client, peopleAnew({ id: site, zone }, cards, at), at);
}

/** Keeps a batch, the audit row that says so, and the announcement of its data. */
export async function saveBatch(client: ClientBase, batch: Batch): Promise<void> {
  const { id, site, dataset, preset, file, at, rows, added, changed, rejected, from, to } = batch;
  // An hour's sums tell up to its end, which may be still to come.
  const dataAsOf = batch.dataAsOf === undefined || batch.dataAsOf <= at ? batch.dataAsOf : at;
  await client.query(
    `INSERT INTO batch (id, site_id, dataset, preset, file, at, rows, added, changed, rejected, from_day, to_day, data_as_of)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [id, site, dataset, preset, file, at, rows, added, changed, rejected, from, to, dataAsOf],
  );
  await client.query(audit, [at, `import.${dataset}`, id, { file, rows, added, changed, rejected }]);
  await sayChanged(client, batch, at);
}

export async function markReverted(client: ClientBase, batch: Batch, at: Date): Promise<void> {
  await client.query("UPDATE batch SET reverted_at = $2 WHERE id = $1", [batch.id, at]);
  await client.query(audit, [at, "import.revert", batch.id, {}]);
  await sayChanged(client, batch, at);
}
