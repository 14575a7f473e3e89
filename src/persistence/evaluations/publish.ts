import type { Pool, PoolClient } from "pg";
import {
  type Evaluation,
  type EvaluationDraft,
  type EvaluationStore,
  ownSource,
  type Published,
  type Unpublished,
} from "../../features/evaluations/index.ts";
import type { Notice } from "../../features/notices/index.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { lockSite } from "../imports/lock.ts";
import { resum } from "../imports/settle.ts";
import { announceAll } from "../notices/announce.ts";
import { together } from "../transaction.ts";
import { findDraft, forgetDraft } from "./drafts.ts";
import { evaluationsById } from "./rows.ts";

const add = `
  INSERT INTO evaluation (id, site_id, source, source_id, person_id, scorer_id, day, kind, points, interaction,
    contact_source, form, form_version, marks, without_auto_fail, failed_by, comment, published_at, overturned)
  VALUES ($1, $2, '${ownSource}', 'E-' || nextval('evaluation_number'), $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13,
    $14, $15, $16, false)`;

const addFirst = `
  INSERT INTO evaluation_revision (evaluation_id, revision, points, without_auto_fail, failed_by, marks, at)
  SELECT id, 1, points, without_auto_fail, failed_by, marks, published_at FROM evaluation WHERE id = $1`;

async function insert(client: PoolClient, id: string, { draft, at, ...result }: Published): Promise<void> {
  const { site, agent, scorer, contact, kind, form, version, marks, comment } = draft;
  await client.query(add, [
    id,
    site,
    agent,
    scorer,
    contact.day,
    kind,
    result.points,
    contact.sourceId,
    contact.source,
    form,
    version,
    JSON.stringify(marks),
    result.withoutAutoFail,
    result.failedBy,
    comment ?? null,
    at,
  ]);
  await client.query(addFirst, [id]);
}

/** What was made here of the same contact before: a contact counts once for each kind. */
const same = `
  SELECT source_id AS number FROM evaluation
  WHERE site_id = $1 AND source = '${ownSource}' AND contact_source = $2 AND interaction = $3 AND kind = $4 LIMIT 1`;

async function findSame(client: PoolClient, { site, contact, kind }: EvaluationDraft): Promise<string | undefined> {
  const values = [site, contact.source, contact.sourceId, kind];
  return (await client.query<{ number: string }>(same, values)).rows[0]?.number;
}

type Deps = { readonly pool: Pool; readonly newId: () => string };

/** Makes evaluations of drafts. An import of the site comes before or after, as both put the same sums right. */
export const publishIn = ({ pool, newId }: Deps): Pick<EvaluationStore, "publish"> => ({
  publish: <R>(
    draft: string,
    judge: (now: EvaluationDraft) => Outcome<Published, R>,
    told: (made: Evaluation) => Notice,
  ) =>
    together(pool, async (client): Promise<Outcome<Evaluation, R | Unpublished>> => {
      const known = await findDraft(client, draft);
      if (known === undefined) return refuse({ why: "gone" });
      await lockSite(client, known.site);
      const now = await findDraft(client, draft, "FOR UPDATE");
      if (now === undefined) return refuse({ why: "gone" });
      const judged = judge(now);
      if (!judged.ok) return judged;
      const number = await findSame(client, now);
      if (number !== undefined) return refuse({ why: "evaluated-already", number });
      const id = newId();
      await insert(client, id, judged.value);
      const made = (await evaluationsById(client, [id])).get(id);
      if (made === undefined) throw new Error(`evaluation ${id} is not there`);
      await forgetDraft(client, draft);
      const { at } = judged.value;
      const days = [made.agent, now.scorer].map((person) => ({ person, day: made.day }));
      await resum(client, made.site, days, { why: "evaluation", number: made.number, at });
      await announceAll(client, { notices: [told(made)] }, at);
      return done(made);
    }),
});
