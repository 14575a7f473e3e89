import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { done } from "../../kernel/outcome.ts";
import { aForm, anEvaluation } from "../../testing/appeal-builders.ts";
import { anId } from "../../testing/builders.ts";
import { closedAt, decided, hours, onPanel } from "../../testing/contracts/appeal-store.ts";
import { type TestDatabase, testDatabase } from "../../testing/database.ts";
import { seedEvaluations } from "../../testing/evaluation-rows.ts";
import { connect, type Database } from "../client.ts";
import { blanked } from "./nameless.ts";
import { appealStore } from "./store.ts";

let own: TestDatabase;
let open: Database;
beforeAll(async () => {
  own = await testDatabase();
  open = connect(own.url);
});
afterAll(async () => {
  await open.close();
  await own.close();
});
beforeEach(() => seedEvaluations(open, { forms: [aForm()], evaluations: [anEvaluation()] }));

/** The agent, the scorer, and the supervisor, the lead, who passed it on and the quality member of the panel. */
const cast: readonly (readonly [number, string, string])[] = [
  [1, "Ana Diaz", "10017"],
  [5, "Quinn O'Brien", "20231"],
  [4, "王小芳", "A-3300"],
  [3, "欧阳娜娜", "4711"],
  [7, "Zoë Müller-Lee", "4712"],
  [6, "李雷", "Q9"],
];

/** Has a panel decide for these reasons; what is said of it afterwards. */
async function settle(reasons: readonly string[]) {
  const sql = "UPDATE person SET name = $2, employee_no = $3 WHERE id = $1";
  for (const [n, name, no] of cast) await open.pool.query(sql, [anId(n), name, no]);
  const store = appealStore({ pool: open.pool, newId: randomUUID });
  await store.file(
    anId(5001),
    ({ number }) => done(decided(closedAt(onPanel({ number }), hours(1), { reasons }))),
    hours(1),
  );
  const found = async (word: string) => (await store.precedents("leeds", [word], 5)).length;
  return { reasons: (await store.similar("leeds", "phone", "greeting", 5))[0]?.reasons, found, store };
}

test("a precedent names nobody who took part in its appeal, by name, part of a name or number", async () => {
  const { reasons, found, store } = await settle([
    "ana diaz (10017) said her name; Ana's analysis of banana 100170 stands.",
    "QUINN and O'Brien misheard. Zoë Müller-Lee and A-3300 agree with Ｑ９.",
    "Nobody is meant here, Ｎａｍｅ.",
  ]);
  expect(reasons).toEqual([
    "… (…) said her name; …'s analysis of banana 100170 stands.",
    "… and O'… misheard. … and … agree with ….",
    "Nobody is meant here, Ｎａｍｅ.",
  ]);
  expect(await Promise.all(["ana diaz", "10017)", "quinn", "müller", "misheard"].map(found))).toEqual([0, 0, 0, 0, 1]);
  // Both sides read the reasons as they were given.
  expect((await store.appeal(anId(6001)))?.decision?.items[0]?.reasons[0]).toContain("ana diaz (10017)");
});

test("判例不出现任何当事人的姓名或工号", async () => {
  const { reasons, found } = await settle([
    "王小芳听过录音：小芳认为Ana说过名字，工号4711的娜娜同意。",
    "李雷（Q9）与欧阳娜娜都听到了，见第12秒。",
    "录音中名字报过了。",
  ]);
  expect(reasons).toEqual([
    "…听过录音:…认为…说过名字,工号…的…同意。",
    "…(…)与…都听到了,见第12秒。",
    "录音中名字报过了。",
  ]);
  expect(await Promise.all(["小芳", "王小芳", "娜娜", "李雷", "4711", "都听到了"].map(found))).toEqual([
    0, 0, 0, 0, 0, 1,
  ]);
});

test("where nobody is known by a name, texts stay as they are", () => {
  expect(blanked([])("Ana … ｘ")).toBe("Ana … ｘ");
  expect(blanked([{ id: anId(1), name: "1", no: "1" }])("1 of 1")).toBe("1 of 1");
  expect(blanked([{ id: anId(1), name: "A.* (x|y)", no: "[z]+" }])("zzz, a bcx; [z]+")).toBe("zzz, a bcx; …");
});
