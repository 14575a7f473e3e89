import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { done } from "../kernel/outcome.ts";
import { anEvaluation } from "../testing/appeal-builders.ts";
import { anAppeal, decided, hours } from "../testing/contracts/appeal-store.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { seedEvaluations } from "../testing/evaluation-rows.ts";
import { appealStore } from "./appeals/store.ts";
import { connect, type Database } from "./client.ts";
import { housekeeping } from "./housekeeping.ts";

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

test("files of evidence that no appeal names are dropped, those of appeals and new ones kept", async () => {
  await seedEvaluations(open, { evaluations: [anEvaluation()] });
  const store = appealStore({ pool: open.pool, newId: randomUUID });
  const keep = (after: number) => store.keepFile({ name: "call.mp3", content: Uint8Array.of(1, 2) }, hours(after));
  const [dropped, fresh, named] = [await keep(0), await keep(24), await keep(0)];
  const { forgetBefore } = housekeeping(open);
  const evidence = [{ link: "https://example.com/1" }, { file: { id: named, name: "call.mp3" } }];
  await store.file(
    anEvaluation().id,
    ({ number }) => done(decided(anAppeal({ number, evidence }), hours(12))),
    hours(0),
  );
  expect(await forgetBefore(hours(0))).toBe(0);
  expect(await forgetBefore(hours(24))).toBe(1);
  expect(await store.readFile(dropped)).toBeUndefined();
  for (const id of [fresh, named]) expect(await store.readFile(id)).toMatchObject({ name: "call.mp3" });
  expect(await forgetBefore(hours(24))).toBe(0);
});
