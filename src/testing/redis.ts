import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";
import { Redis } from "ioredis";

/** A corner of a Redis: every key in it begins with the prefix. */
type RedisSpace = {
  readonly prefix: string;
  /** Deletes the keys of this space that end so, or all of them; answers how many there were. */
  wipe(ending?: string): Promise<number>;
};

/** A Redis for tests, perhaps shared with others: only what is in one of our own spaces is ever touched. */
export type TestRedis = { readonly url: string; space(): RedisSpace; close(): Promise<void> };

const program = "redis-server";
const shared = "redis://127.0.0.1:6379";

async function answers(url: string): Promise<boolean> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null, connectTimeout: 2_000 });
  redis.on("error", () => {});
  try {
    await redis.connect();
    return (await redis.ping()) === "PONG";
  } catch {
    return false;
  } finally {
    redis.disconnect();
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return address.port;
}

/** Starts a server of our own that keeps nothing on disk; undefined when there is no such program. */
export async function startRedis(
  port?: number,
): Promise<{ url: string; port: number; process: ChildProcess } | undefined> {
  const on = port ?? (await freePort());
  const args = ["--port", String(on), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
  const process = spawn(program, args, { stdio: "ignore" });
  const failed = once(process, "error").then(() => true);
  const url = `redis://127.0.0.1:${on}`;
  for (let tries = 0; tries < 50; tries += 1) {
    const pause = new Promise<false>((resolve) => setTimeout(() => resolve(false), 100));
    if (await Promise.race([failed, pause])) return undefined;
    if (await answers(url)) return { url, port: on, process };
  }
  process.kill("SIGKILL");
  return undefined;
}

async function findRedis(): Promise<{ url: string; process?: ChildProcess } | undefined> {
  const given = process.env.REDIS_URL;
  if (given !== undefined) return { url: given };
  return (await answers(shared)) ? { url: shared } : startRedis();
}

/** Finds a Redis by `REDIS_URL`, on this machine, or by starting one; undefined, said in one line, when there is none. */
export async function testRedis(): Promise<TestRedis | undefined> {
  const found = await findRedis();
  if (found === undefined) {
    process.stderr.write("No Redis here (REDIS_URL, port 6379, redis-server): the tests over Redis are skipped.\n");
    return undefined;
  }
  const redis = new Redis(found.url);
  const ours = `fairline-test-${randomUUID().slice(0, 8)}`;
  let spaces = 0;
  const wipe = async (prefix: string, ending = "") => {
    const keys = (await redis.keys(`${prefix}*`)).filter((key) => key.endsWith(ending));
    return keys.length === 0 ? 0 : redis.del(keys);
  };
  return {
    url: found.url,
    space() {
      spaces += 1;
      const prefix = `${ours}-${spaces}-`;
      return { prefix, wipe: (ending) => wipe(prefix, ending) };
    },
    async close() {
      await wipe(ours);
      await redis.quit();
      found.process?.kill("SIGTERM");
    },
  };
}
