import type { Pool } from "pg";
import type { EvaluationRevision, EvaluationStore } from "../../features/evaluations/index.ts";
import { isUuid } from "../../kernel/ids.ts";
import { alikeIn } from "./alike.ts";
import { contactsIn } from "./contacts.ts";
import { draftsIn } from "./drafts.ts";
import { formsIn } from "./forms.ts";
import { publishIn } from "./publish.ts";
import { findEvaluations } from "./rows.ts";

const newestFirst = "ORDER BY coalesce(e.published_at, b.at) DESC, e.day DESC, e.id DESC";

type RevisionRow = Omit<EvaluationRevision, "appeal"> & { readonly appeal: string | null };

const revisions = `
  SELECT revision, points, without_auto_fail AS "withoutAutoFail", failed_by AS "failedBy", marks, at, appeal_id::text AS appeal
  FROM evaluation_revision WHERE evaluation_id = $1 ORDER BY revision`;

const acknowledge = `
  UPDATE evaluation SET acknowledged_at = $2, acknowledgement = $3 WHERE id = $1 AND acknowledged_at IS NULL`;

/** Evaluations, their drafts and their forms in PostgreSQL. */
export function evaluationStore(deps: { readonly pool: Pool; readonly newId: () => string }): EvaluationStore {
  const { pool } = deps;
  const evaluation: EvaluationStore["evaluation"] = async (id) =>
    isUuid(id) ? (await findEvaluations(pool, { where: "e.id = $1" }, [id]))[0] : undefined;

  return {
    ...alikeIn(pool),
    ...formsIn(pool),
    ...contactsIn(pool),
    ...draftsIn(pool),
    ...publishIn(deps),

    evaluation,

    async evaluationsCalled(site, text) {
      const spellings = [...new Set([text, text.toUpperCase(), text.toLowerCase()])];
      const where = "e.site_id = $1 AND (e.source_id = ANY($2) OR e.interaction = ANY($2))";
      return findEvaluations(pool, { where, order: newestFirst }, [site, spellings]);
    },

    evaluationsOf: (agent, limit) =>
      findEvaluations(
        pool,
        { where: "e.person_id = $1 AND e.kind <> 'calibration'", order: `${newestFirst} LIMIT $2` },
        [agent, limit],
      ),

    async revisions(id) {
      if (!isUuid(id)) return [];
      const { rows } = await pool.query<RevisionRow>(revisions, [id]);
      if (rows.length > 0) return rows.map(({ appeal, ...one }) => (appeal === null ? one : { ...one, appeal }));
      // What was imported has no revisions until it is restated.
      const one = await evaluation(id);
      if (one === undefined) return [];
      const { marks, points, withoutAutoFail, failedBy, publishedAt: at } = one;
      return [{ revision: 1, marks, points, withoutAutoFail, failedBy, at }];
    },

    async acknowledge(id, at, comment) {
      return isUuid(id) && (await pool.query(acknowledge, [id, at, comment ?? null])).rowCount === 1;
    },
  };
}
