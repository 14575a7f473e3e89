import type { ClientBase, Pool } from "pg";
import type { Draw } from "../../features/draws/domain.ts";
import type { DrawStore } from "../../features/draws/store.ts";
import { announceAll } from "../notices/announce.ts";
import { transact } from "../transaction.ts";
import { bodyOf } from "./codec.ts";
import { findDraws } from "./rows.ts";

/** A number is only taken where there is no draw of the occurrence; of two who come at once, one waits for the other. */
const add = `
  INSERT INTO draw (id, number, site_id, state, body, secret, occurrence, created_at, next_at)
  SELECT $1::uuid, nextval('draw_number'), $2::text, $3::text, $4::jsonb, $5::jsonb, $6::text, $7::timestamptz,
    $8::timestamptz
  WHERE NOT EXISTS (SELECT FROM draw WHERE site_id = $2 AND occurrence = $6)
  ON CONFLICT (site_id, occurrence) DO NOTHING
  RETURNING number::float8 AS number, version`;

async function standing(client: ClientBase, site: string, occurrence: string | undefined): Promise<Draw> {
  const [draw] = await findDraws(client, { where: "d.site_id = $1 AND d.occurrence = $2" }, [site, occurrence]);
  if (draw === undefined) throw new Error(`no draw of ${occurrence} at ${site}`);
  return draw;
}

/** New draws. */
export const addIn = (pool: Pool): Pick<DrawStore, "add"> => ({
  add: (draw, { secret, occurrence, told }) =>
    transact(pool, async (client) => {
      const { id, site, state, madeAt, nextAt } = draw;
      const values = [id, site, state, bodyOf(draw), JSON.stringify(secret), occurrence, madeAt, nextAt];
      const [made] = (await client.query<Pick<Draw, "number" | "version">>(add, values)).rows;
      if (made === undefined) return { keep: false, value: await standing(client, site, occurrence) };
      const value = { ...draw, ...made };
      await announceAll(client, told(value), madeAt);
      return { keep: true, value };
    }),
});
