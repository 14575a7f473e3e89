import type { ClientBase } from "pg";
import type { HelpRequest } from "../../features/help/domain.ts";
import type { Changed } from "../../features/help/store.ts";
import { announceAll } from "../notices/announce.ts";
import { answerBody, requestBody } from "./codec.ts";

/** The next state of a request and what was said about it, in one statement. */
const save = `
  WITH said AS (
    INSERT INTO help_entry (request_id, position, person_id, kind, text, at)
    SELECT $1, (SELECT coalesce(max(position), 0) FROM help_entry WHERE request_id = $1) + one.place, one.person, one.kind,
      one.text, one.at
    FROM ROWS FROM (jsonb_to_recordset($8::jsonb) AS (person uuid, kind text, text text, at timestamptz))
      WITH ORDINALITY AS one(person, kind, text, at, place)
  )
  UPDATE help_request SET state = $2, category = $3, is_live = $4, claimer_id = $5, body = $6, next_at = $7,
    version = version + 1
  WHERE id = $1`;

const release = "UPDATE help_answer SET request_id = NULL WHERE request_id = $1 AND id <> $2";
const propose = `
  INSERT INTO help_answer AS a (id, number, site_id, request_id, category, state, question, answer, words, body, at)
  VALUES ($1, nextval('help_answer_number'), $2, $3, $4, $5, $6, $7, $8, $9, $10)
  ON CONFLICT (id) DO UPDATE SET (category, state, question, answer, words, body, at) =
    (excluded.category, excluded.state, excluded.question, excluded.answer, excluded.words, excluded.body, excluded.at)`;

const count = "UPDATE help_answer SET solved = solved + 1 WHERE id = $1";

async function addAnswer(client: ClientBase, answer: NonNullable<Changed["answer"]>): Promise<void> {
  const { id, site, request = null, category, state, question, words, at } = answer;
  const said = [question, answer.answer, words.join(" "), answerBody(answer)];
  await client.query(release, [request, id]);
  await client.query(propose, [id, site, request, category, state, ...said, at]);
}

/** Whether a change leaves everything as it is. */
const isNothing = (now: HelpRequest, { request, entries = [], notices = [], touched = [], ...more }: Changed) =>
  request === now &&
  [entries, notices, touched].every(({ length }) => length === 0) &&
  more.answer === undefined &&
  more.solvedBy === undefined;

/** Keeps what a change makes of a request whose row is locked, and announces it; nothing is kept of what changes nothing. */
export async function keep(client: ClientBase, now: HelpRequest, changed: Changed, at: Date): Promise<HelpRequest> {
  if (isNothing(now, changed)) return now;
  const { request, entries = [], answer, solvedBy } = changed;
  const { state, category, isLive, claimer = null, nextAt = null } = request;
  const own = [state, category, isLive, claimer, requestBody(request), nextAt, JSON.stringify(entries)];
  await client.query(save, [now.id, ...own]);
  if (answer !== undefined) await addAnswer(client, answer);
  if (solvedBy !== undefined) await client.query(count, [solvedBy]);
  await announceAll(client, changed, at);
  return { ...request, version: now.version + 1 };
}
