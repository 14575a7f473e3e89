import type { ClientBase, Pool } from "pg";
import type { Draw, Entry } from "../../features/draws/domain.ts";
import type { PersonId } from "../../features/people/index.ts";
import { bodyFrom, type InColumns } from "./codec.ts";

type Row = Omit<InColumns, "nextAt"> & { readonly nextAt: Date | null; readonly body: string };

/** What of a draw is told: the secret and the manifest are asked for by themselves. */
const columns = `
  d.id::text AS id, d.number::float8 AS number, d.site_id AS site, d.state, d.version, d.created_at AS "madeAt",
  d.next_at AS "nextAt", d.body::text AS body`;

const drawFrom = ({ body, nextAt, ...row }: Row): Draw => ({
  ...bodyFrom(body),
  ...row,
  ...(nextAt === null ? {} : { nextAt }),
});

/** Draws `d` where something holds, in an order. */
export async function findDraws(
  client: Pool | ClientBase,
  { where, order = "" }: { readonly where: string; readonly order?: string },
  values: readonly unknown[],
): Promise<readonly Draw[]> {
  const sql = `SELECT ${columns} FROM draw d WHERE ${where} ${order}`;
  return (await client.query<Row>(sql, [...values])).rows.map(drawFrom);
}

type EntryRow = Omit<Entry, "nonce"> & { readonly nonce: string | null };

const entries = "SELECT person_id::text AS person, at, entered, nonce FROM draw_entry WHERE draw_id = $1";

const entryFrom = ({ nonce, ...row }: EntryRow): Entry => (nonce === null ? row : { ...row, nonce });

/** Everybody's entries in a draw, the first first. */
export const findEntries = async (client: Pool | ClientBase, draw: string): Promise<readonly Entry[]> =>
  (await client.query<EntryRow>(`${entries} ORDER BY at, person_id`, [draw])).rows.map(entryFrom);

/** Somebody's entry in a draw. */
export async function findEntry(client: Pool | ClientBase, draw: string, person: PersonId): Promise<Entry | undefined> {
  const [row] = (await client.query<EntryRow>(`${entries} AND person_id = $2`, [draw, person])).rows;
  return row && entryFrom(row);
}
