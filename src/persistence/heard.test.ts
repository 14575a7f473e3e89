import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { audit } from "./audit.ts";
import { connect, type Database } from "./client.ts";
import { heard } from "./heard.ts";

const noon = new Date("2026-03-02T12:00:00Z");
let own: TestDatabase;
let database: Database;
beforeAll(async () => {
  own = await testDatabase();
  database = connect(own.url);
});
afterAll(async () => {
  await database.close();
  await own.close();
});

test("an event is heard for the first time once, however many hear it at the same moment", async () => {
  const { firstTime } = heard(database);
  const answers = await Promise.all(Array.from({ length: 20 }, () => firstTime("slack:1", noon)));
  expect(answers.filter(Boolean)).toHaveLength(1);
  expect(await firstTime("slack:2", noon)).toBe(true);
});

test("a key of hostile text is a key like any other", async () => {
  const { firstTime } = heard(database);
  const key = "'); DROP TABLE heard; -- <!channel> \u202e 🎉";
  expect(await firstTime(key, noon)).toBe(true);
  expect(await firstTime(key, noon)).toBe(false);
});

test("what was heard before an instant is forgotten, and no more", async () => {
  const { firstTime, forgetBefore } = heard(database);
  await firstTime("old", new Date(noon.getTime() - 1));
  await firstTime("new", noon);
  expect(await forgetBefore(noon)).toBe(1);
  expect(await firstTime("old", noon)).toBe(true);
  expect(await firstTime("new", noon)).toBe(false);
});

test("the audit keeps who did what to whom, and the house itself has no name in it", async () => {
  const actor = "11111111-1111-4111-8111-111111111111";
  const { record } = audit(database);
  await record({ at: noon, actor, action: "score.read", subject: "person:2", detail: { right: "lead" } });
  await record({ at: noon, actor: undefined, action: "import.revert", subject: "batch:1" });
  const rows = await database.prisma.audit.findMany({ orderBy: { id: "asc" }, omit: { id: true } });
  expect(rows).toEqual([
    { at: noon, actor, action: "score.read", subject: "person:2", detail: { right: "lead" } },
    { at: noon, actor: null, action: "import.revert", subject: "batch:1", detail: {} },
  ]);
});
