import type { ClientBase, Pool } from "pg";
import type { HelpRequest } from "../../features/help/domain.ts";
import { isUnderWay, states } from "../../features/help/states.ts";
import type { Asking, HelpStore, Opened } from "../../features/help/store.ts";
import { announceAll } from "../notices/announce.ts";
import { transact } from "../transaction.ts";
import { requestBody } from "./codec.ts";
import { keep } from "./keep.ts";
import { findWorded } from "./rows.ts";

/** Whoever asks several times at once does so one after another. */
const lockAsker = "SELECT FROM person WHERE id = $1 FOR NO KEY UPDATE";

const underWay = states.filter(isUnderWay);
const openOf = {
  where: "r.asker_id = $1 AND r.opened_at >= $2 AND r.state = ANY($3)",
  order: "ORDER BY r.opened_at DESC, r.number DESC FOR UPDATE",
};

const insert = `
  INSERT INTO help_request (id, number, site_id, asker_id, claimer_id, state, category, is_live, body, words, opened_at, next_at)
  VALUES ($1, nextval('help_request_number'), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
  RETURNING number::int AS number, version`;

async function add(client: ClientBase, { words, ...asking }: Asking): Promise<HelpRequest> {
  const { id, site, asker, claimer = null, state, category, isLive, openedAt, nextAt = null } = asking;
  const own = [id, site, asker, claimer, state, category, isLive, requestBody(asking), words.join(" ")];
  const { rows } = await client.query<Pick<HelpRequest, "number" | "version">>(insert, [...own, openedAt, nextAt]);
  const [made] = rows;
  if (made === undefined) throw new Error(`help request ${id} is not there`);
  return { ...asking, ...made };
}

/** New requests, and what is added to those that are open. */
export const askIn = (pool: Pool): Pick<HelpStore, "ask"> => ({
  ask: (asking, since, merge, told) =>
    transact(pool, async (client): Promise<{ keep: boolean; value: Opened }> => {
      const { asker, openedAt } = asking;
      await client.query(lockAsker, [asker]);
      for (const { request: open, words } of await findWorded(client, openOf, [asker, since, underWay])) {
        const merged = merge(open, words);
        if (merged === undefined) continue;
        return { keep: true, value: { request: await keep(client, open, merged, openedAt), isMerged: true } };
      }
      const request = await add(client, asking);
      await announceAll(client, told(request), openedAt);
      return { keep: true, value: { request, isMerged: false } };
    }),
});
