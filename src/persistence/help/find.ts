import type { Pool } from "pg";
import type { HelpStore } from "../../features/help/store.ts";
import { isUuid } from "../../kernel/ids.ts";
import { findEntries, findRequest, findRequests, findWorded } from "./rows.ts";

const sought = `r.site_id = $1 AND ($2::text[] IS NULL OR r.state = ANY($2)) AND ($3::text IS NULL OR r.category = $3)
  AND ($4::uuid IS NULL OR r.asker_id = $4) AND ($5::uuid IS NULL OR r.claimer_id = $5)
  AND ($6::boolean IS NULL OR r.is_live = $6) AND string_to_array(r.words, ' ') @> $7::text[]`;

const countSought = `SELECT count(*)::int AS all FROM help_request r WHERE ${sought}`;
const latestFirst = "ORDER BY r.opened_at DESC, r.number DESC OFFSET $8 LIMIT $9";
const longestFirst = "ORDER BY r.next_at, r.number LIMIT $2";
const opened = {
  where: "r.site_id = $1 AND r.opened_at >= $2 AND r.opened_at < $3",
  order: "ORDER BY r.opened_at, r.number",
};

type Reading = "request" | "requestNumbered" | "entries" | "find" | "openedBetween" | "due";

/** Requests as they stand. */
export const findIn = (pool: Pool): Pick<HelpStore, Reading> => ({
  request: (id) => findRequest(pool, id),
  requestNumbered: async (number) => (await findRequests(pool, { where: "r.number = $1" }, [number]))[0],
  entries: async (id) => (isUuid(id) ? findEntries(pool, id) : []),

  async find({ site, states = null, category = null, asker = null, claimer = null, isLive = null, ...rest }) {
    const { words = [], from, limit } = rest;
    const values = [site, states, category, asker, claimer, isLive, words];
    const [requests, counted] = await Promise.all([
      findRequests(pool, { where: sought, order: latestFirst }, [...values, from, limit]),
      pool.query<{ all: number }>(countSought, values),
    ]);
    return { requests, all: counted.rows[0]?.all ?? 0 };
  },

  openedBetween: (...of) => findWorded(pool, opened, of),
  due: (...of) => findRequests(pool, { where: "r.next_at <= $1", order: longestFirst }, of),
});
