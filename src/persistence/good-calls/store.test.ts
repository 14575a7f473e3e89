import { afterAll, beforeAll } from "vitest";
import { goodCallStoreContract } from "../../testing/contracts/good-call-store.ts";
import { type TestDatabase, testDatabase } from "../../testing/database.ts";
import type { KnownContact } from "../../testing/good-call-store.ts";
import { connect, type Database } from "../client.ts";
import { goodCallStore } from "./store.ts";

const seed = `
  TRUNCATE site, person, interaction, good_call, outbox CASCADE;
  INSERT INTO site (id, name, zone, locale, weekend, holidays, workdays)
    SELECT id, id, 'Europe/London', 'en', '{6,7}', '{}', '{}' FROM unnest(ARRAY['leeds', 'york']) AS id;
  INSERT INTO person (id, site_id, employee_no, name, roles)
    SELECT ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'leeds', n::text, n::text, '{agent}'
    FROM generate_series(1, 9) AS n;`;

const addContact = `
  INSERT INTO interaction (site_id, source, source_id, person_id, channel, direction, queue, project, started_at, day, hour,
    wait_s, talk_s, hold_s, wrap_s, outcome, complaint, batch_id)
  VALUES ($1, $2, $3, $4, 'voice', 'in', $5, $6, $7::timestamptz, ($7::timestamptz)::date, 11, 60, $8, 15, 5, $9, false, gen_random_uuid())`;

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

async function add({ site = "leeds", source, sourceId, agent, startedAt, queue, project, handleS }: KnownContact) {
  // A contact that was abandoned at somebody's desk was answered by nobody.
  const whose = agent ?? "00000000-0000-4000-8000-000000000001";
  const rest = [queue, project, startedAt, handleS - 20, agent === undefined ? "abandoned" : "answered"];
  await open.pool.query(addContact, [site, source, sourceId, whose, ...rest]);
}

goodCallStoreContract("in PostgreSQL", async (contacts) => {
  await open.pool.query(seed);
  for (const contact of contacts) await add(contact);
  return {
    store: goodCallStore({ pool: open.pool }),
    announced: async () => {
      const { rows } = await open.pool.query<{ body: { kind: string; period: string } }>(
        "SELECT body FROM outbox ORDER BY id",
      );
      return rows.map(({ body }) => `${body.kind} ${body.period}`);
    },
  };
});
