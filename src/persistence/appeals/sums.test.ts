import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bytesSource } from "../../features/imports/index.ts";
import { done } from "../../kernel/outcome.ts";
import { day, type LocalDate } from "../../kernel/time.ts";
import { anId } from "../../testing/builders.ts";
import { anAppeal, closedAt, decided, hours } from "../../testing/contracts/appeal-store.ts";
import { type ImportHouse, importHouse } from "../../testing/import-house.ts";
import { evaluationStore } from "../evaluations/store.ts";
import { appealStore } from "./store.ts";

let house: ImportHouse;
beforeAll(async () => {
  house = await importHouse();
});
afterAll(() => house.close());

const stores = () => ({
  appeals: appealStore({ pool: house.database.pool, newId: randomUUID }),
  evaluations: evaluationStore({ pool: house.database.pool, newId: randomUUID }),
});
const query = async <R extends object>(sql: string) => (await house.database.pool.query<R>(sql)).rows;
const clear = () =>
  query("TRUNCATE evaluation, evaluation_draft, appeal, person_day, record_before, batch, score_due, outbox CASCADE");

type Sums = Readonly<Record<string, number>>;
const names =
  "monitored monitored_points monitored_squares test_calls test_points test_squares scored overturned".split(" ");

/** The sums of each person's day that came of evaluations. */
async function found(): Promise<ReadonlyMap<string, Sums>> {
  const rows = await query<Sums & { key: string }>(
    `SELECT person_id || ' ' || day AS key, ${names.join(", ")} FROM person_day`,
  );
  return new Map(rows.map(({ key, ...sums }) => [String(key), sums]));
}

type Kept = {
  readonly person_id: string;
  readonly scorer_id: string | null;
  readonly day: string;
  readonly kind: string;
  readonly points: number;
  readonly overturned: boolean;
  /** Each restatement and the day on which its difference counts, the first first. */
  readonly restated: readonly { readonly points: number; readonly on: string | null }[];
};
const kept = `
  SELECT e.person_id, e.scorer_id, e.day, e.kind, e.points, e.overturned, coalesce((
    SELECT jsonb_agg(jsonb_build_object('points', v.points, 'on', v.booked_on) ORDER BY v.revision)
    FROM evaluation_revision v WHERE v.evaluation_id = e.id AND v.revision > 1), '[]') AS restated
  FROM evaluation e WHERE kind <> 'calibration'`;

/** The same made another way: one evaluation after another, each restatement as a difference to what it found. */
async function recounted(): Promise<ReadonlyMap<string, Sums>> {
  const all = new Map<string, Record<string, number>>();
  const add = (person: string | null, on: string, sums: Sums) => {
    if (person === null) return;
    const own = all.get(`${person} ${on}`) ?? Object.fromEntries(names.map((name) => [name, 0]));
    for (const [name, by] of Object.entries(sums)) own[name] = (own[name] ?? 0) + by;
    all.set(`${person} ${on}`, own);
  };
  for (const { person_id, scorer_id, day: own, kind, points, overturned, restated } of await query<Kept>(kept)) {
    const [n, p, s] = kind === "monitoring" ? names.slice(0, 3) : names.slice(3, 6);
    add(person_id, own, { [n ?? ""]: 1, [p ?? ""]: points, [s ?? ""]: points ** 2 });
    add(scorer_id, own, { scored: 1, overturned: overturned ? 1 : 0 });
    // Until one is booked elsewhere, all restatements are of its own day.
    let before = points;
    for (const [index, { points: to, on }] of restated.entries()) {
      // Nothing is lowered by an appeal: what an import brought since counts where it is more.
      const now = Math.max(to, points);
      add(person_id, on ?? own, { [p ?? ""]: now - before, [s ?? ""]: now ** 2 - before ** 2 });
      if (index === 0 && !overturned) add(scorer_id, on ?? own, { overturned: 1 });
      before = now;
    }
  }
  return all;
}

async function bring(rows: readonly object[]): Promise<string> {
  const file = bytesSource("evaluations.json", Buffer.from(JSON.stringify(rows)));
  const outcome = await house.bring("", { dataset: "evaluations", file, source: "qa" });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value.batch ?? "";
}

let drafts = 0;
async function publish(points: number, on: LocalDate): Promise<void> {
  const { evaluations } = stores();
  const id = anId(900_000 + drafts);
  drafts += 1;
  const contact = { source: "calls", sourceId: `c${drafts}`, startedAt: hours(0), day: on };
  const draft = { id, site: "leeds", scorer: anId(2), agent: anId(1), contact, form: "phone", version: 1, marks: [] };
  await evaluations.openDraft({ ...draft, kind: "test-call", changedAt: hours(0) });
  const judge = (now: Parameters<Parameters<typeof evaluations.publish>[1]>[0]) =>
    done({ draft: now, points, withoutAutoFail: points, failedBy: [], at: hours(0) });
  await evaluations.publish(id, judge, ({ id: period }) => ({
    kind: "evaluation",
    site: "leeds",
    period,
    at: hours(0),
    body: {},
  }));
}

/** Has an evaluation restated by an appeal, half of what is missing to 100 more, perhaps booked to another day. */
async function restate(id: string, adjustOn: LocalDate | undefined): Promise<void> {
  const outcome = await stores().appeals.file(
    id,
    ({ number, evaluation }) => {
      const points = Math.round(evaluation.points + 100) / 2;
      const appeal = closedAt(
        anAppeal({ id: randomUUID(), number, evaluation: id, agent: evaluation.agent }),
        hours(1),
      );
      const result = { marks: evaluation.marks, points, withoutAutoFail: points, failedBy: [] };
      const booked = adjustOn === undefined ? {} : { adjustOn };
      const restatement = { ...result, evaluation: id, appeal: appeal.id, at: hours(1), ...booked };
      return done(decided(appeal, undefined, { restatement }));
    },
    hours(1),
  );
  expect(outcome).toMatchObject({ ok: true });
}

const agent = fc.constantFrom("1001", "1002");
const on = fc.integer({ min: 1, max: 4 }).map((n) => day(`2026-03-0${n}`));
const points = fc.integer({ min: 0, max: 200 }).map((halves) => halves / 2);
const row = fc.record({
  sourceId: fc.integer({ min: 0, max: 4 }).map((n) => `q${n}`),
  agent,
  scorer: fc.constantFrom("", "1001", "1002"),
  day: on,
  kind: fc.constantFrom("monitoring", "test-call"),
  points,
  overturned: fc.constantFrom("yes", "no"),
});
const step = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      is: fc.constant("bring" as const),
      rows: fc.uniqueArray(row, { minLength: 1, maxLength: 4, selector: ({ sourceId }) => sourceId }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ is: fc.constant("revert" as const) }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant("publish" as const), points, on }) },
  {
    weight: 4,
    arbitrary: fc.record({
      is: fc.constant("restate" as const),
      which: fc.nat(20),
      adjustOn: fc.option(
        on.map((one) => day(one.replace("03", "04"))),
        { nil: undefined },
      ),
    }),
  },
);

const closedDays = (all: ReadonlyMap<string, Sums>, but: string) =>
  [...all].filter(([key]) => !key.endsWith(but)).sort();

test("a day's sums are those of a recount, whatever is imported, published, restated, booked elsewhere and taken back", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      await clear();
      const batches: string[] = [];
      for (const one of steps) {
        if (one.is === "bring") batches.push(await bring(one.rows));
        else if (one.is === "revert") await house.imports.revert(batches.pop() ?? randomUUID());
        else if (one.is === "publish") await publish(one.points, one.on);
        else {
          const all = await query<{ id: string }>("SELECT id FROM evaluation ORDER BY source, source_id");
          const chosen = all[one.which % Math.max(1, all.length)];
          if (chosen === undefined) continue;
          const before = await found();
          await restate(chosen.id, one.adjustOn);
          // What is booked to another day leaves every other day alone: the month of its own is closed.
          if (one.adjustOn) expect(closedDays(await found(), one.adjustOn)).toEqual(closedDays(before, one.adjustOn));
        }
        expect([...(await found())].sort()).toEqual([...(await recounted())].sort());
      }
    }),
    { numRuns: 30 },
  );
}, 60_000);

test("what counts in all is what each evaluation was restated to, and a restatement says whose scores are due and why", async () => {
  await clear();
  await bring([{ sourceId: "q1", agent: "1001", scorer: "1002", day: "2026-03-02", points: 60 }]);
  const [one] = await query<{ id: string }>("SELECT id FROM evaluation");
  await query("DELETE FROM score_due");
  for (const adjustOn of [undefined, day("2026-04-09"), undefined]) await restate(one?.id ?? "", adjustOn);
  expect(
    await house.rows("SELECT day, monitored, monitored_points FROM person_day WHERE monitored_points > 0 ORDER BY 1"),
  ).toEqual(["(2026-03-02,1,85)", "(2026-04-09,0,10)"]);
  expect(
    (await stores().evaluations.revisions(one?.id ?? "")).map(({ revision, points: at }) => [revision, at]),
  ).toEqual([
    [1, 60],
    [2, 80],
    [3, 90],
    [4, 95],
  ]);
  const due = await query("SELECT person_id, from_day AS day, cause->>'why' AS why FROM score_due ORDER BY id");
  const of = (day: string) => [1, 2].map((n) => ({ person_id: anId(n), day, why: "appeal" }));
  expect(due).toEqual([...of("2026-03-02"), ...of("2026-04-09"), ...of("2026-03-02")]);
});

test("where an import brings more than an appeal made of an evaluation, that counts, on its own day", async () => {
  for (const adjustOn of [undefined, day("2026-04-09")]) {
    await clear();
    const row = { sourceId: "q1", agent: "1001", scorer: "1002", day: "2026-03-02", points: 60 };
    await bring([row]);
    const [one] = await query<{ id: string }>("SELECT id FROM evaluation");
    await restate(one?.id ?? "", adjustOn);
    const batch = await bring([{ ...row, points: 95 }]);
    const read = () => stores().evaluations.evaluation(one?.id ?? "");
    expect(await read()).toMatchObject({ points: 95, withoutAutoFail: 95, revision: 2 });
    const sums = "SELECT day, monitored, monitored_points FROM person_day WHERE monitored_points > 0";
    expect(await house.rows(sums)).toEqual(["(2026-03-02,1,95)"]);
    await house.imports.revert(batch);
    expect(await read()).toMatchObject({ points: 80, withoutAutoFail: 80 });
    expect(await house.rows("SELECT sum(monitored_points) FROM person_day")).toEqual(["(80)"]);
  }
});

test("an evaluation stays published when it was first imported, whatever files bring it again", async () => {
  await clear();
  const row = { sourceId: "q1", agent: "1001", scorer: "1002", day: "2026-03-02", points: 60 };
  await bring([row]);
  const published = async () => (await stores().evaluations.evaluationsOf(anId(1), 1))[0]?.publishedAt;
  const first = await published();
  expect(first).toBeInstanceOf(Date);
  const batches = [await bring([{ ...row, points: 70 }]), await bring([{ ...row, points: 75 }])];
  expect(await published()).toEqual(first);
  for (const batch of batches.reverse()) {
    await house.imports.revert(batch);
    expect(await published()).toEqual(first);
  }
});

test("an import that brings evaluations again leaves alone what appeals made of them, and so does its revert", async () => {
  await clear();
  const row = { sourceId: "q1", agent: "1001", scorer: "1002", day: "2026-03-02", points: 60 };
  await bring([row]);
  const [one] = await query<{ id: string }>("SELECT id FROM evaluation");
  await restate(one?.id ?? "", day("2026-04-09"));
  await stores().evaluations.acknowledge(one?.id ?? "", hours(2), "Read.");
  const own = "SELECT id, restated, adjusted_on, revision, acknowledged_at, acknowledgement, marks FROM evaluation";
  const before = await house.rows(own);
  const batch = await bring([{ ...row, agent: "1002", points: 70 }]);
  expect(await house.rows(own)).toEqual(before);
  expect(await stores().evaluations.evaluation(one?.id ?? "")).toMatchObject({
    points: 80,
    agent: anId(2),
    revision: 2,
  });
  await house.imports.revert(batch);
  expect(await house.rows(own)).toEqual(before);
  expect(await house.rows("SELECT person_id, day FROM person_day WHERE monitored_points > 0 ORDER BY 2")).toEqual([
    `(${anId(1)},2026-03-02)`,
    `(${anId(1)},2026-04-09)`,
  ]);
});
