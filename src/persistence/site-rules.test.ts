import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { seedEvaluations } from "../testing/evaluation-rows.ts";
import { connect, type Database } from "./client.ts";
import { siteRules } from "./site-rules.ts";

let database: TestDatabase;
let open: Database;

beforeAll(async () => {
  database = await testDatabase();
  open = connect(database.url);
  await seedEvaluations(open, {});
});
afterAll(async () => {
  await open.close();
  await database.close();
});

const schema = z.strictObject({
  allowance: z.number().int().default(5),
  pairCap: z.number().int().default(2),
});

const keep = (site: string, body: object) =>
  open.pool.query(
    `INSERT INTO site_rules (site_id, feature, body) VALUES ($1, 'kudos', $2)
     ON CONFLICT (site_id, feature) DO UPDATE SET body = excluded.body`,
    [site, body],
  );

/** Rules with what they warned of. */
function watched() {
  const warnings: unknown[] = [];
  const log = { warn: (context: object, message: string) => void warnings.push({ ...context, message }) };
  return { rules: siteRules({ pool: open.pool, log }, "kudos", schema), warnings };
}

test("what a site has set holds, and what it leaves out is as usual, without a word", async () => {
  const { rules, warnings } = watched();
  await keep("leeds", { allowance: 3 });
  expect([await rules("leeds"), await rules("york")]).toEqual([
    { allowance: 3, pairCap: 2 },
    { allowance: 5, pairCap: 2 },
  ]);
  expect(warnings).toEqual([]);
});

test("what no longer fits gives way to the usual rules as a whole, with one warning for its site", async () => {
  const { rules, warnings } = watched();
  await keep("leeds", { allowance: 0.5, pairCap: 1 });
  await keep("york", { pairCap: 1 });
  for (let turn = 0; turn < 3; turn += 1) expect(await rules("leeds")).toEqual({ allowance: 5, pairCap: 2 });
  expect(await rules("york")).toEqual({ allowance: 5, pairCap: 1 });
  expect(warnings).toEqual([
    {
      site: "leeds",
      feature: "kudos",
      why: expect.stringContaining("allowance"),
      message: "a site's rules no longer fit, and the usual ones hold until they are set anew",
    },
  ]);
  await keep("leeds", { allowance: 4 });
  expect(await rules("leeds")).toEqual({ allowance: 4, pairCap: 2 });
});
