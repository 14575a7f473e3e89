import type { ClientBase, Pool } from "pg";
import { type Kudos, type KudosStore, kudosNotices, kudosTouched, type TakenBack } from "../features/kudos/index.ts";
import { isUuid } from "../kernel/ids.ts";
import { type Outcome, refuse } from "../kernel/outcome.ts";
import type { LocalDate } from "../kernel/time.ts";
import { announceAll } from "./notices/announce.ts";
import { together } from "./transaction.ts";

type Row = {
  readonly id: string;
  readonly site_id: string;
  readonly giver_id: string;
  readonly receiver_id: string;
  readonly value: string;
  readonly reason: string;
  readonly at: Date;
  readonly day: LocalDate;
  readonly uncounted: "ring" | null;
  readonly taken_back_at: Date | null;
};

const kudosFrom = ({
  id,
  site_id,
  giver_id,
  receiver_id,
  value,
  reason,
  at,
  day,
  uncounted,
  taken_back_at,
}: Row): Kudos => ({
  id,
  site: site_id,
  giver: giver_id,
  receiver: receiver_id,
  value,
  reason,
  at,
  day,
  ...(uncounted === null ? {} : { uncounted }),
  ...(taken_back_at === null ? {} : { takenBackAt: taken_back_at }),
});

type Wanted = { readonly where: string; readonly limit?: number };

/** Thank-yous where something holds, the latest first. */
async function select(db: Pool | ClientBase, { where, limit }: Wanted, values: readonly unknown[]) {
  const sql = `SELECT * FROM kudos WHERE ${where} ORDER BY at DESC, id DESC LIMIT ${limit ?? "ALL"}`;
  return (await db.query<Row>(sql, [...values])).rows.map(kudosFrom);
}

/** Lets one thank-you at a time be sent or taken back at a site, until the transaction ends. */
const lock = "SELECT pg_advisory_xact_lock(hashtextextended('fairline kudos ' || $1, 0))";

const standing = "taken_back_at IS NULL";
const ofGiver = { where: `giver_id = $1 AND day >= $2 AND ${standing}` };
const ofSite = `site_id = $1 AND day >= $2 AND ${standing}`;
const counted = `${ofSite} AND day <= $3 AND uncounted IS NULL`;

const pairs = `SELECT DISTINCT giver_id AS giver, receiver_id AS receiver FROM kudos WHERE ${ofSite}`;
const add = `
  INSERT INTO kudos (id, site_id, giver_id, receiver_id, value, reason, at, day, uncounted)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
const counts = `SELECT receiver_id AS person, count(*)::int AS count FROM kudos WHERE ${counted} GROUP BY 1`;

const valuesOf = ({ id, site, giver, receiver, value, reason, at, day, uncounted }: Kudos) => [
  id,
  site,
  giver,
  receiver,
  value,
  reason,
  at,
  day,
  uncounted ?? null,
];

type Judge<R> = (kudos: Kudos, standing: readonly Kudos[]) => Outcome<TakenBack, R>;

/** Thank-yous in PostgreSQL; what is sent and taken back is announced in the same transaction. */
export function kudosStore({ pool }: { readonly pool: Pool }): KudosStore {
  async function find(id: string, db: Pool | ClientBase = pool): Promise<Kudos | undefined> {
    return isUuid(id) ? (await select(db, { where: "id = $1" }, [id]))[0] : undefined;
  }

  return {
    give: ({ site, giver, sentFrom, pairsFrom }, judge) =>
      together(pool, async (client) => {
        await client.query(lock, [site]);
        const sent = await select(client, ofGiver, [giver, sentFrom]);
        const among = (await client.query<Pick<Kudos, "giver" | "receiver">>(pairs, [site, pairsFrom])).rows;
        const outcome = judge({ sent, pairs: among });
        if (!outcome.ok || !outcome.value.isNew) return outcome;
        const { kudos } = outcome.value;
        await client.query(add, valuesOf(kudos));
        await announceAll(client, { notices: kudosNotices(kudos) }, kudos.at);
        return outcome;
      }),

    async takeBack<R>(id: string, from: LocalDate, judge: Judge<R>) {
      const known = await find(id);
      if (known === undefined) return refuse({ why: "gone" });
      return together(pool, async (client): Promise<Outcome<TakenBack, R | { readonly why: "gone" }>> => {
        await client.query(lock, [known.site]);
        const now = await find(id, client);
        if (now === undefined) return refuse({ why: "gone" });
        const outcome = judge(now, await select(client, { where: ofSite }, [now.site, from]));
        if (!outcome.ok || !outcome.value.isNew) return outcome;
        const { kudos, freed } = outcome.value;
        const at = kudos.takenBackAt;
        if (at === undefined) throw new Error(`taken back at no time: ${id}`);
        await client.query("UPDATE kudos SET taken_back_at = $2 WHERE id = $1", [id, at]);
        await client.query("UPDATE kudos SET uncounted = NULL WHERE id = ANY($1::uuid[])", [freed]);
        await announceAll(client, { touched: kudosTouched(kudos) }, at);
        return outcome;
      });
    },

    kudos: (id) => find(id),
    sentBy: (giver, from) => select(pool, ofGiver, [giver, from]),
    async own(person, limit) {
      const [received, given] = await Promise.all(
        ["receiver_id", "giver_id"].map((column) =>
          select(pool, { where: `${column} = $1 AND ${standing}`, limit }, [person]),
        ),
      );
      return { received: received ?? [], given: given ?? [] };
    },
    counted: (site, from, to) => select(pool, { where: counted }, [site, from, to]),
    async countsOf(site, from, to) {
      const { rows } = await pool.query<{ person: string; count: number }>(counts, [site, from, to]);
      return new Map(rows.map(({ person, count }) => [person, count]));
    },
  };
}
