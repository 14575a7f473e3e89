import type { Pool } from "pg";
import { type AppealStore, appealConfig } from "../../features/appeals/index.ts";
import { isUuid } from "../../kernel/ids.ts";
import type { Log } from "../../kernel/log.ts";
import { refuse } from "../../kernel/outcome.ts";
import { siteRules } from "../site-rules.ts";
import { changeAppeal } from "./change.ts";
import { fileAppeal } from "./file.ts";
import { outcomesIn } from "./outcomes.ts";
import { findAppeals, isOpen, newestFirst, oldestFirst } from "./rows.ts";
import { sweepAppeals } from "./sweep.ts";

/** Whoever is to act, and the scorer while they have not stated their grounds. */
const waiting = `(a.waits_for @> ARRAY[$1::uuid] OR a.scorer_id = $1 AND ${isOpen} AND NOT a.body ? 'statement')`;

const pending = `
  SELECT a.person_id::text AS person, count(*)::int AS count FROM appeal a
  WHERE a.person_id = ANY($1::uuid[]) AND ${isOpen} GROUP BY a.person_id`;

type Deps = { readonly pool: Pool; readonly newId: () => string; readonly log?: Log };

/** Appeals in PostgreSQL; who is told goes through the outbox in the same transaction. */
export function appealStore({ pool, newId, log }: Deps): AppealStore {
  return {
    ...outcomesIn(pool),

    configOf: siteRules({ pool, log }, "appeals", appealConfig),

    appeal: async (id) => (isUuid(id) ? (await findAppeals(pool, { where: "a.id = $1" }, [id]))[0] : undefined),
    numbered: async (...of) => (await findAppeals(pool, { where: "a.site_id = $1 AND a.number = $2" }, of))[0],
    filedBy: (...of) => findAppeals(pool, { where: "a.person_id = $1", order: `${newestFirst} LIMIT $2` }, of),
    waitingFor: (person) => findAppeals(pool, { where: waiting, order: oldestFirst }, [person]),
    openOf: (teams) => findAppeals(pool, { where: `a.team_id = ANY($1) AND ${isOpen}`, order: oldestFirst }, [teams]),

    async pendingOf(agents) {
      const { rows } = await pool.query<{ person: string; count: number }>(pending, [agents]);
      const counts = new Map(rows.map(({ person, count }) => [person, count]));
      return new Map(agents.map((agent) => [agent, counts.get(agent) ?? 0]));
    },

    file: (...of) => fileAppeal(pool, ...of),
    change: async (id, decide, at) => (isUuid(id) ? changeAppeal(pool, id, decide, at) : refuse({ why: "gone" })),
    sweep: (...of) => sweepAppeals(pool, ...of),

    async keepFile({ name, content }, at) {
      const id = newId();
      const sql = "INSERT INTO appeal_file (id, name, content, at) VALUES ($1, $2, $3, $4)";
      await pool.query(sql, [id, name, Buffer.from(content), at]);
      return id;
    },

    async readFile(id) {
      if (!isUuid(id)) return undefined;
      const sql = "SELECT name, content FROM appeal_file WHERE id = $1";
      const [row] = (await pool.query<{ name: string; content: Buffer }>(sql, [id])).rows;
      return row && { name: row.name, content: new Uint8Array(row.content) };
    },
  };
}
