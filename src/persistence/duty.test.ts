import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Duty, duty, dutyConfig } from "../features/duty/index.ts";
import { done } from "../kernel/outcome.ts";
import { day } from "../kernel/time.ts";
import { anId, aPerson, aSite } from "../testing/builders.ts";
import { dutyStoreContract } from "../testing/contracts/duty-store.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { seedEvaluations } from "../testing/evaluation-rows.ts";
import { connect, type Database } from "./client.ts";
import { dutyStore } from "./duty.ts";

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

/** Leeds with the people 1 to 9, and nobody set. */
const seed = () => seedEvaluations(open, {});

dutyStoreContract("in PostgreSQL", async () => {
  await seed();
  return {
    store: dutyStore(open),
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

  const at = new Date("2026-03-09T09:00:00Z");
  const people = Array.from({ length: 9 }, (_, n) =>
    aPerson({ id: anId(n + 1), employeeNo: `${n + 1}`, name: `P${n + 1}`, roles: ["lead"] }),
  );
  const rules = dutyConfig.parse({
    rotations: [{ role: "duty-lead", people: ["1", "2"], startsOn: "2026-03-09", every: 1, hours: "08:00-20:00" }],
  });
  let ids = 900;
  const door = ({ pool }: Database): Duty =>
    duty({
      store: dutyStore({ pool }),
      roster: {
        site: async () => aSite(),
        sites: async () => [aSite()],
        personById: async (id) => people.find((one) => one.id === id),
        peopleById: async (wanted) => people.filter(({ id }) => wanted.includes(id)),
        officersOf: async () => [],
      },
      find: async (_, who) => {
        const found = people.find(({ employeeNo }) => "text" in who && employeeNo === who.text);
        if (found === undefined) throw new Error("nobody");
        return done(found);
      },
      rules: async () => rules,
      onLeave: async (days) => days.map(() => false),
      audit: { record: async () => {} },
      newId: () => {
        ids += 1;
        return anId(ids);
      },
    });
  const who = (n: number) => ({ person: anId(n), site: "leeds", zone: "Europe/London", roles: ["lead"] as const });
  const rows = async (sql: string) => (await open.pool.query<Record<string, unknown>>(sql)).rows;
  const shifts = () => rows("SELECT origin, person_id, replaces_id FROM duty_shift");

  /** The first's duty of the 11th is offered to the second. */
  async function offered(to = "2"): Promise<string> {
    const outcome = await door(open).offer(who(1), { who: { text: to }, from: { day: day("2026-03-11") } }, at);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
    return outcome.value.swap.id;
  }

  test("accept an offer once, and tell of it once", async () => {
    const id = await offered();
    const sides = [open, other, open, other, open, other];
    const outcomes = await Promise.all(sides.map((side) => door(side).settle(who(2), id, "accepted", at)));
    expect(outcomes.map(({ ok }) => ok)).toEqual(sides.map(() => true));
    expect(await shifts()).toEqual([{ origin: "swap", person_id: anId(2), replaces_id: anId(1) }]);
    expect(await rows(`SELECT FROM outbox WHERE body->>'kind' = 'duty-swap'`)).toHaveLength(1);
  });

  test("accept it or take it back, but not both", async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      await seed();
      const id = await offered();
      const [accepted, takenBack] = await Promise.all([
        door(open).settle(who(2), id, "accepted", at),
        door(other).settle(who(1), id, "taken-back", at),
      ]);
      expect([accepted.ok, takenBack.ok].filter(Boolean)).toHaveLength(1);
      expect(await shifts()).toHaveLength(accepted.ok ? 1 : 0);
      const [swap] = await rows("SELECT state FROM duty_swap");
      expect(swap).toEqual({ state: accepted.ok ? "accepted" : "taken-back" });
    }
  });

  test("offer a duty to one alone", async () => {
    const outcomes = await Promise.allSettled(["2", "3", "4", "5"].map((to) => offered(to)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await rows("SELECT FROM duty_swap")).toHaveLength(1);
  });

  test("set two people for the same time: both are kept, and the one who came last has it", async () => {
    const set = (side: Database, person: string) =>
      door(side).set(
        who(5),
        {
          role: "duty-lead",
          who: { text: person },
          from: { day: day("2026-03-10"), time: "08:00" },
          until: { time: "12:00" },
        },
        at,
      );
    await Promise.all([set(open, "3"), set(other, "4")]);
    const made = await rows("SELECT person_id, made_at FROM duty_shift ORDER BY made_at");
    expect(new Set(made.map(({ made_at }) => String((made_at as Date).getTime()))).size).toBe(2);
    const now = await door(open).onDuty(aSite(), new Date("2026-03-10T09:00:00Z"));
    expect(now.map(({ person }) => person)).toEqual([made[1]?.person_id]);
  });

  test("accept two offers of two people to each other: both change hands", async () => {
    const mine = await offered("2");
    const back = await door(other).offer(who(2), { who: { text: "1" }, from: { day: day("2026-03-12") } }, at);
    const theirs = back.ok ? back.value.swap.id : "none";
    await Promise.all([
      door(open).settle(who(2), mine, "accepted", at),
      door(other).settle(who(1), theirs, "accepted", at),
    ]);
    expect(await shifts()).toHaveLength(2);
    const on = async (time: string) => (await door(open).onDuty(aSite(), new Date(time))).map(({ person }) => person);
    expect(await on("2026-03-11T09:00:00Z")).toEqual([anId(2)]);
    expect(await on("2026-03-12T09:00:00Z")).toEqual([anId(1)]);
  });
});
