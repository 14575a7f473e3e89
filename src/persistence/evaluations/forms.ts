import type { Pool } from "pg";
import { type EvaluationForm, type EvaluationStore, formConfig } from "../../features/evaluations/index.ts";

type Row = { readonly id: string; readonly version: number; readonly body: unknown };

const newest =
  'SELECT DISTINCT ON (id COLLATE "C") id, version, body FROM evaluation_form ORDER BY id COLLATE "C", version DESC';
const one = "SELECT id, version, body FROM evaluation_form WHERE id = $1 AND version = $2";

/** Forms as they are out; a version never changes, so each is read once. */
export function formsIn(pool: Pool): Pick<EvaluationStore, "forms" | "form"> {
  const known = new Map<string, EvaluationForm>();
  function formFrom({ id, version, body }: Row): EvaluationForm {
    const key = `${id} ${version}`;
    const form = known.get(key) ?? { ...formConfig.parse(body), id, version };
    known.set(key, form);
    return form;
  }
  return {
    forms: async () => (await pool.query<Row>(newest)).rows.map(formFrom),
    async form(id, version) {
      const row = known.get(`${id} ${version}`) ?? (await pool.query<Row>(one, [id, version])).rows[0];
      return row && ("body" in row ? formFrom(row) : row);
    },
  };
}
