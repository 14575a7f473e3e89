import type { ClientBase } from "pg";

const within = "(SELECT repeat_within_days FROM site WHERE id = $1)";
/** One day more, since a window of whole days may end on it where the clocks went forward. */
const reach = `generate_series(0, ${within} + 1) AS far`;

const earlier = `SELECT DISTINCT (day - far)::text AS day FROM unnest($2::date[]) AS day, ${reach}`;

/** These days and those before them whose contacts could be repeated on these. */
export async function daysReached(client: ClientBase, site: string, days: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ day: string }>(earlier, [site, days]);
  return rows.map(({ day }) => day);
}

const isKnown = (on: string) => `
  SELECT EXISTS (SELECT FROM tally r WHERE r.site_id = $1 AND r.known > 0 ${on}) AS known`;

const nobody = "'00000000-0000-0000-0000-000000000000'::uuid";

/**
 * A contact is repeated when its customer comes again by themselves within the site's days, to whomever. Contacts are
 * read from the last to the first, so that the earliest that came in after each is known when it is reached.
 */
const recount = (on: string, later: string) => `
  WITH known AS (
    SELECT r.person_id, r.day, r.hour, r.queue, r.project, r.outcome, r.started_at,
      min(r.started_at) FILTER (WHERE r.direction = 'in') OVER (
        PARTITION BY r.customer ORDER BY r.started_at DESC, r.source COLLATE "C" DESC, r.source_id COLLATE "C" DESC
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS again_at
    FROM interaction r WHERE r.site_id = $1 AND r.customer IS NOT NULL ${later}
  ), counted AS (
    SELECT r.person_id, r.day, r.hour, r.queue, r.project, sum(r.repeated) AS repeated FROM (
      SELECT k.person_id, k.day, k.hour, k.queue, k.project, 1 AS repeated FROM known k
      WHERE k.outcome = 'answered' AND k.again_at <= k.started_at + ${within} * interval '24 hours'
      UNION ALL
      SELECT t.person_id, t.day, t.hour, t.queue, t.project, t.repeated FROM tally_record t
      WHERE t.site_id = $1 AND t.repeated > 0
    ) AS r
    WHERE true ${on}
    GROUP BY r.person_id, r.day, r.hour, r.queue, r.project
  )
  UPDATE tally t SET repeated = made.repeated
  FROM (
    SELECT r.id, coalesce(c.repeated, 0) AS repeated
    FROM tally r LEFT JOIN counted c ON c.day = r.day AND c.hour = r.hour AND c.queue = r.queue AND c.project = r.project
      AND coalesce(c.person_id, ${nobody}) = coalesce(r.person_id, ${nobody})
    WHERE r.site_id = $1 AND r.known > 0 ${on}
  ) AS made
  WHERE t.id = made.id AND t.repeated <> made.repeated`;

/** Counts repeated contacts anew in the tallies that days reach, or in all; gives whether any customer is known there. */
export async function countRepeats(client: ClientBase, site: string, days?: readonly string[]): Promise<boolean> {
  const on = days === undefined ? "" : "AND r.day = ANY($2::date[])";
  const values = days === undefined ? [site] : [site, await daysReached(client, site, days)];
  if (!(await client.query<{ known: boolean }>(isKnown(on), values)).rows[0]?.known) return false;
  const later = `AND r.day = ANY(ARRAY(SELECT DISTINCT day + far FROM unnest($2::date[]) AS day, ${reach}))`;
  await client.query(recount(on, days === undefined ? "" : later), values);
  return true;
}

const standing = `
  SELECT person_id, day, hour, queue, project, repeated FROM tally
  WHERE site_id = $1 AND day = ANY($2::date[]) AND repeated > 0 AND person_id IS NOT NULL`;

/** Remembers which contacts of whom are repeated on these days; gives whether any are. */
export async function keepRepeats(client: ClientBase, site: string, days: readonly string[]): Promise<boolean> {
  await client.query(`CREATE TEMP TABLE repeats_before ON COMMIT DROP AS
    SELECT person_id, day, hour, queue, project, repeated FROM tally WITH NO DATA`);
  const kept = await client.query(`INSERT INTO repeats_before ${standing}`, [site, days]);
  return (kept.rowCount ?? 0) > 0;
}

/** Notes in `changed` those whose contacts are repeated otherwise than was remembered. */
export const noteRepeats = (client: ClientBase, site: string, days: readonly string[]) =>
  client.query(
    `INSERT INTO changed
    SELECT DISTINCT person_id, day FROM (
      (TABLE repeats_before EXCEPT ${standing}) UNION ALL (${standing} EXCEPT TABLE repeats_before)
    ) AS differing`,
    [site, days],
  );
