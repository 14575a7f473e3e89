import type { Pool } from "pg";
import type { GoodCallStore } from "../../features/good-calls/index.ts";
import { changesIn } from "./change.ts";
import { contactsIn } from "./contacts.ts";
import { nominateIn } from "./nominate.ts";
import { openingsIn } from "./openings.ts";
import { findCall, findCalls } from "./rows.ts";

/** Every term has to stand in the words of a call. */
const fits = `g.site_id = $1 AND g.state = 'accepted' AND ($2::text IS NULL OR $2 = ANY(g.skills))
  AND NOT EXISTS (SELECT FROM unnest($3::text[]) AS term WHERE strpos(g.words, term) = 0)`;

const countFitting = `SELECT count(*)::int AS all FROM good_call g WHERE ${fits}`;

/** Good calls in PostgreSQL. */
export function goodCallStore({ pool }: { readonly pool: Pool }): GoodCallStore {
  return {
    ...contactsIn(pool),
    ...nominateIn(pool),
    ...changesIn(pool),
    ...openingsIn(pool),

    goodCall: (id) => findCall(pool, id),
    goodCallNumbered: async (number) => (await findCalls(pool, { where: "g.number = $1" }, [number]))[0],
    nominationsOf: (person, limit) => {
      const order = "ORDER BY g.nominated_at DESC, g.number DESC LIMIT $2";
      return findCalls(pool, { where: "g.nominator_id = $1", order }, [person, limit]);
    },

    async library({ site, terms, skill = undefined, from, limit }) {
      const values = [site, skill ?? null, terms];
      const order = "ORDER BY g.accepted_at DESC, g.number DESC OFFSET $4 LIMIT $5";
      const [calls, counted] = await Promise.all([
        findCalls(pool, { where: fits, order }, [...values, from, limit]),
        pool.query<{ all: number }>(countFitting, values),
      ]);
      return { calls, all: counted.rows[0]?.all ?? 0 };
    },

    acceptedBetween(site, from, before) {
      const where = "g.site_id = $1 AND g.state = 'accepted' AND g.accepted_at >= $2 AND g.accepted_at < $3";
      return findCalls(pool, { where, order: "ORDER BY g.accepted_at, g.number" }, [site, from, before]);
    },
  };
}
