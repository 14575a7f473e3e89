import { type Contact, type Evaluation, type EvaluationForm, ownSource } from "../features/evaluations/index.ts";
import type { Database } from "../persistence/client.ts";
import { anId } from "./builders.ts";

const seed = `
  TRUNCATE site, team, person, batch, interaction, tally, evaluation, evaluation_form, evaluation_draft, appeal, appeal_file,
    site_rules, person_day, score_due, record_before, outbox CASCADE;
  INSERT INTO site (id, name, zone, locale, weekend, holidays, workdays)
    SELECT id, id, 'Europe/London', 'en', '{6,7}', '{}', '{}' FROM unnest(ARRAY['leeds', 'york']) AS id;
  INSERT INTO person (id, site_id, employee_no, name, roles)
    SELECT ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'leeds', n::text, n::text, '{agent}'
    FROM generate_series(1, 9) AS n;
  SELECT setval('evaluation_number', 1000), setval('appeal_number', 1);`;

const addContact = `
  INSERT INTO interaction (site_id, source, source_id, person_id, channel, direction, queue, project, started_at, day, hour,
    wait_s, talk_s, hold_s, wrap_s, outcome, complaint, batch_id)
  VALUES ('leeds', $1, $2, $3, $4, 'in', $5, $6, $7, $8, 11, 0, $9, 0, 0, 'answered', false, gen_random_uuid())
  ON CONFLICT DO NOTHING`;
const addTally = `
  INSERT INTO tally (site_id, person_id, day, hour, queue, project, handled, abandoned, answered_in_time, abandoned_in_time,
    complaints, wait_s, talk_s, hold_s, wrap_s, handle_s2, csat_answers, csat_top, known, repeated)
  SELECT site_id, person_id, day, hour, queue, project, count(*), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 FROM interaction
  GROUP BY 1, 2, 3, 4, 5, 6`;

const addBatch = `
  INSERT INTO batch (id, site_id, dataset, file, at, rows, added, changed, rejected)
  VALUES ($1, 'leeds', 'evaluations', 'qa.csv', $2, 1, 1, 0, 0)`;
const addEvaluation = `
  INSERT INTO evaluation (id, site_id, source, source_id, person_id, scorer_id, day, kind, points, interaction, form, overturned,
    batch_id, contact_source, form_version, marks, without_auto_fail, failed_by, comment, published_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, false, $12, $13, $14, $15, $16, $17, $18, $19)`;
const addRevision = `
  INSERT INTO evaluation_revision (evaluation_id, revision, points, without_auto_fail, failed_by, marks, at)
  SELECT id, 1, points, without_auto_fail, failed_by, marks, published_at FROM evaluation WHERE id = $1`;

async function addContactRow({ pool }: Database, one: Contact): Promise<void> {
  const { source, sourceId, agent, channel, queue, project, startedAt, day, handleS } = one;
  await pool.query(addContact, [source, sourceId, agent, channel, queue, project, startedAt, day, handleS]);
}

/** Adds an evaluation as it is published: by an import where its source is not Fairline. */
async function addEvaluationRow(database: Database, one: Evaluation): Promise<void> {
  const { pool } = database;
  const isOwn = one.source === ownSource;
  const batch = anId(Number(one.id.slice(-6)) + 300_000);
  if (!isOwn) await pool.query(addBatch, [batch, one.publishedAt]);
  const rest = isOwn
    ? [null, "calls", one.version, JSON.stringify(one.marks), one.withoutAutoFail, one.failedBy, one.comment]
    : [batch, null, null, null, null, [], null];
  const { id, site, source, number, agent, scorer = null, day, kind, points, interaction, form } = one;
  const own = [id, site, source, number, agent, scorer, day, kind, points, interaction, form];
  await pool.query(addEvaluation, [...own, ...rest, isOwn ? one.publishedAt : null]);
  if (isOwn) await pool.query(addRevision, [id]);
  if (one.contactAt === undefined || one.interaction === undefined) return;
  const place = { channel: "phone", queue: "sales", project: "main", handleS: 95 };
  const contact = { source: isOwn ? "calls" : source, sourceId: one.interaction, agent, day, ...place };
  await addContactRow(database, { ...contact, startedAt: one.contactAt });
}

type Rows = {
  readonly forms?: readonly EvaluationForm[];
  readonly contacts?: readonly Contact[];
  readonly evaluations?: readonly Evaluation[];
};

/** Empties a database and fills it anew: Leeds with the people 1 to 9, York with nobody. */
export async function seedEvaluations(
  database: Database,
  { forms = [], contacts = [], evaluations = [] }: Rows,
): Promise<void> {
  const { pool } = database;
  await pool.query(seed);
  for (const { id, version, ...body } of forms) {
    const sql = "INSERT INTO evaluation_form (id, version, body, published_at) VALUES ($1, $2, $3, now())";
    await pool.query(sql, [id, version, JSON.stringify(body)]);
  }
  for (const one of contacts) await addContactRow(database, one);
  await pool.query(addTally);
  for (const one of evaluations) await addEvaluationRow(database, one);
}
