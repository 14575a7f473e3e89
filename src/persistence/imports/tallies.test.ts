import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ImportHouse, importHouse } from "../../testing/import-house.ts";

let house: ImportHouse;
beforeAll(async () => {
  house = await importHouse();
});
afterAll(() => house.close());
const clear = () => house.database.pool.query("TRUNCATE interaction, record_before, tally, queue_hour, batch");

const header = "sourceId,agent,startedAt,wait,talk,hold,wrap,outcome,queue,project,complaint,csat,direction";

const contact = fc.record({
  agent: fc.constantFrom("1001", "1002", ""),
  /** Around the end of summer time in London, when an hour happens twice. */
  minute: fc.integer({ min: 0, max: 60 * 48 }),
  wait: fc.integer({ min: 0, max: 40 }),
  talk: fc.integer({ min: 0, max: 900 }),
  hold: fc.integer({ min: 0, max: 60 }),
  outcome: fc.constantFrom("answered", "answered", "abandoned"),
  queue: fc.constantFrom("", "sales"),
  complaint: fc.boolean(),
  csat: fc.constantFrom("", "1", "4", "5"),
  direction: fc.constantFrom("in", "in", "out"),
});
type Contact = { readonly id: number } & (typeof contact extends fc.Arbitrary<infer C> ? C : never);

const start = Date.UTC(2025, 9, 25);
const instant = ({ minute }: Contact) => new Date(start + minute * 60_000);
const line = (one: Contact) =>
  `c${one.id},${one.agent},${instant(one).toISOString()},${one.wait},${one.talk},${one.hold},0,${one.outcome},${one.queue},,${one.complaint},${one.csat},${one.direction}`;
const csv = (contacts: readonly Contact[]) => [header, ...contacts.map(line)].join("\n");
const contacts = fc
  .array(contact, { minLength: 1, maxLength: 30 })
  .map((all) => all.map((one, id) => ({ id, ...one })));

async function bring(some: readonly Contact[]): Promise<string> {
  const outcome = await house.bring(csv(some));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value.batch ?? "";
}

const tallies = () => house.rows("SELECT to_jsonb(t) - 'id' FROM tally t ORDER BY 1");
const clock = new Intl.DateTimeFormat("sv", { timeZone: "Europe/London", dateStyle: "short", timeStyle: "short" });
/** The sums that matter, made another way: in JavaScript, on the clock of Intl. */
function expected(all: readonly Contact[]) {
  const sums = new Map<string, number[]>();
  for (const one of all) {
    const wall = clock.format(instant(one));
    const answered = one.outcome === "answered";
    const key = JSON.stringify([wall.slice(0, 10), Number(wall.slice(11, 13)), answered ? one.agent : "", one.queue]);
    const handle = one.talk + one.hold;
    const add = answered
      ? [1, 0, one.wait <= 20 ? 1 : 0, 0, one.talk, one.hold, handle ** 2]
      : [0, 1, 0, one.wait <= 20 ? 1 : 0, 0, 0, 0];
    const rest = [one.complaint ? 1 : 0, one.wait, one.csat === "" ? 0 : 1, Number(one.csat) >= 4 ? 1 : 0];
    const sum = sums.get(key) ?? [];
    sums.set(
      key,
      [...add, ...rest].map((value, index) => value + (sum[index] ?? 0)),
    );
  }
  return [...sums].map(([key, sum]) => JSON.stringify([key, sum])).sort();
}
async function found() {
  const { rows } = await house.database.pool.query(`
    SELECT day, hour, coalesce(p.employee_no, '') AS agent, queue, handled, abandoned, answered_in_time, abandoned_in_time,
      talk_s::int, hold_s::int, handle_s2, complaints, wait_s::int, csat_answers, csat_top
    FROM tally LEFT JOIN person p ON p.id = person_id`);
  return rows
    .map(({ day, hour, agent, queue, ...sums }) =>
      JSON.stringify([JSON.stringify([day, hour, agent, queue]), Object.values(sums)]),
    )
    .sort();
}

/** Those of the queues, of what came in alone; an hour in which nothing did says nothing. */
function expectedOfQueues(all: readonly Contact[]) {
  const sums = new Map<string, number[]>();
  for (const one of all.filter(({ direction }) => direction === "in")) {
    const wall = clock.format(instant(one));
    const key = JSON.stringify([wall.slice(0, 10), Number(wall.slice(11, 13)), one.queue]);
    const inTime = one.wait <= 20 ? 1 : 0;
    const add = one.outcome === "answered" ? [1, 0, inTime, 0] : [0, 1, 0, inTime];
    const sum = sums.get(key) ?? [];
    sums.set(
      key,
      add.map((value, index) => value + (sum[index] ?? 0)),
    );
  }
  return [...sums].map(([key, sum]) => JSON.stringify([key, sum])).sort();
}
async function foundOfQueues() {
  const { rows } = await house.database.pool.query(`
    SELECT day, hour, queue, answered, abandoned, answered_in_time, abandoned_in_time FROM queue_hour
    WHERE (answered, abandoned, answered_in_time, abandoned_in_time) <> (0, 0, 0, 0)`);
  return rows
    .map(({ day, hour, queue, ...sums }) => JSON.stringify([JSON.stringify([day, hour, queue]), Object.values(sums)]))
    .sort();
}

test("imports that are split and ordered in any way give the same tallies as one, which are right", async () => {
  const parts = fc.tuple(contacts, fc.array(fc.nat(), { maxLength: 3 }), fc.infiniteStream(fc.nat()));
  await fc.assert(
    fc.asyncProperty(parts, async ([all, cuts, shuffle]) => {
      await clear();
      await bring(all);
      expect(await found()).toEqual(expected(all));
      expect(await foundOfQueues()).toEqual(expectedOfQueues(all));
      const whole = await tallies();
      await clear();
      const mixed = all.map((one) => ({ one, at: shuffle.next().value ?? 0 })).sort((a, b) => a.at - b.at);
      const places = [0, ...cuts.map((cut) => cut % all.length).sort((a, b) => a - b), all.length];
      for (const [index, from] of places.entries()) {
        const some = mixed.slice(from, places[index + 1]).map(({ one }) => one);
        if (some.length > 0) await bring(some);
      }
      expect(await tallies()).toEqual(whole);
      expect(await foundOfQueues()).toEqual(expectedOfQueues(all));
    }),
    { numRuns: 12 },
  );
});

test("whatever is brought and taken back leaves exactly what was before", async () => {
  const change = fc.tuple(fc.nat(29), contact).map(([id, one]) => ({ id, ...one }));
  const second = fc.uniqueArray(change, { minLength: 1, maxLength: 20, selector: ({ id }) => id });
  await fc.assert(
    fc.asyncProperty(contacts, second, second, async (one, two, three) => {
      await clear();
      const taken: { batch: string; before: string }[] = [];
      for (const some of [one, two, three]) {
        const before = await house.snapshot();
        taken.push({ batch: await bring(some), before });
      }
      for (const { batch, before } of taken.reverse()) {
        expect(await house.imports.revert(batch)).toMatchObject({ ok: true });
        expect(await house.snapshot()).toBe(before);
      }
    }),
    { numRuns: 12 },
  );
});
