import type { Pool, PoolClient } from "pg";
import type { ImportStore, ImportUnit, RosterEntry } from "../../features/imports/index.ts";
import { findBatch, latestBatches, markReverted, saveBatch } from "./batches.ts";
import { addDue } from "./due.ts";
import { compareDuties, mergeDuties, revertDuties } from "./duties.ts";
import { lockSite } from "./lock.ts";
import { addAgents, findEmailsElsewhere, knownPeople, putAll, savePeople, touchedPeople } from "./people.ts";
import { findOverwriter, revertRecords } from "./revert.ts";
import { addUp } from "./settle.ts";
import { stage } from "./staging.ts";
import { isFirstOfSource, straightIn } from "./straight.ts";
import { tables } from "./tables.ts";
import { inWords } from "./trouble.ts";

const roster = `
  SELECT p.id::text, p.employee_no AS "employeeNo", p.name, p.email,
    coalesce(array_agg(a.alias) FILTER (WHERE a.alias IS NOT NULL), '{}') AS aliases
  FROM person p LEFT JOIN alias a ON a.person_id = p.id
  WHERE p.site_id = $1 GROUP BY p.id`;

async function rosterOf(client: PoolClient, site: string): Promise<readonly RosterEntry[]> {
  const { rows } = await client.query<Omit<RosterEntry, "email"> & { email: string | null }>(roster, [site]);
  return rows.map(({ email, ...rest }) => (email === null ? rest : { ...rest, email }));
}

/** What can be done in one transaction on one site. */
const unit = (client: PoolClient, site: string): ImportUnit => ({
  roster: () => rosterOf(client, site),
  teams: async () => {
    const sql = "SELECT id, name FROM team WHERE site_id = $1 ORDER BY id";
    return (await client.query<{ id: string; name: string }>(sql, [site])).rows;
  },
  isFirst: (source) => isFirstOfSource(client, tables.interactions.name, site, source),
  straightIn: (source, batch) => straightIn(client, { site, source, batch }),
  addUp: (days, cause) => addUp(client, site, days, cause),
  stage: (dataset) => stage(client, site, dataset),
  compareDuties: (rows) => compareDuties(client, site, rows),
  mergeDuties: (rows, batch, at) => mergeDuties(client, site, rows, { batch, at }),
  revertDuties: (batch) => revertDuties(client, batch),
  addAgents: (batch, agents) => addAgents(client, site, batch, agents),
  people: () => knownPeople(client, site),
  emailsElsewhere: (emails) => findEmailsElsewhere(client, site, emails),
  savePeople: (batch, changes) => savePeople(client, site, batch, changes),
  addDue: (due, cause) => addDue(client, site, due, cause),
  saveBatch: (batch) => saveBatch(client, batch),
  overwrittenBy: (batch) => findOverwriter(client, batch),
  revertRecords: (dataset, batch, cause) => revertRecords(client, tables[dataset], batch, cause),
  touched: (batch) => touchedPeople(client, batch),
  restorePeople: (people) => putAll(client, site, people),
  removePeople: async (ids) => void (await client.query("DELETE FROM person WHERE id = ANY($1)", [ids])),
  markReverted: (batch, at) => markReverted(client, batch, at),
});

/** Imports on PostgreSQL: rows by COPY into a staging table, the rest by SQL over sets. */
export function importStore({ pool }: { readonly pool: Pool }): ImportStore {
  async function transact<T>(
    site: string,
    work: (unit: ImportUnit) => Promise<{ readonly keep: boolean; readonly value: T }>,
    waiting?: () => void,
  ): Promise<T> {
    const client = await pool.connect();
    // A connection that breaks between two questions would otherwise end the process; the next question says it too.
    const ignore = () => undefined;
    client.on("error", ignore);
    let broken: Error | undefined;
    try {
      await client.query("BEGIN");
      // Sorting and grouping a million rows in memory; the planner's guesses do not repay compiling the query.
      await client.query("SET LOCAL work_mem = '128MB'; SET LOCAL jit = off");
      await lockSite(client, site, waiting);
      const { keep, value } = await work(unit(client, site));
      await client.query(keep ? "COMMIT" : "ROLLBACK");
      return value;
    } catch (error) {
      broken = error instanceof Error ? error : new Error(String(error));
      throw error;
    } finally {
      client.off("error", ignore);
      client.release(broken);
    }
  }

  return {
    async site(id) {
      return (await pool.query<{ id: string; zone: string }>("SELECT id, zone FROM site WHERE id = $1", [id])).rows[0];
    },
    async siteIds() {
      return (await pool.query<{ id: string }>("SELECT id FROM site ORDER BY id")).rows.map(({ id }) => id);
    },
    async preset(name) {
      return (await pool.query<{ body: unknown }>("SELECT body FROM preset WHERE name = $1", [name])).rows[0]?.body;
    },
    async presetNames() {
      return (await pool.query<{ name: string }>("SELECT name FROM preset ORDER BY name")).rows.map(({ name }) => name);
    },
    batch: (id) => findBatch(pool, id),
    batches: (limit) => latestBatches(pool, limit),
    transact: async (site, work, waiting) => {
      try {
        return await transact(site, work, waiting);
      } catch (error) {
        throw inWords(error);
      }
    },
  };
}
