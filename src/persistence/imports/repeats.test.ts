import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bytesSource } from "../../features/imports/index.ts";
import { type ImportHouse, importHouse } from "../../testing/import-house.ts";
import { tally } from "./tallies.ts";

let house: ImportHouse;
beforeAll(async () => {
  house = await importHouse();
});
afterAll(() => house.close());
const clear = () =>
  house.database.pool.query("TRUNCATE interaction, record_before, tally, queue_hour, batch, score_due");

type Row = Readonly<Record<string, string | number>>;

async function bring(rows: readonly Row[], source = "one"): Promise<string> {
  const file = bytesSource("calls.json", Buffer.from(JSON.stringify(rows)));
  const outcome = await house.bring("", { file, source });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value.batch ?? "";
}
const revert = async (batch: string) => expect(await house.imports.revert(batch)).toMatchObject({ ok: true });

/** The ends of summer time in London are within reach, and steps of six hours meet the ends of windows exactly. */
const contact = fc.record({
  agent: fc.constantFrom("1001", "1002", ""),
  startedAt: fc
    .integer({ min: 0, max: 60 })
    .map((steps) => new Date(Date.UTC(2026, 2, 20, 23) + steps * 6 * 3_600_000).toISOString()),
  direction: fc.constantFrom("in", "in", "out"),
  outcome: fc.constantFrom("answered", "answered", "abandoned"),
  customer: fc.constantFrom("", "kim", "lou"),
  queue: fc.constantFrom("", "sales"),
});
type Contact = (typeof contact extends fc.Arbitrary<infer C> ? C : never) & {
  readonly source: string;
  readonly sourceId: string;
};

/** Known and repeated contacts, counted from the rows as the definition says. */
function recounted(all: readonly Contact[], withinDays: number) {
  const clock = new Intl.DateTimeFormat("sv", { timeZone: "Europe/London", dateStyle: "short", timeStyle: "short" });
  const place = ({ startedAt, source, sourceId }: Contact) => `${startedAt} ${source} ${sourceId}`;
  const counts = new Map<string, [known: number, repeated: number]>();
  for (const one of all) {
    if (one.outcome !== "answered" || one.customer === "") continue;
    const until = new Date(Date.parse(one.startedAt) + withinDays * 86_400_000).toISOString();
    const isRepeated = all.some(
      (other) =>
        other.customer === one.customer &&
        other.direction === "in" &&
        place(other) > place(one) &&
        other.startedAt <= until,
    );
    const wall = clock.format(new Date(one.startedAt));
    const key = JSON.stringify([one.agent, wall.slice(0, 10), Number(wall.slice(11, 13)), one.queue]);
    const [known, repeated] = counts.get(key) ?? [0, 0];
    counts.set(key, [known + 1, repeated + (isRepeated ? 1 : 0)]);
  }
  return [...counts].map(([key, count]) => JSON.stringify([key, count])).sort();
}

async function counted() {
  const { rows } = await house.database.pool.query<{ key: unknown; known: number; repeated: number }>(`
    SELECT jsonb_build_array(coalesce(p.employee_no, ''), day, hour, queue) AS key, known, repeated
    FROM tally LEFT JOIN person p ON p.id = person_id WHERE known > 0`);
  return rows.map(({ key, known, repeated }) => JSON.stringify([JSON.stringify(key), [known, repeated]])).sort();
}

test("repeated contacts are those of the definition, whatever the order in which contacts came, changed or went", async () => {
  const contacts = fc.array(fc.tuple(contact, fc.nat({ max: 2 })), { minLength: 2, maxLength: 40 });
  const days = fc.integer({ min: 0, max: 9 });
  await fc.assert(
    fc.asyncProperty(contacts, days, days, contact, async (drawn, within, later, changed) => {
      await clear();
      await house.database.pool.query("UPDATE site SET repeat_within_days = $1 WHERE id = 'leeds'", [within]);
      const all = drawn.map(([one, part], index): Contact => ({ ...one, source: `s${part}`, sourceId: `c${index}` }));
      const batches: string[] = [];
      for (const source of ["s0", "s1", "s2"]) {
        const rows = all.flatMap(({ source: own, ...row }) => (own === source ? [row] : []));
        if (rows.length > 0) batches.push(await bring(rows, source));
        const here = all.filter((one) => one.source <= source);
        expect(await counted()).toEqual(recounted(here, within));
      }
      const [first, ...rest] = all as [Contact, ...Contact[]];
      const other = { ...changed, source: first.source, sourceId: first.sourceId };
      const { source, ...row } = other;
      const last = await bring([row], source);
      expect(await counted()).toEqual(recounted([other, ...rest], within));
      if (JSON.stringify(other) !== JSON.stringify(first)) await revert(last);
      expect(await counted()).toEqual(recounted(all, within));

      await house.database.pool.query("UPDATE site SET repeat_within_days = $1 WHERE id = 'leeds'", [later]);
      const client = await house.database.pool.connect();
      await tally(client, "leeds");
      client.release();
      expect(await counted()).toEqual(recounted(all, later));
    }),
    { numRuns: 25 },
  );
});

test("a window of seven days that ends on the eighth, as the clocks go forward in it, ends there and not a second later", async () => {
  await clear();
  await house.database.pool.query("UPDATE site SET repeat_within_days = 7 WHERE id = 'leeds'");
  const one = {
    sourceId: "c1",
    agent: "1001",
    outcome: "answered",
    customer: "kim",
    startedAt: "2026-03-28T23:30:00Z",
  };
  await bring([one]);
  const late = { ...one, sourceId: "c2", startedAt: "2026-04-04T23:30:01Z" };
  await bring([late]);
  const repeated = "SELECT day, known, repeated FROM tally ORDER BY day";
  expect(await house.rows(repeated)).toEqual(["(2026-03-28,1,0)", "(2026-04-05,1,0)"]);
  await bring([{ ...late, startedAt: "2026-04-04T23:30:00Z" }]);
  expect(await house.rows(repeated)).toEqual(["(2026-03-28,1,1)", "(2026-04-05,1,0)"]);
});
