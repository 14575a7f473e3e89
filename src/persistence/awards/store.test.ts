import { afterAll, beforeAll } from "vitest";
import { awardStoreContract } from "../../testing/contracts/award-store.ts";
import { type TestDatabase, testDatabase } from "../../testing/database.ts";
import { connect, type Database } from "../client.ts";
import { awardStore } from "./store.ts";

const seed = `
  TRUNCATE site, team, person, award, outbox CASCADE;
  INSERT INTO site (id, name, zone, locale, weekend, holidays, workdays)
    SELECT id, id, 'Europe/London', 'en', '{6,7}', '{}', '{}' FROM unnest(ARRAY['leeds', 'york']) AS id;
  INSERT INTO person (id, site_id, employee_no, name, roles)
    SELECT ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'leeds', n::text, n::text, '{agent}'
    FROM generate_series(1, 9) AS n`;

let database: TestDatabase;
let open: Database;

beforeAll(async () => {
  database = await testDatabase();
  open = connect(database.url);
});
afterAll(async () => {
  await open.close();
  await database.close();
});

awardStoreContract("in PostgreSQL", async () => {
  await open.pool.query(seed);
  return {
    store: awardStore({ pool: open.pool }),
    announced: async () => {
      const { rows } = await open.pool.query<{ is: string; body: { at: string } }>(
        `SELECT "is", body FROM outbox ORDER BY id`,
      );
      return rows.map(({ is, body }) => (is === "notice" ? { ...body, at: new Date(body.at) } : body));
    },
  };
});
