import type { PoolClient } from "pg";
import type { Comparison, Repeat } from "../../features/imports/index.ts";
import type { LocalDate } from "../../kernel/time.ts";

/** The columns that a contact brings, in one order everywhere. */
export const brought = [
  "person_id",
  "channel",
  "direction",
  "queue",
  "project",
  "started_at",
  "day",
  "hour",
  "wait_s",
  "talk_s",
  "hold_s",
  "wrap_s",
  "outcome",
  "complaint",
  "csat",
] as const;

/** The brought columns of a table, for a list or a comparison. */
export const broughtOf = (table: string): string => brought.map((column) => `${table}.${column}`).join(", ");

/** A table of this transaction alone, without indexes: it is written once and read a few times. */
export const createStaging = (client: PoolClient) =>
  client.query(`
    CREATE TEMP TABLE staging ON COMMIT DROP AS
    SELECT 0 AS line, source_id, ${broughtOf("interaction")} FROM interaction WITH NO DATA`);

/** Rows whose source id an earlier one has, by their place among these; several JSON objects may share a line. */
const collect = `
  CREATE TEMP TABLE repeated ON COMMIT DROP AS
  SELECT row_number() OVER (ORDER BY line, at)::int AS place, line, source_id, first_line, at FROM (
    SELECT line, source_id, ctid AS at, min(line) OVER same AS first_line, row_number() OVER same AS turn FROM staging
    WHERE source_id IN (SELECT source_id FROM staging GROUP BY source_id HAVING count(*) > 1)
    WINDOW same AS (PARTITION BY source_id ORDER BY line, ctid)
  ) AS alike
  WHERE turn > 1`;

/** Takes rows out of staging whose source id an earlier one has; gives how many they were. */
export async function takeRepeats(client: PoolClient): Promise<number> {
  const count = (await client.query(collect)).rowCount ?? 0;
  if (count > 0) await client.query("DELETE FROM staging s USING repeated r WHERE s.ctid = r.at");
  return count;
}

const repeats = `
  SELECT line, source_id AS "sourceId", first_line AS "firstLine" FROM repeated
  WHERE place > $1 AND place <= $1 + $2 ORDER BY place`;

/** Some of the rows that were taken out, by their lines. */
export const repeatsFrom = async (client: PoolClient, from: number, count: number): Promise<readonly Repeat[]> =>
  (await client.query<Repeat>(repeats, [from, count])).rows;

const isFirst = "SELECT NOT EXISTS (SELECT FROM interaction WHERE site_id = $1 AND source = $2) AS first";

/** Whether nothing of this source was kept before, so that whatever is staged is new. */
export async function isFirstOfSource(client: PoolClient, site: string, source: string): Promise<boolean> {
  return (await client.query<{ first: boolean }>(isFirst, [site, source])).rows[0]?.first === true;
}

type Span = { rows: number; from: LocalDate | null; to: LocalDate | null; dataAsOf: Date | null };

const span = `
  SELECT count(*)::int AS rows, min(day) AS from, max(day) AS to,
    max(started_at + (wait_s + talk_s + hold_s + wrap_s) * interval '1 second') AS "dataAsOf"
  FROM staging`;

const kept = `
  SELECT count(*)::int AS kept,
    count(*) FILTER (WHERE (${broughtOf("i")}) IS DISTINCT FROM (${broughtOf("s")}))::int AS changed
  FROM staging s JOIN interaction i ON i.site_id = $1 AND i.source = $2 AND i.source_id = s.source_id`;

async function compareRows(client: PoolClient, site: string, source: string) {
  await client.query("ANALYZE staging");
  const { rows } = await client.query<{ kept: number; changed: number }>(kept, [site, source]);
  return rows[0] ?? { kept: 0, changed: 0 };
}

/** What is staged beside what is kept. */
export async function compare(client: PoolClient, site: string, source: string): Promise<Comparison> {
  const { rows, from, to, dataAsOf } = (await client.query<Span>(span)).rows[0] as Span;
  const first = await isFirstOfSource(client, site, source);
  const { kept, changed } = first ? { kept: 0, changed: 0 } : await compareRows(client, site, source);
  return {
    added: rows - kept,
    changed,
    unchanged: kept - changed,
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    ...(dataAsOf === null ? {} : { dataAsOf }),
  };
}
