import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { day } from "../kernel/time.ts";
import { anId } from "../testing/builders.ts";
import { type ImportHouse, importHouse } from "../testing/import-house.ts";
import { wordsStore } from "./words.ts";

let house: ImportHouse;
beforeAll(async () => {
  house = await importHouse();
});
afterAll(() => house.close());

const today = day("2026-06-01");
const store = () => wordsStore(house.database);
const people = async (text: string, site = "leeds") =>
  (await store().peopleNamedIn(site, text, today)).map(({ id, name }) => `${Number(id.slice(-12))} ${name}`).sort();

beforeEach(async () => {
  await house.database.pool.query("BEGIN; DELETE FROM word; COMMIT");
  await add(11, "leeds", "Ben Nevis");
  await add(12, "leeds", "Cher");
  await add(13, "leeds", "Zoë O’Neil");
  await add(14, "leeds", "Kim Left", "2026-05-31");
  await add(15, "leeds", "Kim Last", "2026-06-01");
  await add(16, "chengdu", "王小明");
  await add(17, "chengdu", "李芳");
  await add(18, "chengdu", "李芳");
});
afterEach(async () => {
  await house.database.pool.query("DELETE FROM person WHERE employee_no LIKE 'x%'");
});

const add = (id: number, site: string, name: string, leftOn?: string) =>
  house.database.pool.query(
    "INSERT INTO person (id, site_id, employee_no, name, roles, left_on) VALUES ($1, $2, $3, $4, '{agent}', $5)",
    [anId(id), site, `x${id}`, name, leftOn ?? null],
  );

describe("people named in a text", () => {
  test.each([
    ["by full name", "Ana Diaz's csat", ["1 Ana Diaz"]],
    ["by a given name that nobody else has", "how is ANA doing?", ["1 Ana"]],
    ["by full name where the given one is shared", "ben okri's csat", ["2 Ben Okri"]],
    ["not by a given name that is shared", "Ben's csat", []],
    ["by their only name", "Cher yesterday", ["12 Cher"]],
    ["with another apostrophe", "zoë o'neil's csat", ["13 Zoë O’Neil"]],
    ["not inside another word", "banana cheri bens", []],
    ["not once they left, and then not in the way of others", "Kim's csat", ["15 Kim"]],
    ["not at another site", "王芳的满意度", []],
    ["as many as are named", "Ana and Cher", ["1 Ana", "12 Cher"]],
    ["none in what looks like SQL or a pattern", "'; DROP TABLE person; -- %_ .*", []],
  ])("%s", async (_, text, expected) => {
    expect(await people(text)).toEqual(expected);
  });

  test.each([
    ["王芳上周怎么样", ["3 王芳"]],
    ["王小明的质检", ["16 王小明"]],
    ["小明的质检", ["16 小明"]],
    ["李芳的质检", []],
  ])("in Chinese: %s", async (text, expected) => {
    expect(await people(text, "chengdu")).toEqual(expected);
  });

  test("are found among ten thousand", async () => {
    await house.database.pool.query(`INSERT INTO person (id, site_id, employee_no, name, roles)
      SELECT gen_random_uuid(), 'leeds', 'x-' || n, 'Agent' || n || ' Smith' || n, '{agent}' FROM generate_series(1, 10000) n`);
    const found = await store().peopleNamedIn("leeds", "Agent7777's csat", today);
    expect(found.map(({ name }) => name)).toEqual(["Agent7777"]);
  });
});

describe("teams named in a text", () => {
  const teams = (text: string, site = "leeds") => store().teamsNamedIn(site, text);

  test("are known by name and by id, as whole words", async () => {
    expect(await teams("North csat and south")).toEqual([
      { id: "north", name: "North" },
      { id: "south", name: "South" },
    ]);
    expect(await teams("northern csat")).toEqual([]);
  });

  test("of one's own site hide others of the same name, which elsewhere are all meant", async () => {
    const { pool } = house.database;
    await pool.query(
      "INSERT INTO team (id, site_id, name) VALUES ('bei', 'chengdu', 'North'), ('yizu', 'chengdu', '一组')",
    );
    expect((await teams("North")).map(({ id }) => id)).toEqual(["north"]);
    expect((await teams("North", "chengdu")).map(({ id }) => id)).toEqual(["bei"]);
    expect((await teams("North", "nowhere")).map(({ id }) => id)).toEqual(["bei", "north"]);
    expect(await teams("一组上周满意度")).toEqual([{ id: "yizu", name: "一组" }]);
    await pool.query("DELETE FROM team WHERE site_id = 'chengdu'");
  });
});

test("the company's own words are read, and each question is one statement", async () => {
  await house.database.pool.query(
    "INSERT INTO word (text, kind, means) VALUES ('talk speed', 'metric', 'handle-time')",
  );
  const query = vi.spyOn(house.database.pool, "query");
  expect(await store().words()).toEqual([{ text: "talk speed", kind: "metric", means: "handle-time" }]);
  await store().peopleNamedIn("leeds", "Ana", today);
  await store().teamsNamedIn("leeds", "North");
  expect(query).toHaveBeenCalledTimes(3);
  vi.restoreAllMocks();
});
