import type { Pool } from "pg";
import type { EvaluationStore } from "../../features/evaluations/index.ts";

/** So many are named. */
const named = 5;

const alike = `
  SELECT e.source_id AS number, count(*) OVER ()::int AS all FROM evaluation e
  WHERE e.site_id = $1 AND e.form = $2 AND e.published_at >= $3 AND e.kind <> 'calibration' AND e.id::text <> ALL($6)
    AND EXISTS (
    SELECT FROM jsonb_array_elements(e.marks) AS m
    WHERE m->>'item' = $4 AND CASE WHEN m->>'points' <> 'na' THEN (m->>'points')::float < $5 END)
  ORDER BY e.published_at DESC, e.id DESC LIMIT ${named}`;

/** Evaluations that were marked down by the same rule. */
export const alikeIn = (pool: Pool): Pick<EvaluationStore, "alike"> => ({
  async alike(site, { form, item, most, except = [] }, since) {
    const { rows } = await pool.query<{ number: string; all: number }>(alike, [site, form, since, item, most, except]);
    return { numbers: rows.map(({ number }) => number), all: rows[0]?.all ?? 0 };
  },
});
