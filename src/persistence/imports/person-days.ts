import type { ClientBase } from "pg";

/** Floats as decimals, whose sum does not depend on the order in which they are added. */
const exact = (points: string) => `${points}::numeric`;
const squared = (points: string) => `${exact(points)} * ${exact(points)}`;
const gap = `abs(${exact("r.points")} - ${exact("r.reference")})`;
const of = (kind: string) => `FILTER (WHERE r.kind = '${kind}')`;

/** What `isWorkday` of the kernel's calendar says of the day of a row `r`. */
const isWorkday = `(
  SELECT r.day = ANY(s.workdays)
    OR NOT (r.day = ANY(s.holidays) OR extract(isodow FROM r.day)::int = ANY(s.weekend))
  FROM site s WHERE s.id = $1)`;

/** What of an evaluation counts on its own day; an import may have brought more since than an appeal made of it. */
const counted = "(CASE WHEN e.adjusted_on IS NULL THEN greatest(e.restated, e.points) ELSE e.points END)";
/**
 * What evaluations `r` add to sums, and to those of which day: each its points, as restated, to its own day. Where a
 * difference was booked to another day, its points stay as they were published, and each restatement adds its
 * difference to the state before on the day that it was booked to, without being one more; a state that is less than
 * the points counts as these.
 */
const evaluated = `(
  SELECT e.site_id, e.person_id, e.scorer_id, e.day, e.kind, e.points, e.reference, 1 AS n,
    ${exact(counted)} AS sum, ${squared(counted)} AS squares,
    (e.overturned OR e.restated IS NOT NULL AND e.adjusted_on IS NULL)::int AS overturned
  FROM evaluation e
  UNION ALL
  SELECT e.site_id, e.person_id, CASE WHEN v.revision = 2 AND NOT e.overturned THEN e.scorer_id END,
    coalesce(v.booked_on, e.day), e.kind, e.points, e.reference, 0,
    ${exact("p.after")} - ${exact("p.before")}, ${squared("p.after")} - ${squared("p.before")}, 1
  FROM evaluation e JOIN evaluation_revision v ON v.evaluation_id = e.id AND v.revision > 1
    LEFT JOIN evaluation_revision b ON b.evaluation_id = e.id AND b.revision = v.revision - 1 AND b.revision > 1,
    LATERAL (SELECT greatest(b.points, e.points) AS before, greatest(v.points, e.points) AS after) AS p
  WHERE e.adjusted_on IS NOT NULL
) AS r`;

type Part = { readonly from: string; readonly person: string; readonly sums: Readonly<Record<string, string>> };

/** What a person's day is summed up from: rows `r` of a table, and whose they are. */
const parts: readonly Part[] = [
  {
    from: `${evaluated} WHERE r.kind <> 'calibration'`,
    person: "r.person_id",
    sums: {
      monitored: `sum(r.n) ${of("monitoring")}`,
      monitored_points: `sum(r.sum) ${of("monitoring")}`,
      monitored_squares: `sum(r.squares) ${of("monitoring")}`,
      test_calls: `sum(r.n) ${of("test-call")}`,
      test_points: `sum(r.sum) ${of("test-call")}`,
      test_squares: `sum(r.squares) ${of("test-call")}`,
    },
  },
  {
    from: `${evaluated} WHERE r.scorer_id IS NOT NULL`,
    person: "r.scorer_id",
    sums: {
      scored: "sum(r.n) FILTER (WHERE r.kind <> 'calibration')",
      overturned: "sum(r.overturned) FILTER (WHERE r.kind <> 'calibration')",
      calibrated: `count(*) ${of("calibration")}`,
      gap_points: `sum(${gap}) ${of("calibration")}`,
      gap_squares: `sum(${gap} * ${gap}) ${of("calibration")}`,
    },
  },
  { from: "complaint r WHERE r.upheld", person: "r.person_id", sums: { complaints_about: "count(*)" } },
  {
    from: "exam r WHERE true",
    person: "r.person_id",
    sums: {
      exams: "count(r.points)",
      exam_points: `sum(${exact("r.points")})`,
      exam_squares: `sum(${squared("r.points")})`,
      exam_absences: "count(*) FILTER (WHERE r.points IS NULL)",
    },
  },
  {
    from: "attendance r WHERE true",
    person: "r.person_id",
    sums: {
      scheduled_days: "count(*) FILTER (WHERE r.scheduled_s > 0)",
      ...Object.fromEntries(
        ["scheduled_s", "in_service_s", "off_s", "staffed_s", "late", "early_leave", "absences", "conduct"].map(
          (column) => [column, `sum(r.${column})`],
        ),
      ),
      leave_days: `least(1, count(*) FILTER (WHERE r.leave AND ${isWorkday}))`,
    },
  },
];

const columns = parts.flatMap(({ sums }) => Object.keys(sums));

const joined = ({ from, person, sums }: Part, index: number) => `
  LEFT JOIN (
    SELECT c.person_id, c.day, ${Object.entries(sums)
      .map(([column, sum]) => `${sum} AS ${column}`)
      .join(", ")}
    FROM changed c, ${from} AND r.site_id = $1 AND ${person} = c.person_id AND r.day = c.day
    GROUP BY c.person_id, c.day
  ) AS part${index} USING (person_id, day)`;

const insert = `
  INSERT INTO person_day (person_id, site_id, day, ${columns.join(", ")})
  SELECT person_id, $1, day, ${columns.map((column) => `coalesce(${column}, 0)`).join(", ")}
  FROM changed ${parts.map(joined).join("")}
  WHERE num_nonnulls(${columns.join(", ")}) > 0 ORDER BY day`;

/** Makes the sums of the persons and days in `changed` anew; a day on which nothing stands has none. */
export async function personDays(client: ClientBase, site: string): Promise<void> {
  await client.query("DELETE FROM person_day p USING changed c WHERE p.person_id = c.person_id AND p.day = c.day");
  await client.query(insert, [site]);
}
