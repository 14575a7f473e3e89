import type { Pool } from "pg";
import type { Sums } from "../features/scores/domain.ts";
import type { Computed, Reason, Revision, Scorecard, ScoreStore } from "../features/scores/index.ts";
import { dayFromDatabase } from "./days.ts";
import type { PrismaClient } from "./generated/client.ts";

/** The sums of the `tally` rows of a group, as `Sums` names them. */
const sums = `
  coalesce(sum(t.handled), 0)::float8 AS handled,
  coalesce(sum(t.complaints), 0)::float8 AS complaints,
  coalesce(sum(t.talk_s), 0)::float8 AS "talkS",
  coalesce(sum(t.hold_s), 0)::float8 AS "holdS",
  coalesce(sum(t.wrap_s), 0)::float8 AS "wrapS",
  coalesce(sum(t.handle_s2), 0)::float8 AS "handleS2",
  count(DISTINCT (t.person_id, t.day)) FILTER (WHERE t.handled > 0)::int AS "daysWorked",
  count(DISTINCT t.person_id) FILTER (WHERE t.handled > 0)::int AS people`;

const sumsOf = `
  SELECT ${sums}
  FROM unnest($2::date[], $3::date[]) WITH ORDINALITY AS stretch(from_day, to_day, place)
  LEFT JOIN tally t ON t.person_id = $1 AND t.day BETWEEN stretch.from_day AND stretch.to_day
  GROUP BY stretch.place ORDER BY stretch.place`;

const sumsOfTeam = `
  SELECT p.id::text AS person, p.name, ${sums}
  FROM tally t
  JOIN assignment a ON a.person_id = t.person_id AND a.team_id = $1 AND a.seat = 'member'
    AND t.day BETWEEN a.from_day AND coalesce(a.to_day, 'infinity')
  JOIN person p ON p.id = t.person_id
  WHERE t.day BETWEEN $2 AND $3
  GROUP BY p.id HAVING sum(t.handled) > 0`;

const sumsOfSite = `
  SELECT t.person_id::text AS person, ${sums}
  FROM tally t
  WHERE t.site_id = $1 AND t.day BETWEEN $2 AND $3 AND t.person_id IS NOT NULL
  GROUP BY t.person_id HAVING sum(t.handled) > 0`;

const dataAsOf = `
  SELECT max(data_as_of) AS at FROM batch
  WHERE site_id = $1 AND dataset = 'interactions' AND reverted_at IS NULL`;

/** Compares each score with its latest revision and adds one where they differ, in one statement. */
const keep = `
  WITH incoming AS (
    SELECT * FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (
      person uuid, "from" date, "to" date, scorecard text, version int, score jsonb, "dataAsOf" timestamptz
    )) WITH ORDINALITY AS incoming(person, from_day, to_day, scorecard, version, body, as_of, place)
  ), latest AS (
    SELECT DISTINCT ON (i.place) i.place, s.revision, s.reason, s.at, s.version, s.body
    FROM incoming i JOIN score s
      ON s.person_id = i.person AND s.from_day = i.from_day AND s.to_day = i.to_day AND s.scorecard = i.scorecard
    ORDER BY i.place, s.revision DESC
  ), made AS (
    INSERT INTO score (person_id, from_day, to_day, scorecard, revision, version, body, data_as_of, at, reason)
    SELECT i.person, i.from_day, i.to_day, i.scorecard, coalesce(l.revision, 0) + 1, i.version, i.body, i.as_of, $2,
      CASE WHEN l.place IS NULL THEN 'first' WHEN l.version <> i.version THEN 'scorecard' ELSE 'data' END
    FROM incoming i LEFT JOIN latest l USING (place)
    WHERE l.place IS NULL OR l.version <> i.version OR l.body <> i.body
    ON CONFLICT DO NOTHING
    RETURNING person_id, from_day, to_day, scorecard, revision, reason, at
  )
  SELECT i.person::text AS person, coalesce(m.revision, l.revision) AS revision,
    coalesce(m.reason, l.reason) AS reason, coalesce(m.at, l.at) AS at
  FROM incoming i
  LEFT JOIN latest l USING (place)
  LEFT JOIN made m ON m.person_id = i.person AND m.from_day = i.from_day AND m.to_day = i.to_day
    AND m.scorecard = i.scorecard
  ORDER BY i.place`;

type RevisionRow = { person: string; revision: number | null; reason: Reason | null; at: Date | null };

/** Scores on PostgreSQL: sums over sets of tallies, never row by row. */
export function scoreStore({ prisma, pool }: { prisma: PrismaClient; pool: Pool }): ScoreStore {
  const rows = async <R extends object>(name: string, text: string, values: unknown[]): Promise<R[]> =>
    (await pool.query<R>({ name: `scores-${name}`, text, values })).rows;
  const withSums = <R extends Sums>({ person, name, ...own }: R & { person: string; name: string }) => ({
    person,
    name,
    sums: own as unknown as Sums,
  });

  async function keepAll(computed: readonly Computed[], at: Date, again = true): Promise<readonly Revision[]> {
    if (computed.length === 0) return [];
    const found = await rows<RevisionRow>("keep", keep, [JSON.stringify(computed), at]);
    const revisions = found.flatMap(({ person, revision, reason, at: made }) =>
      revision === null || reason === null || made === null ? [] : [{ person, revision, reason, at: made }],
    );
    // Somebody kept the same score at the same instant: theirs stands and is found on the second look.
    return revisions.length < computed.length && again ? keepAll(computed, at, false) : revisions;
  }

  return {
    sumsOf: (person, stretches) =>
      rows<Sums>("of", sumsOf, [person, stretches.map((one) => one.from), stretches.map((one) => one.to)]),

    sumsOfTeam: async (team, from, to) => {
      return (await rows<Sums & { person: string; name: string }>("team", sumsOfTeam, [team, from, to])).map(withSums);
    },

    sumsOfSite: async (site, from, to) => {
      const found = await rows<Sums & { person: string }>("site", sumsOfSite, [site, from, to]);
      return found.map(({ person, ...own }) => ({ person, sums: own }));
    },

    scorecards: async () => {
      const found = await prisma.scorecard.findMany();
      return found.map(({ id, version, name, audience, components, state, fromDay }) => ({
        id,
        version,
        name: name as Scorecard["name"],
        for: audience as Scorecard["for"],
        components: components as Scorecard["components"],
        state: state as Scorecard["state"],
        from: dayFromDatabase(fromDay),
      }));
    },

    dataAsOf: async (site) => (await rows<{ at: Date | null }>("as-of", dataAsOf, [site]))[0]?.at ?? undefined,

    keep: keepAll,
  };
}
