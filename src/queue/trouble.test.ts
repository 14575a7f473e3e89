import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { postgresPlace, type QueuePlace } from "../testing/queue-places.ts";
import { startRedis } from "../testing/redis.ts";
import { queue } from "./index.ts";
import type { Job, Occurrence } from "./job.ts";

const soon = { timeout: 15_000, interval: 50 };
const nobodyThere = "127.0.0.1:1";
let at: QueuePlace;
beforeAll(async () => {
  at = await postgresPlace();
});
afterAll(() => at.close());

const calendar = { weekend: [], holidays: [], workdays: [] };

function aQueue(where: { redisUrl?: string; databaseUrl: string }, name: string) {
  const warned: string[] = [];
  const seen: Occurrence[] = [];
  const tick: Job<object> = {
    name,
    cron: "* * * * * *",
    per: "site",
    on: "every day",
    attempts: 2,
    run: async (_, occurrence) => seen.push(occurrence),
  };
  const made = queue({
    ...where,
    prefix: "fairline-test",
    jobs: [tick],
    needs: {},
    sites: async () => [{ id: "a-site", zone: "Asia/Shanghai", calendar }],
    runs: at.runs,
    log: { info: () => {}, warn: (_, message) => warned.push(message), error: () => {} },
    clock: () => new Date(),
    reference: () => "ref",
    pace: { upkeep: "* * * * * *", backoffMs: 100, stallMs: 1_000 },
  });
  return { ...made, warned, seen };
}

describe.each([
  { name: "Redis", where: { redisUrl: `redis://${nobodyThere}`, databaseUrl: "" } },
  { name: "Postgres", where: { databaseUrl: `postgresql://postgres@${nobodyThere}/none` } },
])("while $name cannot be reached", ({ where }) => {
  test("the process lives, health says so, the log says it once, a run by hand works, and a stop ends", async () => {
    const { start, stop, runNow, health, warned, seen } = aQueue(where, `out-${where.databaseUrl}`);
    start();
    await vi.waitFor(() => expect(health()).toMatchObject({ ok: false, trouble: expect.stringMatching(/./) }), soon);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(warned).toEqual(["the queue is in trouble"]);
    expect(await runNow({ job: `out-${where.databaseUrl}`, site: "a-site" })).toMatchObject({ ok: true });
    expect(seen).toHaveLength(1);
    await stop();
  });
});

const server = await startRedis();
afterAll(() => server?.process.kill("SIGKILL"));

test.skipIf(server === undefined)(
  "a Redis that dies and comes back empty is taken up again",
  async () => {
    if (server === undefined) return;
    const { start, stop, seen, health } = aQueue({ ...at, redisUrl: server.url }, "reborn");
    start();
    await vi.waitFor(() => expect(seen.length).toBeGreaterThan(0), soon);
    server.process.kill("SIGKILL");
    await once(server.process, "exit");
    await vi.waitFor(() => expect(health().ok).toBe(false), soon);
    const before = seen.length;
    const again = await startRedis(server.port);
    try {
      await vi.waitFor(() => expect(seen.length).toBeGreaterThan(before + 1), soon);
      await vi.waitFor(() => expect(health().ok).toBe(true), soon);
      expect(new Set(seen.map((one) => one.at.getTime())).size).toBe(seen.length);
      await stop();
    } finally {
      again?.process.kill("SIGKILL");
    }
  },
  60_000,
);
