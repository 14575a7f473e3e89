import { afterAll, beforeAll, expect, test } from "vitest";
import { anId } from "../../testing/builders.ts";
import { anAsking, asked, helpStoreContract, later } from "../../testing/contracts/help-store.ts";
import { type TestDatabase, testDatabase } from "../../testing/database.ts";
import { seedHelp } from "../../testing/help-rows.ts";
import { connect, type Database } from "../client.ts";
import { helpStore } from "./store.ts";

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

helpStoreContract("in PostgreSQL", async () => {
  await seedHelp(open);
  return {
    store: helpStore(open),
    announced: async () => {
      const { rows } = await open.pool.query<{ body: { kind: string; period: string } }>(
        "SELECT body FROM outbox ORDER BY id",
      );
      return rows.map(({ body }) => `${body.kind} ${body.period}`);
    },
  };
});

test("a request outlives whoever was at it, and ends with its asker", async () => {
  await seedHelp(open);
  const store = helpStore(open);
  const { claimer: _, ...rest } = await asked(store, anAsking(1, { state: "claimed", claimer: anId(2) }));
  await store.change(rest.id, later(1), (request) => {
    return { ok: true, value: { request, entries: [{ kind: "claimed", person: anId(2), at: later(1), text: "" }] } };
  });
  await open.pool.query("DELETE FROM person WHERE id = $1", [anId(2)]);
  expect(await store.request(rest.id)).toEqual({ ...rest, version: 2 });
  expect(await store.entries(rest.id)).toEqual([{ position: 1, kind: "claimed", at: later(1), text: "" }]);
  await open.pool.query("DELETE FROM person WHERE id = $1", [anId(1)]);
  expect(await store.request(rest.id)).toBeUndefined();
});

test("answers are found by an index", async () => {
  await seedHelp(open);
  const client = await open.pool.connect();
  await client.query("SET enable_seqscan = off");
  const { rows } = await client.query<{ "QUERY PLAN": string }>(
    "EXPLAIN SELECT FROM help_answer a WHERE string_to_array(a.words, ' ') && ARRAY['refund']",
  );
  client.release(true);
  expect(rows.map((row) => row["QUERY PLAN"]).join("\n")).toContain("help_answer_found_idx");
});
