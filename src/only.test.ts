import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { readShare } from "./only.ts";
import { anId } from "./testing/builders.ts";
import { type TestDatabase, testDatabase } from "./testing/database.ts";
import { aNotice, type NoticeHouse, noticeHouse } from "./testing/notice-house.ts";
import { people } from "./testing/peers/discord/people.ts";
import { typed } from "./testing/peers/discord/typing.ts";
import { vendor } from "./testing/peers/discord/vendor.ts";
import { payloads } from "./testing/peers/slack/payloads.ts";
import { appToken, botToken, standIn } from "./testing/peers/slack/server.ts";
import { overSocket } from "./testing/peers/slack/wire.ts";
import { channelId } from "./testing/peers/slack/world.ts";

test.each([
  [[], { hears: true, works: true }],
  [["--only", "bot"], { hears: true, works: false }],
  [["--only=worker"], { hears: false, works: true }],
])("a process started with %j does its share", (args, share) => {
  expect(readShare(args)).toEqual({ ok: true, value: share });
});

test.each([
  [["--only", "queue"], "--only takes bot or worker, once, not “queue”."],
  [["--only", "toString"], "--only takes bot or worker, once, not “toString”."],
  [["--only", "bot", "--only", "worker"], "--only takes bot or worker, once, not “bot, worker”."],
  [["--only"], "--only"],
  [["--onyl", "bot"], "--onyl"],
  [["worker"], "worker"],
])("%j is refused with what is wrong and how it is written", (args, wrong) => {
  const read = readShare(args);
  const [problem, usage] = read.ok ? [] : read.refusal.problem.split("\n");
  expect(problem).toContain(wrong);
  expect(usage).toBe("Usage: npm start [-- --only bot|worker]");
});

/** Slack and Discord stood in for, with Dan, the admin of Leeds, in both, and how what he asks and is told arrives. */
async function bothVendors(house: NoticeHouse) {
  const [slack, discord] = [await standIn(), await vendor()];
  const [user = ""] = slack.world.members.keys();
  const { ana, channel, token } = discord.world;
  const accounts = [`'slack', '${slack.world.team}', '${user}'`, `'discord', 'discord', '${ana.id}'`];
  await house.database.pool.query(
    `INSERT INTO account (platform, workspace, user_id, person_id, how, linked_at)
     VALUES ${accounts.map((one) => `(${one}, '${anId(4)}', 'seed', now())`).join(", ")}`,
  );
  return {
    env: {
      DATABASE_URL: house.url,
      SLACK_BOT_TOKEN: botToken,
      SLACK_APP_TOKEN: appToken,
      SLACK_API_URL: slack.apiUrl,
      DISCORD_TOKEN: token,
      DISCORD_API_URL: discord.api,
    },
    async asks(line: string) {
      people(discord).command(ana, channel, typed(line, discord.registered(), discord.world));
      await overSocket(slack)(payloads(slack).command(user, channelId, line));
    },
    /** How often he was answered on each. */
    answered: () => [
      slack.world.told.filter(({ onlyFor }) => onlyFor === user).length,
      discord.world.messages.filter(({ onlyFor, waiting, deleted }) => onlyFor === ana.id && !waiting && !deleted)
        .length,
    ],
    /** How often each was posted to, of the house's own accord. */
    posted: () => [slack, discord].map((one) => [...one.counts().values()].reduce((sum, count) => sum + count, 0)),
    listening: () => discord.sessions(),
    violations: () => [...slack.world.violations, ...discord.world.violations],
    async close() {
      await slack.close();
      await discord.close();
    },
  };
}

const soon = { timeout: 40_000, interval: 100 };

describe("npm start", () => {
  const root = fileURLToPath(new URL("..", import.meta.url));
  let database: TestDatabase;
  const children: ChildProcess[] = [];
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(async () => {
    for (const child of children) child.kill("SIGKILL");
    await database.close();
  });

  function start(args: readonly string[], more: Record<string, string> = {}) {
    const { PATH = "", HOME = "" } = process.env;
    const child = spawn(process.execPath, ["--import", "tsx", "src/main.ts", ...args], {
      cwd: root,
      env: { PATH, HOME, PORT: "0", DATABASE_URL: database.url, LOG_LEVEL: "silent", ...more },
      stdio: ["ignore", "pipe", "pipe"],
    });
    children.push(child);
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding("utf8").on("data", (chunk: string) => (said += chunk));
    return { child, said: () => said, ended: once(child, "exit").then(([code]) => code as number | null) };
  }

  test("ends with 2 where its share of the work is none", async () => {
    const { said, ended } = start(["--only", "queue"]);
    expect(await ended).toBe(2);
    expect(said()).toContain("--only takes bot or worker, once, not “queue”.");
  });

  test("as a worker tends the schedules and tells its health, without a page", async () => {
    const { child, said, ended } = start(["--only", "worker"]);
    await vi.waitFor(() => expect(said()).toContain("Fairline works the queue and carries deliveries to local."), soon);
    const [, url] = /Health and metrics: (\S+)\/healthz/.exec(said()) ?? [];
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect((await fetch(`${url}/api/people`)).status).toBe(404);
    const metrics = async () => (await fetch(`${url}/metrics`)).text();
    await vi.waitFor(async () => expect(await metrics()).toContain("fairline_schedules_out_of_step 0\n"), soon);
    expect(await metrics()).toContain('fairline_reachable{part="database"} 1\n');
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
  }, 60_000);

  test("side by side, the bot alone hears and the worker alone tells, each thing once", async () => {
    const house = await noticeHouse();
    onTestFinished(house.close);
    const vendors = await bothVendors(house);
    onTestFinished(vendors.close);
    await house.book().announce({ ...aNotice({ kind: "heartbeat" }), at: new Date() });

    const bot = start(["--only", "bot"], vendors.env);
    await vi.waitFor(() => expect(bot.said()).toContain("Fairline is ready on slack and discord."), soon);
    await vendors.asks("/fairline");
    await vi.waitFor(() => expect(vendors.answered()).toEqual([1, 1]), soon);
    expect(vendors.posted()).toEqual([0, 0]);

    const worker = start(["--only", "worker"], vendors.env);
    const told = ["discord", "slack"].map((platform) => `heartbeat person:4 ${platform} sent`);
    await vi.waitFor(async () => expect(await house.states()).toEqual(told), soon);
    await vendors.asks("/fairline");
    await vi.waitFor(() => expect(vendors.answered()).toEqual([2, 2]), soon);
    expect(vendors.listening()).toBe(1);

    for (const { child } of [bot, worker]) child.kill("SIGTERM");
    expect(await Promise.all([bot.ended, worker.ended])).toEqual([0, 0]);
    expect([vendors.answered(), vendors.posted()]).toEqual([
      [2, 2],
      [1, 1],
    ]);
    expect(vendors.violations()).toEqual([]);
  }, 120_000);
});
