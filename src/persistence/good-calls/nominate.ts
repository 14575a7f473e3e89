import type { ClientBase, Pool, PoolClient } from "pg";
import type { Draft, GoodCall, GoodCallStore, Nomination, NotPutForward } from "../../features/good-calls/index.ts";
import { isUuid } from "../../kernel/ids.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { announceAll } from "../notices/announce.ts";
import { together, transact } from "../transaction.ts";
import { bodyOf, draftState, findCall, findCalls } from "./rows.ts";

const insert = `
  INSERT INTO good_call (id, number, site_id, source, source_id, person_id, nominator_id, state, skills, body, words,
    nominated_at, next_at)
  VALUES ($1, nextval('good_call_number'), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
  ON CONFLICT (site_id, source, source_id) WHERE state IN ('voting', 'consent', 'accepted') DO NOTHING`;

const dropDrafts = `DELETE FROM good_call WHERE nominator_id = $1 AND state = '${draftState}'`;

/** A call that keeps its contact from being put forward: one that is open, or one that its agent declined. */
const inTheWay = {
  where: `g.site_id = $1 AND g.source = $2 AND g.source_id = $3 AND (g.state IN ('voting', 'consent', 'accepted')
    OR g.state = 'declined' AND g.person_id <> $4)`,
  order: "ORDER BY g.state = 'declined', g.number LIMIT 1",
};

const countSince = `
  SELECT count(*)::int AS made FROM good_call
  WHERE nominator_id = $1 AND state <> '${draftState}' AND nominated_at >= $2`;

/** Whoever puts forward several at once does so one after another. */
const lockNominator = "SELECT FROM person WHERE id = $1 FOR NO KEY UPDATE";

async function findInTheWay(
  client: ClientBase,
  { site, contact, nominator }: Nomination,
): Promise<GoodCall | undefined> {
  return (await findCalls(client, inTheWay, [site, contact.source, contact.sourceId, nominator]))[0];
}

/** Adds a call; undefined where its contact is put forward already, also by somebody who was faster by a moment. */
async function add(client: PoolClient, made: Nomination): Promise<GoodCall | undefined> {
  const { id, site, contact, agent, nominator, state, skills, words, nominatedAt, nextAt = null } = made;
  const own = [id, site, contact.source, contact.sourceId, agent, nominator, state, skills, bodyOf(made), words];
  await client.query(dropDrafts, [nominator]);
  await client.query(insert, [...own, nominatedAt, nextAt]);
  return findCall(client, id);
}

type DraftRow = {
  readonly id: string;
  readonly site: string;
  readonly nominator: string;
  readonly called: string;
  readonly skills: Draft["skills"];
  readonly body: Pick<Draft, "highlight" | "markS">;
  readonly at: Date;
};

const readDraft = `
  SELECT id::text AS id, site_id AS site, nominator_id::text AS nominator, source_id AS called, skills, body,
    nominated_at AS at
  FROM good_call WHERE id = $1 AND state = '${draftState}'`;

function draftFrom({ body: { highlight, markS }, ...rest }: DraftRow): Draft {
  return { ...rest, highlight, ...(markS === undefined ? {} : { markS }) };
}

/** Puts calls forward, and keeps what was said of those whose contact is not clear yet. */
export const nominateIn = (pool: Pool): Pick<GoodCallStore, "saveDraft" | "draft" | "nominate"> => ({
  saveDraft: ({ id, site, nominator, called, skills, highlight, markS, at }) =>
    transact(pool, async (client) => {
      await client.query(lockNominator, [nominator]);
      await client.query(dropDrafts, [nominator]);
      const body = JSON.stringify({ highlight, markS });
      const own = [id, site, "", called, nominator, nominator, draftState, skills, body, "", at, null];
      await client.query(insert, own);
      return { keep: true, value: undefined };
    }),

  async draft(id) {
    if (!isUuid(id)) return undefined;
    const [row] = (await pool.query<DraftRow>(readDraft, [id])).rows;
    return row && draftFrom(row);
  },

  nominate: (nomination, { since, most }, told) =>
    together(pool, async (client): Promise<Outcome<GoodCall, NotPutForward>> => {
      const { nominator, nominatedAt } = nomination;
      await client.query(lockNominator, [nominator]);
      const known = await findInTheWay(client, nomination);
      if (known !== undefined) return refuse({ why: "put-forward", call: known });
      const [row] = (await client.query<{ made: number }>(countSince, [nominator, since])).rows;
      if ((row?.made ?? 0) >= most) return refuse({ why: "too-many", most });
      const made = await add(client, nomination);
      if (made === undefined) {
        const faster = await findInTheWay(client, nomination);
        if (faster === undefined) throw new Error(`good call ${nomination.id} is not there`);
        return refuse({ why: "put-forward", call: faster });
      }
      await announceAll(client, { notices: [told(made)] }, nominatedAt);
      return done(made);
    }),
});
