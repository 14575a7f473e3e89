import { randomUUID } from "node:crypto";
import pg from "pg";
import { cannotStart } from "../kernel/cannot-start.ts";
import { checksum, type Migration, matches, readMigrations } from "./migrations.ts";

/** The lock that Prisma's own migrate takes, so the two never run at once. */
const prismaLock = 72_707_369;

/** Prisma's own ledger, column for column, so that `prisma migrate` can take over at any time. */
const ledger = `
  CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                  VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum"            VARCHAR(64) NOT NULL,
    "finished_at"         TIMESTAMPTZ,
    "migration_name"      VARCHAR(255) NOT NULL,
    "logs"                TEXT,
    "rolled_back_at"      TIMESTAMPTZ,
    "started_at"          TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count" INTEGER NOT NULL DEFAULT 0
  )`;

type Applied = { readonly name: string; readonly checksum: string; readonly finished: boolean };

async function applied(client: pg.Client): Promise<readonly Applied[]> {
  const { rows } = await client.query<Applied>(`
    SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
    FROM "_prisma_migrations" WHERE rolled_back_at IS NULL ORDER BY started_at, migration_name`);
  return rows;
}

/** Throws when the database's past is not the one that these migrations tell. */
function compare(past: readonly Applied[], migrations: readonly Migration[]): void {
  for (const { name, checksum, finished } of past) {
    const migration = migrations.find((known) => known.name === name);
    if (migration === undefined) {
      throw cannotStart(`The database has the migration ${name}, which this Fairline lacks: start a newer version.`);
    }
    if (!finished) throw cannotStart(`The migration ${name} failed halfway in the database: repair it by hand first.`);
    if (!matches(migration, checksum)) {
      throw cannotStart(`The migration ${name} was changed after it was applied: restore its file.`);
    }
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query("BEGIN");
    await client.query(migration.sql);
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum(migration), migration.name],
    );
    await client.query("COMMIT");
  } catch (cause) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw cannotStart(`The migration ${migration.name} failed: ${(cause as Error).message}`, cause);
  }
}

/**
 * Brings a database to the schema of this version, each migration wholly or not at all; many processes may try at once.
 * Gives the names of those that were applied now; throws when an applied migration is missing here or was changed.
 */
export async function migrate(url: string, from?: string): Promise<readonly string[]> {
  const migrations = await readMigrations(from);
  const client = new pg.Client({ connectionString: url, application_name: "fairline migrate" });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [prismaLock]);
    await client.query(ledger);
    const past = await applied(client);
    compare(past, migrations);
    const due = migrations.filter(({ name }) => !past.some((known) => known.name === name));
    for (const migration of due) await apply(client, migration);
    return due.map(({ name }) => name);
  } finally {
    await client.end().catch(() => undefined);
  }
}
