import type { Pool } from "pg";
import { readComponents, type Scorecard, type ScoreStore } from "../../features/scores/index.ts";
import { dayFromDatabase } from "../days.ts";
import type { PrismaClient } from "../generated/client.ts";
import { daysIn } from "./days.ts";
import { findChanges, findDue, findLatest, findRevisions, keepScores } from "./revisions.ts";
import { sumsIn } from "./sums.ts";

const dataAsOf = "SELECT max(data_as_of) AS at FROM batch WHERE site_id = $1 AND reverted_at IS NULL";

/** Scores on PostgreSQL. */
export function scoreStore({ prisma, pool }: { prisma: PrismaClient; pool: Pool }): ScoreStore {
  // A version never changes, so each is read once.
  const known = new Map<string, Scorecard["components"]>();
  function componentsOf(id: string, version: number, kept: unknown): Scorecard["components"] {
    const key = `${id} ${version}`;
    const components = known.get(key) ?? readComponents(kept);
    known.set(key, components);
    return components;
  }

  return {
    ...sumsIn(pool),
    ...daysIn(pool),

    scorecards: async () => {
      const found = await prisma.scorecard.findMany();
      return found.map(({ id, version, name, audience, components, state, fromDay, toDay, countsFrom }) => ({
        id,
        version,
        name: name as Scorecard["name"],
        for: audience as Scorecard["for"],
        components: componentsOf(id, version, components),
        state: state as Scorecard["state"],
        from: dayFromDatabase(fromDay),
        ...(toDay === null ? {} : { to: dayFromDatabase(toDay) }),
        countsFrom: dayFromDatabase(countsFrom),
      }));
    },

    dataAsOf: async (site) => {
      const { rows } = await pool.query<{ at: Date | null }>({ name: "scores-as-of", text: dataAsOf, values: [site] });
      return rows[0]?.at ?? undefined;
    },

    keep: (computed, at) => keepScores(pool, computed, at),
    latest: (of) => findLatest(pool, of),
    revisions: (of) => findRevisions(pool, of),
    changes: (site, since, batch) => findChanges(pool, site, since, batch),
    due: (site) => findDue(pool, site),
    settle: async (due) => {
      await pool.query("DELETE FROM score_due WHERE id = ANY($1::bigint[])", [due.map(({ id }) => id)]);
    },
    sitesDue: async () => {
      const { rows } = await pool.query<{ site: string }>("SELECT DISTINCT site_id AS site FROM score_due ORDER BY 1");
      return rows.map(({ site }) => site);
    },
  };
}
