import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Draw } from "../../features/draws/domain.ts";
import type { DrawStore } from "../../features/draws/store.ts";
import { done, refuse } from "../../kernel/outcome.ts";
import { anId } from "../../testing/builders.ts";
import { added, hours, noticeOf } from "../../testing/contracts/draw-store.ts";
import { type TestDatabase, testDatabase } from "../../testing/database.ts";
import { aDraw, anEntry } from "../../testing/draw-builders.ts";
import { seedEvaluations } from "../../testing/evaluation-rows.ts";
import { connect, type Database } from "../client.ts";
import { drawStore } from "./store.ts";

let database: TestDatabase;
/** Two houses on one database, and somebody who looks on. */
let houses: readonly [Database, Database, Database];
beforeAll(async () => {
  database = await testDatabase();
  houses = [connect(database.url), connect(database.url), connect(database.url)];
});
afterAll(async () => {
  await Promise.all(houses.map((one) => one.close()));
  await database.close();
});

let stores: readonly [DrawStore, DrawStore];
let made: Draw;
beforeEach(async () => {
  const [one, two] = houses;
  await seedEvaluations(one, {});
  await one.pool.query("TRUNCATE draw CASCADE");
  stores = [drawStore(one), drawStore(two)];
  made = await added(stores[0]);
});

const waiting = `
  SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;

/** Waits until so many wait for a lock. */
async function queued(count: number): Promise<void> {
  const { pool } = houses[2];
  while ((await pool.query<{ count: number }>(waiting)).rows[0]?.count !== count)
    await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Starts each while somebody holds the draw, one behind the other, and lets them all go at the same instant. */
async function atOnce<A, B>(first: () => Promise<A>, second: () => Promise<B>): Promise<readonly [A, B]> {
  const holder = await houses[2].pool.connect();
  await holder.query("BEGIN");
  await holder.query("SELECT FROM draw FOR UPDATE");
  const one = first();
  await queued(1);
  const two = second();
  await queued(2);
  await holder.query("COMMIT");
  holder.release();
  return Promise.all([one, two]);
}

const outbox = async () =>
  (await houses[2].pool.query<{ period: string }>("SELECT body->>'period' AS period FROM outbox")).rows;

test("of two changes of the same version exactly one is made, with all that is beside it", async () => {
  const change = (store: DrawStore, n: number) =>
    store.change(
      { ...made, winners: n },
      {
        manifest: `{${n}}`,
        prizes: [{ rank: 1, person: anId(n), state: "alternate" }],
        notices: [noticeOf(made, `${n}`)],
        at: hours(1),
      },
    );
  const outcomes = await atOnce(
    () => change(stores[0], 1),
    () => change(stores[1], 2),
  );
  expect([...outcomes].sort()).toEqual([false, true]);
  const n = outcomes[0] ? 1 : 2;
  expect(await stores[0].draw(made.id)).toEqual({ ...made, winners: n, version: 2 });
  expect(await stores[0].manifestOf(made.id)).toBe(`{${n}}`);
  expect(await stores[0].prizesOf(made.id)).toMatchObject([{ person: anId(n) }]);
  expect(await outbox()).toEqual([{ period: `${n}` }]);
});

test("whoever enters twice at the same instant, on two platforms, is in it once, and the second sees the first", async () => {
  const seen: unknown[] = [];
  const enter = (store: DrawStore) =>
    store.enter(made.id, anId(1), ({ entry }) => {
      seen.push(entry);
      return entry === undefined ? done(anEntry()) : refuse({ why: "in-it-already" });
    });
  const outcomes = await atOnce(
    () => enter(stores[0]),
    () => enter(stores[1]),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(seen).toEqual([undefined, anEntry()]);
  expect(await stores[0].entriesOf(made.id)).toEqual([anEntry()]);
  expect(await stores[0].draw(made.id)).toMatchObject({ version: 2 });
});

const enterOpen = (store: DrawStore) =>
  store.enter(made.id, anId(1), ({ draw }) =>
    draw.state === "open" ? done(anEntry()) : refuse({ why: "not-now", version: draw.version }),
  );
const closeIt = (store: DrawStore) => store.change({ ...made, state: "closed" }, { manifest: "{}", at: hours(48) });

test("a close that did not see an entry is not made, and one that did is", async () => {
  const [entered, isClosed] = await atOnce(
    () => enterOpen(stores[0]),
    () => closeIt(stores[1]),
  );
  expect(entered).toMatchObject({ ok: true });
  expect(isClosed).toBe(false);
  expect(await stores[0].manifestOf(made.id)).toBeUndefined();
  made = (await stores[0].draw(made.id)) ?? made;
  expect(await closeIt(stores[1])).toBe(true);
});

test("an entry that waited for the close sees a closed draw, on whichever platform", async () => {
  const [isClosed, entered] = await atOnce(
    () => closeIt(stores[0]),
    () => enterOpen(stores[1]),
  );
  expect(isClosed).toBe(true);
  expect(entered).toEqual(refuse({ why: "not-now", version: 2 }));
  expect(await stores[0].entriesOf(made.id)).toEqual([]);
});

test("many who enter at once are all in it, and every one of them raised the version", async () => {
  const people = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(anId);
  await Promise.all(
    people.map((person, n) => stores[n % 2 === 0 ? 0 : 1].enter(made.id, person, () => done(anEntry({ person })))),
  );
  expect((await stores[0].entriesOf(made.id)).map(({ person }) => person)).toEqual(people);
  expect(await stores[0].draw(made.id)).toMatchObject({ version: 10 });
});

test("of those who open an occurrence at once, one opens a draw, and all get that", async () => {
  const ids = Array.from({ length: 12 }, (_, n) => anId(9100 + n));
  const all = await Promise.all(
    ids.map((id, n) =>
      added(
        stores[n % 2 === 0 ? 0 : 1],
        { id },
        { occurrence: "attendance-draw 2026-03", told: (draw) => ({ notices: [noticeOf(draw)] }) },
      ),
    ),
  );
  const [one] = all;
  expect(one).toEqual(aDraw({ id: one?.id ?? "", number: one?.number ?? 0 }));
  for (const other of all) expect(other).toEqual(one);
  expect(await stores[0].drawsOf("leeds", 20)).toHaveLength(2);
  expect(await outbox()).toEqual([{ period: one?.id }]);
});

test.each([
  ["gets the draw that was being opened", "COMMIT"],
  ["opens one itself where that came to nothing", "ROLLBACK"],
])("whoever opens an occurrence while somebody else is at it %s", async (_, end) => {
  const holder = await houses[2].pool.connect();
  await holder.query("BEGIN");
  await holder.query("UPDATE draw SET occurrence = 'a' WHERE id = $1", [made.id]);
  const told = (draw: Draw) => ({ notices: [noticeOf(draw)] });
  const own = added(stores[0], { id: anId(9002) }, { occurrence: "a", told });
  await queued(1);
  await holder.query(end);
  holder.release();
  const isTheirs = end === "COMMIT";
  expect((await own).id).toBe(isTheirs ? made.id : anId(9002));
  expect(await stores[1].draw((await own).id)).toEqual(await own);
  expect(await outbox()).toEqual(isTheirs ? [] : [{ period: anId(9002) }]);
});
