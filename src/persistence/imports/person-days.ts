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

type Part = { readonly from: string; readonly person: string; readonly sums: Readonly<Record<string, string>> };

/** What a person's day is summed up from: rows `r` of a table, and whose they are. */
const parts: readonly Part[] = [
  {
    from: "evaluation r WHERE r.kind <> 'calibration'",
    person: "r.person_id",
    sums: {
      monitored: `count(*) ${of("monitoring")}`,
      monitored_points: `sum(${exact("r.points")}) ${of("monitoring")}`,
      monitored_squares: `sum(${squared("r.points")}) ${of("monitoring")}`,
      test_calls: `count(*) ${of("test-call")}`,
      test_points: `sum(${exact("r.points")}) ${of("test-call")}`,
      test_squares: `sum(${squared("r.points")}) ${of("test-call")}`,
    },
  },
  {
    from: "evaluation r WHERE r.scorer_id IS NOT NULL",
    person: "r.scorer_id",
    sums: {
      scored: "count(*) FILTER (WHERE r.kind <> 'calibration')",
      overturned: "count(*) FILTER (WHERE r.kind <> 'calibration' AND r.overturned)",
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
