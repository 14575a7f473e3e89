import type { Pool } from "pg";
import type { GoodCallStore, Heard, Opening } from "../../features/good-calls/index.ts";
import { isUuid } from "../../kernel/ids.ts";

type Row = Omit<Opening, "openedAt"> & { readonly openedAt: Date | null };

const add = `
  INSERT INTO good_call_opening (hash, call_id, person_id, at, expires_at, opened_at, times)
  VALUES ($1, $2, $3, $4, $5, $6, $7)`;

const one = `
  SELECT hash, call_id::text AS call, person_id::text AS person, at, expires_at AS "expiresAt", opened_at AS "openedAt", times
  FROM good_call_opening WHERE hash = $1`;

const count = `
  UPDATE good_call_opening SET times = times + 1, opened_at = coalesce(opened_at, $2)
  WHERE hash = $1 AND times < $3`;

const sums = `
  SELECT coalesce(sum(times), 0)::int AS times, count(DISTINCT person_id)::int AS people
  FROM good_call_opening WHERE call_id = $1 AND times > 0`;

const latest = `
  SELECT person_id::text AS person, opened_at AS "openedAt", times FROM good_call_opening
  WHERE call_id = $1 AND times > 0 ORDER BY opened_at DESC, hash LIMIT $2`;

/** Links to recordings, and who followed them. */
export const openingsIn = (pool: Pool): Pick<GoodCallStore, "addOpening" | "opening" | "countOpening" | "heard"> => ({
  async addOpening({ hash, call, person, at, expiresAt, openedAt, times }) {
    await pool.query(add, [hash, call, person, at, expiresAt, openedAt ?? null, times]);
  },

  async opening(hash) {
    const [row] = (await pool.query<Row>(one, [hash])).rows;
    if (row === undefined) return undefined;
    const { openedAt, ...rest } = row;
    return openedAt === null ? rest : { ...rest, openedAt };
  },

  countOpening: async (hash, at, most) => (await pool.query(count, [hash, at, most])).rowCount === 1,

  async heard(id, limit) {
    if (!isUuid(id)) return { times: 0, people: 0, latest: [] };
    const [sum] = (await pool.query<Pick<Heard, "times" | "people">>(sums, [id])).rows;
    const { rows } = await pool.query<Heard["latest"][number]>(latest, [id, limit]);
    return { times: sum?.times ?? 0, people: sum?.people ?? 0, latest: rows };
  },
});
