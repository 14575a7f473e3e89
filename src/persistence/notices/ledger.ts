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

/** What stands and is held by nobody is due at once; what is being sent is looked at again when that has ended. */
const touch = `
  WITH touched AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS t(kind text, site text, period text, recipient text, provisional boolean)
  )
  UPDATE delivery d SET
    touched = true,
    attempts = CASE WHEN d.state = 'sent' AND d.claim IS NULL THEN 0 ELSE d.attempts END,
    next_at = CASE WHEN d.claim IS NULL THEN $2 ELSE d.next_at END
  FROM touched t
  WHERE d.schedule = t.kind AND d.site_id = t.site AND d.state IN ('sent', 'waiting', 'sending')
    AND (t.period IS NULL OR d.period = t.period) AND (t.recipient IS NULL OR d.recipient = t.recipient)
    AND (t.provisional IS NULL OR d.state <> 'sent' OR d.provisional = t.provisional)
    AND d.occurs_at > $2::timestamptz - interval '60 days'`;

const claim = `
  WITH due AS (
    SELECT id FROM delivery WHERE platform = $1 AND next_at <= $2
    ORDER BY next_at LIMIT $3 FOR UPDATE SKIP LOCKED
  ), taken AS (
    UPDATE delivery d SET claim = $4, claimed_at = $2, touched = false, next_at = $2::timestamptz + $5 * interval '1 ms',
      attempts = d.attempts + 1, state = CASE WHEN d.state = 'sent' THEN 'sent' ELSE 'sending' END
    FROM due WHERE d.id = due.id
    RETURNING d.*
  )
  SELECT taken.*, known.place AS known_place, known.account AS known_account FROM taken
  LEFT JOIN LATERAL (
    SELECT k.place, k.account FROM delivery k
    WHERE k.recipient = taken.recipient AND k.platform = taken.platform AND k.sent_at IS NOT NULL
    ORDER BY k.sent_at DESC LIMIT 1
  ) AS known ON true
  ORDER BY taken.due_at, taken.id`;

const trying = `
  UPDATE delivery d SET unsure = true, tried_at = coalesce(d.tried_at, $2), next_at = $2::timestamptz + $3 * interval '1 ms'
  FROM unnest($1::uuid[], $4::uuid[]) AS held(id, claim) WHERE d.id = held.id AND d.claim = held.claim RETURNING d.id`;

const reserve = `
  INSERT INTO pace AS p (key, free_at) VALUES ($1, $2::timestamptz + $3 * interval '1 ms')
  ON CONFLICT (key) DO UPDATE SET free_at = greatest(p.free_at, $2) + $3 * interval '1 ms'
  RETURNING free_at - $3 * interval '1 ms' AS first`;

const pause = `
  INSERT INTO pace AS p (key, free_at) VALUES ($1, $2)
  ON CONFLICT (key) DO UPDATE SET free_at = greatest(p.free_at, excluded.free_at)`;

const late = `
  SELECT * FROM delivery WHERE recipient = ANY($1) AND platform = $2 AND state = 'skipped' AND reason = 'late'
    AND folded_into IS NULL AND occurs_at > $3 ORDER BY occurs_at`;

const sought = `
  SELECT * FROM delivery WHERE ($1::text IS NULL OR site_id = $1) AND ($2::text IS NULL OR state = $2)
    AND ($3::text IS NULL OR schedule = $3) AND ($4::timestamptz IS NULL OR occurs_at >= $4)
  ORDER BY occurs_at DESC, schedule, recipient, platform LIMIT $5`;

const counts = `
  SELECT state, count(*)::int AS count FROM delivery
  WHERE occurs_at >= $1 AND ($2::text IS NULL OR site_id = $2) GROUP BY state`;

const unreachable = `
  SELECT DISTINCT u.recipient FROM unreachable u LEFT JOIN person p ON u.recipient = 'person:' || p.id::text
  WHERE p.site_id = $1 OR u.recipient LIKE 'channel:' || $1 || '/%' ORDER BY 1`;

/** It is due from now on: what was late when it died is not late when somebody wants it sent. */
const revive = `
  UPDATE delivery SET state = 'planned', attempts = 0, reason = NULL, next_at = $1, due_at = $1
  WHERE state = 'dead' AND ($2::uuid[] IS NULL OR id = ANY($2)) AND ($3::text IS NULL OR site_id = $3)`;

const isUuid = (id: string) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id);

type OutboxRow = { readonly id: string; readonly is: Announced["is"]; readonly body: Record<string, unknown> };

const instant = (value: unknown) => new Date(value as string);

function announcedFrom({ id, is, body }: OutboxRow): Announced {
  if (is !== "notice") return { id, is, [is]: body } as unknown as Announced;
  const { at, dueAt, ...rest } = body;
  const due = dueAt === undefined ? {} : { dueAt: instant(dueAt) };
  return { id, is, notice: { ...(rest as Omit<Notice, "at" | "dueAt">), at: instant(at), ...due } };
}

const touchedRow = ({ kind, site, period, to, isProvisional }: Touched) => ({
  kind,
  site,
  period,
  recipient: to && recipientText(to),
  provisional: isProvisional,
});

/** The ledger in Postgres. */
export function ledger({ pool, newId }: LedgerDeps): Ledger {
  async function together(work: (client: PoolClient) => Promise<unknown>): Promise<void> {
    const client = await pool.connect();
    try {
      await client.query("BEGIN");
      await work(client);
      await client.query("COMMIT");
    } catch (error) {
      await client.query("ROLLBACK").catch(() => {});
      throw error;
    } finally {
      client.release();
    }
  }
  const forget = (client: PoolClient, ids: readonly string[]) =>
    client.query("DELETE FROM outbox WHERE id = ANY($1::bigint[])", [ids]);

  return {
    ...noticeSettings(pool),

    announce: async (notice) => void (await pool.query(announce, [JSON.stringify(notice), notice.at])),

    announced: async (limit) =>
      (await pool.query<OutboxRow>(`SELECT id::text, "is", body FROM outbox ORDER BY id LIMIT $1`, [limit])).rows.map(
        announcedFrom,
      ),

    plan: ({ id, notice }, rows) =>
      together(async (client) => {
        const planned = rows.map(({ to, ...rest }) => ({ recipient: recipientText(to), ...rest }));
        const { kind, site, period, at, dueAt = at } = notice;
        await client.query(plan, [JSON.stringify(planned), kind, site, period, at, dueAt]);
        await forget(client, [id]);
      }),

    touch: (ids, touched, at) =>
      together(async (client) => {
        if (touched.length > 0) await client.query(touch, [JSON.stringify(touched.map(touchedRow)), at]);
        await forget(client, ids);
      }),

    claim: async ({ platform, limit, now, leaseMs }) => {
      const values = [platform, now, limit, newId(), leaseMs];
      return (await pool.query<ClaimedRow>({ name: "delivery-claim", text: claim, values })).rows.map(claimedFrom);
    },

    trying: async (claimed, now, leaseMs) => {
      const values = [claimed.map(({ id }) => id), now, leaseMs, claimed.map((one) => one.claim)];
      const { rows } = await pool.query<{ id: string }>({ name: "delivery-trying", text: trying, values });
      return new Set(rows.map(({ id }) => id));
    },

    settle: async (ended, now) => {
      const rows = ended.map(({ of, ending }) => ({ id: of.id, claim: of.claim, ...patchOf(of, ending) }));
      const values = [JSON.stringify(rows), now, now.toISOString()];
      await pool.query({ name: "delivery-settle", text: settle, values });
    },

    reserve: async (key, turns, perSecond, now) => {
      const { rows } = await pool.query<{ first: Date }>(reserve, [key, now, (turns * 1000) / perSecond]);
      return rows[0]?.first ?? now;
    },

    pause: async (key, until) => void (await pool.query(pause, [key, until])),

    late: async (to, platform, since) =>
      (await pool.query<Row>(late, [to.map(recipientText), platform, since])).rows.map(deliveryFrom),

    find: async ({ site, state, kind, since, limit }: Sought) =>
      (await pool.query<Row>(sought, [site ?? null, state ?? null, kind ?? null, since ?? null, limit])).rows.map(
        deliveryFrom,
      ),

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
