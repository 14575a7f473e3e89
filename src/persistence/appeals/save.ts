import type { ClientBase } from "pg";
import { type Appeal, type Decided, isOver, waitedFor } from "../../features/appeals/index.ts";
import { announceAll } from "../notices/announce.ts";
import { outcomesOf } from "./outcomes.ts";

/** An open appeal that time alone would do nothing to still counts as one that is looked at again some day. */
const nextAt = ({ appeal, nextAt: at }: Decided) => (isOver(appeal.state) ? null : (at ?? "infinity"));

const rowOf = (decided: Decided) => {
  const { appeal } = decided;
  return {
    id: appeal.id,
    number: appeal.number,
    site_id: appeal.site,
    evaluation_id: appeal.evaluation,
    person_id: appeal.agent,
    scorer_id: appeal.scorer ?? null,
    team_id: appeal.team ?? null,
    state: appeal.state,
    body: appeal,
    waits_for: [...new Set(waitedFor(appeal).map(({ person }) => person))],
    next_at: nextAt(decided),
    filed_at: appeal.filedAt,
    decided_at: appeal.decision?.at ?? null,
  };
};

const put = `
  INSERT INTO appeal AS a (id, number, site_id, evaluation_id, person_id, scorer_id, team_id, state, body, waits_for, next_at,
    filed_at, decided_at)
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, number bigint, site_id text, evaluation_id uuid, person_id uuid,
    scorer_id uuid, team_id text, state text, body jsonb, waits_for uuid[], next_at timestamptz, filed_at timestamptz,
    decided_at timestamptz)
  ON CONFLICT (id) DO UPDATE SET (team_id, state, body, waits_for, next_at, decided_at) = (excluded.team_id, excluded.state,
    excluded.body, excluded.waits_for, excluded.next_at, excluded.decided_at)`;

const freeItems = "DELETE FROM appeal_item WHERE appeal_id = ANY($1::uuid[])";

const takeItems = `
  INSERT INTO appeal_item (evaluation_id, item, appeal_id)
  SELECT $1, item, $2 FROM unnest($3::text[]) AS item`;

/** The columns of what was decided are kept once: a decision does not change. */
const putOutcomes = `
  INSERT INTO appeal_outcome (appeal_id, item, number, site_id, form, person_id, scorer_id, team_id, kind, outcome, code,
    original, decided, reasons, words, at)
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS r(appeal_id uuid, item text, number bigint, site_id text, form text,
    person_id uuid, scorer_id uuid, team_id text, kind text, outcome text, code text, original float8, decided float8,
    reasons text[], words text, at timestamptz)
  ON CONFLICT DO NOTHING`;

/** Holds the items of a new appeal, so that there is no other of them while it is open. */
export async function holdItems(client: ClientBase, { evaluation, id, challenges, state }: Appeal): Promise<void> {
  if (!isOver(state)) await client.query(takeItems, [evaluation, id, challenges.map(({ item }) => item)]);
}

/** Writes decisions with all that stands on them but evaluations, and announces who is told. */
export async function saveAll(client: ClientBase, all: readonly Decided[], at: Date): Promise<void> {
  if (all.length === 0) return;
  await client.query(put, [JSON.stringify(all.map(rowOf))]);
  const over = all.filter(({ appeal }) => isOver(appeal.state)).map(({ appeal }) => appeal.id);
  if (over.length > 0) await client.query(freeItems, [over]);
  const outcomes = await outcomesOf(
    client,
    all.map(({ appeal }) => appeal),
  );
  if (outcomes.length > 0) await client.query(putOutcomes, [JSON.stringify(outcomes)]);
  const notices = all.flatMap((one) => one.notices);
  await announceAll(client, { notices, touched: all.flatMap((one) => one.touched) }, at);
}
