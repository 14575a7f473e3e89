import type { ClientBase, Pool } from "pg";
import type { GoodCall, Skill, State } from "../../features/good-calls/index.ts";
import { isUuid } from "../../kernel/ids.ts";

/** What of a good call is kept as JSON. */
type Body = Pick<GoodCall, "highlight" | "markS" | "result"> & {
  readonly contact: {
    readonly startedAt: string;
    readonly queue: string;
    readonly project: string;
    readonly handleS: number;
  };
};

type Row = {
  readonly id: string;
  readonly number: number;
  readonly site: string;
  readonly source: string;
  readonly source_id: string;
  readonly agent: string;
  readonly nominator: string;
  readonly state: State;
  readonly skills: readonly Skill[];
  readonly body: Body;
  readonly nominated_at: Date;
  readonly next_at: Date | null;
  readonly accepted_at: Date | null;
};

const columns = `g.id::text AS id, g.number::int AS number, g.site_id AS site, g.source, g.source_id,
  g.person_id::text AS agent, g.nominator_id::text AS nominator, g.state, g.skills, g.body, g.nominated_at, g.next_at,
  g.accepted_at`;

function callFrom(row: Row): GoodCall {
  const { contact, highlight, markS, result } = row.body;
  return {
    id: row.id,
    number: row.number,
    site: row.site,
    contact: { source: row.source, sourceId: row.source_id, ...contact, startedAt: new Date(contact.startedAt) },
    agent: row.agent,
    nominator: row.nominator,
    state: row.state,
    skills: row.skills,
    highlight,
    ...(markS === undefined ? {} : { markS }),
    nominatedAt: row.nominated_at,
    ...(row.next_at === null ? {} : { nextAt: row.next_at }),
    ...(result === undefined ? {} : { result }),
    ...(row.accepted_at === null ? {} : { acceptedAt: row.accepted_at }),
  };
}

/** What is kept of a call as JSON. */
export function bodyOf({ contact, highlight, markS, result }: Omit<GoodCall, "number">): string {
  const { startedAt, queue, project, handleS } = contact;
  return JSON.stringify({ contact: { startedAt, queue, project, handleS }, highlight, markS, result });
}

/** What somebody wrote while it is not clear which contact they mean is kept as a call in no state of its life. */
export const draftState = "choosing";

/** Good calls `g` where something holds, in an order. */
export async function findCalls(
  client: Pool | ClientBase,
  { where, order = "" }: { readonly where: string; readonly order?: string },
  values: readonly unknown[],
): Promise<readonly GoodCall[]> {
  const sql = `SELECT ${columns} FROM good_call g WHERE g.state <> '${draftState}' AND ${where} ${order}`;
  return (await client.query<Row>(sql, [...values])).rows.map(callFrom);
}

/** A call by its id; locked for one's own change, or against others' changes, where it says so. */
export async function findCall(
  client: Pool | ClientBase,
  id: string,
  lock: "" | "FOR UPDATE" | "FOR SHARE" = "",
): Promise<GoodCall | undefined> {
  return isUuid(id) ? (await findCalls(client, { where: "g.id = $1", order: lock }, [id]))[0] : undefined;
}
