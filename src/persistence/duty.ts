import type { ClientBase, Pool } from "pg";
import type { DutyShift, DutyStore, Span, Swap, SwapState } from "../features/duty/index.ts";
import { isUuid } from "../kernel/ids.ts";
import { announceAll } from "./notices/announce.ts";
import { together, transact } from "./transaction.ts";

type ShiftRow = {
  readonly id: string;
  readonly site_id: string;
  readonly role: string;
  readonly person_id: string;
  readonly from_at: Date;
  readonly until_at: Date;
  readonly origin: DutyShift["origin"];
  readonly replaces_id: string | null;
  readonly set_by_id: string | null;
  readonly reason: string | null;
  readonly made_at: Date;
};

const shiftFrom = (row: ShiftRow): DutyShift => ({
  id: row.id,
  site: row.site_id,
  role: row.role,
  person: row.person_id,
  from: row.from_at,
  until: row.until_at,
  origin: row.origin,
  ...(row.replaces_id === null ? {} : { replaces: row.replaces_id }),
  ...(row.set_by_id === null ? {} : { setBy: row.set_by_id }),
  ...(row.reason === null ? {} : { reason: row.reason }),
  madeAt: row.made_at,
});

type SwapRow = {
  readonly id: string;
  readonly site_id: string;
  readonly role: string;
  readonly asker_id: string;
  readonly other_id: string;
  readonly state: SwapState;
  readonly from_at: Date;
  readonly until_at: Date;
  readonly asked_at: Date;
};

const swapFrom = (row: SwapRow): Swap => ({
  id: row.id,
  site: row.site_id,
  role: row.role,
  asker: row.asker_id,
  other: row.other_id,
  state: row.state,
  from: row.from_at,
  until: row.until_at,
  askedAt: row.asked_at,
});

type Db = Pool | ClientBase;

const touching = "SELECT * FROM duty_shift WHERE site_id = $1 AND until_at > $2 AND from_at < $3 ORDER BY from_at, id";
const open = "SELECT * FROM duty_swap WHERE site_id = $1 AND state = 'open' ORDER BY asked_at, id";

const shiftsIn = async (db: Db, site: string, { from, until }: Span): Promise<readonly DutyShift[]> =>
  (await db.query<ShiftRow>(touching, [site, from, until])).rows.map(shiftFrom);
const openIn = async (db: Db, site: string): Promise<readonly Swap[]> =>
  (await db.query<SwapRow>(open, [site])).rows.map(swapFrom);

/** Lets one change at a time be made to a site's duties, until the transaction ends. */
const lock = "SELECT pg_advisory_xact_lock(hashtextextended('fairline duty ' || $1, 0))";

const putShift = `
  INSERT INTO duty_shift (id, site_id, role, person_id, from_at, until_at, origin, replaces_id, set_by_id, reason, made_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
  ON CONFLICT (id) DO UPDATE SET until_at = excluded.until_at`;
const putSwap = `
  INSERT INTO duty_swap (id, site_id, role, asker_id, other_id, state, body, from_at, until_at, asked_at)
  VALUES ($1, $2, $3, $4, $5, $6, '{}', $7, $8, $9)
  ON CONFLICT (id) DO UPDATE SET state = excluded.state`;

const shiftValues = ({ id, site, role, person, from, until, origin, replaces, setBy, reason, madeAt }: DutyShift) => [
  id,
  site,
  role,
  person,
  from,
  until,
  origin,
  replaces ?? null,
  setBy ?? null,
  reason ?? null,
  madeAt,
];
const swapValues = ({ id, site, role, asker, other, state, from, until, askedAt }: Swap) => [
  id,
  site,
  role,
  asker,
  other,
  state,
  from,
  until,
  askedAt,
];

const held = "SELECT EXISTS (SELECT FROM duty_shift WHERE site_id = $1 AND person_id = $2 AND role = $3) AS held";
const numbered = "SELECT employee_no AS number, id FROM person WHERE site_id = $1 AND employee_no = ANY($2::text[])";

/** Duties in PostgreSQL; what changes is announced in the same transaction. */
export function dutyStore({ pool }: { readonly pool: Pool }): DutyStore {
  async function one<Row extends object>(table: "duty_shift" | "duty_swap", id: string): Promise<Row | undefined> {
    return isUuid(id) ? (await pool.query<Row>(`SELECT * FROM ${table} WHERE id = $1`, [id])).rows[0] : undefined;
  }

  return {
    change: (site, window, judge, at) =>
      together(pool, async (client) => {
        await client.query(lock, [site]);
        const shifts = await shiftsIn(client, site, window);
        const outcome = judge({ shifts, open: await openIn(client, site) });
        if (!outcome.ok) return outcome;
        const { value, change } = outcome.value;
        if (change.removed !== undefined) await client.query("DELETE FROM duty_shift WHERE id = $1", [change.removed]);
        if (change.shift !== undefined) await client.query(putShift, shiftValues(change.shift));
        if (change.swap !== undefined) await client.query(putSwap, swapValues(change.swap));
        await announceAll(client, change, at);
        return { ok: true, value };
      }),
    announce: (told, at) =>
      transact(pool, async (client) => {
        await announceAll(client, told, at);
        return { keep: true, value: undefined };
      }),
    async shift(id) {
      const row = await one<ShiftRow>("duty_shift", id);
      return row && shiftFrom(row);
    },
    async swap(id) {
      const row = await one<SwapRow>("duty_swap", id);
      return row && swapFrom(row);
    },
    shifts: (site, window) => shiftsIn(pool, site, window),
    openSwaps: (site) => openIn(pool, site),
    async hasHeld(site, person, role) {
      return (await pool.query<{ held: boolean }>(held, [site, person, role])).rows[0]?.held === true;
    },
    async numbered(site, employeeNos) {
      const { rows } = await pool.query<{ number: string; id: string }>(numbered, [site, employeeNos]);
      return new Map(rows.map(({ number, id }) => [number, id]));
    },
  };
}
