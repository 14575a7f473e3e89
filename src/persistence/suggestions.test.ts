import { afterAll, beforeAll, expect, test } from "vitest";
import { done } from "../kernel/outcome.ts";
import { anId } from "../testing/builders.ts";
import { suggestionStoreContract } from "../testing/contracts/suggestion-store.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { seedEvaluations } from "../testing/evaluation-rows.ts";
import { connect, type Database } from "./client.ts";
import { suggestionStore } from "./suggestions.ts";

let database: TestDatabase;
let open: Database;
let other: Database;

beforeAll(async () => {
  database = await testDatabase();
  [open, other] = [connect(database.url), connect(database.url)];
});
afterAll(async () => {
  await Promise.all([open.close(), other.close()]);
  await database.close();
});

/** Leeds and York with the people 1 to 9, and nothing suggested yet. */
async function seed() {
  await seedEvaluations(open, {});
  await open.pool.query("TRUNCATE suggestion CASCADE");
}

suggestionStoreContract("in PostgreSQL", async () => {
  await seed();
  return {
    store: suggestionStore(open),
    announced: async () => {
      const { rows } = await open.pool.query<{ body: { kind: string; period: string }; next_at: Date | null }>(
        "SELECT body, next_at FROM outbox ORDER BY id",
      );
      return rows.map(({ body, next_at: from }) =>
        [body.kind, body.period, ...(from === null ? [] : ["from", from.toISOString()])].join(" "),
      );
    },
  };
});

test("votes that come at once, on two machines, all count, and one person's once", async () => {
  await seed();
  const at = new Date("2026-03-09T10:00:00Z");
  const making = {
    id: anId(801),
    site: "leeds",
    author: anId(1),
    state: "new",
    text: "More light, please.",
    additions: [],
    steps: [],
    followers: [],
    madeAt: at,
    changedAt: at,
  } as const;
  const notice = { kind: "post", site: "leeds", period: anId(801), at, body: {} };
  await suggestionStore(open).make(making, { since: at, most: 9, hiddenFrom: at }, () => notice);
  const votes = [2, 3, 4, 5].flatMap((voter) =>
    [open, other].map((side) =>
      suggestionStore(side).vote(anId(801), { voter: anId(voter), isFor: true, at }, () => done([])),
    ),
  );
  await Promise.all(votes);
  expect((await suggestionStore(open).suggestion(anId(801)))?.votes).toBe(4);
});
