import { afterEach, beforeEach, expect, test } from "vitest";
import { bytesSource, type Progress, type Source } from "../../features/imports/index.ts";
import { type ImportHouse, importHouse } from "../../testing/import-house.ts";

let house: ImportHouse;
beforeEach(async () => {
  house = await importHouse();
});
afterEach(() => house.close());

const header = "sourceId,agent,startedAt,outcome";
const rows = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => `c${from + i},1001,2026-03-09T08:05:00Z,answered`).join("\n");
const file = `${header}\n${rows(0, 100)}\n`;

/** Has the server fail as it does when its disk is full, at the first row that goes into a table. */
const fillDisk = (table: string) =>
  house.database.pool.query(`
    CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$;
    CREATE TRIGGER full_disk BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION full_disk()`);

test.each(["interaction", "tally", "batch"])(
  "a disk that is full at %s refuses the import and leaves nothing",
  async (table) => {
    const before = await house.snapshot();
    await fillDisk(table);
    expect(await house.bring(file)).toEqual({ ok: false, refusal: { why: "disk-full" } });
    expect(await house.snapshot()).toBe(before);
    await house.database.pool.query(`DROP TRIGGER full_disk ON ${table}`);
    expect(await house.bring(file)).toMatchObject({ ok: true, value: { added: 100 } });
  },
);

test("a connection that is lost in the middle of a file refuses the import and leaves nothing", async () => {
  const before = await house.snapshot();
  const end = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'`;
  async function* open() {
    yield Buffer.from(file);
    await house.database.pool.query(end);
    for (let part = 1; part < 200; part += 1) yield Buffer.from(`${rows(part * 1000, 1000)}\n`);
  }
  const lost: Source = { name: "calls.csv", bytes: 1, open };
  // Sniffing the file opens it as well, so only what is read after the transaction began ends a connection.
  expect(await house.bring("", { file: lost })).toEqual({ ok: false, refusal: { why: "connection-lost" } });
  expect(await house.snapshot()).toBe(before);
  expect(await house.bring(file)).toMatchObject({ ok: true, value: { added: 100 } });
});

test("two imports of a site at once come one after the other, and both are whole", async () => {
  const part = (from: number) => Buffer.from(`${header}\n${rows(from, 100)}\n`);
  const progress: string[] = [];
  let second: ReturnType<ImportHouse["bring"]> | undefined;
  let waits = () => {};
  const secondWaits = new Promise<void>((resolve) => {
    waits = resolve;
  });
  /** The first import is at work once it opens its file, and goes on when the second one waits. */
  async function* open() {
    const onProgress = ({ is }: Progress) => {
      progress.push(is);
      if (is === "waiting") waits();
    };
    second ??= house.bring("", { file: bytesSource("calls.csv", part(50)), onProgress });
    await secondWaits;
    yield part(0);
  }
  const first = await house.bring("", { file: { name: "calls.csv", bytes: 1, open } });
  expect(first).toMatchObject({ ok: true, value: { added: 100 } });
  expect(await second).toMatchObject({ ok: true, value: { added: 50, unchanged: 50 } });
  expect(progress[0]).toBe("waiting");
  expect(await house.rows("SELECT sum(handled) FROM tally")).toEqual(["(150)"]);
});
