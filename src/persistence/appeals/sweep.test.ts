import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Before, Decided } from "../../features/appeals/index.ts";
import { done } from "../../kernel/outcome.ts";
import { aForm, anEvaluation } from "../../testing/appeal-builders.ts";
import { anId } from "../../testing/builders.ts";
import { anAppeal, closedAt, decided, hours, onPanel, restatementOf } from "../../testing/contracts/appeal-store.ts";
import { type TestDatabase, testDatabase } from "../../testing/database.ts";
import { seedEvaluations } from "../../testing/evaluation-rows.ts";
import { connect, type Database } from "../client.ts";
import { appealStore } from "./store.ts";

let own: TestDatabase;
/** A house with two connections, and another with more. */
let small: Database;
let other: Database;
beforeAll(async () => {
  own = await testDatabase();
  small = connect(own.url, { connections: 2 });
  other = connect(own.url);
});
afterAll(async () => {
  await Promise.all([small.close(), other.close()]);
  await own.close();
});

const storeOf = ({ pool }: Database) => appealStore({ pool, newId: randomUUID });
const count = 4;
const idOf = (n: number) => anId(6100 + n);

/** Appeals that are due one after another; every other one is on its panel, and will be restated. */
beforeEach(async () => {
  const made = Array.from({ length: count }, (_, n) =>
    anEvaluation({ id: anId(5100 + n), number: `E-${n}`, interaction: `call-${n}` }),
  );
  await seedEvaluations(other, { forms: [aForm()], evaluations: made });
  for (const [n, { id: evaluation }] of made.entries()) {
    const appeal = (n % 2 === 0 ? anAppeal : onPanel)({ id: idOf(n), evaluation });
    await storeOf(other).file(evaluation, ({ number }) => done(decided({ ...appeal, number }, hours(1))), hours(0));
  }
});

const judge = ({ appeal, evaluation }: Before): Decided =>
  appeal.state !== "panel" || evaluation === undefined
    ? decided({ ...appeal, desk: anId(8) }, hours(9))
    : decided(closedAt(appeal, hours(2)), undefined, { restatement: restatementOf(evaluation, appeal, hours(2)) });

/** Which of them are due at a time. */
async function dueBy(now: Date): Promise<readonly string[]> {
  const { rows } = await other.pool.query<{ id: string }>(
    "SELECT id::text FROM appeal WHERE next_at <= $1 ORDER BY id",
    [now],
  );
  return rows.map(({ id }) => id);
}

test("a sweep ends while a press waits for one of its appeals, whatever it asks for and however few connections there are", async () => {
  const { pool } = small;
  const holder = await other.pool.connect();
  await holder.query("BEGIN");
  await holder.query("SELECT FROM appeal WHERE id = $1 FOR UPDATE", [idOf(0)]);
  const press = storeOf(small).change(idOf(0), ({ appeal }) => done(decided(appeal, hours(30))), hours(2));
  const swept = await storeOf(small).sweep(hours(2), count, async (due) => {
    await Promise.all(due.map(() => pool.query("SELECT 1")));
    return judge;
  });
  expect(swept).toBe(count);
  expect(await dueBy(hours(2))).toEqual([idOf(0)]);
  await holder.query("COMMIT");
  holder.release();
  expect(await press).toMatchObject({ ok: true });
  expect(await dueBy(hours(2))).toEqual([]);
});

test("presses that come while a sweep gathers are answered before it goes on", async () => {
  const store = storeOf(small);
  const presses: Promise<unknown>[] = [];
  await store.sweep(hours(2), count, async (due) => {
    presses.push(...due.map(({ id }) => store.change(id, ({ appeal }) => done(decided(appeal, hours(30))), hours(2))));
    await Promise.all(presses);
    return judge;
  });
  expect(await Promise.all(presses)).toMatchObject(Array.from({ length: count }, () => ({ ok: true })));
  expect(await dueBy(hours(20))).toEqual([]);
});

test.each([0, 1])("a fault in one appeal is told, and keeps none of the others from being decided (%i)", async (n) => {
  const fault = new Error("no rule for this");
  const faulty = (now: Before) => {
    if (now.appeal.id === idOf(n)) throw fault;
    return judge(now);
  };
  await expect(storeOf(small).sweep(hours(2), count, async () => faulty)).rejects.toBe(fault);
  expect(await dueBy(hours(2))).toEqual([idOf(n)]);
});

test("a fault while one is carried out is told, and the next is carried out", async () => {
  await other.pool.query(`
    CREATE FUNCTION no_luck() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN IF NEW.id = '${anId(5101)}' THEN RAISE EXCEPTION 'no luck'; END IF; RETURN NEW; END $$;
    CREATE TRIGGER no_luck BEFORE UPDATE ON evaluation FOR EACH ROW EXECUTE FUNCTION no_luck()`);
  await expect(storeOf(small).sweep(hours(2), count, async () => judge)).rejects.toThrow("no luck");
  expect(await dueBy(hours(2))).toEqual([idOf(1)]);
  await other.pool.query("DROP TRIGGER no_luck ON evaluation; DROP FUNCTION no_luck");
  expect(await storeOf(small).sweep(hours(2), count, async () => judge)).toBe(1);
  expect(await dueBy(hours(2))).toEqual([]);
});

test("a sweep that gets nothing out of the way says so, so that nobody sweeps for ever", async () => {
  const still = ({ appeal }: Before) => decided(appeal, hours(1));
  expect(await storeOf(small).sweep(hours(2), count, async () => still)).toBe(0);
  const holder = await other.pool.connect();
  await holder.query("BEGIN");
  await holder.query("SELECT FROM appeal FOR UPDATE");
  expect(await storeOf(small).sweep(hours(2), count, async () => judge)).toBe(0);
  await holder.query("ROLLBACK");
  holder.release();
  expect(await storeOf(small).sweep(hours(2), count, async () => judge)).toBe(count);
});
