import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { app } from "../app.ts";
import { charts } from "../charts/index.ts";
import type { Reply } from "../chat/router.ts";
import { addDays, day, type LocalDate } from "../kernel/time.ts";
import { type HouseDatabase, openDatabase } from "../persistence/database.ts";
import { tally } from "../persistence/imports/tallies.ts";
import { type Figure, percentile } from "./figure.ts";

const silent = { info: () => {}, warn: () => {}, error: () => {} };
const today = day("2026-11-20");
const sites = { small: 1_000, large: 10_000 } as const;
const contactsEach = 100;
const days = 395;
const asks = 100;

const components = JSON.stringify([
  { metric: "volume", weight: 30, target: 90, per: "day", complaintMode: "subtract" },
  { metric: "handle-time", weight: 30, target: 300 },
  { metric: "quality", weight: 40, target: 85 },
]);

/** A site's people in teams of fifty, each team with a lead. */
const fillSite = (site: string, agents: number) => `
  INSERT INTO site (id, name, zone, locale, weekend) VALUES ('${site}', '${site}', 'UTC', 'en', '{6,7}');
  INSERT INTO team (id, site_id, name) SELECT '${site}-' || i, '${site}', '${site} ' || i FROM generate_series(0, ${agents / 50 - 1}) i;
  INSERT INTO person (id, site_id, employee_no, name, hired_on, roles)
    SELECT gen_random_uuid(), '${site}', lpad(i::text, 6, '0'), 'Agent ' || i, '2020-01-01', CASE WHEN i < ${agents} THEN '{agent}' ELSE '{lead}'::text[] END
    FROM generate_series(0, ${agents + agents / 50 - 1}) i;
  INSERT INTO assignment (id, person_id, team_id, seat, from_day)
    SELECT gen_random_uuid(), id, '${site}-' || employee_no::int % ${agents / 50}, CASE WHEN roles = '{agent}' THEN 'member' ELSE 'lead' END, '2020-01-01'
    FROM person WHERE site_id = '${site}';
  INSERT INTO person_day SELECT id, site_id, d::date, 1, 88, 7744, 0, 0, 0, 0, 0, 0, 0, 0, 1, 28800, 25000, 3000, 27000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
    FROM person, generate_series('${addDays(today, -30)}'::date, '${today}', '1 day') d WHERE site_id = '${site}' AND roles = '{agent}';`;

const fillCard = `INSERT INTO scorecard (id, version, name, audience, components, state, from_day, counts_from)
  VALUES ('agents', 1, '{"en": "Agents", "zh-CN": "坐席"}', '{"role": "agent"}', '${components}', 'live', '2020-01-01', '2020-01-01')`;

/** The contacts of the day to be scored, a hundred of each agent over eight hours and two queues. */
const fillContacts = (site: string) => `
  INSERT INTO interaction (site_id, source, source_id, person_id, channel, direction, queue, project, started_at, day, hour,
      wait_s, talk_s, hold_s, wrap_s, outcome, complaint, batch_id)
    SELECT site_id, 'bench', employee_no || '-' || c, id, 'phone', 'in', 'queue ' || c % 2, 'main', '${today}'::timestamptz + c * interval '4 minutes',
      '${today}', 9 + c % 8, 8, 200 + (c * 37) % 140, 10, 20, 'answered', c % 50 = 0, gen_random_uuid()
    FROM person, generate_series(1, ${contactsEach}) c WHERE site_id = '${site}' AND roles = '{agent}'`;

/** Thirteen months of tallies of every agent, four rows on each workday. */
const fillTallies = `
  INSERT INTO tally (site_id, person_id, day, hour, queue, project, handled, abandoned, answered_in_time, abandoned_in_time,
      complaints, wait_s, talk_s, hold_s, wrap_s, handle_s2, csat_answers, csat_top)
    SELECT 'large', p.id, d::date, 9 + 2 * h, 'queue ' || h % 2, 'main', 22, 0, 18, 0, 0, 200, 5600 + (extract(doy FROM d)::int * 13) % 900, 220, 440, 1860000, 4, 3
    FROM generate_series('${addDays(today, -days)}'::date, '${addDays(today, -1)}', '1 day') d, person p, generate_series(0, 3) h
    WHERE extract(isodow FROM d) < 6 AND p.site_id = 'large' AND p.roles = '{agent}'`;

async function fill({ pool }: HouseDatabase): Promise<void> {
  await pool.query("DROP INDEX tally_person_id_day_idx; DROP INDEX tally_site_id_day_idx");
  await pool.query(fillCard);
  for (const [site, agents] of Object.entries(sites)) {
    await pool.query(fillSite(site, agents));
    await pool.query(fillContacts(site));
  }
  await pool.query(fillTallies);
  const client = await pool.connect();
  await client.query("BEGIN");
  for (const site of Object.keys(sites)) await tally(client, site, [today]);
  await client.query("COMMIT");
  client.release();
  await pool.query(`CREATE INDEX tally_person_id_day_idx ON tally (person_id, day)`);
  await pool.query(`CREATE INDEX tally_site_id_day_idx ON tally (site_id, day)`);
  await pool.query("VACUUM ANALYZE");
}

/** The same sums by hand, from the contacts themselves. */
const byHandFromContacts = `
  SELECT i.person_id, count(*) FILTER (WHERE outcome = 'answered') AS handled, count(*) FILTER (WHERE complaint) AS complaints,
    sum(wait_s), sum(talk_s), sum(hold_s), sum(wrap_s), sum((talk_s + hold_s + wrap_s)::float8 * (talk_s + hold_s + wrap_s)),
    count(csat), count(*) FILTER (WHERE csat >= 4), count(DISTINCT i.day), max(d.monitored_points), max(d.monitored_squares), max(d.monitored)
  FROM interaction i LEFT JOIN person_day d ON d.person_id = i.person_id AND d.day = i.day
  WHERE i.site_id = $1 AND i.day = $2 GROUP BY i.person_id`;

/** The same sums by hand, from the tallies. */
const byHandFromTallies = `
  SELECT t.person_id, sum(handled), sum(complaints), sum(wait_s), sum(talk_s), sum(hold_s), sum(wrap_s), sum(handle_s2),
    sum(csat_answers), sum(csat_top), max(d.monitored_points), max(d.monitored_squares), max(d.monitored)
  FROM tally t LEFT JOIN person_day d ON d.person_id = t.person_id AND d.day = t.day
  WHERE t.site_id = $1 AND t.day = $2 AND t.person_id IS NOT NULL GROUP BY t.person_id`;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

const median = (values: readonly number[]) => percentile(values, 0.5);

type House = Pick<ReturnType<typeof app>, "scores" | "router">;

/** Scoring a whole day, kept for the first time each time, beside the sums alone. */
async function measureDay({ pool }: HouseDatabase, { scores }: House): Promise<Figure[]> {
  const at = new Date(`${today}T20:00:00Z`);
  const seen = { large: [] as number[], small: [] as number[], contacts: [] as number[], tallies: [] as number[] };
  for (let turn = 0; turn < 5; turn += 1) {
    for (const site of ["large", "small"] as const) {
      await pool.query("TRUNCATE score");
      seen[site].push(await timed(() => scores.scoreDay(site, today as LocalDate, at)));
    }
    seen.contacts.push(await timed(() => pool.query(byHandFromContacts, ["large", today])));
    seen.tallies.push(await timed(() => pool.query(byHandFromTallies, ["large", today])));
  }
  const day = "a day of 10,000 agents scored and kept, beside one SQL statement for the same sums";
  const scale = sites.large / sites.small;
  return [
    {
      what: `${day} from its 1,000,000 contacts`,
      unit: "ms",
      ours: median(seen.large),
      baseline: median(seen.contacts),
      goal: 1.5,
    },
    { what: `${day} from its tallies`, unit: "ms", ours: median(seen.large), baseline: median(seen.tallies) },
    {
      what: "1,000 agents' share of that day, beside a site of 1,000",
      unit: "ms",
      ours: median(seen.large) / scale,
      baseline: median(seen.small),
    },
  ];
}

/** One command by one person, from the ask to the answer. */
async function answered({ router }: House, user: string, text: string, key: string): Promise<number> {
  const by = { platform: "local", workspace: "local", user };
  const place = { platform: "local", workspace: "local", id: user, kind: "dm" } as const;
  const [command = "", ...rest] = text.split(" ");
  let reply: Reply | undefined;
  const ms = await timed(async () => {
    reply = await router.answer({ is: "command", key, by, place, command, text: rest.join(" ") });
  });
  const shown = JSON.stringify(reply);
  if (!shown.includes("points")) throw new Error(`no score was answered: ${shown.slice(0, 300)}`);
  return ms;
}

async function measureAnswers({ pool }: HouseDatabase, house: House): Promise<Figure[]> {
  const people = async (role: string) =>
    (
      await pool.query<{ id: string }>(
        "SELECT id FROM person WHERE site_id = 'large' AND $1 = ANY (roles) ORDER BY md5(id::text) LIMIT $2",
        [role, asks],
      )
    ).rows.map(({ id }) => id);
  const measure = async (role: string, command: string) => {
    const times: number[] = [];
    for (const [turn, id] of (await people(role)).entries()) {
      times.push(await answered(house, id, `${command} month`, `${command} ${turn}`));
    }
    return percentile(times.slice(10), 0.95);
  };
  const data = "13 months of tallies of 10,000 agents";
  return [
    {
      what: `/myscore month over ${data}: complete answer, p95`,
      unit: "ms",
      ours: await measure("agent", "myscore"),
      goal: 100,
    },
    {
      what: `/teamscore month of 50 over ${data}: complete answer, p95`,
      unit: "ms",
      ours: await measure("lead", "teamscore"),
      goal: 100,
    },
  ];
}

/** Scores over sets: a whole site's day, and single answers over much data. */
export async function measureScores(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), "fairline-bench-"));
  const database = await openDatabase({ folder, log: silent, url: process.env.DATABASE_URL });
  const { draw, close } = charts();
  try {
    await fill(database);
    const clock = () => new Date(`${today}T12:00:00Z`);
    const house = app({ database, jobs: [], platforms: () => [], draw, log: silent, clock });
    return [...(await measureDay(database, house)), ...(await measureAnswers(database, house))];
  } finally {
    await close();
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
}
