import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, describe, expect, test } from "vitest";
import { board } from "../queue/board.ts";
import { onPostgres, onRedis } from "../queue/connect.ts";
import type { Job } from "../queue/job.ts";
import { schedulesOf } from "../queue/schedule.ts";
import { queuePlaces } from "../testing/queue-places.ts";
import { testRedis } from "../testing/redis.ts";
import { dashboard } from "./dashboard.ts";

const redis = await testRedis();
afterAll(() => redis?.close());

const calendar = { weekend: [], holidays: [], workdays: [] };
const sites = [{ id: "leeds", zone: "Europe/London", calendar }];
const job = (name: string): Job<object> => ({
  name,
  cron: "0 9 * * *",
  per: "site",
  on: "every day",
  attempts: 3,
  run: async () => {},
});
const jobs = [job("daily-score"), job("lead-digest")];

describe.each(queuePlaces(redis))("a look into the queue on $name", ({ open }) => {
  test("tells its depth and what is out of step, and shows it in the browser without changing it", async () => {
    const at = await open();
    const trouble = (error: Error) => expect.fail(error.message);
    const shared = { prefix: at.prefix, concurrency: 1, backoffMs: 1, stallMs: 1_000, trouble };
    const backend = at.redisUrl === undefined ? onPostgres(at.databaseUrl, shared) : onRedis(at.redisUrl, shared);
    const look = board({ ...at, jobs, sites: async () => sites, clock: () => new Date(), trouble });
    await backend.ready();
    expect((await look.figures()).outOfStep).toBe(2);

    for (const one of schedulesOf([...jobs, job("old-times")], sites).values()) await backend.schedule(one);
    await backend.enqueue([{ job: "daily-score", site: "leeds", at: new Date(), attempts: 1 }]);
    expect(await look.figures()).toMatchObject({ depth: { waiting: 1, delayed: 3, active: 0 }, outOfStep: 1 });

    const shown = await dashboard(await look.queue(), "/admin/queue");
    const server = createServer(shown.answer).listen(0, "127.0.0.1");
    await once(server, "listening");
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/admin/queue`;
    const page = await fetch(base);
    expect(page.headers.get("content-security-policy")).toMatch(/^default-src 'none'; script-src 'self';/);
    const files = [...(await page.text()).matchAll(/(?:href|src)="(static\/[^"]+)"/g)].map(([, path]) => path);
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) expect((await fetch(`${base}/${file}`)).status).toBe(200);
    const { queues } = (await (await fetch(`${base}/api/queues`)).json()) as { queues: { counts: object }[] };
    expect(queues).toMatchObject([{ name: "fairline", readOnlyMode: true, counts: { waiting: 1, delayed: 3 } }]);
    const { schedulers } = (await (await fetch(`${base}/api/job-schedulers`)).json()) as { schedulers: object[] };
    expect(schedulers).toHaveLength(3);
    expect((await fetch(`${base}/api/queues/fairline/empty`, { method: "PUT" })).status).toBe(405);
    expect((await look.figures()).depth).toMatchObject({ waiting: 1, delayed: 3 });

    server.close();
    server.closeAllConnections();
    await shown.close();
    await look.close();
    await backend.stop(0);
    await at.loseEverything();
    await at.close();
  });
});

test("a queue that cannot be reached is a fault, soon", async () => {
  const away = board({
    redisUrl: "redis://127.0.0.1:1",
    databaseUrl: "",
    jobs,
    sites: async () => sites,
    clock: () => new Date(),
    trouble: () => {},
  });
  await expect(away.figures()).rejects.toThrow("the queue cannot be reached");
  await away.close();
});
