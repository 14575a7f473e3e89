import { afterEach, beforeEach, expect, test } from "vitest";
import { type ImportHouse, importHouse } from "../../testing/import-house.ts";
import { bytesSource, type ImportReport } from "./index.ts";

let house: ImportHouse;
beforeEach(async () => {
  house = await importHouse();
});
afterEach(() => house.close());

const bring = (content: string) =>
  house.bring("", { dataset: "people", file: bytesSource("people.csv", Buffer.from(content)) });
async function brought(content: string): Promise<ImportReport> {
  const outcome = await bring(content);
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
}

const roster = `SELECT employee_no, p.name, email, birthday_month, birthday_day, roles, locale,
  (SELECT string_agg(alias, ';' ORDER BY alias) FROM alias a WHERE a.person_id = p.id) AS aliases,
  (SELECT string_agg(concat_ws(' ', team_id, seat, from_day, to_day), '; ' ORDER BY from_day) FROM assignment s
    WHERE s.person_id = p.id) AS seats
  FROM person p WHERE site_id = 'leeds' ORDER BY employee_no`;
const people = [
  "employeeNo,name,email,birthday,roles,locale,team,seat,aliases,from",
  "1001,Ana Diaz-Roe,ana@example.com,1990-02-29,agent;lead,en,South,lead,ext-17;ana,2026-04-01",
  "1003,李雷,li@example.com,03-09,,zh,north,,,2026-05-04",
].join("\n");

test("people are added and become as the file says, and once more changes nothing", async () => {
  await expect(brought(people)).rejects.toThrow("not-a-birthday");
  const right = people.replace("1990-02-29", "1992-02-29");
  expect(await brought(right)).toMatchObject({ rows: 2, added: 1, changed: 1 });
  expect(await house.rows(roster)).toEqual([
    '(1001,"Ana Diaz-Roe",ana@example.com,2,29,"{agent,lead}",en,ana;ext-17,"north member 2025-01-01 2026-03-31; south lead 2026-04-01")',
    '(1002,"Ben Okri",,,,{agent},,,)',
    '(1003,李雷,li@example.com,3,9,{agent},zh-CN,,"north member 2026-05-04")',
  ]);
  expect(await brought(right)).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
});

test("people are taken back: the unused go, the used stay, the changed are as they were", async () => {
  const before = await house.rows(roster);
  const content = people
    .replace("1990-02-29", "")
    .replace("1001,", "1004,")
    .replace("ana@example.com", "")
    .replace("ext-17;", "");
  const { batch = "" } = await brought(content);
  await house.bring("sourceId,agent,startedAt,outcome\nc1,ana,2026-05-09T08:05:00Z,answered\n");
  expect(await house.imports.revert(batch)).toMatchObject({
    ok: true,
    value: { removed: 1, kept: ["Ana Diaz-Roe"] },
  });
  const after = await house.rows(roster);
  expect(after.filter((row) => !row.startsWith("(1004,"))).toEqual(before);
  expect(after).toHaveLength(before.length + 1);
});

test("the end of training comes in with people, and goes when the batch is taken back", async () => {
  const graduated = "SELECT employee_no, graduated_on::text FROM person WHERE graduated_on IS NOT NULL ORDER BY 1";
  const { batch = "" } = await brought("employeeNo,name,graduatedOn\n1001,Ana Diaz,2026-03-09\n1002,Ben Okri,\n");
  expect(await house.rows(graduated)).toEqual(["(1001,2026-03-09)"]);
  await brought("employeeNo,name\n1003,Li Lei\n");
  expect(await house.imports.revert(batch)).toMatchObject({ ok: true, value: { restored: 1 } });
  expect(await house.rows(graduated)).toEqual([]);
  await expect(brought("employeeNo,name,graduatedOn\n1001,Ana Diaz,soon\n")).rejects.toThrow("not-a-day");
});

test("people changed by a later batch keep the earlier one from being taken back", async () => {
  const one = (await brought("employeeNo,name\n1001,Ana One\n")).batch ?? "";
  const two = (await brought("employeeNo,name\n1001,Ana Two\n")).batch ?? "";
  expect(await house.imports.revert(one)).toEqual({
    ok: false,
    refusal: { why: "overwritten", batch: one, by: two },
  });
  expect(await house.imports.revert(two)).toMatchObject({ ok: true, value: { restored: 1 } });
  expect(await house.imports.revert(one)).toMatchObject({ ok: true, value: { restored: 1 } });
  expect((await house.rows(roster))[0]).toContain("Ana Diaz");
});

test("people with what is another's, unknown or impossible are told", async () => {
  const content = [
    "employeeNo,name,email,roles,team,seat,hiredOn,leftOn,locale",
    "1003,A,wang@example.com,,,,,,",
    "1004,B,no-mail,boss,Nort,,,,",
    "1005,C,,,,lead,2026-02-01,2026-01-01,klingon",
    "1003,D,,,,,,,",
    ",E,,,,,,,",
  ].join("\n");
  const outcome = await bring(content);
  if (outcome.ok || outcome.refusal.why !== "bad-rows") throw new Error("not refused for its rows");
  const told = outcome.refusal.report.bad.map(({ line, problems }) => [line, problems.map(({ why }) => why)]);
  expect(told.sort()).toEqual([
    [2, ["taken"]],
    [3, ["not-one-of", "not-an-email", "unknown-team"]],
    [4, ["not-one-of", "left-before-hired", "seat-without-team"]],
    [5, ["repeated"]],
    [6, ["missing"]],
  ]);
});
