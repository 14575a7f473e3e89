import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bytesSource, type RecordDataset } from "../../features/imports/index.ts";
import { type ImportHouse, importHouse } from "../../testing/import-house.ts";

let house: ImportHouse;
beforeAll(async () => {
  house = await importHouse();
});
afterAll(() => house.close());

const written = ["interaction", "tally_record", "survey", "evaluation", "attendance", "exam", "complaint"];
const derived = ["tally", "queue_hour", "person_day"];
const clear = () =>
  house.database.pool.query(
    `TRUNCATE ${[...written, ...derived, "record_before", "batch", "score_due"].join(", ")} CASCADE`,
  );

async function tablesOf(names: readonly string[]) {
  const tables: Record<string, readonly string[]> = {};
  for (const name of names)
    tables[name] = await house.rows(`SELECT to_jsonb(t) - 'id' AS row FROM ${name} t ORDER BY 1`);
  return tables;
}
const sums = () => tablesOf(derived);
const everything = () => tablesOf([...written, ...derived, "record_before"]);

type Row = Readonly<Record<string, string | number>>;
type File = { readonly dataset: RecordDataset; readonly rows: readonly Row[]; readonly source?: string };

async function bring({ dataset, rows, source = "one" }: File): Promise<string> {
  const file = bytesSource(`${dataset}.json`, Buffer.from(JSON.stringify(rows)));
  const outcome = await house.bring("", { dataset, file, source });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value.batch ?? "";
}
const revert = async (batch: string) => expect(await house.imports.revert(batch)).toMatchObject({ ok: true });

const two = (value: number) => String(value).padStart(2, "0");
const agent = fc.constantFrom("1001", "1002");
const day = fc.integer({ min: 1, max: 5 }).map((on) => `2026-03-${two(on)}`);
const hour = fc.integer({ min: 8, max: 9 });
const queue = fc.constantFrom("", "sales");
const points = fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10);
const yes = fc.constantFrom("yes", "no");
const count = fc.integer({ min: 0, max: 3 });

/** The ends of summer time in London are within reach, and steps of six hours meet the ends of windows exactly. */
const contact = fc.record({
  agent: fc.constantFrom("1001", "1002", ""),
  startedAt: fc
    .integer({ min: 0, max: 60 })
    .map((steps) => new Date(Date.UTC(2026, 2, 20, 23) + steps * 6 * 3_600_000).toISOString()),
  direction: fc.constantFrom("in", "in", "out"),
  outcome: fc.constantFrom("answered", "answered", "abandoned"),
  customer: fc.constantFrom("", "kim", "lou"),
  queue,
  wait: fc.integer({ min: 0, max: 40 }),
  talk: fc.integer({ min: 0, max: 300 }),
});
const tallied = fc.record({
  agent,
  day,
  hour,
  queue,
  handled: fc.integer({ min: 3, max: 9 }),
  abandoned: count,
  answeredInTime: count,
  complaints: count,
  talk: fc.integer({ min: 0, max: 9 }),
  handleSquares: fc.integer({ min: 100, max: 999 }),
  csatAnswers: fc.constant(3),
  csatTop: count,
  known: fc.constant(3),
  repeated: count,
});
const evaluated = fc.oneof(
  fc.record({ agent, scorer: fc.constantFrom("", "1001", "1002"), day, points, overturned: yes }),
  fc.record({ agent, scorer: agent, day, points, kind: fc.constant("calibration"), reference: points }),
);
const attended = fc.record({
  agent,
  day,
  scheduled: fc.constantFrom(28_800, 14_400),
  inService: fc.integer({ min: 0, max: 14_000 }),
  staffed: fc.integer({ min: 0, max: 14_000 }),
  late: count,
});

const kinds: { readonly [D in RecordDataset]: fc.Arbitrary<Row> } = {
  interactions: contact,
  tallies: tallied,
  csat: fc.record({ agent, day, hour, queue, mark: fc.integer({ min: 1, max: 5 }) }),
  evaluations: evaluated,
  attendance: attended,
  exams: fc.record({ agent, day, points: fc.option(points, { nil: "" }) }),
  complaints: fc.record({ agent, day, upheld: yes }),
};
const datasets = Object.keys(kinds) as RecordDataset[];

/** Files of any datasets; ids are of so few that files overwrite one another, unless each file has a source of its own. */
const files = (most: number) =>
  fc.array(
    fc.constantFrom(...datasets).chain((dataset) =>
      fc
        .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 9 }), kinds[dataset]), {
          minLength: 1,
          maxLength: 6,
          selector: ([id]) => id,
        })
        .map((rows): File => ({ dataset, rows: rows.map(([id, row]) => ({ ...row, sourceId: `r${id}` })) })),
    ),
    { minLength: 1, maxLength: most },
  );
const apart = (all: readonly File[]) => all.map((file, index) => ({ ...file, source: `source ${index}` }));
const shuffled = <T>(all: readonly T[]) =>
  fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length });

describe("sums", () => {
  test("do not depend on the order in which files came", async () => {
    const orders = files(6).chain((all) => fc.tuple(fc.constant(apart(all)), shuffled(apart(all))));
    await fc.assert(
      fc.asyncProperty(orders, async ([one, other]) => {
        await clear();
        for (const file of one) await bring(file);
        const found = await sums();
        await clear();
        for (const file of other) await bring(file);
        expect(await sums()).toEqual(found);
      }),
      { numRuns: 20 },
    );
  });

  test("and all else are exactly what they were, when files are taken back last first", async () => {
    await fc.assert(
      fc.asyncProperty(files(6), async (all) => {
        await clear();
        const taken: { batch: string; before: object }[] = [];
        for (const file of all) {
          const before = await everything();
          taken.push({ batch: await bring(file), before });
        }
        for (const { batch, before } of taken.reverse()) {
          await revert(batch);
          expect(await everything()).toEqual(before);
        }
      }),
      { numRuns: 20 },
    );
  });

  test("are as if files had never come, when any that share no rows are taken back", async () => {
    const some = files(5).chain((all) => fc.tuple(fc.constant(apart(all)), fc.shuffledSubarray(apart(all))));
    await fc.assert(
      fc.asyncProperty(some, async ([all, unwanted]) => {
        await clear();
        const sources = new Set(unwanted.map(({ source }) => source));
        for (const file of all) if (!sources.has(file.source)) await bring(file);
        const found = await sums();
        await clear();
        const batches = new Map<string, string>();
        for (const file of all) batches.set(file.source, await bring(file));
        for (const { source } of unwanted) await revert(batches.get(source) ?? "");
        expect(await sums()).toEqual(found);
      }),
      { numRuns: 15 },
    );
  });

  test("of tallies are the same however they are cut into rows and files", async () => {
    const rows = fc.array(tallied, { minLength: 1, maxLength: 20 });
    const cuts = fc.array(fc.nat({ max: 2 }), { minLength: 20, maxLength: 20 });
    const summed = [
      "handled",
      "abandoned",
      "answeredInTime",
      "complaints",
      "talk",
      "handleSquares",
      "csatTop",
      "repeated",
    ];
    await fc.assert(
      fc.asyncProperty(rows, cuts, async (all, parts) => {
        await clear();
        for (const part of [0, 1, 2]) {
          const file = all.flatMap((row, index) => (parts[index] === part ? [{ ...row, sourceId: `r${index}` }] : []));
          if (file.length > 0) await bring({ dataset: "tallies", rows: file });
        }
        const expected = new Map<string, number[]>();
        for (const row of all) {
          const key = JSON.stringify([row.agent, row.day, row.hour, row.queue]);
          const before = expected.get(key) ?? summed.map(() => 0);
          expected.set(
            key,
            summed.map((name, at) => (before[at] ?? 0) + Number((row as Row)[name])),
          );
        }
        const { rows: found } = await house.database.pool.query(`
          SELECT jsonb_build_array(p.employee_no, day, hour, queue) AS key, jsonb_build_array(handled, abandoned,
            answered_in_time, complaints, talk_s, handle_s2, csat_top, repeated) AS sums
          FROM tally JOIN person p ON p.id = person_id`);
        expect(found.map(({ key, sums }) => [JSON.stringify(key), sums]).sort()).toEqual([...expected].sort());
      }),
      { numRuns: 12 },
    );
  });
});
