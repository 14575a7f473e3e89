import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, type TestContext, test, vi } from "vitest";
import { queuePlaces } from "../testing/queue-places.ts";
import { testRedis } from "../testing/redis.ts";

const redis = await testRedis();
afterAll(() => redis?.close());

const script = fileURLToPath(new URL("../testing/queue-process.ts", import.meta.url));
const patiently = { timeout: 30_000, interval: 50 };
const cronIn = (seconds: number) => {
  const [h, m, s] = new Date(Date.now() + seconds * 1000)
    .toLocaleTimeString("en-GB", { timeZone: "Asia/Shanghai" })
    .split(":")
    .map(Number);
  return `${s} ${m} ${h} * * *`;
};

describe.concurrent.each(queuePlaces(redis))("a process with a queue on $name", ({ open }) => {
  async function aPlace({ onTestFinished }: TestContext) {
    const at = await open();
    const children: ChildProcess[] = [];
    onTestFinished(async () => {
      for (const child of children) child.kill("SIGKILL");
      await at.loseEverything();
      await at.close();
    });
    function aProcess(jobs: readonly { name: string; cron: string }[], hang: boolean) {
      const { databaseUrl, redisUrl, prefix } = at;
      const what = JSON.stringify({ databaseUrl, redisUrl, prefix, jobs, hang });
      const child = spawn(process.execPath, ["--import", "tsx", script], {
        env: { ...process.env, QUEUE_PROCESS: what },
        stdio: ["ignore", "pipe", "inherit"],
      });
      children.push(child);
      const told: string[] = [];
      child.stdout.setEncoding("utf8").on("data", (text: string) => told.push(...text.trim().split("\n")));
      return { child, told };
    }
    return { at, aProcess };
  }

  test("killed in the middle of a run leaves it to the next process, for the same moment", async (context) => {
    const { at, aProcess } = await aPlace(context);
    const jobs = [{ name: "killed", cron: cronIn(6) }];
    await at.ranYesterday("killed", "a-site");
    const first = aProcess(jobs, true);
    await vi.waitFor(() => expect(first.told).toEqual([expect.stringMatching(/^begun /)]), patiently);
    first.child.kill("SIGKILL");
    await once(first.child, "exit");
    const second = aProcess(jobs, false);
    await vi.waitFor(() => expect(second.told).toEqual(first.told), patiently);
    await vi.waitFor(async () => {
      expect((await at.ledger()).at(-1)).toMatchObject({ job: "killed", attempts: 2, finished: true });
    }, patiently);
  }, 90_000);

  test("ends by itself after a stop, also with a run that never ends, which stays unfinished", async (context) => {
    const { at, aProcess } = await aPlace(context);
    const { child, told } = aProcess([{ name: "endless", cron: "* * * * * *" }], true);
    await vi.waitFor(() => expect(told.length).toBeGreaterThan(0), patiently);
    const exited = once(child, "exit");
    child.kill("SIGTERM");
    expect(await exited).toEqual([0, null]);
    // Its lease is renewed until the end, and the database may be closed by then.
    expect(told.filter((line) => !line.includes("lease")).at(-1)).toBe("stopped");
    const rows = (await at.ledger()).filter(({ job }) => job === "endless");
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ finished }) => finished)).toEqual([]);
  }, 90_000);
});
