import type { PoolClient } from "pg";
import type { Decided } from "../../features/appeals/index.ts";
import type { Evaluation } from "../../features/evaluations/index.ts";
import { resum } from "../imports/settle.ts";
import { announceAll } from "../notices/announce.ts";

/** The state in which an imported evaluation was published, kept before its first restatement. */
const keepFirst = `
  INSERT INTO evaluation_revision (evaluation_id, revision, points, without_auto_fail, failed_by, marks, at)
  VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`;

/** A difference that was booked elsewhere once stays where it is, and what follows adds its own. */
const restateRow = `
  UPDATE evaluation SET restated = $2, without_auto_fail = $3, failed_by = $4, revision = revision + 1,
    marks = CASE WHEN marks IS NULL THEN NULL ELSE $5::jsonb END, adjusted_on = coalesce($6, adjusted_on)
  WHERE id = $1`;

const addRevision = `
  INSERT INTO evaluation_revision (evaluation_id, revision, points, without_auto_fail, failed_by, marks, at, appeal_id,
    booked_on)
  SELECT id, revision, restated, without_auto_fail, failed_by, $2, $3, $4, $5 FROM evaluation WHERE id = $1`;

/**
 * Makes of an evaluation what was decided, puts the sums of its day right, or of the day to which the difference is
 * booked, and says which scores stand on it. The site and the evaluation are locked.
 */
export async function restate(client: PoolClient, { appeal, restatement }: Decided, before: Evaluation): Promise<void> {
  if (restatement === undefined) return;
  const { evaluation: id, marks, points, withoutAutoFail, failedBy, at, adjustOn = null } = restatement;
  const { revision, publishedAt } = before;
  if (revision === 1) {
    const first = [before.points, before.withoutAutoFail, before.failedBy, JSON.stringify(before.marks), publishedAt];
    await client.query(keepFirst, [id, revision, ...first]);
  }
  await client.query(restateRow, [id, points, withoutAutoFail, failedBy, JSON.stringify(marks), adjustOn]);
  await client.query(addRevision, [id, JSON.stringify(marks), at, appeal.id, adjustOn]);
  const people = [before.agent, ...(before.scorer === undefined ? [] : [before.scorer])];
  const days = people.map((person) => ({ person, day: adjustOn ?? before.day }));
  await resum(client, before.site, days, { why: "appeal", number: String(appeal.number), at });
  await announceAll(client, { touched: [{ kind: "evaluation", site: before.site, period: id }] }, at);
}
