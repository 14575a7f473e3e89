import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type ImportHouse, importHouse } from "../../testing/import-house.ts";
import { bytesSource, type ImportRequest } from "./index.ts";

let house: ImportHouse;
beforeEach(async () => {
  house = await importHouse();
});
afterEach(() => house.close());

const header = "employeeNo,role,from,until";
const day = "1001,duty-lead,2026-06-09 08:00,2026-06-09 20:00";
const night = "1002,duty-lead,2026-06-09 20:00,2026-06-10 08:00";
const shorter = "1001,duty-lead,2026-06-09 08:00,2026-06-09 18:00";

function bring(rows: readonly string[], but: Partial<ImportRequest> = {}) {
  const file = bytesSource("rota.csv", Buffer.from(`${[header, ...rows].join("\n")}\n`));
  return house.bring("", { dataset: "duty", file, ...but });
}
async function brought(...args: Parameters<typeof bring>) {
  const outcome = await bring(...args);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}
const standing = () =>
  house.rows(`
    SELECT p.employee_no AS who, d.role, to_char(from_at AT TIME ZONE 'UTC', 'MM-DD HH24:MI') AS from,
      to_char(until_at AT TIME ZONE 'UTC', 'MM-DD HH24:MI') AS until, origin
    FROM duty_shift d JOIN person p ON p.id = d.person_id ORDER BY from_at`);

const both = [
  '(1001,duty-lead,"06-09 07:00","06-09 19:00",import)',
  '(1002,duty-lead,"06-09 19:00","06-10 07:00",import)',
];

describe("a rota that is imported", () => {
  test("stands at its site's wall times, and the same file again changes nothing", async () => {
    expect(await brought([day, night])).toMatchObject({
      added: 2,
      changed: 0,
      unchanged: 0,
      from: "2026-06-09",
      to: "2026-06-10",
    });
    expect(await standing()).toEqual(both);
    expect(await brought([day, night])).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    expect(await standing()).toEqual(both);
  });

  test("has another end take the place of the earlier one, and its revert gives it back", async () => {
    const first = await brought([day]);
    const second = await brought([shorter, night]);
    expect(second).toMatchObject({ added: 1, changed: 1, unchanged: 0 });
    expect((await standing())[0]).toContain('"06-09 17:00"');
    expect(await house.imports.revert(first.batch ?? "")).toMatchObject({
      ok: false,
      refusal: { why: "overwritten", by: second.batch },
    });
    expect(await house.imports.revert(second.batch ?? "")).toMatchObject({
      ok: true,
      value: { removed: 1, restored: 1 },
    });
    expect(await standing()).toEqual(both.slice(0, 1));
    expect(await house.imports.revert(first.batch ?? "")).toMatchObject({
      ok: true,
      value: { removed: 1, restored: 0 },
    });
    expect(await standing()).toEqual([]);
  });

  test("keeps what was set in chat, also where it begins with an imported duty", async () => {
    await brought([day]);
    await house.database.pool.query(`
      INSERT INTO duty_shift (id, site_id, role, person_id, from_at, until_at, origin, made_at)
      SELECT gen_random_uuid(), site_id, role, person_id, from_at, until_at, 'set', now() FROM duty_shift`);
    const batch = await brought([shorter]);
    await house.imports.revert(batch.batch ?? "");
    expect((await standing()).filter((row) => row.endsWith("set)"))).toHaveLength(1);
  });

  test("tells every bad row, and takes the good ones only if asked", async () => {
    const rows = [
      day,
      "9999,duty-lead,2026-06-09 08:00,2026-06-09 20:00",
      "1002,duty-lead,2026-06-09 20:00,2026-06-09 08:00",
      "1002,,2026-06-09 20:00,soon",
      "1002,duty-lead,2026-03-29 01:30,2026-03-29 08:00",
      "1001,duty-lead,2026-06-09 08:00,2026-06-09 12:00",
      "1002,duty-lead,2026-06-09 08:00,2026-08-09 08:00",
    ];
    const outcome = await bring(rows);
    if (outcome.ok || outcome.refusal.why !== "bad-rows") throw new Error("it is refused");
    const bad = outcome.refusal.report.bad.map(({ line, problems }) => [
      line,
      ...problems.map((one) => `${"field" in one ? one.field : ""} ${one.why}`),
    ]);
    expect(bad).toEqual([
      [3, "employeeNo unknown-agent"],
      [4, "until until-before-from"],
      [5, "role missing", "until not-a-day"],
      [6, "from no-such-time"],
      [8, "until too-long-a-duration"],
      [7, "from repeated"],
    ]);
    expect(await standing()).toEqual([]);
    expect(await brought(rows, { partial: true })).toMatchObject({ added: 1, rejected: 6 });
    expect(await standing()).toEqual(both.slice(0, 1));
  });

  test("keeps whoever is named in it, also where the import that added them is taken back", async () => {
    const file = bytesSource("people.csv", Buffer.from("employeeNo,name\n1003,Cy Park\n"));
    const people = await brought([], { dataset: "people", file });
    await brought([day.replace("1001", "1003")]);
    expect(await house.imports.revert(people.batch ?? "")).toMatchObject({ value: { removed: 0, kept: ["Cy Park"] } });
    expect(await standing()).toHaveLength(1);
  });

  test("is only looked at where that is asked", async () => {
    expect((await brought([day], { dryRun: true })).batch).toBeUndefined();
    expect(await standing()).toEqual([]);
  });
});
