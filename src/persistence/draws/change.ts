import type { ClientBase, Pool } from "pg";
import type { Prize, Secret } from "../../features/draws/domain.ts";
import type { DrawStore } from "../../features/draws/store.ts";
import { announceAll } from "../notices/announce.ts";
import { transact } from "../transaction.ts";
import { bodyOf } from "./codec.ts";

const next = `
  UPDATE draw SET version = version + 1, state = $3, body = $4, next_at = $5, manifest = coalesce($6, manifest)
  WHERE id = $1 AND version = $2`;

const empty = "DELETE FROM draw_prize WHERE draw_id = $1";
const fill = `
  INSERT INTO draw_prize (draw_id, rank, person_id, state, due_at)
  SELECT $1::uuid, r.rank, r.person, r.state, r."dueAt"
  FROM jsonb_to_recordset($2::jsonb) AS r(rank int, person uuid, state text, "dueAt" timestamptz)`;

async function place(client: ClientBase, draw: string, prizes: readonly Prize[]): Promise<void> {
  await client.query(empty, [draw]);
  await client.query(fill, [draw, JSON.stringify(prizes)]);
}

const forget = [
  "UPDATE draw_entry SET nonce = NULL WHERE draw_id = $1",
  "DELETE FROM draw_entry WHERE draw_id = $1 AND NOT entered",
];

/** Another secret, for which everybody adds numbers anew. */
async function renew(client: ClientBase, draw: string, secret: Secret): Promise<void> {
  await client.query("UPDATE draw SET secret = $2 WHERE id = $1", [draw, JSON.stringify(secret)]);
  for (const statement of forget) await client.query(statement, [draw]);
}

/** The next states of draws. */
export const changeIn = (pool: Pool): Pick<DrawStore, "change"> => ({
  change: (draw, { manifest, prizes, secret, at, ...told }) =>
    transact(pool, async (client) => {
      const { id, version, state, nextAt } = draw;
      const written = await client.query(next, [id, version, state, bodyOf(draw), nextAt, manifest]);
      if (written.rowCount !== 1) return { keep: false, value: false };
      if (prizes !== undefined) await place(client, id, prizes);
      if (secret !== undefined) await renew(client, id, secret);
      await announceAll(client, told, at);
      return { keep: true, value: true };
    }),
});
