import type { ClientBase, Pool } from "pg";
import type { Draw, Entry } from "../../features/draws/domain.ts";
import type { DrawStore } from "../../features/draws/store.ts";
import type { PersonId } from "../../features/people/index.ts";
import { isUuid } from "../../kernel/ids.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { together } from "../transaction.ts";
import { findDraws, findEntry } from "./rows.ts";

const put = `
  INSERT INTO draw_entry (draw_id, person_id, at, entered, nonce) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (draw_id, person_id) DO UPDATE SET (at, entered, nonce) = (excluded.at, excluded.entered, excluded.nonce)`;
const drop = "DELETE FROM draw_entry WHERE draw_id = $1 AND person_id = $2";
const raise = "UPDATE draw SET version = version + 1 WHERE id = $1";

async function save(client: ClientBase, draw: string, person: PersonId, { at, entered, nonce }: Entry): Promise<void> {
  if (entered || nonce) await client.query(put, [draw, person, at, entered, nonce]);
  else await client.query(drop, [draw, person]);
  await client.query(raise, [draw]);
}

type Now = { readonly draw: Draw; readonly entry: Entry | undefined };
type Entered = { readonly draw: Draw; readonly entry: Entry };

/** Entries, each decided with its draw held. */
export const enterIn = (pool: Pool): Pick<DrawStore, "enter"> => ({
  enter: <R>(id: string, person: PersonId, decide: (now: Now) => Outcome<Entry, R>) =>
    together(pool, async (client): Promise<Outcome<Entered, R | { readonly why: "gone" }>> => {
      const held = { where: "d.id = $1", order: "FOR UPDATE" };
      const [draw] = isUuid(id) ? await findDraws(client, held, [id]) : [];
      if (draw === undefined) return refuse({ why: "gone" });
      const decided = decide({ draw, entry: await findEntry(client, id, person) });
      if (!decided.ok) return decided;
      await save(client, id, person, decided.value);
      return done({ draw: { ...draw, version: draw.version + 1 }, entry: decided.value });
    }),
});
