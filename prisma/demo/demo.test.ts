import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formConfig, type Mark, resultOf } from "../../src/features/evaluations/index.ts";
import { repeated } from "../../src/features/help/topics.ts";
import { type Scores, scores } from "../../src/features/scores/index.ts";
import { day } from "../../src/kernel/time.ts";
import { connect, type Database } from "../../src/persistence/client.ts";
import { helpStore } from "../../src/persistence/help/store.ts";
import { personDays } from "../../src/persistence/imports/person-days.ts";
import { peopleStore } from "../../src/persistence/people.ts";
import { scoreStore } from "../../src/persistence/scores/store.ts";
import { type TestDatabase, testDatabase } from "../../src/testing/database.ts";
import { seedDemo } from "./seed.ts";

/** Midday in Beijing, and not yet morning in London. */
const now = new Date("2026-11-20T04:30:00Z");
const today = day("2026-11-20");
const october = { is: "month", from: day("2026-10-01"), to: day("2026-10-31") } as const;

const houses: { readonly house: TestDatabase; readonly database: Database }[] = [];
let seeded: Database;
let reports: Scores;

async function demo(): Promise<Database> {
  const house = await testDatabase();
  const database = connect(house.url);
  houses.push({ house, database });
  await seedDemo({ database, clock: () => now, tell: () => {} });
  return database;
}

beforeAll(async () => {
  seeded = await demo();
  const audit = { record: async () => {} };
  reports = scores({ store: scoreStore(seeded), roster: peopleStore(seeded), audit });
}, 120_000);
afterAll(async () => {
  for (const { house, database } of houses) {
    await database.close();
    await house.close();
  }
});

const rows = async (sql: string, database = seeded): Promise<readonly Record<string, unknown>[]> =>
  (await database.pool.query(sql)).rows;

const tables = ["interaction", "survey", "evaluation", "attendance", "exam", "complaint"];

/** October's score of everybody of a site who has a scorecard. */
async function october2026(site: string) {
  const people = await peopleStore(seeded).peopleOf(site, today);
  const all = people
    .filter(({ roles }) => ["agent", "lead", "qa"].some((role) => (roles as readonly string[]).includes(role)))
    .map(({ id }) => reports.ofPerson({ viewer: id, subject: id, period: october, at: now, today }));
  return (await Promise.all(all)).map((outcome) => {
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
    return outcome.value;
  });
}

describe("the demo", () => {
  test("is the same on every run at the same moment", async () => {
    const again = await demo();
    const sql = (table: string) =>
      `SELECT count(*), md5(string_agg((to_jsonb(t) - '{id,batch_id,person_id,scorer_id}'::text[])::text, '' ORDER BY source_id)) FROM ${table} t`;
    for (const table of tables) expect(await rows(sql(table), again), table).toEqual(await rows(sql(table)));
    const appealed = `SELECT site_id, number, state, filed_at, decided_at, next_at, body->'challenges' AS challenges,
      body->'reason' AS reason FROM appeal ORDER BY number`;
    expect(await rows(appealed, again)).toEqual(await rows(appealed));
    const ofFloor = [
      `SELECT number, state, category, is_live, body - '{offered,asked,solvedBy,overBy}'::text[], opened_at, next_at
        FROM help_request ORDER BY number`,
      "SELECT r.number, e.position, e.kind, e.text, e.at FROM help_entry e JOIN help_request r ON r.id = request_id ORDER BY 1, 2",
      "SELECT number, state, question, answer, solved, at FROM help_answer ORDER BY number",
      "SELECT site_id, state, role, from_at, until_at, asked_at FROM duty_swap ORDER BY site_id",
      `SELECT site_id, state, text, made_at, changed_at, (SELECT count(*) FROM suggestion_vote WHERE suggestion_id = s.id)
        FROM suggestion s ORDER BY site_id, made_at`,
    ];
    for (const sql of ofFloor) expect(await rows(sql, again)).toEqual(await rows(sql));
  }, 120_000);

  test("knows nothing of what has not happened yet, and half of a day under way", async () => {
    expect(await rows("SELECT source_id FROM interaction WHERE started_at > '2026-11-20T04:30:00Z'")).toEqual([]);
    for (const table of tables) {
      expect(await rows(`SELECT source_id FROM ${table} WHERE day > '2026-11-20'`), table).toEqual([]);
    }
    const sites = "SELECT DISTINCT site_id FROM interaction WHERE day = '2026-11-20'";
    expect(await rows(sites)).toEqual([{ site_id: "wangjing" }]);
  });

  test("has no contacts of anybody who was on leave or absent, and a schedule for whoever had some", async () => {
    const away = `SELECT i.source_id FROM interaction i JOIN attendance a USING (person_id, day) WHERE a.leave OR a.absences > 0`;
    const unplanned = `SELECT source_id FROM interaction i WHERE person_id IS NOT NULL
      AND NOT EXISTS (SELECT FROM attendance a WHERE a.person_id = i.person_id AND a.day = i.day)`;
    expect(await rows(away)).toEqual([]);
    expect(await rows(unplanned)).toEqual([]);
    expect(await rows("SELECT source_id FROM attendance WHERE leave LIMIT 1")).toHaveLength(1);
  });

  test("reviews contacts that there were", async () => {
    const sql = `SELECT source_id FROM evaluation e WHERE interaction IS NOT NULL
      AND NOT EXISTS (SELECT FROM interaction i WHERE i.source_id = e.interaction AND i.person_id = e.person_id)`;
    expect(await rows(sql)).toEqual([]);
  });

  test("has evaluations of the last weeks made in Fairline, each as its marks and its form have it", async () => {
    const made = await rows(
      `SELECT e.*, f.body, f.version FROM evaluation e
        LEFT JOIN evaluation_form f ON f.id = e.form AND f.version = e.form_version
      WHERE e.source = 'fairline' AND e.restated IS NULL`,
    );
    expect(made.length).toBeGreaterThan(100);
    for (const { source_id, body, marks, points, without_auto_fail, failed_by } of made) {
      const result = { points, withoutAutoFail: without_auto_fail, failedBy: failed_by };
      expect(resultOf(formConfig.parse(body), marks as readonly Mark[]), String(source_id)).toEqual(result);
    }
    const means = "SELECT site_id, avg(points) FROM evaluation WHERE source = 'fairline' GROUP BY 1";
    for (const { avg } of await rows(means)) expect(Number(avg)).toBeGreaterThan(80);
    expect(await rows("SELECT 1 FROM evaluation WHERE source = 'fairline' AND batch_id IS NOT NULL")).toEqual([]);
    const tooSoon = `published_at > '${now.toISOString()}' OR acknowledged_at > '${now.toISOString()}'`;
    expect(await rows(`SELECT source_id FROM evaluation WHERE source = 'fairline' AND (${tooSoon})`)).toEqual([]);
    const others = `SELECT e.source_id FROM evaluation e WHERE source = 'fairline' AND NOT EXISTS (SELECT FROM interaction i
      WHERE i.site_id = e.site_id AND i.source = e.contact_source AND i.source_id = e.interaction
        AND i.person_id = e.person_id AND i.day = e.day AND i.started_at < e.published_at)`;
    expect(await rows(others)).toEqual([]);
    const firsts = `SELECT e.source_id FROM evaluation e WHERE source = 'fairline' AND NOT EXISTS (SELECT FROM
      evaluation_revision v WHERE v.evaluation_id = e.id AND v.revision = 1 AND v.points = e.points AND v.at = e.published_at)`;
    expect(await rows(firsts)).toEqual([]);
    const [numbers] = await rows(
      "SELECT max(substr(source_id, 3)::int) AS last, count(*)::int AS all, nextval('evaluation_number')::int AS next FROM evaluation WHERE source = 'fairline'",
    );
    expect(numbers).toEqual({ last: numbers?.all, all: numbers?.all, next: Number(numbers?.all) + 1 });
  });

  test("adds up each person's day as if every evaluation had been there from the start", async () => {
    const columns = "monitored, monitored_points, test_calls, test_points, scored, overturned";
    const before = await rows(`SELECT person_id, day, ${columns} FROM person_day ORDER BY 1, 2`);
    const client = await seeded.pool.connect();
    try {
      await client.query("BEGIN");
      for (const site of ["harbour", "wangjing"]) {
        await client.query("CREATE TEMP TABLE changed (person_id uuid, day date NOT NULL)");
        await client.query("INSERT INTO changed SELECT person_id, day FROM person_day WHERE site_id = $1", [site]);
        await personDays(client, site);
        await client.query("DROP TABLE changed");
      }
      const again = await client.query(`SELECT person_id, day, ${columns} FROM person_day ORDER BY 1, 2`);
      expect(again.rows).toEqual(before);
    } finally {
      await client.query("ROLLBACK");
      client.release();
    }
    const evaluated = "SELECT count(*)::int AS n FROM evaluation WHERE kind <> 'calibration'";
    const summed = "SELECT sum(monitored + test_calls)::int AS n FROM person_day";
    expect(await rows(summed)).toEqual(await rows(evaluated));
  });

  test.each(["harbour", "wangjing"])(
    "has appeals in every state at %s, and none that waits for nobody",
    async (site) => {
      const all = await rows(`SELECT * FROM appeal WHERE site_id = '${site}' ORDER BY number`);
      const states = all.map(({ state }) => state);
      expect(states).toEqual(["closed", "closed", "closed", "panel", "panel", "returned", "lead-review", "exception"]);
      expect(new Set(all.map(({ person_id }) => person_id)).size).toBe(all.length);
      for (const { state, waits_for, next_at } of all.filter(({ state }) => state !== "closed")) {
        expect(waits_for, String(state)).not.toEqual([]);
        expect((next_at as Date).getTime(), String(state)).toBeGreaterThan(now.getTime() - 24 * 3_600_000);
      }
      const outcomes = await rows(
        `SELECT item, outcome, code FROM appeal_outcome WHERE site_id = '${site}' ORDER BY number`,
      );
      expect(outcomes).toEqual([
        { item: "summary", outcome: "rejected", code: "no-error" },
        { item: "identity", outcome: "upheld", code: "scorer-error" },
        { item: "questions", outcome: "partly", code: "rule-unclear" },
      ]);
      const restated = `SELECT e.points, e.restated, e.revision, e.marks, f.body FROM evaluation e
      JOIN evaluation_form f ON f.id = e.form AND f.version = e.form_version
      WHERE restated IS NOT NULL AND site_id = '${site}' ORDER BY e.points`;
      const [failed, ...others] = await rows(restated);
      expect(others).toHaveLength(1);
      expect(failed).toMatchObject({ points: 0, revision: 2 });
      for (const { restated, marks, body } of [failed ?? {}, ...others]) {
        expect(resultOf(formConfig.parse(body), marks as readonly Mark[])?.points).toBe(restated);
      }
    },
  );

  test.each(["harbour", "wangjing"])(
    "has help requests in every state at %s, and answers learnt from them",
    async (site) => {
      const asked = await rows(
        `SELECT state, count(*)::int AS n FROM help_request WHERE site_id = '${site}' GROUP BY 1 ORDER BY 1`,
      );
      expect(asked.map(({ state, n }) => `${n} ${state}`)).toEqual([
        "1 cancelled",
        "1 claimed",
        "2 closed",
        "1 open",
        "3 resolved",
        "1 waiting",
      ]);
      const learnt = `SELECT state, solved, body->>'decidedBy' = body->>'proposedBy' AS by_themselves FROM help_answer WHERE site_id = '${site}' ORDER BY number`;
      expect(await rows(learnt)).toEqual([
        { state: "approved", solved: 0, by_themselves: false },
        { state: "approved", solved: 1, by_themselves: false },
        { state: "proposed", solved: 0, by_themselves: null },
      ]);
    },
  );

  test.each(["harbour", "wangjing"])(
    "has one request at %s that was answered too late, and none that went back",
    async (site) => {
      const late = `SELECT jsonb_path_query_array(body->'asked', '$[*].ask') AS asked FROM help_request
      WHERE site_id = '${site}' AND body->'round' ? 'answerLateAt'`;
      expect(await rows(late)).toEqual([{ asked: ["duty-lead", "floor-support"] }]);
      const back = `SELECT number FROM help_entry JOIN help_request r ON r.id = request_id
      WHERE site_id = '${site}' AND kind = 'went-back'`;
      expect(await rows(back)).toEqual([]);
    },
  );

  test.each(["harbour", "wangjing"])("has a topic at %s of which its trainers hear on Monday", async (site) => {
    const asked = await helpStore(seeded).openedBetween(site, new Date("2026-11-15T16:00:00Z"), now);
    expect(repeated(asked, 3).map(({ category, requests }) => [category, requests.length])).toEqual([["system", 3]]);
  });

  test("has nothing about help that time changes or escalates at once", async () => {
    const soon = new Date(now.getTime() + 5 * 60_000);
    expect(await helpStore(seeded).due(soon, 10)).toEqual([]);
  });

  test.each(["harbour", "wangjing"])("has a duty of next week at %s that changed hands", async (site) => {
    const sql = `SELECT w.state, w.role, w.from_at > '2026-11-22T12:00:00Z' AS is_next, s.person_id = w.other_id AND s.replaces_id = w.asker_id AS changed
      FROM duty_swap w JOIN duty_shift s ON s.from_at = w.from_at AND s.site_id = w.site_id WHERE w.site_id = '${site}'`;
    expect(await rows(sql)).toEqual([{ state: "accepted", role: "duty-lead", is_next: true, changed: true }]);
  });

  test.each(["harbour", "wangjing"])("has suggestions in every state at %s, one of nobody's name", async (site) => {
    const sql = `SELECT state, author_id IS NULL AS anonymous, owner_id IS NOT NULL AS owned, body->'steps'->-1->>'reason' IS NOT NULL AS told,
        (SELECT count(*)::int FROM suggestion_vote WHERE suggestion_id = s.id) AS votes
      FROM suggestion s WHERE site_id = '${site}' ORDER BY made_at`;
    expect(await rows(sql)).toEqual([
      { state: "done", anonymous: false, owned: false, told: true, votes: 5 },
      { state: "planned", anonymous: true, owned: false, told: true, votes: 6 },
      { state: "declined", anonymous: false, owned: false, told: true, votes: 1 },
      { state: "considered", anonymous: false, owned: true, told: true, votes: 4 },
      { state: "new", anonymous: false, owned: false, told: false, votes: 2 },
    ]);
  });

  test("tells of help, duties and suggestions only what is of this moment", async () => {
    const sql = `SELECT body->>'kind' AS kind, count(*)::int AS n FROM outbox
      WHERE body->>'kind' ~ '^(help|duty|suggestion)' GROUP BY 1 ORDER BY 1`;
    // In Beijing somebody asked four minutes ago; in London it is night.
    expect(await rows(sql)).toEqual([
      { kind: "help-mine", n: 1 },
      { kind: "help-request", n: 1 },
    ]);
  });

  test("has customers who come again, neither never nor always", async () => {
    const sql = "SELECT site_id, 100.0 * sum(repeated) / sum(known) AS share FROM tally GROUP BY 1";
    for (const { site_id, share } of await rows(sql)) {
      expect(Number(share), String(site_id)).toBeGreaterThan(8);
      expect(Number(share), String(site_id)).toBeLessThan(15);
    }
  });

  test.each(["harbour", "wangjing"])("scores every metric of everybody's scorecard at %s, plausibly", async (site) => {
    const all = await october2026(site);
    const told = new Set(
      all.flatMap(({ score }) => score.parts.flatMap(({ lines }) => lines.map((one) => one.metric))),
    );
    const weighed = new Set(all.flatMap(({ scorecard }) => scorecard.components.map((one) => one.metric)));
    expect([...weighed].filter((metric) => !told.has(metric))).toEqual([]);
    const points = all.map(({ score }) => score.points);
    expect(Math.min(...points)).toBeGreaterThan(70);
    expect(Math.max(...points)).toBeLessThan(99);
    expect(Math.max(...points) - Math.min(...points)).toBeGreaterThan(8);
  });

  test.each(["harbour", "wangjing"])("has a trial at %s that would move some people and not all", async (site) => {
    const [viewer] = (await peopleStore(seeded).peopleOf(site, today)).filter(({ roles }) => roles.includes("qa"));
    if (viewer === undefined) throw new Error("nobody of QA");
    const asked = { viewer: viewer.id, id: "agents-2027", period: october, at: now, today };
    const outcome = await reports.compare({ ...asked, isNamed: true });
    if (!outcome.ok) throw new Error(outcome.refusal.why);
    const { moves, compared } = outcome.value;
    expect(moves.length).toBeGreaterThan(0);
    expect(moves.length).toBeLessThan(compared);
  });
});
