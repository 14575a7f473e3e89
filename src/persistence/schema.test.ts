import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask } from "../testing/ask-server.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { schemaEngine } from "../testing/schema-engine.ts";
import { connect } from "./client.ts";
import { Prisma } from "./generated/client.ts";

let database: TestDatabase;
let engine: Awaited<ReturnType<typeof schemaEngine>>;
beforeAll(async () => {
  database = await testDatabase();
  engine = await schemaEngine();
});
afterAll(() => database.close());

describe("the migrations and prisma/schema.prisma", () => {
  test("say the same: what the difference shows is the SQL of the migration that is missing", async () => {
    expect(await engine.missingSql(database.url)).toBe("");
  });

  test("differ visibly when a table is changed behind their back", async () => {
    const changed = await testDatabase();
    await ask(changed.url, "ALTER TABLE heard DROP COLUMN at; CREATE TABLE forgotten (id int PRIMARY KEY)");
    const missing = await engine.missingSql(changed.url);
    expect(missing).toContain('ALTER TABLE "heard" ADD COLUMN     "at" TIMESTAMPTZ(3) NOT NULL');
    expect(missing).toContain('DROP TABLE "forgotten"');
    await changed.close();
  });

  test("have a column for every field that the client asks for", async () => {
    const { prisma, close } = connect(database.url);
    const models = Object.values(Prisma.ModelName);
    expect(models.length).toBeGreaterThan(15);
    for (const model of models) {
      const table = prisma[`${model[0]?.toLowerCase()}${model.slice(1)}` as "site"];
      expect(await table.findMany({ take: 1 }), model).toEqual([]);
    }
    await close();
  });
});
