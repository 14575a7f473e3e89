import { randomUUID } from "node:crypto";
import { ownSource } from "../../src/features/evaluations/index.ts";
import type { PersonId } from "../../src/features/people/index.ts";
import { done } from "../../src/kernel/outcome.ts";
import type { Database } from "../../src/persistence/client.ts";
import { resum } from "../../src/persistence/imports/settle.ts";
import { together } from "../../src/persistence/transaction.ts";
import type { DemoSite } from "./centre.ts";
import type { MadeHere } from "./published.ts";

/** What contacts are kept under where an import names no source. */
const contactSource = "default";

const add = `
  INSERT INTO evaluation (id, site_id, source, source_id, person_id, scorer_id, day, kind, points, interaction,
    contact_source, form, form_version, marks, without_auto_fail, failed_by, comment, published_at, acknowledged_at,
    acknowledgement, overturned)
  SELECT r.id, $2, '${ownSource}', 'E-' || nextval('evaluation_number'), r.agent, r.scorer, r.day, r.kind, r.points, r.contact,
    '${contactSource}', r.form, r.version, r.marks, r."withoutAutoFail", r."failedBy", r.comment, r."publishedAt",
    r."acknowledgedAt", r.acknowledgement, false
  FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, agent uuid, scorer uuid, day date, kind text, points float8, contact text,
    form text, version int, marks jsonb, "withoutAutoFail" float8, "failedBy" text[], comment text,
    "publishedAt" timestamptz, "acknowledgedAt" timestamptz, acknowledgement text)`;

const addFirst = `
  INSERT INTO evaluation_revision (evaluation_id, revision, points, without_auto_fail, failed_by, marks, at)
  SELECT id, 1, points, without_auto_fail, failed_by, marks, published_at FROM evaluation
  WHERE site_id = $1 AND source = '${ownSource}'`;

/** Publishes the reviews of a site in their order, and puts right what stands on them; answers their ids. */
export async function publish(
  { pool }: Database,
  site: DemoSite,
  reviews: readonly MadeHere[],
  employees: ReadonlyMap<string, PersonId>,
): Promise<readonly string[]> {
  const rows = reviews.map((review) => ({
    ...review,
    id: randomUUID(),
    agent: employees.get(review.agent),
    scorer: employees.get(review.scorer),
  }));
  const days = rows.flatMap(({ agent, scorer, day }) =>
    [agent, scorer].flatMap((person) => (person === undefined ? [] : [{ person, day }])),
  );
  await together(pool, async (client) => {
    await client.query(add, [JSON.stringify(rows), site.id]);
    await client.query(addFirst, [site.id]);
    await resum(client, site.id, days, { why: "evaluation", number: `E-${reviews.length}`, at: site.until });
    return done(undefined);
  });
  return rows.map(({ id }) => id);
}
