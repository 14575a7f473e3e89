import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { bytesSource } from "../../features/imports/index.ts";
import { type Calendar, isWorkday } from "../../kernel/calendar.ts";
import type { LocalDate, Weekday } from "../../kernel/time.ts";
import { type ImportHouse, importHouse } from "../../testing/import-house.ts";

let house: ImportHouse;
beforeAll(async () => {
  house = await importHouse();
});
afterAll(() => house.close());
const clear = () => house.database.pool.query("TRUNCATE attendance, record_before, person_day, batch, score_due");
beforeEach(clear);

const days = Array.from({ length: 14 }, (_, index) => `2026-03-${String(index + 1).padStart(2, "0")}` as LocalDate);

async function setCalendar({ weekend, holidays, workdays }: Calendar): Promise<void> {
  const sql = "UPDATE site SET (weekend, holidays, workdays) = ($1, $2, $3) WHERE id = 'leeds'";
  await house.database.pool.query(sql, [weekend, holidays, workdays]);
}

type Leave = { readonly sourceId: string; readonly agent: string; readonly day: LocalDate; readonly leave: string };
async function bring(rows: readonly Leave[]): Promise<void> {
  const file = bytesSource("attendance.json", Buffer.from(JSON.stringify(rows)));
  const outcome = await house.bring("", { dataset: "attendance", file });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
}
const leave = (sourceId: string, day: LocalDate, agent = "1001"): Leave => ({ sourceId, agent, day, leave: "yes" });
const left = () =>
  house.rows(`SELECT p.employee_no, day, leave_days FROM person_day JOIN person p ON p.id = person_id
    WHERE leave_days > 0 ORDER BY 1, 2`);

test.each<[what: string, day: LocalDate, counts: boolean]>([
  ["a day of the week", "2026-03-09" as LocalDate, true],
  ["the weekend", "2026-03-08" as LocalDate, false],
  ["a holiday", "2026-03-10" as LocalDate, false],
  ["a weekend that is worked", "2026-03-07" as LocalDate, true],
  ["a holiday that is worked", "2026-03-11" as LocalDate, true],
])("leave on %s", async (_, day, counts) => {
  const holidays = ["2026-03-10", "2026-03-11"] as LocalDate[];
  await setCalendar({ weekend: [6, 7], holidays, workdays: ["2026-03-07", "2026-03-11"] as LocalDate[] });
  await bring([leave("a", day)]);
  expect(await left()).toEqual(counts ? [`(1001,${day},1)`] : []);
});

test("leave that several rows tell of is one day of each person", async () => {
  await setCalendar({ weekend: [6, 7], holidays: [], workdays: [] });
  const [monday, tuesday] = ["2026-03-09", "2026-03-10"] as LocalDate[] as [LocalDate, LocalDate];
  await bring([leave("a", monday), leave("b", monday), leave("c", monday, "1002"), leave("d", tuesday)]);
  await bring([leave("e", monday), { ...leave("f", tuesday), leave: "no" }]);
  expect(await left()).toEqual(["(1001,2026-03-09,1)", "(1001,2026-03-10,1)", "(1002,2026-03-09,1)"]);
});

test("leave counts on exactly the workdays of any calendar", async () => {
  const some = fc.subarray(days);
  const calendar = fc.record({
    weekend: fc.subarray<Weekday>([1, 2, 3, 4, 5, 6, 7]),
    holidays: some,
    workdays: some,
  });
  await fc.assert(
    fc.asyncProperty(calendar, async (one) => {
      await clear();
      await setCalendar(one);
      await bring(days.map((day) => leave(day, day)));
      expect(await left()).toEqual(days.filter((day) => isWorkday(one, day)).map((day) => `(1001,${day},1)`));
    }),
    { numRuns: 20 },
  );
});
