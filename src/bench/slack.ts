import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../persistence/database.ts";
import { freePort } from "../persistence/embedded/free-port.ts";
import { type Figure, percentile } from "./figure.ts";
import { launch, printed, ready, stopped } from "./process.ts";
import { type Load, load, signingSecret, slackEar, workspace } from "./slack-load.ts";

const silent = { info: () => {}, warn: () => {}, error: () => {} };
const agents = 1000;
const days = 60;

/** A contact centre of 1,000 agents with 60 days of tallies, eight hours a day, ending today. */
const fill = `
  INSERT INTO site (id, name, zone, locale, weekend) VALUES ('bench', 'Bench', 'UTC', 'en', '{6,7}');
  INSERT INTO team (id, site_id, name) SELECT 't' || i, 'bench', 'Team ' || i FROM generate_series(1, ${agents / 20}) i;
  INSERT INTO person (id, site_id, employee_no, name, hired_on, roles)
    SELECT gen_random_uuid(), 'bench', i::text, 'Agent ' || i, '2020-01-01', '{agent}' FROM generate_series(1, ${agents}) i;
  INSERT INTO account (platform, workspace, user_id, person_id, how, linked_at)
    SELECT 'slack', '${workspace}', 'U' || employee_no, id, 'seed', now() FROM person;
  INSERT INTO assignment (id, person_id, team_id, seat, from_day)
    SELECT gen_random_uuid(), id, 't' || (1 + employee_no::int % ${agents / 20}), 'member', '2020-01-01' FROM person;
  INSERT INTO scorecard (id, version, name, audience, components, state, from_day, counts_from) VALUES ('agents', 1,
    '{"en": "Agents", "zh-CN": "坐席"}', '{"role": "agent"}',
    '[{"metric": "volume", "weight": 50, "target": 40, "per": "day", "complaintMode": "subtract", "cap": 100},
      {"metric": "handle-time", "weight": 50, "target": 300, "direction": "lower", "cap": 100}]', 'live', '2020-01-01', '2020-01-01');
  INSERT INTO tally (site_id, person_id, day, hour, queue, project, handled, abandoned, answered_in_time,
      abandoned_in_time, complaints, wait_s, talk_s, hold_s, wrap_s, handle_s2, csat_answers, csat_top)
    SELECT 'bench', p.id, current_date - d, 9 + h, 'sales', 'main', 5, 0, 4, 0, 0, 60, 1200, 60, 150, 410000, 1, 1
    FROM person p, generate_series(0, ${days - 1}) d, generate_series(0, 7) h;
  ANALYZE;`;

/** Starts one app that listens for Slack's requests; `wave` sends it slash commands and waits for every answer. */
async function open(
  program: string,
  env: Record<string, string>,
  isReady: (child: ReturnType<typeof launch>) => Promise<unknown>,
) {
  const ear = await slackEar();
  const port = await freePort();
  const shared = { SLACK_API_URL: ear.url, SLACK_SIGNING_SECRET: signingSecret, PORT: String(port) };
  const child = launch(program, { ...env, ...shared });
  await isReady(child);
  return {
    wave: (serial: number) => load(ear, port, { serial, concurrency, users: agents }),
    async close() {
      await stopped(child);
      await ear.close();
    },
  };
}

const concurrency = 50;
const warmUps = 20;
const waves = 60;

/** Slash commands over HTTP, fifty at the same instant: acknowledgement and complete answer, beside a bare Bolt app. */
export async function measureSlack(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), "fairline-bench-"));
  const database = await openDatabase({ folder, log: silent, url: process.env.DATABASE_URL });
  try {
    await database.pool.query(fill);
    const bare = await open("src/bench/bare-bolt.ts", {}, ready);
    const env = { DATABASE_URL: database.url, SLACK_BOT_TOKEN: "xoxb-0-0-bench", LOG_LEVEL: "warn" };
    const ours = await open("src/main.ts", env, (child) => printed(child, /ready/));
    const seen = { bare: [] as Load[], ours: [] as Load[] };
    try {
      // In turn, so that both meet the machine in the same moods.
      for (let serial = 0; serial < warmUps + waves; serial += 1) {
        seen.bare.push(await bare.wave(serial));
        seen.ours.push(await ours.wave(serial));
      }
    } finally {
      await Promise.all([bare.close(), ours.close()]);
    }
    const sample = seen.ours.at(-1)?.sample ?? "";
    if (!sample.includes("points")) throw new Error(`no score was answered: ${sample.slice(0, 300)}`);
    const all = (loads: readonly Load[], of: "acks" | "answers") => loads.slice(warmUps).flatMap((one) => one[of]);
    const figure = (what: string, share: number, of: "acks" | "answers", goal?: number): Figure => ({
      what,
      unit: "ms",
      ours: percentile(all(seen.ours, of), share),
      baseline: percentile(all(seen.bare, of), share),
      ...(goal === undefined ? {} : { goal }),
    });
    return [
      figure("Slack command at 50 at once: acknowledged, p99", 0.99, "acks", 1.5),
      figure("Slack command at 50 at once: acknowledged, p50", 0.5, "acks"),
      figure("/myscore month, 1,000 agents × 60 days: complete answer, p95", 0.95, "answers"),
    ];
  } finally {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
}
