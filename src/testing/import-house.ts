import { createHash, randomUUID } from "node:crypto";
import { bytesSource, type ImportRequest, type Imports, imports } from "../features/imports/index.ts";
import { connect, type Database } from "../persistence/client.ts";
import { importStore } from "../persistence/imports/store.ts";
import { testDatabase } from "./database.ts";

/** A small contact centre with a database of its own, into which files can be brought. */
export type ImportHouse = {
  readonly url: string;
  readonly database: Database;
  readonly imports: Imports;
  /** Brings text in as a file of Leeds' contacts; CSV unless the request names another file. */
  bring(content: string | Uint8Array, but?: Partial<ImportRequest>): ReturnType<Imports["bring"]>;
  /** Every row of a table or query, its columns as text, in one order. */
  rows(query: string): Promise<readonly string[]>;
  /** What stands of tables that imports write, without ids that mean nothing. */
  snapshot(): Promise<string>;
  close(): Promise<void>;
};

const seed = `
  INSERT INTO site (id, name, zone, locale, weekend, holidays, workdays) VALUES
    ('leeds', 'Leeds', 'Europe/London', 'en', '{6,7}', '{}', '{}'),
    ('chengdu', 'Chengdu', 'Asia/Shanghai', 'zh-CN', '{6,7}', '{}', '{}');
  INSERT INTO team (id, site_id, name) VALUES ('north', 'leeds', 'North'), ('south', 'leeds', 'South');
  INSERT INTO person (id, site_id, employee_no, name, email, roles) VALUES
    ('00000000-0000-4000-8000-000000000001', 'leeds', '1001', 'Ana Diaz', 'ana@example.com', '{agent}'),
    ('00000000-0000-4000-8000-000000000002', 'leeds', '1002', 'Ben Okri', NULL, '{agent}'),
    ('00000000-0000-4000-8000-000000000003', 'chengdu', '2001', '王芳', 'wang@example.com', '{agent}');
  INSERT INTO alias (site_id, alias, person_id) VALUES ('leeds', 'ext-17', '00000000-0000-4000-8000-000000000001');
  INSERT INTO assignment (id, person_id, team_id, seat, from_day) VALUES
    (gen_random_uuid(), '00000000-0000-4000-8000-000000000001', 'north', 'member', '2025-01-01');`;

const standing = [
  "SELECT * FROM interaction ORDER BY site_id, source, source_id",
  "SELECT to_jsonb(t) - 'id' FROM tally t ORDER BY 1",
  "SELECT * FROM record_before ORDER BY batch_id, source_id",
  "SELECT * FROM person ORDER BY id",
  "SELECT * FROM alias ORDER BY site_id, alias",
  "SELECT to_jsonb(a) - 'id' FROM assignment a ORDER BY 1",
];

/** Leeds (Ana, also called ext-17, and Ben; teams North and South) and Chengdu (王芳). It is 1 June 2026, noon, and a second passes with each import. */
export async function importHouse(): Promise<ImportHouse> {
  const { url, close } = await testDatabase();
  const database = connect(url);
  await database.pool.query(seed);
  let now = Date.parse("2026-06-01T12:00:00Z");
  const house = imports({
    store: importStore(database),
    clock: () => {
      now += 1000;
      return new Date(now);
    },
    newId: randomUUID,
  });
  const rows = async (query: string) =>
    (await database.pool.query<{ row: string }>(`SELECT one::text AS row FROM (${query}) AS one`)).rows.map(
      ({ row }) => row,
    );
  return {
    url,
    database,
    imports: house,
    bring(content, but = {}) {
      const file = bytesSource("calls.csv", typeof content === "string" ? Buffer.from(content) : content);
      return house.bring({ site: "leeds", dataset: "interactions", file, ...but });
    },
    rows,
    async snapshot() {
      const tables = [];
      for (const query of standing) tables.push(await rows(query));
      return createHash("sha256").update(JSON.stringify(tables)).digest("hex");
    },
    async close() {
      await database.close();
      await close();
    },
  };
}
