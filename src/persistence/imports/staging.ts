import type { PoolClient } from "pg";
import type { Comparison, Lined, RecordDataset, Repeat, Rows, Staged, Staging } from "../../features/imports/index.ts";
import type { LocalDate } from "../../kernel/time.ts";
import { copyLines } from "./copy.ts";
import { merge } from "./merge.ts";
import { isFirstOfSource } from "./straight.ts";
import { broughtOf, type RecordTable, type TableShape, tables } from "./tables.ts";

/** A table of this transaction alone, without indexes: it is written once and read a few times. */
const create = (table: TableShape) => `
  CREATE TEMP TABLE staging ON COMMIT DROP AS
  SELECT 0 AS line, source_id, ${broughtOf(table, table.name)} FROM ${table.name} WITH NO DATA`;

/** Rows whose source id an earlier one has, by their place among these; several JSON objects may share a line. */
const collect = `
  CREATE TEMP TABLE repeated ON COMMIT DROP AS
  SELECT row_number() OVER (ORDER BY line, at)::int AS place, line, source_id, first_line, at FROM (
    SELECT line, source_id, ctid AS at, min(line) OVER same AS first_line, row_number() OVER same AS turn FROM staging
    WHERE source_id IN (SELECT source_id FROM staging GROUP BY source_id HAVING count(*) > 1)
    WINDOW same AS (PARTITION BY source_id ORDER BY line, ctid)
  ) AS alike
  WHERE turn > 1`;

async function takeRepeats(client: PoolClient): Promise<number> {
  const count = (await client.query(collect)).rowCount ?? 0;
  if (count > 0) await client.query("DELETE FROM staging s USING repeated r WHERE s.ctid = r.at");
  return count;
}

const repeats = `
  SELECT line, source_id AS "sourceId", first_line AS "firstLine" FROM repeated
  WHERE place > $1 AND place <= $1 + $2 ORDER BY place`;

type Span = { rows: number; from: LocalDate | null; to: LocalDate | null; dataAsOf: Date | null };

const span = ({ asOf }: TableShape) => `
  SELECT count(*)::int AS rows, min(r.day) AS from, max(r.day) AS to,
    ${asOf === undefined ? "NULL::timestamptz" : `max(${asOf})`} AS "dataAsOf"
  FROM staging r, (SELECT zone FROM site WHERE id = $1) AS s`;

const kept = (table: TableShape) => `
  SELECT count(*)::int AS kept,
    count(*) FILTER (WHERE (${broughtOf(table, "i")}) IS DISTINCT FROM (${broughtOf(table, "s")}))::int AS changed
  FROM staging s JOIN ${table.name} i ON i.site_id = $1 AND i.source = $2 AND i.source_id = s.source_id`;

async function compareRows(client: PoolClient, table: TableShape, site: string, source: string) {
  await client.query("ANALYZE staging");
  const { rows } = await client.query<{ kept: number; changed: number }>(kept(table), [site, source]);
  return rows[0] ?? { kept: 0, changed: 0 };
}

/** What is staged beside what is kept. */
async function compare(client: PoolClient, table: TableShape, site: string, source: string): Promise<Comparison> {
  const { rows, from, to, dataAsOf } = (await client.query<Span>(span(table), [site])).rows[0] as Span;
  const first = await isFirstOfSource(client, table.name, site, source);
  const { kept, changed } = first ? { kept: 0, changed: 0 } : await compareRows(client, table, site, source);
  return {
    added: rows - kept,
    changed,
    unchanged: kept - changed,
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    ...(dataAsOf === null ? {} : { dataAsOf }),
  };
}

const staged = (client: PoolClient, table: TableShape, site: string): Staged => ({
  takeRepeats: () => takeRepeats(client),
  repeats: async (from, count) => (await client.query<Repeat>(repeats, [from, count])).rows,
  compare: (source) => compare(client, table, site, source),
  merge: (source, cause, comparison) => merge(client, table, { site, source, cause }, comparison),
});

/** Streams rows of a dataset into a staging table. */
export async function stage<D extends RecordDataset>(
  client: PoolClient,
  site: string,
  dataset: D,
): Promise<Staging<Lined<Rows[D]>>> {
  const table: RecordTable<Lined<Rows[D]>> = tables[dataset];
  await client.query(create(table));
  const copy = copyLines(client, `staging (line, source_id, ${table.brought.join(", ")})`);
  const write = table.writer();
  return {
    add: (row) => copy.add(`${row.line}\t${write(row)}`),
    flush: copy.flush,
    async end() {
      await copy.end();
      return staged(client, table, site);
    },
  };
}
