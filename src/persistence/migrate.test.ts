import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ask } from "../testing/ask-server.ts";
import { bareDatabase, type TestDatabase, testDatabase } from "../testing/database.ts";
import { migrate } from "./migrate.ts";
import { checksum, readMigrations } from "./migrations.ts";

const ours = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));
const ledger = "SELECT migration_name, checksum, finished_at, applied_steps_count FROM _prisma_migrations ORDER BY 1";

let bare: TestDatabase;
let folder: string;
beforeEach(async () => {
  bare = await bareDatabase();
  folder = await mkdtemp(join(tmpdir(), "fairline-migrations-"));
  await cp(ours, folder, { recursive: true });
});
afterEach(async () => {
  await bare.close();
  await rm(folder, { recursive: true });
});

async function add(name: string, sql: string): Promise<void> {
  await cp(join(ours, "migration_lock.toml"), join(folder, name, "migration_lock.toml"));
  await writeFile(join(folder, name, "migration.sql"), sql);
}

describe("migrating", () => {
  test("applies every migration once and writes Prisma's own ledger", async () => {
    const migrations = await readMigrations();
    expect(await migrate(bare.url)).toEqual(migrations.map(({ name }) => name));
    expect(await migrate(bare.url)).toEqual([]);
    expect(await ask(bare.url, ledger)).toEqual(
      migrations.map((migration) => ({
        migration_name: migration.name,
        checksum: checksum(migration),
        finished_at: expect.any(Date),
        applied_steps_count: 1,
      })),
    );
  });

  test("applies only what is new", async () => {
    await migrate(bare.url, folder);
    await add("20991231000000_more", "CREATE TABLE more (id int)");
    expect(await migrate(bare.url, folder)).toEqual(["20991231000000_more"]);
    expect(await ask(bare.url, "SELECT * FROM more")).toEqual([]);
  });

  test("applies each migration once when many start at the same moment", async () => {
    const runs = await Promise.all([1, 2, 3, 4].map(() => migrate(bare.url)));
    expect(runs.flat()).toEqual((await readMigrations()).map(({ name }) => name));
  });

  test("leaves nothing of a migration that fails halfway, and can be tried again", async () => {
    await add("20991231000000_more", "CREATE TABLE more (id int); SELECT 1/0;");
    await expect(migrate(bare.url, folder)).rejects.toThrow("20991231000000_more failed: division by zero");
    expect(await ask(bare.url, "SELECT to_regclass('more') AS more")).toEqual([{ more: null }]);
    await add("20991231000000_more", "CREATE TABLE more (id int)");
    expect(await migrate(bare.url, folder)).toEqual(["20991231000000_more"]);
  });

  test("refuses an applied migration whose file was changed", async () => {
    await add("20991231000000_more", "CREATE TABLE more (id int)");
    await migrate(bare.url, folder);
    await add("20991231000000_more", "CREATE TABLE more (id bigint)");
    await expect(migrate(bare.url, folder)).rejects.toThrow("20991231000000_more was changed after it was applied");
  });

  test("takes a file whose line ends a checkout has changed for the same", async () => {
    await add("20991231000000_more", "CREATE TABLE more (\n  id int\n)");
    await migrate(bare.url, folder);
    await add("20991231000000_more", "CREATE TABLE more (\r\n  id int\r\n)");
    expect(await migrate(bare.url, folder)).toEqual([]);
  });

  test("refuses a database of a newer version", async () => {
    await add("20991231000000_more", "CREATE TABLE more (id int)");
    await migrate(bare.url, folder);
    await expect(migrate(bare.url)).rejects.toThrow(
      "has the migration 20991231000000_more, which this Fairline lacks: start a newer version",
    );
  });

  test("refuses a migration that Prisma left half done, and ignores one that was rolled back", async () => {
    await migrate(bare.url);
    await ask(bare.url, "UPDATE _prisma_migrations SET finished_at = NULL");
    await expect(migrate(bare.url)).rejects.toThrow("failed halfway");
    await ask(
      bare.url,
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, rolled_back_at) VALUES ('x', 'x', 'gone', now());
       UPDATE _prisma_migrations SET finished_at = now() WHERE id <> 'x'`,
    );
    expect(await migrate(bare.url)).toEqual([]);
  });
});

test("a test's database has the whole schema and is its own", async () => {
  const [one, other] = await Promise.all([testDatabase(), testDatabase()]);
  await ask(one.url, "INSERT INTO heard (key, at) VALUES ('a', now())");
  expect(await ask(one.url, "SELECT key FROM heard")).toEqual([{ key: "a" }]);
  expect(await ask(other.url, "SELECT key FROM heard")).toEqual([]);
  expect(await migrate(other.url)).toEqual([]);
  await Promise.all([one.close(), other.close()]);
});
