import type { PoolClient } from "pg";
import type { Cause } from "../../features/imports/index.ts";
import type { LocalDate } from "../../kernel/time.ts";
import { type DueCause, dueByChanged } from "./due.ts";
import { personDays } from "./person-days.ts";
import { daysReached, keepRepeats, noteRepeats } from "./repeats.ts";
import { type TableShape, tables } from "./tables.ts";
import { tally } from "./tallies.ts";

/** Whose sums of which days a transaction changes; nobody's are those of the queues. */
const createChanged = "CREATE TEMP TABLE changed (person_id uuid, day date NOT NULL) ON COMMIT DROP";

/** A batch's own rows `r`; a site that got another zone since has them on other days, but at most two away. */
export const own = "r.site_id = $1 AND r.batch_id = $2 AND r.day BETWEEN $3::date - 2 AND $4::date + 2";
export type Own = {
  readonly site: string;
  readonly batch: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
};
export const ownValues = ({ site, batch, from, to }: Own) => [site, batch, from ?? "infinity", to ?? "-infinity"];

function fillChanged({ name, whose }: TableShape): string {
  const rows = [
    { from: `${name} r`, where: own },
    { from: `record_before b, jsonb_populate_record(NULL::${name}, b.row) r`, where: "b.batch_id = $2" },
  ];
  const parts = rows.flatMap((row) =>
    whose.map(
      ({ person, day = "r.day", with: joined = "", where = "true" }) =>
        `SELECT ${person} AS person_id, ${day} AS day FROM ${row.from} ${joined} WHERE ${row.where} AND ${where}`,
    ),
  );
  return `INSERT INTO changed ${parts.join("\nUNION\n")}`;
}

/** Notes in `changed` whose sums a batch's rows are part of, as they are and as they were before it. */
export async function changedBy(client: PoolClient, table: TableShape, batch: Own): Promise<void> {
  await client.query(createChanged);
  await client.query(fillChanged(table), ownValues(batch));
}

/** Makes tallies of days anew and notes those whose repeats changed; gives whether the days had no tallies before. */
async function addUpDays(client: PoolClient, site: string, days: readonly string[]): Promise<boolean> {
  const reached = await daysReached(client, site, days);
  const wereAny = await keepRepeats(client, site, reached);
  const { isFresh, isKnown } = await tally(client, site, days);
  if (wereAny || isKnown) await noteRepeats(client, site, reached);
  return isFresh;
}

/** Puts the sums right that stand on what is noted in `changed`, and says which scores are due. */
export async function settle(client: PoolClient, table: TableShape, site: string, cause: Cause): Promise<void> {
  await client.query("ANALYZE changed");
  if (table.feeds === "person_day") await personDays(client, site);
  else {
    const { rows } = await client.query<{ day: string }>("SELECT DISTINCT day::text FROM changed");
    await addUpDays(
      client,
      site,
      rows.map(({ day }) => day),
    );
  }
  await dueByChanged(client, site, cause);
}

/** Puts the sums of these people's days right, and says that the scores on them are due; the site is locked meanwhile. */
export async function resum(
  client: PoolClient,
  site: string,
  days: readonly { readonly person: string; readonly day: LocalDate }[],
  cause: DueCause,
): Promise<void> {
  await client.query(createChanged);
  await client.query("INSERT INTO changed SELECT DISTINCT * FROM unnest($1::uuid[], $2::date[])", [
    days.map(({ person }) => person),
    days.map(({ day }) => day),
  ]);
  await client.query("ANALYZE changed");
  await personDays(client, site);
  await dueByChanged(client, site, cause);
}

const fromTallies = `
  INSERT INTO changed SELECT DISTINCT person_id, day FROM tally WHERE site_id = $1 AND day = ANY($2::date[])`;

/** The same after the straight way, whose contacts are alone on days without tallies before. */
export async function addUp(client: PoolClient, site: string, days: readonly string[], cause: Cause): Promise<void> {
  await client.query(createChanged);
  const isFresh = await addUpDays(client, site, days);
  if (isFresh) await client.query(fromTallies, [site, days]);
  else {
    const span = { site, batch: cause.batch, from: days[0], to: days.at(-1) };
    await client.query(fillChanged(tables.interactions), ownValues(span));
  }
  await dueByChanged(client, site, cause);
}
