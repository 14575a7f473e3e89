import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { app } from "../app.ts";
import type { Appeal, Decided, Seat } from "../features/appeals/index.ts";
import { holdItems, saveAll } from "../persistence/appeals/save.ts";
import { type HouseDatabase, openDatabase } from "../persistence/database.ts";
import { type Figure, percentile } from "./figure.ts";

const silent = { info: () => {}, warn: () => {}, error: () => {} };
const open = 10_000;
const filings = 200;
/** A Friday on which half of a business day that began at midnight is over. */
const noon = new Date("2026-11-20T12:00:00Z");
const hour = 3_600_000;
const before = (hours: number) => new Date(noon.getTime() - hours * hour);

const form = {
  name: { en: "Phone", "zh-CN": "电话" },
  sections: [
    {
      id: "all",
      name: { en: "All", "zh-CN": "全部" },
      items: Array.from({ length: 10 }, (_, n) => ({
        id: `item-${n}`,
        name: { en: `Item ${n}`, "zh-CN": `项目 ${n}` },
        weight: 10,
        points: 10,
      })),
    },
  ],
};
const marks = JSON.stringify(Array.from({ length: 10 }, (_, n) => ({ item: `item-${n}`, points: 6 })));

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const idOf = (n: string) => `('00000000-0000-4000-8000-' || lpad((${n})::text, 12, '0'))::uuid`;

/** Ten thousand agents in teams of fifty with a lead each, sixty of quality, ten supervisors and two admins. */
const fillPeople = `
  INSERT INTO site (id, name, zone, locale, weekend, holidays, workdays) VALUES ('large', 'large', 'UTC', 'en', '{6,7}', '{}', '{}');
  INSERT INTO team (id, site_id, name) SELECT 'team-' || i, 'large', 'Team ' || i FROM generate_series(0, 199) i;
  INSERT INTO person (id, site_id, employee_no, name, hired_on, roles)
    SELECT ${idOf("i")}, 'large', i, 'Person ' || i, '2020-01-01', CASE WHEN i < 10000 THEN '{agent}' WHEN i < 10200 THEN '{lead}'
      WHEN i < 10260 THEN '{qa}' WHEN i < 10270 THEN '{supervisor}' ELSE '{admin}' END::text[]
    FROM generate_series(0, 10271) i;
  INSERT INTO assignment (id, person_id, team_id, seat, from_day)
    SELECT gen_random_uuid(), id, 'team-' || employee_no::int % 200, CASE WHEN roles = '{agent}' THEN 'member' ELSE 'lead' END, '2020-01-01'
    FROM person WHERE employee_no::int < 10200;`;

/** Each agent has an evaluation that is under appeal, and some have another. */
const fillEvaluations = `
  INSERT INTO evaluation (id, site_id, source, source_id, person_id, scorer_id, day, kind, points, interaction, contact_source, form,
    form_version, marks, without_auto_fail, published_at, overturned)
  SELECT ${idOf("100000 + i")}, 'large', 'fairline', 'E-' || i, ${idOf(`i % ${open}`)}, ${idOf("10200 + i % 60")}, '2026-11-19',
    'monitoring', 60, 'call-' || i, 'calls', 'phone', 1, '${marks}', 60, '2026-11-19T10:00:00Z', false
  FROM generate_series(0, ${open + filings - 1}) i`;

/** What stage an appeal is in, and whether its time has come: 200 and 100 warnings, 100 silences, 100 seats that pass. */
function stageOf(n: number): Pick<Appeal, "state" | "time" | "desk" | "seats"> & { readonly nextAt: Date } {
  const lead = { state: "lead-review", desk: id(10_000 + (n % 200)), seats: [] } as const;
  const span = (since: Date, due: Date, warned: 0 | 50 | 80, days = 1) => ({ since, due, warned, days });
  const later = new Date(noon.getTime() + 3 * 24 * hour);
  if (n < 200) return { ...lead, time: span(before(12), later, 0), nextAt: noon };
  if (n < 300) return { ...lead, time: span(before(20), later, 50), nextAt: before(0.5) };
  if (n < 400) return { ...lead, time: span(before(24), before(0), 80), nextAt: noon };
  const isDue = n < 500;
  const time = isDue ? span(before(72), noon, 80, 3) : span(before(1), new Date(noon.getTime() + 95 * hour), 0, 3);
  const seat = (name: Seat["name"], holder: number): Seat => ({
    name,
    holder: id(holder),
    time,
    passedBy: [],
    ballots: [],
    isMissed: false,
  });
  const seats = [
    seat("supervisor", 10_260 + (n % 10)),
    seat("lead", 10_000 + (n % 200)),
    seat("qa", 10_200 + ((n + 1) % 60)),
  ];
  return { state: "panel", seats, nextAt: isDue ? noon : new Date(noon.getTime() + 40 * hour) };
}

function appealOf(n: number): Decided {
  const { nextAt, ...stage } = stageOf(n);
  const appeal: Appeal = {
    id: id(500_000 + n),
    number: n + 1,
    site: "large",
    level: 1,
    evaluation: id(100_000 + n),
    evaluationNumber: `E-${n}`,
    form: "phone",
    version: 1,
    revision: 1,
    agent: id(n),
    scorer: id(10_200 + (n % 60)),
    team: `team-${n % 200}`,
    challenges: [1, 2].map((item) => ({ item: `item-${item}`, original: 6, proposed: 9 })),
    kind: "fact",
    reason: "The customer was told twice, at second 12 and again at the end. ".repeat(8),
    evidence: [],
    filedAt: before(24),
    happened: [{ is: "filed", at: before(24), by: id(n) }],
    ...stage,
  };
  return { appeal, nextAt, notices: [], touched: [] };
}

async function fill({ pool }: HouseDatabase): Promise<void> {
  await pool.query(fillPeople);
  const addForm = "INSERT INTO evaluation_form (id, version, body, published_at) VALUES ('phone', 1, $1, now())";
  await pool.query(addForm, [JSON.stringify(form)]);
  await pool.query(fillEvaluations);
  const client = await pool.connect();
  const all = Array.from({ length: open }, (_, n) => appealOf(n));
  await client.query("BEGIN");
  for (let from = 0; from < open; from += 1000) await saveAll(client, all.slice(from, from + 1000), before(24));
  for (const { appeal } of all) await holdItems(client, appeal);
  await client.query("COMMIT");
  client.release();
  await pool.query(`SELECT setval('appeal_number', ${open})`);
  await pool.query("VACUUM ANALYZE");
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

type House = Pick<ReturnType<typeof app>, "appeals">;

/** One round at a minute when 500 of all are due. */
async function measureSweep({ pool }: HouseDatabase, { appeals }: House): Promise<Figure> {
  const due = "SELECT count(*)::int AS due FROM appeal WHERE next_at <= $1";
  const count = async () => (await pool.query<{ due: number }>(due, [noon])).rows[0]?.due;
  if ((await count()) !== 500) throw new Error("not 500 are due");
  const ours = (await timed(() => appeals.sweep(noon))) / 1000;
  const told = `SELECT count(DISTINCT body->'body'->>'appeal')::int AS due FROM outbox WHERE body->>'kind' = 'appeal-reminder'`;
  const reminded = (await pool.query<{ due: number }>(told)).rows[0]?.due;
  if ((await count()) !== 0 || reminded !== 500) throw new Error(`some were left: ${reminded} of 500 were told`);
  return { what: "deadlines of 10,000 open appeals, 500 of them due: one round", unit: "s", ours, goal: 1 };
}

/** An agent files, from the filled form to the answer. */
async function measureFiling({ appeals }: House): Promise<Figure> {
  const times: number[] = [];
  for (let n = 0; n < filings; n += 1) {
    const who = { person: id(n), site: "large", roles: ["agent"], zone: "UTC" } as const;
    const filing = {
      evaluation: `E-${open + n}`,
      seen: 1,
      challenges: [{ item: "item-3", proposed: 9 }],
      kind: "fact",
      reason: "The customer was told twice, at second 12 and at the end.",
      evidence: [],
    } as const;
    times.push(
      await timed(async () => {
        const outcome = await appeals.file(who, filing, noon);
        if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
      }),
    );
  }
  const ours = percentile(times.slice(20), 0.95);
  return { what: "filing an appeal beside 10,000 open ones: complete answer, p95", unit: "ms", ours, goal: 150 };
}

/** Appeals in a large centre: the round of deadlines, and filing. */
export async function measureAppeals(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), "fairline-bench-"));
  const database = await openDatabase({ folder, log: silent, url: process.env.DATABASE_URL });
  try {
    await fill(database);
    const draw = () => Promise.reject(new Error("nothing is drawn here"));
    const house = app({ database, jobs: [], platforms: () => [], draw, log: silent, clock: () => noon });
    return [await measureSweep(database, house), await measureFiling(house)];
  } finally {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
}
