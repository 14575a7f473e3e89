import type { ClientBase, Pool } from "pg";
import type { Evaluation, EvaluationKind, Mark } from "../../features/evaluations/index.ts";
import type { LocalDate } from "../../kernel/time.ts";

/** An evaluation as it is read. */
type Row = {
  readonly id: string;
  readonly source_id: string;
  readonly site_id: string;
  readonly source: string;
  readonly person_id: string;
  readonly scorer_id: string | null;
  readonly day: LocalDate;
  readonly kind: EvaluationKind;
  readonly interaction: string | null;
  readonly started_at: Date | null;
  readonly form: string;
  readonly form_version: number | null;
  readonly marks: readonly Mark[] | null;
  readonly points: number;
  readonly restated: number | null;
  readonly without_auto_fail: number | null;
  readonly failed_by: readonly string[];
  readonly comment: string | null;
  readonly revision: number;
  readonly published: Date;
  readonly acknowledged_at: Date | null;
  readonly acknowledgement: string | null;
};

/** An imported one was published when it was first imported; its contact is one of the same source. */
const read = `
  SELECT e.*, i.started_at, coalesce(e.published_at, b.at) AS published
  FROM evaluation e LEFT JOIN batch b ON b.id = e.batch_id
    LEFT JOIN interaction i ON i.site_id = e.site_id AND i.source = coalesce(e.contact_source, e.source)
      AND i.source_id = e.interaction`;

function evaluationFrom(row: Row): Evaluation {
  // An import may have brought more since than an appeal made of it.
  const points = Math.max(row.restated ?? 0, row.points);
  return {
    id: row.id,
    number: row.source_id,
    site: row.site_id,
    source: row.source,
    agent: row.person_id,
    ...(row.scorer_id === null ? {} : { scorer: row.scorer_id }),
    day: row.day,
    kind: row.kind,
    ...(row.interaction === null ? {} : { interaction: row.interaction }),
    ...(row.started_at === null ? {} : { contactAt: row.started_at }),
    form: row.form,
    ...(row.form_version === null ? {} : { version: row.form_version }),
    marks: row.marks ?? [],
    points,
    withoutAutoFail: Math.max(row.without_auto_fail ?? 0, points),
    failedBy: row.failed_by,
    ...(row.comment === null ? {} : { comment: row.comment }),
    revision: row.revision,
    publishedAt: row.published,
    ...(row.acknowledged_at === null ? {} : { acknowledgedAt: row.acknowledged_at }),
    ...(row.acknowledgement === null ? {} : { acknowledgement: row.acknowledgement }),
  };
}

/** Evaluations `e` where something holds, in an order. */
export async function findEvaluations(
  client: Pool | ClientBase,
  { where, order = "" }: { readonly where: string; readonly order?: string },
  values: readonly unknown[],
): Promise<readonly Evaluation[]> {
  return (await client.query<Row>(`${read} WHERE ${where} ${order}`, [...values])).rows.map(evaluationFrom);
}

/** Evaluations by their ids, those that are gone left out. */
export async function evaluationsById(
  client: Pool | ClientBase,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Evaluation>> {
  const found = await findEvaluations(client, { where: "e.id = ANY($1::uuid[])" }, [[...new Set(ids)]]);
  return new Map(found.map((one) => [one.id, one]));
}

/** An evaluation that nobody else changes until the transaction ends. */
export async function lockEvaluation(client: ClientBase, id: string): Promise<Evaluation | undefined> {
  await client.query("SELECT FROM evaluation WHERE id = $1 FOR UPDATE", [id]);
  return (await findEvaluations(client, { where: "e.id = $1" }, [id]))[0];
}
