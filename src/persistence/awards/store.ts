import type { Pool, PoolClient } from "pg";
import type { Award, AwardStore, PastWin, Proposal, Told } from "../../features/awards/index.ts";
import { isUuid } from "../../kernel/ids.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import type { LocalDate } from "../../kernel/time.ts";
import { announceAll } from "../notices/announce.ts";
import { together, transact } from "../transaction.ts";
import { awardFrom, bodyOf, keepWinners, type Row, subjectFrom } from "./rows.ts";

const read = `
  SELECT id::text, number, site_id, rule, from_day, to_day, turn, team, state, body, created_at FROM award`;

/** A number is taken only where the award is new, but for two who propose the same at once. */
const add = `
  INSERT INTO award (id, number, site_id, rule, from_day, to_day, turn, team, state, body, created_at)
  SELECT $1, nextval('award_number'), $2, $3, $4, $5, $6, $7, $8, $9, $10
  WHERE NOT EXISTS (
    SELECT FROM award WHERE site_id = $2 AND rule = $3 AND from_day = $4 AND to_day = $5 AND turn = $6 AND team = $7)
  ON CONFLICT (site_id, rule, from_day, to_day, team, turn) DO NOTHING RETURNING number`;

const save = "UPDATE award SET state = $2, body = $3, decided_at = $4 WHERE id = $1";

const sought = `${read}
  WHERE site_id = $1 AND state = ANY($2) AND ($3::timestamptz IS NULL OR decided_at >= $3)
    AND ($4::timestamptz IS NULL OR decided_at < $4) AND ($5::date IS NULL OR to_day >= $5)
  ORDER BY coalesce(decided_at, created_at) DESC, number DESC LIMIT $6`;

const wins = `
  SELECT w.winner, a.rule, a.to_day AS day FROM award a JOIN award_winner w ON w.award_id = a.id
  WHERE a.site_id = $1 AND a.to_day BETWEEN $2 AND $3 AND a.state = 'given'
  ORDER BY a.to_day, a.number, w.winner COLLATE "C"`;

async function insert(client: PoolClient, one: Proposal): Promise<Award | undefined> {
  const { id, site, rule, from, to, turn, team = "", state, proposedAt } = one;
  const values = [id, site, rule, from, to, turn, team, state, bodyOf(one), proposedAt];
  const [row] = (await client.query<{ number: string }>(add, values)).rows;
  if (row === undefined) return undefined;
  const made = { ...one, number: Number(row.number) };
  await keepWinners(client, made);
  return made;
}

const announce = (client: PoolClient, told: readonly Told[], at: Date) =>
  announceAll(
    client,
    { notices: told.flatMap(({ notices = [] }) => notices), touched: told.flatMap(({ touched = [] }) => touched) },
    at,
  );

/** Awards in PostgreSQL; what changes is announced through the outbox in the same transaction. */
export function awardStore({ pool }: { readonly pool: Pool }): AwardStore {
  const find = async (where: string, values: readonly unknown[]) =>
    (await pool.query<Row>(`${read} WHERE ${where}`, [...values])).rows.map(awardFrom);

  return {
    async award(id) {
      return isUuid(id) ? (await find("id = $1", [id]))[0] : undefined;
    },
    async awardNumbered(site, number) {
      return (await find("site_id = $1 AND number = $2", [site, number]))[0];
    },

    async awards(site, { states, decided, since, limit }) {
      const values = [site, states, decided?.from ?? null, decided?.to ?? null, since ?? null, limit];
      return (await pool.query<Row>(sought, values)).rows.map(awardFrom);
    },

    turns: ({ site, rule, from, to, team = "" }) =>
      find("site_id = $1 AND rule = $2 AND from_day = $3 AND to_day = $4 AND team = $5 ORDER BY turn", [
        site,
        rule,
        from,
        to,
        team,
      ]),

    async wins(site, { from, to }) {
      const { rows } = await pool.query<{ winner: string; rule: string; day: LocalDate }>(wins, [site, from, to]);
      return rows.map(({ winner, rule, day }): PastWin => ({ of: subjectFrom(winner), rule, day }));
    },

    propose: (all, told) =>
      transact(pool, async (client) => {
        const made: Award[] = [];
        for (const one of all) {
          const award = await insert(client, one);
          if (award === undefined) continue;
          made.push(award);
          await announce(client, [told(award)], award.proposedAt);
        }
        return { keep: true, value: made };
      }),

    change: <R>(
      id: string,
      decide: (now: Award) => Outcome<Award, R>,
      told: (after: Award, before: Award) => Told,
      at: Date,
    ) =>
      together(pool, async (client): Promise<Outcome<Award, R | { readonly why: "no-such-award" }>> => {
        if (!isUuid(id)) return refuse({ why: "no-such-award" });
        const [row] = (await client.query<Row>(`${read} WHERE id = $1 FOR UPDATE`, [id])).rows;
        if (row === undefined) return refuse({ why: "no-such-award" });
        const before = awardFrom(row);
        const decided = decide(before);
        if (!decided.ok) return decided;
        const after = decided.value;
        await client.query(save, [id, after.state, bodyOf(after), after.decision?.at ?? null]);
        await keepWinners(client, after);
        await announce(client, [told(after, before)], at);
        return done(after);
      }),
  };
}
