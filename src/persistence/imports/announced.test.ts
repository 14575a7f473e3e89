import { afterEach, beforeEach, expect, test } from "vitest";
import { bytesSource, type Dataset } from "../../features/imports/index.ts";
import { type ImportHouse, importHouse } from "../../testing/import-house.ts";

let house: ImportHouse;
beforeEach(async () => {
  house = await importHouse();
});
afterEach(() => house.close());

const files: Readonly<Record<Dataset, string>> = {
  people: "employeeNo,name,team,from\n1001,Ana Diaz,south,2026-05-20",
  interactions: "sourceId,agent,startedAt,outcome\nc1,1001,2026-05-09T10:00:00Z,answered",
  tallies: "agent,day,handled\n1001,2026-05-09,5",
  evaluations: "sourceId,agent,day,kind,points\ne1,1001,2026-05-09,monitoring,80",
  attendance: "agent,day,scheduled\n1001,2026-05-09,100",
  exams: "agent,day,points\n1002,2026-05-09,90",
  complaints: "sourceId,agent,day\nk1,1001,2026-05-09",
  csat: "sourceId,agent,day,mark\ns1,1001,2026-05-09,5",
  duty: "employeeNo,role,from,until\n1001,duty-lead,2026-06-09 08:00,2026-06-09 20:00",
};

const bring = (dataset: Dataset, but: Parameters<ImportHouse["bring"]>[1] = {}) =>
  house.bring("", { dataset, file: bytesSource(`${dataset}.csv`, Buffer.from(`${files[dataset]}\n`)), ...but });

/** What was announced since it was last asked for. */
async function announced(): Promise<readonly unknown[]> {
  const { rows } = await house.database.pool.query<{ is: string; body: unknown; at: Date }>(
    'DELETE FROM outbox RETURNING "is", body, at',
  );
  return rows;
}
const came = (at: string) => ({ is: "change", body: { is: "data-came", site: "leeds" }, at: new Date(at) });

test.each((Object.keys(files) as Dataset[]).filter((dataset) => dataset !== "people" && dataset !== "duty"))(
  "%s that come in are announced as data of their site, and so is their revert",
  async (dataset) => {
    const outcome = await bring(dataset);
    expect(await announced()).toEqual([came("2026-06-01T12:00:01Z")]);
    await house.imports.revert(outcome.ok ? (outcome.value.batch ?? "") : "");
    expect(await announced()).toEqual([came("2026-06-01T12:00:02Z")]);
  },
);

test("a file that brings nothing new is announced all the same: it shows how far the data goes", async () => {
  await bring("interactions");
  await announced();
  await bring("interactions");
  expect(await announced()).toEqual([came("2026-06-01T12:00:02Z")]);
});

test("a rota is announced to nothing, as no number stands on it", async () => {
  const outcome = await bring("duty");
  await house.imports.revert(outcome.ok ? (outcome.value.batch ?? "") : "");
  expect(await announced()).toEqual([]);
});

test("people who come in may have something to celebrate this very day", async () => {
  await bring("people");
  const told = (await announced()) as readonly { is: string; body: { kind: string; period: string } }[];
  const notices = told.filter(({ is }) => is === "notice").map(({ body }) => `${body.kind} ${body.period}`);
  expect(notices).toEqual([
    "birthdays 2026-06-01",
    "birthday-card 2026-06-01",
    "work-anniversaries 2026-06-01",
    "joiners 2026-06-01",
    "graduations 2026-06-01",
  ]);
});

test("people who come in may have left lists, cards to come and bulletins that name them", async () => {
  await house.database.pool.query(`
    INSERT INTO greeting_card (id, site_id, person_id, day, created_at)
    SELECT v.id::uuid, 'leeds', p.id, v.day::date, '2026-05-20'
    FROM (VALUES ('00000000-0000-4000-8000-000000000901', '2026-05-31'), ('00000000-0000-4000-8000-000000000902', '2026-06-01'),
      ('00000000-0000-4000-8000-000000000903', '2026-06-04')) AS v(id, day), person p WHERE p.employee_no = '1001'`);
  const touched = async () =>
    ((await announced()) as readonly { is: string; body: { kind: string; site: string; period?: string } }[])
      .filter((one) => one.is === "touched")
      .map(({ body }) => `${body.kind} ${body.site} ${body.period ?? "all"}`);
  const expected = [
    "birthdays leeds 2026-06-01",
    "birthday-party leeds 2026-06-01",
    "birthday-signing leeds 00000000-0000-4000-8000-000000000902",
    "birthday-signing leeds 00000000-0000-4000-8000-000000000903",
    "weekly-bulletin leeds all",
  ];
  const outcome = await bring("people");
  const told = await touched();
  expect(told).toEqual(expect.arrayContaining(expected));
  expect(told.filter((one) => one.startsWith("birthday-signing"))).toHaveLength(2);
  await house.imports.revert(outcome.ok ? (outcome.value.batch ?? "") : "");
  expect(await touched()).toEqual(expect.arrayContaining(expected));
});

test("nothing is announced of a look, and of an import that was refused", async () => {
  await bring("interactions", { dryRun: true });
  const bad = bytesSource("exams.csv", Buffer.from("agent,day,points\nnobody,2026-05-09,90\n"));
  expect(await bring("exams", { file: bad })).toMatchObject({ ok: false });
  expect(await announced()).toEqual([]);
});
