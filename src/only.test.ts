import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { readShare } from "./only.ts";
import { type TestDatabase, testDatabase } from "./testing/database.ts";

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

  function start(...args: string[]) {
    const { PATH = "", HOME = "" } = process.env;
    const child = spawn(process.execPath, ["--import", "tsx", "src/main.ts", ...args], {
      cwd: root,
      env: { PATH, HOME, PORT: "0", DATABASE_URL: database.url, LOG_LEVEL: "silent" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    children.push(child);
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding("utf8").on("data", (chunk: string) => (said += chunk));
    return { child, said: () => said, ended: once(child, "exit").then(([code]) => code as number | null) };
  }

  test("ends with 2 where its share of the work is none", async () => {
    const { said, ended } = start("--only", "queue");
    expect(await ended).toBe(2);
    expect(said()).toContain("--only takes bot or worker, once, not “queue”.");
  });

  test("as a worker tends the schedules and tells its health, without a page", async () => {
    const { child, said, ended } = start("--only", "worker");
    const soon = { timeout: 30_000, interval: 100 };
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
});
