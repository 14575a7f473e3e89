import type { ClientBase, Pool } from "pg";
import type { Entry, HelpRequest, KeptAnswer } from "../../features/help/domain.ts";
import { isUuid } from "../../kernel/ids.ts";
import { type AnswerColumns, answerBodyFrom, type RequestColumns, requestBodyFrom } from "./codec.ts";

/** Rows where something holds, in an order. */
type Where = { readonly where: string; readonly order?: string };

type RequestRow = Omit<RequestColumns, "claimer" | "nextAt"> & {
  readonly claimer: string | null;
  readonly nextAt: Date | null;
  readonly body: string;
  readonly words: string;
};

const requestColumns = `
  r.id::text AS id, r.number::int AS number, r.site_id AS site, r.asker_id::text AS asker, r.claimer_id::text AS claimer,
  r.state, r.category, r.is_live AS "isLive", r.version, r.opened_at AS "openedAt", r.next_at AS "nextAt",
  r.body::text AS body, r.words`;

/** A request with the words that it is found by. */
export type Worded = { readonly request: HelpRequest; readonly words: readonly string[] };

const requestFrom = ({ body, claimer, nextAt, words, ...row }: RequestRow): Worded => ({
  request: {
    ...requestBodyFrom(body),
    ...row,
    ...(claimer === null ? {} : { claimer }),
    ...(nextAt === null ? {} : { nextAt }),
  },
  words: words === "" ? [] : words.split(" "),
});

/** Requests `r` with their words. */
export async function findWorded(
  client: Pool | ClientBase,
  { where, order = "" }: Where,
  values: readonly unknown[],
): Promise<readonly Worded[]> {
  const sql = `SELECT ${requestColumns} FROM help_request r WHERE ${where} ${order}`;
  return (await client.query<RequestRow>(sql, [...values])).rows.map(requestFrom);
}

/** Requests `r`. */
export const findRequests = async (
  client: Pool | ClientBase,
  where: Where,
  values: readonly unknown[],
): Promise<readonly HelpRequest[]> => (await findWorded(client, where, values)).map(({ request }) => request);

/** A request by its id, locked for one's own change where it says so. */
export async function findRequest(
  client: Pool | ClientBase,
  id: string,
  lock: "" | "FOR UPDATE" = "",
): Promise<HelpRequest | undefined> {
  return isUuid(id) ? (await findRequests(client, { where: "r.id = $1", order: lock }, [id]))[0] : undefined;
}

type EntryRow = Omit<Entry, "person"> & { readonly person: string | null };

const entries = `
  SELECT position, person_id::text AS person, kind, text, at FROM help_entry WHERE request_id = $1 ORDER BY position`;

/** What was said and done about a request, the first first. */
export const findEntries = async (client: Pool | ClientBase, request: string): Promise<readonly Entry[]> =>
  (await client.query<EntryRow>(entries, [request])).rows.map(({ person, ...row }) =>
    person === null ? row : { ...row, person },
  );

type AnswerRow = Omit<AnswerColumns, "request"> & { readonly request: string | null; readonly body: string };

const answerColumns = `
  a.id::text AS id, a.number::int AS number, a.site_id AS site, a.request_id::text AS request, a.category, a.state,
  a.question, a.answer, a.solved, a.at, a.body::text AS body`;

const answerFrom = ({ body, request, ...row }: AnswerRow): KeptAnswer => ({
  ...answerBodyFrom(body),
  ...row,
  ...(request === null ? {} : { request }),
});

/** Answers `a`. */
export async function findAnswers(
  client: Pool | ClientBase,
  { where, order = "" }: Where,
  values: readonly unknown[],
): Promise<readonly KeptAnswer[]> {
  const sql = `SELECT ${answerColumns} FROM help_answer a WHERE ${where} ${order}`;
  return (await client.query<AnswerRow>(sql, [...values])).rows.map(answerFrom);
}

/** An answer by its id, locked for one's own change where it says so. */
export async function findAnswer(
  client: Pool | ClientBase,
  id: string,
  lock: "" | "FOR UPDATE" = "",
): Promise<KeptAnswer | undefined> {
  return isUuid(id) ? (await findAnswers(client, { where: "a.id = $1", order: lock }, [id]))[0] : undefined;
}

/** What was learnt from a request last, locked for one's own change. */
export const findLearnt = async (client: ClientBase, request: string): Promise<KeptAnswer | undefined> =>
  (await findAnswers(client, { where: "a.request_id = $1", order: "FOR UPDATE" }, [request]))[0];
