import { randomUUID } from "node:crypto";
import { afterAll, beforeAll } from "vitest";
import { evaluationStoreContract } from "../../testing/contracts/evaluation-store.ts";
import { type TestDatabase, testDatabase } from "../../testing/database.ts";
import { seedEvaluations } from "../../testing/evaluation-rows.ts";
import { connect, type Database } from "../client.ts";
import { evaluationStore } from "./store.ts";

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

evaluationStoreContract("in PostgreSQL", async (known) => {
  await seedEvaluations(open, known);
  return {
    store: evaluationStore({ pool: open.pool, newId: randomUUID }),
    announced: async () => {
      const { rows } = await open.pool.query<{ body: { at: string } }>(
        `SELECT body FROM outbox WHERE "is" = 'notice' ORDER BY id`,
      );
      return rows.map(({ body }) => ({ ...body, at: new Date(body.at) }));
    },
  };
});
