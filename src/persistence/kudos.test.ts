import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { kudos, kudosConfig } from "../features/kudos/index.ts";
import { done, refuse } from "../kernel/outcome.ts";
import { addDays, day } from "../kernel/time.ts";
import { anId, aPerson, aSite } from "../testing/builders.ts";
import { at, kudosStoreContract } from "../testing/contracts/kudos-store.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { seedEvaluations } from "../testing/evaluation-rows.ts";
import { connect, type Database } from "./client.ts";
import { kudosStore } from "./kudos.ts";

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

/** Leeds with the people 1 to 9, and nothing sent yet. */
const seed = () => seedEvaluations(open, {});

kudosStoreContract("in PostgreSQL", async () => {
  await seed();
  return {
    store: kudosStore(open),
    announced: async () => {
      const { rows } = await open.pool.query<{ is: string; body: { at: string } }>(
        'SELECT "is", body FROM outbox ORDER BY id',
      );
      return rows.map(({ is, body }) => (is === "notice" ? { ...body, at: new Date(body.at) } : body));
    },
  };
});

describe("presses that come at once, on two machines", () => {
  beforeEach(seed);

  const people = Array.from({ length: 9 }, (_, n) => aPerson({ id: anId(n + 1), name: `P${n + 1}` }));
  const personOf = async (id: string) => people.find((one) => one.id === id);
  let ids = 900;
  const door = ({ pool }: Database, rules: object = {}) =>
    kudos({
      store: kudosStore({ pool }),
      roster: {
        site: async () => aSite(),
        personById: personOf,
        peopleById: async () => people,
      },
      find: async () => refuse({ why: "nobody", say: () => "" }),
      rules: async () => kudosConfig.parse(rules),
      newId: () => {
        ids += 1;
        return anId(ids);
      },
    });
  const who = (n: number) => ({ person: anId(n), site: "leeds", zone: "Europe/London" });
  const gives = (from: Database, giver: number, receiver: number, reason: string, rules: object = {}) =>
    door(from, rules).giveTo(who(giver), { receiver: anId(receiver), value: "helpful", reason }, at);
  const sides = () => [open, other];
  const rows = async (columns: string) => {
    const { rows } = await open.pool.query<Record<string, unknown>>(`SELECT ${columns} FROM kudos`);
    return rows;
  };

  test("never get past the allowance", async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        gives(sides()[n % 2] as Database, 1, 2 + n, `For the ${n}th of many good turns.`),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(5);
    const refused = outcomes.flatMap((one) => (one.ok || "why" in one.refusal ? [] : [one.refusal.refusal]));
    expect(refused).toEqual(Array(3).fill({ why: "allowance", allowance: 5, from: "2026-04-01" }));
    expect(await rows("id")).toHaveLength(5);
  });

  test("never get past the cap for one receiver", async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, (_, n) =>
        gives(sides()[n % 2] as Database, 1, 2, `For the ${n}th of many good turns.`),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(2);
    expect(await rows("id")).toHaveLength(2);
  });

  test("of the same are one, told once", async () => {
    const outcomes = await Promise.all(sides().map((side) => gives(side, 1, 2, "Took my late call without a word.")));
    expect(outcomes.map((one) => one.ok && one.value.isNew).sort()).toEqual([false, true]);
    expect(await rows("id")).toHaveLength(1);
    const { rows: told } = await open.pool.query("SELECT FROM outbox");
    expect(told).toHaveLength(2);
  });

  test("of two who thank each other count once", async () => {
    await Promise.all([
      gives(open, 1, 2, "Took my late call without a word."),
      gives(other, 2, 1, "Helped me out with the new form."),
    ]);
    expect(await rows("uncounted")).toHaveLength(2);
    expect(await rows("uncounted")).toContainEqual({ uncounted: "ring" });
    const counts = await kudosStore(open).countsOf("leeds", day("2026-03-09"), day("2026-03-09"));
    expect([...counts.values()]).toEqual([1]);
  });

  test("take one back once", async () => {
    const given = await gives(open, 1, 2, "Took my late call without a word.");
    const id = given.ok ? given.value.kudos.id : "none";
    const presses = [...sides(), ...sides(), ...sides(), ...sides()];
    const outcomes = await Promise.all(presses.map((side) => door(side).takeBack(who(1), id, at)));
    expect(outcomes).toEqual(presses.map(() => done({ left: 5 })));
    const { rows: touched } = await open.pool.query(`SELECT FROM outbox WHERE "is" = 'touched'`);
    expect(touched).toHaveLength(3);
    expect(await kudosStore(open).countsOf("leeds", day("2026-03-09"), addDays(day("2026-03-09"), 1))).toEqual(
      new Map(),
    );
  });
});
