import type { ClientBase } from "pg";
import type { Cause, Due } from "../../features/imports/index.ts";

/** What changed the inputs of scores: an import or its withdrawal, or an evaluation or appeal by its number. */
export type DueCause = Cause | { readonly why: "evaluation" | "appeal"; readonly number: string; readonly at: Date };

const causeJson = ({ at: _, ...cause }: DueCause) => JSON.stringify(cause);

/** Days that follow one another are as far apart as their places in the order, so each run has one difference. */
const byRuns = `
  INSERT INTO score_due (site_id, person_id, from_day, to_day, cause, at)
  SELECT $1, person_id, min(day), max(day), $2, $3 FROM (
    SELECT person_id, day, day - (row_number() OVER (PARTITION BY person_id ORDER BY day))::int AS run
    FROM (SELECT DISTINCT person_id, day FROM changed) AS once
  ) AS runs
  GROUP BY person_id, run ORDER BY person_id, run`;

/** Says that scores are due for all that is noted in `changed`: one row for each person and run of days. */
export const dueByChanged = (client: ClientBase, site: string, cause: DueCause) =>
  client.query(byRuns, [site, causeJson(cause), cause.at]);

const add = `
  INSERT INTO score_due (site_id, person_id, from_day, to_day, cause, at)
  SELECT $1, person, from_day, to_day, $2, $3
  FROM unnest($4::uuid[], $5::date[], $6::date[]) AS due(person, from_day, to_day)`;

/** Says that scores are due. */
export async function addDue(client: ClientBase, site: string, due: readonly Due[], cause: Cause): Promise<void> {
  if (due.length === 0) return;
  const columns = [due.map(({ person }) => person), due.map(({ from }) => from), due.map(({ to }) => to)];
  await client.query(add, [site, causeJson(cause), cause.at, ...columns]);
}
