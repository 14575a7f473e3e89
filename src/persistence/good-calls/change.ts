import type { ClientBase, Pool } from "pg";
import type { Ballot, Changed, GoodCall, GoodCallStore, NoSuchCall } from "../../features/good-calls/index.ts";
import { isUuid } from "../../kernel/ids.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { announceAll } from "../notices/announce.ts";
import { together } from "../transaction.ts";
import { bodyOf, findCall } from "./rows.ts";

const save = `
  UPDATE good_call SET state = $2, body = $3, next_at = $4, accepted_at = $5 WHERE id = $1`;

const ballots = `
  SELECT person_id::text AS voter, is_for AS "isFor", at FROM good_call_vote WHERE call_id = $1 ORDER BY at, person_id`;

const votesOn = async (client: Pool | ClientBase, id: string): Promise<readonly Ballot[]> =>
  (await client.query<Ballot>(ballots, [id])).rows;

const cast = `
  INSERT INTO good_call_vote (call_id, person_id, is_for, at) VALUES ($1, $2, $3, $4)
  ON CONFLICT (call_id, person_id) DO UPDATE SET is_for = excluded.is_for, at = excluded.at
  WHERE good_call_vote.is_for <> excluded.is_for`;

const due = "SELECT id::text AS id FROM good_call WHERE next_at <= $1 ORDER BY next_at, number LIMIT $2";

/** Votes on calls, and whatever else changes them; one change comes after another. */
export const changesIn = (pool: Pool): Pick<GoodCallStore, "due" | "change" | "vote" | "votes"> => ({
  due: async (at, limit) => (await pool.query<{ id: string }>(due, [at, limit])).rows.map(({ id }) => id),

  change: <R>(id: string, at: Date, decide: (now: GoodCall, votes: readonly Ballot[]) => Outcome<Changed, R>) =>
    together(pool, async (client): Promise<Outcome<GoodCall, R | NoSuchCall>> => {
      const now = await findCall(client, id, "FOR UPDATE");
      if (now === undefined) return refuse({ why: "no-such-call" });
      const decided = decide(now, await votesOn(client, id));
      if (!decided.ok) return decided;
      const { call, notices = [], touched = [] } = decided.value;
      await client.query(save, [id, call.state, bodyOf(call), call.nextAt ?? null, call.acceptedAt ?? null]);
      await announceAll(client, { notices, touched }, at);
      return done(call);
    }),

  vote: <R>(id: string, { voter, isFor, at }: Ballot, judge: (now: GoodCall) => Outcome<true, R>) =>
    together(pool, async (client): Promise<Outcome<GoodCall, R | NoSuchCall>> => {
      const now = await findCall(client, id, "FOR SHARE");
      if (now === undefined) return refuse({ why: "no-such-call" });
      const judged = judge(now);
      if (!judged.ok) return judged;
      await client.query(cast, [id, voter, isFor, at]);
      return done(now);
    }),

  votes: async (id) => (isUuid(id) ? votesOn(pool, id) : []),
});
