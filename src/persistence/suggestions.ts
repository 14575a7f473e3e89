import type { ClientBase, Pool } from "pg";
import type { Touched } from "../features/notices/index.ts";
import {
  type Changed,
  folded,
  type NoSuchSuggestion,
  type NotMade,
  openStates,
  type Step,
  type Suggestion,
  type SuggestionStore,
  type Vote,
} from "../features/suggestions/index.ts";
import { isUuid } from "../kernel/ids.ts";
import { done, type Outcome, refuse } from "../kernel/outcome.ts";
import { announceAll } from "./notices/announce.ts";
import { together } from "./transaction.ts";

/** What of a suggestion is kept as JSON; `fold` is what another is compared with. */
type Body = Pick<Suggestion, "additions" | "followers"> & {
  readonly steps: readonly (Omit<Step, "at"> & { readonly at: string })[];
  readonly fold: string;
};

type Row = Pick<Suggestion, "id" | "number" | "site" | "state" | "text" | "votes"> & {
  readonly author: string | null;
  readonly code_hash: string | null;
  readonly owner: string | null;
  readonly body: Body;
  readonly made_at: Date;
  readonly changed_at: Date;
};

const columns = `s.id::text AS id, s.number::int AS number, s.site_id AS site, s.author_id::text AS author, s.code_hash,
  s.owner_id::text AS owner, s.state, s.text, s.body, s.made_at, s.changed_at,
  (SELECT count(*)::int FROM suggestion_vote v WHERE v.suggestion_id = s.id) AS votes`;

function suggestionFrom({ author, code_hash, owner, body, made_at, changed_at, ...rest }: Row): Suggestion {
  return {
    ...rest,
    ...(author === null ? {} : { author }),
    ...(code_hash === null ? {} : { codeHash: code_hash }),
    ...(owner === null ? {} : { owner }),
    additions: body.additions,
    followers: body.followers,
    steps: body.steps.map((step) => ({ ...step, at: new Date(step.at) })),
    madeAt: made_at,
    changedAt: changed_at,
  };
}

const bodyOf = ({ additions, followers, steps, text }: Omit<Suggestion, "number" | "votes">): string =>
  JSON.stringify({ additions, followers, steps, fold: folded(text) });

type Wanted = { readonly where: string; readonly rest?: string };

/** Suggestions `s` where something holds. */
async function select(db: Pool | ClientBase, { where, rest = "" }: Wanted, values: readonly unknown[]) {
  const sql = `SELECT ${columns} FROM suggestion s WHERE ${where} ${rest}`;
  return (await db.query<Row>(sql, [...values])).rows.map(suggestionFrom);
}

const latest = "ORDER BY s.made_at DESC, s.number DESC";

async function find(db: Pool | ClientBase, id: string, rest = ""): Promise<Suggestion | undefined> {
  return isUuid(id) ? (await select(db, { where: "s.id = $1", rest }, [id]))[0] : undefined;
}

/** Anonymous ones from an instant on, here the value `from`, are shown to nobody. */
const shown = (from: string) => `(s.author_id IS NOT NULL OR s.made_at < ${from})`;

/** Lets one suggestion at a time be made at a site, until the transaction ends. */
const lock = "SELECT pg_advisory_xact_lock(hashtextextended('fairline suggestion ' || $1, 0))";
const same = {
  where: `s.site_id = $1 AND s.state = ANY($2) AND s.body->>'fold' = $3 AND ${shown("$4")}`,
  rest: "ORDER BY s.number LIMIT 1",
};
const signed = "SELECT count(*)::int AS made FROM suggestion WHERE author_id = $1 AND made_at >= $2";

/** Signed ones count on; a drawn number has six digits and tells nothing of when it was drawn. */
const nextNumber = "nextval('suggestion_number')";
const drawnNumber = `(
  SELECT n FROM (SELECT 100000 + floor(random() * 900000)::bigint AS n FROM generate_series(1, 20)) AS drawn
  WHERE NOT EXISTS (SELECT FROM suggestion WHERE number = n) LIMIT 1)`;
const add = (number: string) => `
  INSERT INTO suggestion (id, number, site_id, author_id, code_hash, state, text, body, made_at, changed_at)
  VALUES ($1, ${number}, $2, $3, $4, $5, $6, $7, $8, $9)`;
const save = `
  UPDATE suggestion SET owner_id = $2, state = $3, text = $4, body = $5, changed_at = $6, version = version + 1
  WHERE id = $1`;

const cast = "INSERT INTO suggestion_vote (suggestion_id, person_id, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
const takeBack = "DELETE FROM suggestion_vote WHERE suggestion_id = $1 AND person_id = $2";
const voters = "SELECT person_id::text AS id FROM suggestion_vote WHERE suggestion_id = $1 ORDER BY at, person_id";

const listed = `s.site_id = $1 AND s.state = ANY($2) AND ${shown("$3")}`;
const madeThen = "s.site_id = $1 AND s.made_at >= $2 AND s.made_at < $3 AND s.state <> 'withdrawn'";
const mostVotedThen = `ORDER BY
  (SELECT count(*) FROM suggestion_vote v WHERE v.suggestion_id = s.id AND v.at < $3) DESC, s.made_at, s.number`;
/** Nothing has a step after it was changed the last time. */
const movedThen = `s.site_id = $1 AND s.changed_at >= $2 AND s.state <> 'withdrawn' AND EXISTS (
  SELECT FROM jsonb_array_elements(s.body->'steps') AS step
  WHERE (step->>'at')::timestamptz >= $2 AND (step->>'at')::timestamptz < $3)`;

/** What is brought up to date from an instant on only. */
const touchLater = `
  INSERT INTO outbox ("is", body, at, next_at)
  SELECT 'touched', one, $2, $3 FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS t(one, place) ORDER BY place`;

/** Suggestions and the votes for them in PostgreSQL; what is told of them is announced in the same transaction. */
export function suggestionStore({ pool }: { readonly pool: Pool }): SuggestionStore {
  return {
    make: (making, { since, most, hiddenFrom }, told) =>
      together(pool, async (client): Promise<Outcome<Suggestion, NotMade>> => {
        const { id, site, author = null, codeHash = null, state, text, madeAt, changedAt } = making;
        await client.query(lock, [site]);
        const [known] = await select(client, same, [site, openStates, folded(text), hiddenFrom]);
        if (known !== undefined) return refuse({ why: "same", suggestion: known });
        if (author !== null) {
          const [row] = (await client.query<{ made: number }>(signed, [author, since])).rows;
          if ((row?.made ?? 0) >= most) return refuse({ why: "too-many", most });
        }
        const values = [id, site, author, codeHash, state, text, bodyOf(making), madeAt, changedAt];
        await client.query(add(author === null ? drawnNumber : nextNumber), values);
        const made = await find(client, id);
        if (made === undefined) throw new Error(`suggestion ${id} is not there`);
        await announceAll(client, { notices: [told(made)] }, madeAt);
        return done(made);
      }),

    suggestion: (id) => find(pool, id),
    numbered: async (number) => (await select(pool, { where: "s.number = $1" }, [number]))[0],
    withCode: async (hash) => (await select(pool, { where: "s.code_hash = $1" }, [hash]))[0],
    madeBy: (person, limit) => select(pool, { where: "s.author_id = $1", rest: `${latest} LIMIT $2` }, [person, limit]),

    change: <R>(id: string, at: Date, decide: (now: Suggestion) => Outcome<Changed, R>) =>
      together(pool, async (client): Promise<Outcome<Suggestion, R | NoSuchSuggestion>> => {
        const now = await find(client, id, "FOR UPDATE OF s");
        if (now === undefined) return refuse({ why: "no-such-suggestion" });
        const decided = decide(now);
        if (!decided.ok) return decided;
        const { suggestion, notices = [], touched = [], tellAt } = decided.value;
        const { owner = null, state, text, changedAt } = suggestion;
        await client.query(save, [id, owner, state, text, bodyOf(suggestion), changedAt]);
        await announceAll(client, { notices, touched: tellAt === undefined ? touched : [] }, at);
        if (tellAt !== undefined) await client.query(touchLater, [JSON.stringify(touched), at, tellAt]);
        return done(suggestion);
      }),

    vote: <R>(id: string, { voter, isFor, at }: Vote, judge: (now: Suggestion) => Outcome<readonly Touched[], R>) =>
      together(pool, async (client): Promise<Outcome<Suggestion, R | NoSuchSuggestion>> => {
        const now = await find(client, id, "FOR UPDATE OF s");
        if (now === undefined) return refuse({ why: "no-such-suggestion" });
        const judged = judge(now);
        if (!judged.ok) return judged;
        const { rowCount } = await (isFor ? client.query(cast, [id, voter, at]) : client.query(takeBack, [id, voter]));
        if (rowCount === 0) return done(now);
        await announceAll(client, { touched: judged.value }, at);
        return done({ ...now, votes: now.votes + (isFor ? 1 : -1) });
      }),

    voters: async (id) =>
      isUuid(id) ? (await pool.query<{ id: string }>(voters, [id])).rows.map((row) => row.id) : [],

    async list({ site, states, hiddenFrom, from, limit }) {
      const wanted = [site, states, hiddenFrom];
      const count = `SELECT count(*)::int AS n FROM suggestion s WHERE ${listed}`;
      const [suggestions, { rows }] = await Promise.all([
        select(pool, { where: listed, rest: `${latest} OFFSET $4 LIMIT $5` }, [...wanted, from, limit]),
        pool.query<{ n: number }>(count, wanted),
      ]);
      return { suggestions, all: rows[0]?.n ?? 0 };
    },
    madeBetween: (site, from, before) => select(pool, { where: madeThen, rest: mostVotedThen }, [site, from, before]),
    movedBetween: (site, from, before) => select(pool, { where: movedThen }, [site, from, before]),
  };
}
