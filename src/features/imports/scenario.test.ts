import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type ImportHouse, importHouse } from "../../testing/import-house.ts";
import { bytesSource, type ImportReport, type ImportRequest } from "./index.ts";
import type { BadRow } from "./mapping/problem.ts";

let house: ImportHouse;
beforeEach(async () => {
  house = await importHouse();
});
afterEach(() => house.close());

const header = "sourceId,agent,startedAt,wait,talk,hold,wrap,outcome,queue,project,complaint,csat";
const csv = (...lines: string[]) => `${[header, ...lines].join("\n")}\n`;
const first = csv(
  "c1,1001,2026-03-09T08:05:00Z,10,100,5,20,answered,sales,main,true,5",
  "c2,ext-17,2026-03-09T08:45:00Z,30,200,0,10,answered,sales,main,false,",
  "c3,,2026-03-09T09:00:00Z,15,0,0,0,abandoned,sales,main,,",
  "c4,Ben Okri,2026-05-01T23:30:00Z,0,1:30,0,0,answered,,,no,2",
);
const tallies = `SELECT p.name, day, hour, queue, project, handled, abandoned, answered_in_time AS in_time,
  abandoned_in_time AS short, complaints, wait_s, talk_s, hold_s, wrap_s, handle_s2, csat_answers, csat_top
  FROM tally LEFT JOIN person p ON p.id = person_id ORDER BY day, hour, p.name`;

async function brought(content: string | Uint8Array, but?: Partial<ImportRequest>): Promise<ImportReport> {
  const outcome = await house.bring(content, but);
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
}
async function refusal(content: string | Uint8Array, but?: Partial<ImportRequest>) {
  const outcome = await house.bring(content, but);
  return outcome.ok ? undefined : outcome.refusal;
}
async function batchOf(content: string, but?: Partial<ImportRequest>): Promise<string> {
  return (await brought(content, but)).batch ?? "";
}

describe("contacts", () => {
  test("are added up by agent, local day, hour, queue and project", async () => {
    expect(await brought(first)).toMatchObject({
      rows: 4,
      added: 4,
      rejected: 0,
      from: "2026-03-09",
      to: "2026-05-02",
      dataAsOf: new Date("2026-05-01T23:31:30Z"),
    });
    expect(await house.rows(tallies)).toEqual([
      '("Ana Diaz",2026-03-09,8,sales,main,2,0,1,0,1,40,300,5,30,59725,1,1)',
      "(,2026-03-09,9,sales,main,0,1,0,1,0,15,0,0,0,0,0,0)",
      // Half past midnight in London, where it is summer.
      '("Ben Okri",2026-05-02,0,"","",1,0,1,0,0,0,90,0,0,8100,1,0)',
    ]);
  });

  test("brought again change nothing", async () => {
    await brought(first);
    const before = await house.snapshot();
    expect(await brought(first)).toMatchObject({ added: 0, changed: 0, unchanged: 4 });
    expect(await house.snapshot()).toBe(before);
  });

  test("that differ take the place of the earlier ones", async () => {
    await brought(first);
    const second = csv(
      "c1,1002,2026-03-09T08:05:00Z,10,100,5,20,answered,sales,main,true,5",
      "c2,ext-17,2026-03-09T08:45:00Z,30,200,0,10,answered,sales,main,false,",
      "c5,1001,2026-03-10T08:45:00Z,30,200,0,10,answered,sales,main,false,",
    );
    expect(await brought(second)).toMatchObject({ added: 1, changed: 1, unchanged: 1 });
    expect((await house.rows(tallies)).filter((row) => row.includes("2026-03-09,8"))).toEqual([
      '("Ana Diaz",2026-03-09,8,sales,main,1,0,0,0,0,30,200,0,10,44100,0,0)',
      '("Ben Okri",2026-03-09,8,sales,main,1,0,1,0,1,10,100,5,20,15625,1,1)',
    ]);
  });

  test("of two sources may have the same ids", async () => {
    await brought(first);
    expect(await brought(first, { source: "other" })).toMatchObject({ added: 4 });
    expect(await house.rows("SELECT sum(handled) FROM tally")).toEqual(["(6)"]);
  });

  test("only looked at leave no trace", async () => {
    const before = await house.snapshot();
    expect(await brought(first, { dryRun: true })).toMatchObject({ added: 4 });
    expect(await house.snapshot()).toBe(before);
    expect(await house.imports.latest(9)).toEqual([]);
  });
});

describe("bad rows", () => {
  const bad = csv(
    "c1,1001,2026-03-09T08:05:00Z,10,100,5,20,answered,sales,main,true,5",
    "c2,1001,2026-03-29 01:30,10,100,5,20,answered,sales,main,,",
    "c3,Nobody,2026-03-09T08:05:00Z,-10,100,5,20,answered,sales,main,,",
    "c1,1001,2026-03-09T08:05:00Z,10,100,5,20,answered,sales,main,,",
    "c5,1001",
    "c6,1001,2026-03-09T08:05:00Z,10,100,5,20,lost,sales,main,perhaps,9",
    "c7,1001,2062-03-09T08:05:00Z,10,100,5,20,answered,sales,main,,",
    "c8\0,1001,2026-03-09T08:05:00Z,10,100,5,20,answered,sales,main,,",
  );

  test("stop everything, and each is told by line and reason", async () => {
    const refused = await refusal(bad);
    if (refused?.why !== "bad-rows") throw new Error("not refused for its rows");
    expect(refused.report).toMatchObject({ rows: 8, rejected: 7, added: 1 });
    const told = refused.report.bad.map(({ line, problems }) => [line, problems.map(({ why }) => why)]);
    expect(told).toEqual([
      [3, ["no-such-time"]],
      [4, ["negative-duration", "unknown-agent"]],
      [6, ["ragged"]],
      [7, ["not-one-of", "not-one-of", "not-one-of"]],
      [8, ["out-of-time"]],
      [9, ["nul"]],
      [5, ["repeated"]],
    ]);
    expect(await house.rows("SELECT count(*) FROM interaction")).toEqual(["(0)"]);
  });

  test("are left out when only the good ones are wanted", async () => {
    expect(await brought(bad, { partial: true })).toMatchObject({ added: 1, rejected: 7 });
    expect(await house.rows("SELECT source_id, complaint FROM interaction")).toEqual(["(c1,t)"]);
  });

  test("by the ten thousand are counted, the first twenty shown, and all handed over", async () => {
    const lines = Array.from(
      { length: 10_000 },
      (_, i) => `c${i},Nobody ${i},2026-03-09T08:05:00Z,1,1,1,1,answered,,,,`,
    );
    const all: BadRow[] = [];
    const refused = await refusal(csv(...lines), { onBad: async (rows) => void all.push(...rows) });
    if (refused?.why !== "bad-rows") throw new Error("not refused for its rows");
    expect(refused.report.bad).toHaveLength(20);
    expect(refused.report.reasons).toMatchObject([
      { rows: 10_000, example: { why: "unknown-agent", value: "Nobody 0" } },
    ]);
    expect(all).toHaveLength(10_000);
    expect(all.at(-1)?.line).toBe(10_001);
  });

  test("that repeat an id on the same line of JSON are told", async () => {
    const object = { sourceId: "c1", agent: "1001", startedAt: "2026-03-09T08:05:00Z", outcome: "answered" };
    const file = bytesSource("calls.json", Buffer.from(JSON.stringify([object, object])));
    expect(await brought("", { file, partial: true })).toMatchObject({ added: 1, rejected: 1 });
  });

  test("that repeat an id by the ten thousand are all told", async () => {
    const lines = Array.from({ length: 25_000 }, () => "c1,1001,2026-03-09T08:05:00Z,1,1,1,1,answered,,,,");
    const told: BadRow[] = [];
    const report = await brought(csv(...lines), { partial: true, onBad: async (rows) => void told.push(...rows) });
    expect(report).toMatchObject({ added: 1, rejected: 24_999 });
    expect(told).toHaveLength(24_999);
    expect(told[0]).toEqual({ line: 3, problems: [{ why: "repeated", field: "sourceId", value: "c1", firstLine: 2 }] });
  });
});

describe("refused are", () => {
  test.each<[string, string, Partial<ImportRequest>, object]>([
    ["an unknown site", first, { site: "lids" }, { why: "unknown-site", known: ["chengdu", "leeds"] }],
    [
      "evaluations as if they were made here",
      first,
      { dataset: "evaluations", source: "fairline" },
      { why: "own-source", source: "fairline" },
    ],
    ["an unknown preset", first, { preset: "genesys" }, { why: "unknown-preset", known: [] }],
    ["a file without rows", csv(), {}, { why: "no-rows" }],
    [
      "missing columns",
      "sourceid,agent,started,outcome\n",
      {},
      {
        why: "missing-columns",
        missing: [
          { column: "sourceId", nearest: "sourceid" },
          { column: "startedAt", nearest: "started" },
        ],
      },
    ],
    ["repeated columns", `agent,${header}\n`, {}, { why: "repeated-columns", columns: ["agent"] }],
    ["an unclosed quote, far into the file", `${first}"c9`, {}, { why: "unclosed-quote", line: 6 }],
  ])("%s", async (_, content, but, expected) => {
    const before = await house.snapshot();
    expect(await refusal(content, but)).toMatchObject(expected);
    expect(await house.snapshot()).toBe(before);
  });

  test("an import that is given up, which leaves nothing", async () => {
    const stop = new AbortController();
    const gone = house.bring(first, { signal: stop.signal, onProgress: () => stop.abort() });
    await expect(gone).rejects.toThrow("aborted");
    expect(await house.rows("SELECT count(*) FROM interaction")).toEqual(["(0)"]);
    expect(await brought(first)).toMatchObject({ added: 4 });
  });
});

describe("a revert", () => {
  test("returns exactly to before, and once", async () => {
    await brought(first);
    const before = await house.snapshot();
    const second = csv(
      "c1,1002,2026-04-09T08:05:00Z,10,100,5,20,abandoned,care,main,,",
      "c2,ext-17,2026-03-09T08:45:00Z,30,200,0,10,answered,sales,main,false,",
      "c5,1001,2026-03-10T08:45:00Z,30,200,0,10,answered,sales,main,false,",
    );
    const batch = await batchOf(second);
    expect(await house.snapshot()).not.toBe(before);
    expect(await house.imports.revert(batch)).toMatchObject({ ok: true, value: { removed: 1, restored: 1, kept: [] } });
    expect(await house.snapshot()).toBe(before);
    expect(await house.imports.revert(batch)).toMatchObject({ ok: false, refusal: { why: "already-reverted" } });
    expect((await house.imports.latest(1))[0]).toMatchObject({ id: batch, revertedAt: expect.any(Date) });
  });

  test("is refused while a later batch stands on its rows, and names it", async () => {
    const one = await batchOf(first);
    const two = await batchOf(csv("c1,1002,2026-03-09T08:05:00Z,10,100,5,20,answered,sales,main,true,5"));
    expect(await house.imports.revert(one)).toEqual({
      ok: false,
      refusal: { why: "overwritten", batch: one, by: two },
    });
    expect(await house.imports.revert(two)).toMatchObject({ ok: true });
    expect(await house.imports.revert(one)).toMatchObject({ ok: true, value: { removed: 4 } });
    expect(await house.rows("SELECT count(*) FROM tally")).toEqual(["(0)"]);
  });

  test("of a batch that never was is refused", async () => {
    for (const batch of ["nonsense", "00000000-0000-4000-8000-0000000000ff"]) {
      expect(await house.imports.revert(batch)).toEqual({ ok: false, refusal: { why: "unknown-batch", batch } });
    }
  });
});
