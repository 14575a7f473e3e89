import type { Pool, PoolClient } from "pg";
import {
  type Announced,
  type Ledger,
  type Notice,
  recipientOf,
  recipientText,
  type Sought,
  type State,
  type Touched,
} from "../../features/notices/index.ts";
import { isUuid } from "../../kernel/ids.ts";
import { transact } from "../transaction.ts";
import { type ClaimedRow, claimedFrom, deliveryFrom, type Row } from "./rows.ts";
import { noticeSettings } from "./settings.ts";
import { patchOf, settle } from "./settle.ts";

type LedgerDeps = { readonly pool: Pool; readonly newId: () => string };

const announce = `INSERT INTO outbox ("is", body, at) VALUES ('notice', $1, $2)`;

const plan = `
  INSERT INTO delivery (id, schedule, site_id, period, recipient, platform, occurs_at, due_at, body, state, reason, next_at)
  SELECT gen_random_uuid(), $2, $3, $4, recipient, platform, $5, $6, body,
    CASE WHEN skip IS NULL THEN 'planned' ELSE 'skipped' END, skip, CASE WHEN skip IS NULL THEN $6::timestamptz END
  FROM jsonb_to_recordset($1::jsonb) AS planned(recipient text, platform text, body jsonb, skip text)
  ON CONFLICT DO NOTHING`;

/**
 * What stands and is held by nobody is due at once; what is being sent is looked at again when that has ended. Rows are
 * locked in one order, as by everybody. Only the last months are kept true.
 */
const touchWhere = (where: string) => `
  WITH touched AS (
    SELECT DISTINCT kind, site, period, recipient
    FROM jsonb_to_recordset($1::jsonb) AS t(kind text, site text, period text, recipient text)
  ), locked AS (
    SELECT d.id FROM delivery d WHERE d.id IN (
      SELECT d.id FROM touched t JOIN delivery d ON d.schedule = t.kind AND d.site_id = t.site AND ${where}
    ) ORDER BY d.id FOR UPDATE
  )
  UPDATE delivery d SET
    touched = true,
    attempts = CASE WHEN d.state = 'sent' AND d.claim IS NULL THEN 0 ELSE d.attempts END,
    next_at = CASE WHEN d.claim IS NULL THEN $2 ELSE d.next_at END
  FROM locked WHERE d.id = locked.id AND d.state IN ('sent', 'waiting', 'sending')
    AND coalesce(d.sent_at, d.due_at) > $2::timestamptz - interval '60 days'`;
const touches: readonly [isOf: (touched: Touched) => boolean, sql: string][] = [
  [
    ({ period, to }) => period !== undefined && to !== undefined,
    touchWhere("d.period = t.period AND d.recipient = t.recipient"),
  ],
  [({ period, to }) => period !== undefined && to === undefined, touchWhere("d.period = t.period")],
  [
    ({ period, isProvisional }) => period === undefined && isProvisional === true,
    touchWhere("(d.provisional OR d.state IN ('waiting', 'sending'))"),
  ],
  [
    ({ period, isProvisional }) => period === undefined && isProvisional !== true,
    touchWhere("(t.recipient IS NULL OR d.recipient = t.recipient)"),
  ],
];

/** Through arrays of ids the planner goes by index; a join it would rather make with the whole table. */
const claim = `
  WITH due AS (
    SELECT id FROM delivery WHERE platform = $1 AND next_at <= $2
    ORDER BY (state = 'sent'), next_at LIMIT $3 FOR UPDATE SKIP LOCKED
  ), taken AS (
    UPDATE delivery d SET claim = $4, claimed_at = $2, touched = false, next_at = $2::timestamptz + $5 * interval '1 ms',
      attempts = d.attempts + 1, state = CASE WHEN d.state = 'sent' THEN 'sent' ELSE 'sending' END
    WHERE d.id = ANY (ARRAY(SELECT id FROM due))
    RETURNING d.*
  )
  SELECT taken.*, known.place AS known_place, known.account AS known_account FROM taken
  LEFT JOIN LATERAL (
    SELECT k.place, k.account FROM delivery k
    WHERE k.recipient = taken.recipient AND k.platform = taken.platform AND k.sent_at IS NOT NULL
    ORDER BY k.sent_at DESC LIMIT 1
  ) AS known ON true
  ORDER BY taken.due_at, taken.id`;

/** What somebody still holds, locked in the order in which everybody locks deliveries, so that nobody waits in a ring. */
const held = `
  WITH held AS (
    SELECT d.id FROM unnest($1::uuid[], $4::uuid[]) AS given(id, claim) JOIN delivery d ON d.id = given.id
    WHERE d.claim = given.claim ORDER BY d.id FOR UPDATE OF d
  )`;

/** A lease that has hardly begun stays as it is, which spares its index. */
const trying = `${held}
  UPDATE delivery d SET unsure = true,
    next_at = greatest(d.next_at, $2::timestamptz + CASE WHEN d.next_at < $2::timestamptz + $3 * interval '0.9 ms'
      THEN $3 * interval '1 ms' ELSE interval '0' END),
    tried_at = CASE WHEN d.unsure THEN coalesce(d.tried_at, $2) ELSE $2 END
  FROM held WHERE d.id = held.id
  RETURNING d.id, d.next_at`;

const hold = `${held}
  UPDATE delivery d SET next_at = $2::timestamptz + $3 * interval '1 ms' FROM held WHERE d.id = held.id`;

const reserve = `
  INSERT INTO pace AS p (key, free_at) VALUES ($1, $2::timestamptz + $3 * interval '1 ms')
  ON CONFLICT (key) DO UPDATE SET free_at = greatest(p.free_at, $2) + $3 * interval '1 ms'
    WHERE p.free_at <= $2::timestamptz + $4 * interval '1 ms'
  RETURNING free_at - $3 * interval '1 ms' AS first`;

const pause = `
  INSERT INTO pace AS p (key, free_at) VALUES ($1, $2)
  ON CONFLICT (key) DO UPDATE SET free_at = greatest(p.free_at, excluded.free_at)`;

const at = `
  SELECT t.nth, d.* FROM jsonb_to_recordset($1::jsonb)
    AS t(nth int, kind text, site text, period text, recipient text, platform text)
  JOIN delivery d ON d.schedule = t.kind AND d.site_id = t.site AND d.period = t.period
    AND d.recipient = t.recipient AND d.platform = t.platform`;

const late = `
  SELECT * FROM delivery WHERE recipient = ANY($1) AND platform = $2 AND state = 'skipped' AND reason = 'late'
    AND folded_into IS NULL AND occurs_at > $3 ORDER BY occurs_at`;

const sought = `
  SELECT * FROM delivery WHERE ($1::text IS NULL OR site_id = $1) AND ($2::text IS NULL OR state = $2)
    AND ($3::text IS NULL OR schedule = $3) AND ($4::timestamptz IS NULL OR occurs_at >= $4)
    AND ($6::text IS NULL OR reason = $6) AND (NOT $7 OR starts_with(recipient, 'channel:'))
    AND ($8::text IS NULL OR period = $8) AND ($9::text IS NULL OR message = $9)
  ORDER BY occurs_at DESC, schedule, recipient, platform LIMIT $5`;

const counts = `
  SELECT state, count(*)::int AS count FROM delivery
  WHERE occurs_at >= $1 AND ($2::text IS NULL OR site_id = $2) GROUP BY state`;

const unreachable = `
  SELECT DISTINCT u.recipient FROM unreachable u LEFT JOIN person p ON u.recipient = 'person:' || p.id::text
  WHERE p.site_id = $1 AND (p.left_on IS NULL OR p.left_on >= current_date)
    OR starts_with(u.recipient, 'channel:' || $1 || '/') ORDER BY 1`;

/** It is due from now on: what was late when it died is not late when somebody wants it sent. */
const revive = `
  UPDATE delivery SET state = 'planned', attempts = 0, reason = NULL, next_at = $1, due_at = $1
  WHERE state = 'dead' AND ($2::uuid[] IS NULL OR id = ANY($2)) AND ($3::text IS NULL OR site_id = $3)`;

type OutboxRow = { readonly id: string; readonly is: Announced["is"]; readonly body: Record<string, unknown> };

const instant = (value: unknown) => new Date(value as string);

function announcedFrom({ id, is, body }: OutboxRow): Announced {
  if (is !== "notice") return { id, is, [is]: body } as unknown as Announced;
  const { at, dueAt, ...rest } = body;
  const due = dueAt === undefined ? {} : { dueAt: instant(dueAt) };
  return { id, is, notice: { ...(rest as Omit<Notice, "at" | "dueAt">), at: instant(at), ...due } };
}

const touchedRow = ({ kind, site, period, to }: Touched) => ({
  kind,
  site,
  period,
  recipient: to && recipientText(to),
});

const announced = (which: string) => `
  SELECT id::text, "is", body FROM outbox WHERE "is" ${which} 'notice' AND (next_at IS NULL OR next_at <= $2)
  ORDER BY outbox.id LIMIT $1`;
const postpone = `
  UPDATE outbox SET attempts = attempts + 1,
    next_at = $2::timestamptz + least(900, 5 * power(2, least(attempts, 10))) * interval '1 second'
  WHERE id = ANY($1::bigint[])`;

/** The ledger in Postgres. */
export function ledger({ pool, newId }: LedgerDeps): Ledger {
  const forget = async (client: Pool | PoolClient, ids: readonly string[]) =>
    void (await client.query("DELETE FROM outbox WHERE id = ANY($1::bigint[])", [ids]));

  return {
    ...noticeSettings(pool),

    announce: async (notice) => void (await pool.query(announce, [JSON.stringify(notice), notice.at])),

    announced: async (limit, now) => {
      const some = async (sql: string) => (await pool.query<OutboxRow>(sql, [limit, now])).rows.map(announcedFrom);
      return [...(await some(announced("="))), ...(await some(announced("<>")))];
    },

    postpone: async (ids, now) => void (await pool.query(postpone, [ids, now])),

    plan: async ({ kind, site, period, at, dueAt = at }, rows) => {
      const planned = rows.map(({ to, ...rest }) => ({ recipient: recipientText(to), ...rest }));
      await pool.query(plan, [JSON.stringify(planned), kind, site, period, at, dueAt]);
    },

    forget: (ids) => forget(pool, ids),

    touch: (ids, touched, at) =>
      transact(pool, async (client) => {
        for (const [isOf, sql] of touches) {
          const some = touched.filter(isOf);
          if (some.length > 0) await client.query(sql, [JSON.stringify(some.map(touchedRow)), at]);
        }
        await forget(client, ids);
        return { keep: true, value: undefined };
      }),

    claim: async ({ platform, limit, now, leaseMs }) => {
      const values = [platform, now, limit, newId(), leaseMs];
      return (await pool.query<ClaimedRow>({ name: "delivery-claim", text: claim, values })).rows.map(claimedFrom);
    },

    trying: async (claimed, now, leaseMs) => {
      const values = [claimed.map(({ id }) => id), now, leaseMs, claimed.map((one) => one.claim)];
      const { rows } = await pool.query<Pick<ClaimedRow, "id" | "next_at">>({
        name: "delivery-trying",
        text: trying,
        values,
      });
      return new Map(rows.map(({ id, next_at }) => [id, next_at]));
    },

    settle: async (ended, now) => {
      const rows = ended.map(({ of, ending }) => ({ id: of.id, claim: of.claim, ...patchOf(of, ending) }));
      const values = [JSON.stringify(rows), now, now.toISOString()];
      await pool.query({ name: "delivery-settle", text: settle, values });
    },

    hold: async (claimed, now, leaseMs) => {
      await pool.query(hold, [claimed.map(({ id }) => id), now, leaseMs, claimed.map((one) => one.claim)]);
    },

    reserve: async (key, turns, perSecond, now, aheadMs) => {
      const { rows } = await pool.query<{ first: Date }>(reserve, [key, now, (turns * 1000) / perSecond, aheadMs]);
      return rows[0]?.first;
    },

    pause: async (key, until) => void (await pool.query(pause, [key, until])),

    late: async (to, platform, since) =>
      (await pool.query<Row>(late, [to.map(recipientText), platform, since])).rows.map(deliveryFrom),

    at: async (slots) => {
      const rows = slots.map(({ to, ...slot }, nth) => ({ nth, ...slot, recipient: recipientText(to) }));
      const found = await pool.query<Row & { nth: number }>(at, [JSON.stringify(rows)]);
      const byNth = new Map(found.rows.map((row) => [row.nth, deliveryFrom(row)]));
      return slots.map((_, nth) => byNth.get(nth));
    },

    find: async ({ site, state, kind, period, reason, message, isChannel = false, since, limit }: Sought) => {
      const known = [site, state, kind, since].map((one) => one ?? null);
      const more = [reason, isChannel, period, message].map((one) => one ?? null);
      return (await pool.query<Row>(sought, [...known, limit, ...more])).rows.map(deliveryFrom);
    },

    counts: async (since, site) => {
      const { rows } = await pool.query<{ state: State; count: number }>(counts, [since, site ?? null]);
      return new Map(rows.map(({ state, count }) => [state, count]));
    },

    unreachable: async (site) =>
      (await pool.query<{ recipient: string }>(unreachable, [site])).rows.map(({ recipient }) =>
        recipientOf(recipient),
      ),

    revive: async ({ ids, site }, now) => {
      const { rowCount } = await pool.query(revive, [now, ids?.filter(isUuid) ?? null, site ?? null]);
      return rowCount ?? 0;
    },
  };
}
