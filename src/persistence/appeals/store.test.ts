import { randomUUID } from "node:crypto";
import { afterAll, beforeAll } from "vitest";
import type { Notice, Touched } from "../../features/notices/index.ts";
import { aForm } from "../../testing/appeal-builders.ts";
import { appealStoreContract } from "../../testing/contracts/appeal-store.ts";
import { type TestDatabase, testDatabase } from "../../testing/database.ts";
import { seedEvaluations } from "../../testing/evaluation-rows.ts";
import { connect, type Database } from "../client.ts";
import { evaluationStore } from "../evaluations/store.ts";
import { appealStore } from "./store.ts";

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

type OutboxRow = { readonly is: string; readonly body: unknown };

appealStoreContract("in PostgreSQL", async ({ evaluations, config }) => {
  await seedEvaluations(open, { forms: [aForm()], evaluations });
  const { pool } = open;
  if (config !== undefined) {
    await pool.query("INSERT INTO site_rules (site_id, feature, body) VALUES ('leeds', 'appeals', $1)", [
      JSON.stringify(config),
    ]);
  }
  return {
    store: appealStore({ pool, newId: randomUUID }),
    announced: async () => {
      const { rows } = await pool.query<OutboxRow>('SELECT "is", body FROM outbox ORDER BY id');
      const bodies = (of: string) => rows.filter(({ is }) => is === of).map(({ body }) => body);
      const notices = (bodies("notice") as (Notice & { at: string })[]).map((one) => ({
        ...one,
        at: new Date(one.at),
      }));
      return { notices, touched: bodies("touched") as Touched[] };
    },
    evaluation: evaluationStore({ pool, newId: randomUUID }).evaluation,
  };
});
