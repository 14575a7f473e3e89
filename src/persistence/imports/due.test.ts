import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { bytesSource, type Dataset, imports } from "../../features/imports/index.ts";
import { type ImportHouse, importHouse } from "../../testing/import-house.ts";
import { importStore } from "./store.ts";

let house: ImportHouse;
beforeEach(async () => {
  house = await importHouse();
});
afterEach(() => house.close());

const header: Readonly<Record<Dataset, string>> = {
  people: "employeeNo,name,team,from",
  interactions: "sourceId,agent,startedAt,outcome,customer",
  tallies: "agent,day,handled,abandoned",
  evaluations: "sourceId,agent,scorer,day,kind,points,reference",
  attendance: "agent,day,scheduled",
  exams: "agent,day,points",
  complaints: "sourceId,agent,day,upheld",
  csat: "sourceId,agent,day,mark",
  duty: "employeeNo,role,from,until",
};
const fileOf = (dataset: Dataset, rows: readonly string[]) =>
  bytesSource(`${dataset}.csv`, Buffer.from(`${[header[dataset], ...rows].join("\n")}\n`));

async function bring(dataset: Dataset, rows: readonly string[], source = "one"): Promise<string> {
  const outcome = await house.bring("", { dataset, source, file: fileOf(dataset, rows) });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value.batch ?? "";
}

/** What is due since it was last asked for: whose, from and to which day of June or May. */
async function due() {
  const rows = await house.rows(`
    SELECT coalesce(p.name, 'everybody'), from_day, to_day, cause->>'why', cause->>'file' FROM score_due d
    LEFT JOIN person p ON p.id = d.person_id WHERE d.site_id = 'leeds' ORDER BY 1, 2`);
  await house.database.pool.query("DELETE FROM score_due");
  return rows.map((row) => row.slice(1, -1).replaceAll('"', "").replaceAll("2026-", ""));
}

const contact = (id: string, agent: string, day: string, rest = "answered,") =>
  `${id},${agent},2026-${day}T10:00:00Z,${rest}`;

test("contacts that come in make due their agents' runs of days, and everybody's where nobody took them", async () => {
  await bring("interactions", [
    contact("c1", "1001", "05-09"),
    contact("c2", "1001", "05-10"),
    contact("c3", "1001", "05-12"),
    contact("c4", "1002", "05-10"),
    contact("c5", "", "05-10", "abandoned,"),
    contact("c6", "1002", "05-11", "abandoned,"),
  ]);
  expect(await due()).toEqual([
    "Ana Diaz,05-09,05-10,import,interactions.csv",
    "Ana Diaz,05-12,05-12,import,interactions.csv",
    "Ben Okri,05-10,05-10,import,interactions.csv",
    "everybody,05-10,05-11,import,interactions.csv",
  ]);
});

test("another source's first file makes due only those whom it names", async () => {
  await bring("interactions", [contact("c1", "1001", "05-09")]);
  await due();
  await bring("interactions", [contact("c1", "1002", "05-09")], "two");
  expect(await due()).toEqual(["Ben Okri,05-09,05-09,import,interactions.csv"]);
});

test("a file makes due what it changed and nothing else, and a revert the same again", async () => {
  const rows = [contact("c1", "1001", "05-09"), contact("c2", "1001", "05-10"), contact("c3", "1002", "05-10")];
  await bring("interactions", rows);
  await due();
  await bring("interactions", rows);
  expect(await due()).toEqual([]);
  const batch = await bring("interactions", [contact("c1", "1002", "05-12"), ...rows.slice(1)]);
  const moved = ["Ana Diaz,05-09,05-09", "Ben Okri,05-12,05-12"];
  expect(await due()).toEqual(moved.map((row) => `${row},import,interactions.csv`));
  await house.imports.revert(batch);
  expect(await due()).toEqual(moved.map((row) => `${row},revert,interactions.csv`));
});

test("a customer who comes again makes due whoever had them before, also on the same day", async () => {
  await bring("interactions", [
    contact("c1", "1001", "05-09", "answered,kim"),
    contact("c2", "1001", "05-01", "answered,kim"),
    contact("c3", "1002", "05-12", "answered,lou"),
  ]);
  await due();
  const again = await bring("interactions", [contact("c4", "1002", "05-12", "answered,kim")], "two");
  const theirs = ["Ana Diaz,05-09,05-09", "Ben Okri,05-12,05-12"];
  expect(await due()).toEqual(theirs.map((row) => `${row},import,interactions.csv`));
  await house.imports.revert(again);
  expect(await due()).toEqual(theirs.map((row) => `${row},revert,interactions.csv`));

  const abandoned = "c5,,2026-05-09T11:00:00Z,abandoned,kim";
  await bring("interactions", [abandoned], "three");
  expect(await due()).toEqual([
    "Ana Diaz,05-09,05-09,import,interactions.csv",
    "everybody,05-09,05-09,import,interactions.csv",
  ]);
});

test("an evaluation makes due the agent and the scorer; a calibration the scorer alone", async () => {
  await bring("evaluations", ["e1,1001,1002,2026-05-09,,80,", "e2,1001,,2026-05-11,,80,"]);
  expect(await due()).toEqual([
    "Ana Diaz,05-09,05-09,import,evaluations.csv",
    "Ana Diaz,05-11,05-11,import,evaluations.csv",
    "Ben Okri,05-09,05-09,import,evaluations.csv",
  ]);
  await bring("evaluations", ["e3,1001,1002,2026-05-12,calibration,80,90"]);
  expect(await due()).toEqual(["Ben Okri,05-12,05-12,import,evaluations.csv"]);
});

test.each<[Dataset, string[], string[]]>([
  [
    "tallies",
    ["1001,2026-05-09,5,0", "1002,2026-05-09,5,2", ",2026-05-11,0,2"],
    ["Ana Diaz,05-09,05-09", "Ben Okri,05-09,05-09", "everybody,05-09,05-09", "everybody,05-11,05-11"],
  ],
  ["attendance", ["1001,2026-05-09,100", "1001,2026-05-10,100"], ["Ana Diaz,05-09,05-10"]],
  ["exams", ["1002,2026-05-09,"], ["Ben Okri,05-09,05-09"]],
  ["complaints", ["k1,1001,2026-05-09,", "k2,1002,2026-05-09,no"], ["Ana Diaz,05-09,05-09"]],
  ["csat", ["s1,1001,2026-05-09,5"], ["Ana Diaz,05-09,05-09"]],
])("%s make due whom they are about, and so does their revert", async (dataset, rows, expected) => {
  const batch = await bring(dataset, rows);
  expect(await due()).toEqual(expected.map((row) => `${row},import,${dataset}.csv`));
  await bring(dataset, rows);
  expect(await due()).toEqual([]);
  await house.imports.revert(batch);
  expect(await due()).toEqual(expected.map((row) => `${row},revert,${dataset}.csv`));
});

test("people who sit in another team are due from the first day that differs until today", async () => {
  const batch = await bring("people", ["1001,Ana Diaz,south,2026-05-20", "1002,Ben O.,,", "1005,Cy,north,2026-05-30"]);
  expect(await due()).toEqual(["Ana Diaz,05-20,06-01,import,people.csv", "Cy,05-30,06-01,import,people.csv"]);
  await bring("people", ["1001,Ana D.,south,"]);
  expect(await due()).toEqual([]);
  expect(await house.imports.revert(batch)).toMatchObject({ ok: false });
  const [latest] = await house.imports.latest(1);
  await house.imports.revert(latest?.id ?? "");
  await house.imports.revert(batch);
  expect(await due()).toEqual(["Ana Diaz,05-20,06-01,revert,people.csv"]);
});

test("a fault while scores are computed again undoes nothing: the import is reported and what is due stays", async () => {
  const sites: string[] = [];
  const faults: unknown[] = [];
  const fault = new Error("no scores today");
  const { bring, revert } = imports({
    store: importStore(house.database),
    clock: () => new Date("2026-06-01T12:00:00Z"),
    newId: randomUUID,
    changed: async (site) => {
      sites.push(site);
      throw fault;
    },
    onFault: (error) => faults.push(error),
  });
  const request = { site: "leeds", dataset: "exams", file: fileOf("exams", ["1002,2026-05-09,90"]) } as const;
  expect(await bring({ ...request, dryRun: true })).toMatchObject({ ok: true });
  expect(sites).toEqual([]);
  const outcome = await bring(request);
  expect(outcome).toMatchObject({ ok: true, value: { added: 1 } });
  expect([sites, faults]).toEqual([["leeds"], [fault]]);
  expect(await due()).toHaveLength(1);
  expect(await revert(outcome.ok ? (outcome.value.batch ?? "") : "")).toMatchObject({
    ok: true,
    value: { removed: 1 },
  });
  expect([sites, faults]).toEqual([
    ["leeds", "leeds"],
    [fault, fault],
  ]);
});
