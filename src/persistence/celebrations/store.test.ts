import { afterAll, beforeAll } from "vitest";
import type { Notice, Touched } from "../../features/notices/index.ts";
import { celebrationStoreContract } from "../../testing/contracts/celebration-store.ts";
import { type TestDatabase, testDatabase } from "../../testing/database.ts";
import { connect, type Database } from "../client.ts";
import { celebrationStore } from "./store.ts";

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

const seed = `
  TRUNCATE site, team, person, greeting_card, birthday_party, outbox CASCADE;
  INSERT INTO site (id, name, zone, locale, weekend, holidays, workdays)
    VALUES ('leeds', 'Leeds', 'Europe/London', 'en', '{6,7}', '{}', '{}');
  INSERT INTO person (id, site_id, employee_no, name, roles)
    SELECT ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'leeds', n::text, n::text, '{agent}'
    FROM generate_series(1, 9) AS n;`;

const dated = ({ at, dueAt, ...rest }: Notice): Notice => ({
  ...rest,
  at: new Date(at),
  ...(dueAt === undefined ? {} : { dueAt: new Date(dueAt) }),
});

celebrationStoreContract("in PostgreSQL", async () => {
  await open.pool.query(seed);
  return {
    store: celebrationStore(open),
    announced: async () => {
      const { rows } = await open.pool.query<{ is: string; body: unknown }>(
        `WITH gone AS (DELETE FROM outbox RETURNING id, "is", body) SELECT "is", body FROM gone ORDER BY id`,
      );
      const of = (is: string) => rows.filter((row) => row.is === is).map(({ body }) => body);
      return { notices: (of("notice") as Notice[]).map(dated), touched: of("touched") as Touched[] };
    },
  };
});
