import { afterAll, beforeAll, expect, test } from "vitest";
import type { Notice, Touched } from "../../features/notices/index.ts";
import { drawStoreContract } from "../../testing/contracts/draw-store.ts";
import { type TestDatabase, testDatabase } from "../../testing/database.ts";
import { seedEvaluations } from "../../testing/evaluation-rows.ts";
import { connect, type Database } from "../client.ts";
import { drawStore } from "./store.ts";

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

drawStoreContract("in PostgreSQL", async () => {
  const { pool } = open;
  await seedEvaluations(open, {});
  await pool.query("TRUNCATE draw CASCADE");
  return {
    store: drawStore({ pool }),
    announced: async () => {
      const { rows } = await pool.query<OutboxRow>('SELECT "is", body FROM outbox ORDER BY id');
      const bodies = (of: string) => rows.filter(({ is }) => is === of).map(({ body }) => body);
      const notices = (bodies("notice") as (Notice & { at: string })[]).map((one) => ({
        ...one,
        at: new Date(one.at),
      }));
      return { notices, touched: bodies("touched") as Touched[] };
    },
  };
});

test("the awards of a site in PostgreSQL are called as it has set them", async () => {
  const { pool } = open;
  await seedEvaluations(open, {});
  const rules = { "kind-word": { name: { en: "Kind word", "zh-CN": "暖心" }, period: "month" } };
  await pool.query("INSERT INTO site_rules (site_id, feature, body) VALUES ('leeds', 'awards', $1)", [{ rules }]);
  const store = drawStore({ pool });
  expect((await store.awardNames("leeds")).get("kind-word")).toEqual(rules["kind-word"].name);
  expect((await store.awardNames("york")).get("kind-word")).toBeUndefined();
});
