import type { Pool } from "pg";
import { awardsConfig } from "../../features/awards/index.ts";
import type { Prize, Secret } from "../../features/draws/domain.ts";
import { isOver, states } from "../../features/draws/states.ts";
import type { DrawStore } from "../../features/draws/store.ts";
import type { PersonId } from "../../features/people/index.ts";
import { isUuid } from "../../kernel/ids.ts";
import type { Log } from "../../kernel/log.ts";
import { siteRules } from "../site-rules.ts";
import { addIn } from "./add.ts";
import { changeIn } from "./change.ts";
import { enterIn } from "./enter.ts";
import { findDraws, findEntries, findEntry } from "./rows.ts";

type PrizeRow = Omit<Prize, "dueAt"> & { readonly dueAt: Date | null };

const prizes = `
  SELECT rank, person_id::text AS person, state, due_at AS "dueAt" FROM draw_prize WHERE draw_id = $1 ORDER BY rank`;

const won = `
  SELECT DISTINCT p.person_id::text AS person FROM draw d JOIN draw_prize p ON p.draw_id = d.id
  WHERE d.site_id = $1 AND (d.body->>'drawnAt')::timestamptz >= $2 AND p.state IN ('offered', 'claimed')`;

const over = states.filter(isOver);
const openFirst = "ORDER BY d.state = ANY($2), d.created_at DESC, d.number DESC LIMIT $3";
const longestFirst = "ORDER BY d.next_at, d.number LIMIT $2";

/** Draws in PostgreSQL; who is told goes through the outbox in the same transaction. */
export function drawStore({ pool, log }: { readonly pool: Pool; readonly log?: Log }): DrawStore {
  const awards = siteRules({ pool, log }, "awards", awardsConfig);
  return {
    ...addIn(pool),
    ...changeIn(pool),
    ...enterIn(pool),

    draw: async (id) => (isUuid(id) ? (await findDraws(pool, { where: "d.id = $1" }, [id]))[0] : undefined),
    async numbered(number) {
      if (!Number.isSafeInteger(number)) return undefined;
      return (await findDraws(pool, { where: "d.number = $1" }, [number]))[0];
    },
    drawsOf: (site, limit) =>
      findDraws(pool, { where: "($1::text IS NULL OR d.site_id = $1)", order: openFirst }, [site ?? null, over, limit]),
    due: (...of) => findDraws(pool, { where: "d.next_at <= $1", order: longestFirst }, of),

    async secretOf(id) {
      const sql = "SELECT secret FROM draw WHERE id = $1";
      const [row] = isUuid(id) ? (await pool.query<{ secret: Secret }>(sql, [id])).rows : [];
      if (row === undefined) throw new Error(`no draw ${id}`);
      return row.secret;
    },

    async manifestOf(id) {
      const sql = "SELECT manifest FROM draw WHERE id = $1 AND manifest IS NOT NULL";
      const [row] = isUuid(id) ? (await pool.query<{ manifest: string }>(sql, [id])).rows : [];
      return row?.manifest;
    },

    entriesOf: async (id) => (isUuid(id) ? findEntries(pool, id) : []),
    entryOf: async (id, person) => (isUuid(id) ? findEntry(pool, id, person) : undefined),

    async prizesOf(id) {
      const { rows } = isUuid(id) ? await pool.query<PrizeRow>(prizes, [id]) : { rows: [] };
      return rows.map(({ dueAt, ...one }) => (dueAt === null ? one : { ...one, dueAt }));
    },

    async awardNames(site) {
      const { rules } = await awards(site);
      return new Map(Object.entries(rules).map(([id, { name }]) => [id, name]));
    },

    async wonSince(site, since) {
      const { rows } = await pool.query<{ person: PersonId }>(won, [site, since]);
      return new Set(rows.map(({ person }) => person));
    },
  };
}
