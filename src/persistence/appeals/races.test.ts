import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Decided } from "../../features/appeals/index.ts";
import { bytesSource } from "../../features/imports/index.ts";
import { done, refuse } from "../../kernel/outcome.ts";
import { aForm, anEvaluation } from "../../testing/appeal-builders.ts";
import { anId } from "../../testing/builders.ts";
import { anAppeal, closedAt, decided, hours, onPanel, restatementOf } from "../../testing/contracts/appeal-store.ts";
import { seedEvaluations } from "../../testing/evaluation-rows.ts";
import { type ImportHouse, importHouse } from "../../testing/import-house.ts";
import { connect, type Database } from "../client.ts";
import { evaluationStore } from "../evaluations/store.ts";
import { appealStore } from "./store.ts";

let house: ImportHouse;
let other: Database;
beforeAll(async () => {
  house = await importHouse();
  other = connect(house.url);
});
afterAll(async () => {
  await other.close();
  await house.close();
});
beforeEach(() => seedEvaluations(house.database, { forms: [aForm()] }));

const storeOf = ({ pool }: Database) => appealStore({ pool, newId: randomUUID });
const evaluations = () => evaluationStore({ pool: house.database.pool, newId: randomUUID });

const rows = (points: number) =>
  Array.from({ length: 60 }, (_, n) => ({ sourceId: `q${n}`, agent: "1", scorer: "2", day: "2026-03-06", points }));
async function bring(points: number) {
  const file = bytesSource("evaluations.json", Buffer.from(JSON.stringify(rows(points))));
  return house.bring("", { dataset: "evaluations", source: "qa", file });
}

test("decisions that race imports of their site all come through, and the sums are those of what stands", async () => {
  await bring(50);
  const store = storeOf(other);
  const all = await evaluations().evaluationsOf(anId(1), 100);
  for (const [index, { id }] of all.entries()) {
    const appeal = anAppeal({
      id: anId(20_000 + index),
      evaluation: id,
      challenges: [{ item: "overall", original: 50, proposed: 90 }],
    });
    await store.file(id, ({ number }) => done(decided({ ...appeal, number }, hours(12))), hours(0));
  }
  const restating = (index: number) =>
    store.change(
      anId(20_000 + index),
      ({ appeal, evaluation }) => {
        if (evaluation === undefined) return refuse({ why: "void" });
        const result = { points: 90, withoutAutoFail: 90, failedBy: [], marks: [] };
        const restatement = { ...result, evaluation: evaluation.id, appeal: appeal.id, at: hours(3) };
        return done(decided(closedAt(appeal, hours(3)), undefined, { restatement }));
      },
      hours(3),
    );
  const [, ...outcomes] = await Promise.all([
    (async () => {
      for (const points of [60, 70, 55]) expect(await bring(points)).toMatchObject({ ok: true });
    })(),
    ...all.map((_, index) => restating(index)),
  ]);
  expect(outcomes.filter((one) => typeof one === "object" && one.ok)).toHaveLength(60);
  expect(
    await house.rows("SELECT person_id, monitored, monitored_points, scored, overturned FROM person_day ORDER BY 1"),
  ).toEqual([`(${anId(1)},60,5400,0,0)`, `(${anId(2)},0,0,60,60)`]);
  expect(await house.rows("SELECT count(*) FROM appeal_item")).toEqual(["(0)"]);
});

test("two sweeps at once look at each appeal once, restatements included, and lose none", async () => {
  const count = 40;
  const made = Array.from({ length: count }, (_, n) =>
    anEvaluation({ id: anId(5100 + n), number: `E-${n}`, interaction: `call-${n}` }),
  );
  await seedEvaluations(house.database, { forms: [aForm()], evaluations: made });
  const store = storeOf(house.database);
  for (const [n, { id }] of made.entries()) {
    const appeal =
      n % 2 === 0 ? anAppeal({ id: anId(6100 + n), evaluation: id }) : onPanel({ id: anId(6100 + n), evaluation: id });
    await store.file(id, ({ number }) => done(decided({ ...appeal, number }, hours(1))), hours(0));
  }
  const notice = (period: string) => ({ kind: "appeal", site: "leeds", period, at: hours(2), body: {} });
  const sweep = (database: Database) =>
    storeOf(database).sweep(hours(2), count, async () => ({ appeal, evaluation }): Decided => {
      const notices = [notice(appeal.id)];
      if (appeal.state !== "panel" || evaluation === undefined)
        return decided({ ...appeal, desk: anId(8) }, hours(9), { notices });
      const restatement = restatementOf(evaluation, appeal, hours(2));
      return decided(closedAt(appeal, hours(2)), undefined, { restatement, notices });
    });
  await Promise.all([sweep(house.database), sweep(other), sweep(house.database)]);
  expect(
    await house.rows(`SELECT body->>'period' FROM outbox WHERE "is" = 'notice' GROUP BY 1 HAVING count(*) = 1`),
  ).toHaveLength(count);
  expect(await house.rows("SELECT max(revision), count(*) FILTER (WHERE revision = 2) FROM evaluation")).toEqual([
    "(2,20)",
  ]);
  expect(await house.rows("SELECT count(*) FROM appeal WHERE next_at IS NULL")).toEqual(["(20)"]);
});

test("a decided item is found by what its form calls it, in every language", async () => {
  await seedEvaluations(house.database, { forms: [aForm()], evaluations: [anEvaluation()] });
  const store = storeOf(house.database);
  const challenges = [{ item: "identity", original: 0, proposed: 5 }];
  await store.file(
    anId(5001),
    ({ number }) => done(decided(closedAt(anAppeal({ number, challenges }), hours(1)))),
    hours(1),
  );
  const found = async (word: string) => (await store.precedents("leeds", [word], 5)).map(({ item }) => item);
  expect(await Promise.all(["Identity Check", "身份", "ｉｄｅｎｔｉｔｙ", "greeting"].map(found))).toEqual([
    ["identity"],
    ["identity"],
    ["identity"],
    [],
  ]);
});

test("what scores are due for says which appeal or evaluation it was", async () => {
  await seedEvaluations(house.database, { forms: [aForm()], evaluations: [anEvaluation()] });
  const store = storeOf(house.database);
  const filed = await store.file(
    anId(5001),
    ({ number, evaluation }) => {
      const appeal = closedAt(anAppeal({ number }), hours(1));
      return done(decided(appeal, undefined, { restatement: restatementOf(evaluation, appeal, hours(1)) }));
    },
    hours(1),
  );
  const number = filed.ok ? String(filed.value.number) : "";
  expect(await house.rows("SELECT DISTINCT cause->>'why', cause->>'number' FROM score_due")).toEqual([
    `(appeal,${number})`,
  ]);
});
