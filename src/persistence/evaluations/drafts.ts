import type { ClientBase, Pool } from "pg";
import type { EvaluationDraft, EvaluationStore, Mark } from "../../features/evaluations/index.ts";
import { isUuid } from "../../kernel/ids.ts";
import type { LocalDate } from "../../kernel/time.ts";
import { transact } from "../transaction.ts";

type Row = {
  readonly id: string;
  readonly site_id: string;
  readonly scorer_id: string;
  readonly person_id: string;
  readonly source: string;
  readonly source_id: string;
  readonly started_at: Date;
  readonly day: LocalDate;
  readonly kind: EvaluationDraft["kind"];
  readonly form: string;
  readonly version: number;
  readonly marks: readonly Mark[];
  readonly comment: string | null;
  readonly changed_at: Date;
};

const draftFrom = (row: Row): EvaluationDraft => ({
  id: row.id,
  site: row.site_id,
  scorer: row.scorer_id,
  agent: row.person_id,
  contact: { source: row.source, sourceId: row.source_id, startedAt: row.started_at, day: row.day },
  kind: row.kind,
  form: row.form,
  version: row.version,
  marks: row.marks,
  ...(row.comment === null ? {} : { comment: row.comment }),
  changedAt: row.changed_at,
});

const valuesOf = ({ contact, marks, comment = undefined, ...draft }: EvaluationDraft) => [
  draft.id,
  draft.site,
  draft.scorer,
  draft.agent,
  contact.source,
  contact.sourceId,
  contact.startedAt,
  contact.day,
  draft.kind,
  draft.form,
  draft.version,
  JSON.stringify(marks),
  comment ?? null,
  draft.changedAt,
];

const columns = `id, site_id, scorer_id, person_id, source, source_id, started_at, day, kind, form, version, marks,
  comment, changed_at`;
const places = "$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14";

/** Whoever opens one that is there already gets that, also when both come at once. */
const open = `
  INSERT INTO evaluation_draft AS d (${columns}) VALUES (${places})
  ON CONFLICT (scorer_id, source, source_id, form) DO UPDATE SET id = d.id RETURNING *`;
const change = `UPDATE evaluation_draft SET (${columns}) = (${places}) WHERE id = $1`;

/** A draft by its id; `FOR UPDATE` where nobody else is to change it meanwhile. */
export async function findDraft(client: Pool | ClientBase, id: string, lock: "" | "FOR UPDATE" = "") {
  if (!isUuid(id)) return undefined;
  const [row] = (await client.query<Row>(`SELECT * FROM evaluation_draft WHERE id = $1 ${lock}`, [id])).rows;
  return row && draftFrom(row);
}

export const forgetDraft = async (client: Pool | ClientBase, id: string) =>
  void (await client.query("DELETE FROM evaluation_draft WHERE id = $1", [id]));

/** Evaluations that are not published yet. */
export const draftsIn = (
  pool: Pool,
): Pick<EvaluationStore, "drafts" | "draft" | "openDraft" | "changeDraft" | "dropDraft"> => ({
  async drafts(scorer) {
    const sql = "SELECT * FROM evaluation_draft WHERE scorer_id = $1 ORDER BY changed_at DESC, id";
    return (await pool.query<Row>(sql, [scorer])).rows.map(draftFrom);
  },
  draft: (id) => findDraft(pool, id),
  async openDraft(draft) {
    const [row] = (await pool.query<Row>(open, valuesOf(draft))).rows;
    return row === undefined ? draft : draftFrom(row);
  },
  changeDraft: (id, changed) =>
    transact(pool, async (client) => {
      const now = await findDraft(client, id, "FOR UPDATE");
      const value = now && changed(now);
      if (value !== undefined) await client.query(change, valuesOf(value));
      return { keep: true, value };
    }),
  async dropDraft(id) {
    if (isUuid(id)) await forgetDraft(pool, id);
  },
});
