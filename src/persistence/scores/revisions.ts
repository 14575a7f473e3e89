import type { Pool } from "pg";
import type {
  Cause,
  Computed,
  KeptRevision,
  Reason,
  Revision,
  ScoreChange,
  Stretch,
} from "../../features/scores/index.ts";
import type { LocalDate } from "../../kernel/time.ts";

/** Compares each score with its latest revision, adds one where they differ and announces it, in one statement. */
const keep = `
  WITH incoming AS (
    SELECT * FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (
      person uuid, "from" date, "to" date, scorecard text, version int, score jsonb, shared boolean, "dataAsOf" timestamptz,
      cause jsonb
    )) WITH ORDINALITY AS incoming(person, from_day, to_day, scorecard, version, body, shared, as_of, cause, place)
  ), latest AS (
    SELECT DISTINCT ON (i.place) i.place, s.revision, s.reason, s.at, s.scorecard, s.version, s.body
    FROM incoming i JOIN score s ON s.person_id = i.person AND s.from_day = i.from_day AND s.to_day = i.to_day
    ORDER BY i.place, s.revision DESC
  ), made AS (
    INSERT INTO score (person_id, from_day, to_day, revision, scorecard, version, body, shared, data_as_of, at, reason, cause)
    SELECT i.person, i.from_day, i.to_day, coalesce(l.revision, 0) + 1, i.scorecard, i.version, i.body, i.shared, i.as_of, $2,
      CASE WHEN l.place IS NULL THEN 'first'
        WHEN (l.scorecard, l.version) <> (i.scorecard, i.version) THEN 'scorecard' ELSE 'data' END,
      CASE WHEN l.place IS NULL THEN '{}' ELSE coalesce(i.cause, '{}') END
    FROM incoming i LEFT JOIN latest l USING (place)
    WHERE l.place IS NULL
      OR l.at <= $2 AND ((l.scorecard, l.version) <> (i.scorecard, i.version) OR l.body <> i.body)
    ON CONFLICT DO NOTHING
    RETURNING person_id, from_day, to_day, revision, reason, at
  ), said AS (
    INSERT INTO outbox ("is", body, at)
    SELECT 'change', jsonb_build_object('is', 'score-corrected', 'site', p.site_id, 'person', m.person_id,
      'from', m.from_day, 'to', m.to_day), m.at
    FROM made m JOIN person p ON p.id = m.person_id WHERE m.revision > 1
  )
  SELECT i.person::text AS person, coalesce(m.revision, l.revision) AS revision,
    coalesce(m.reason, l.reason) AS reason, coalesce(m.at, l.at) AS at
  FROM incoming i
  LEFT JOIN latest l USING (place)
  LEFT JOIN made m ON m.person_id = i.person AND m.from_day = i.from_day AND m.to_day = i.to_day
  ORDER BY i.place`;

type RevisionRow = { person: string; revision: number | null; reason: Reason | null; at: Date | null };

/** Sums of fractions differ in their last digits with the order they were added in; six decimals are what is meant. */
const rounded = (_: string, value: unknown): unknown =>
  typeof value === "number" && !Number.isInteger(value) ? Math.round(value * 1e6) / 1e6 : value;

export async function keepScores(
  pool: Pool,
  computed: readonly Computed[],
  at: Date,
  again = true,
): Promise<readonly Revision[]> {
  if (computed.length === 0) return [];
  const values = [JSON.stringify(computed, rounded), at];
  const { rows } = await pool.query<RevisionRow>({ name: "scores-keep", text: keep, values });
  const revisions = rows.flatMap(({ person, revision, reason, at: made }) =>
    revision === null || reason === null || made === null ? [] : [{ person, revision, reason, at: made }],
  );
  // Somebody kept the same score at the same instant: theirs stands and is found on the second look.
  return revisions.length < computed.length && again ? keepScores(pool, computed, at, false) : revisions;
}

const kept = "person_id::text AS person, revision, reason, cause, at, scorecard, version, body AS score";

const revisionsOf = `
  SELECT ${kept} FROM score WHERE person_id = $1 AND from_day = $2 AND to_day = $3 ORDER BY revision`;

const latestOf = `
  SELECT l.* FROM unnest($1::uuid[], $2::date[], $3::date[]) WITH ORDINALITY AS a(person_id, from_day, to_day, place)
  LEFT JOIN LATERAL (
    SELECT ${kept} FROM score s
    WHERE s.person_id = a.person_id AND s.from_day = a.from_day AND s.to_day = a.to_day ORDER BY revision DESC LIMIT 1
  ) AS l ON true
  ORDER BY a.place`;

/** The revision that stands of each score, in their order. */
export async function findLatest(pool: Pool, of: readonly Stretch[]): Promise<readonly (KeptRevision | undefined)[]> {
  if (of.length === 0) return [];
  const values = [of.map(({ person }) => person), of.map(({ from }) => from), of.map(({ to }) => to)];
  const { rows } = await pool.query<KeptRevision | { person: null }>(latestOf, values);
  return rows.map((row) => (row.person === null ? undefined : row));
}

/** All revisions of a score, the first first. */
export async function findRevisions(pool: Pool, { person, from, to }: Stretch): Promise<readonly KeptRevision[]> {
  return (await pool.query<KeptRevision>(revisionsOf, [person, from, to])).rows;
}

const changes = `
  SELECT s.person_id::text AS person, s.from_day::text AS from, s.to_day::text AS to, s.revision, s.reason, s.cause, s.at,
    (b.body->>'points')::float8 AS before, (s.body->>'points')::float8 AS after
  FROM score s
  JOIN person p ON p.id = s.person_id AND p.site_id = $1
  JOIN score b ON b.person_id = s.person_id AND b.from_day = s.from_day AND b.to_day = s.to_day AND b.revision = s.revision - 1
  JOIN site w ON w.id = p.site_id
  WHERE s.at > $2 AND (s.at AT TIME ZONE w.zone)::date > s.to_day AND ($3::text IS NULL OR s.cause->>'batch' = $3)
  ORDER BY s.at DESC, s.person_id, s.from_day, s.to_day, s.revision DESC`;

/** Corrections after a moment: each revision beside the one before it. */
export async function findChanges(
  pool: Pool,
  site: string,
  since: Date,
  batch?: string,
): Promise<readonly ScoreChange[]> {
  return (await pool.query<ScoreChange>(changes, [site, since, batch ?? null])).rows;
}

const stale = `
  WITH due AS (SELECT * FROM score_due WHERE site_id = $1 AND id <= $2)
  SELECT DISTINCT ON (s.person_id, s.from_day, s.to_day)
    s.person_id::text AS person, s.from_day::text AS from, s.to_day::text AS to, d.cause
  FROM due d
  JOIN score s ON s.from_day <= d.to_day AND s.to_day >= d.from_day AND (s.person_id = d.person_id OR s.shared)
  JOIN person p ON p.id = s.person_id AND p.site_id = $1
  ORDER BY s.person_id, s.from_day, s.to_day, (s.person_id = d.person_id) DESC NULLS LAST, d.id DESC`;

/** What is due at a site up to now, with the kept scores that stand on it. */
export async function findDue(pool: Pool, site: string) {
  const { rows: due } = await pool.query<{ id: string; cause: Cause }>(
    "SELECT id::text, cause FROM score_due WHERE site_id = $1 ORDER BY id",
    [site],
  );
  const last = due.at(-1);
  if (last === undefined) return { due, stale: [] };
  const found = await pool.query<Stretch & { from: LocalDate; to: LocalDate; cause: Cause }>(stale, [site, last.id]);
  return { due, stale: found.rows };
}
