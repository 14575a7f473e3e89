import { createPostgresBackend, createRedisBackend, withBackend } from "bullmq";
import { Redis } from "ioredis";
import type { Backend } from "./backend.ts";
import { type BullmqDeps, bullmqBackend } from "./bullmq.ts";

type Shared = Omit<BullmqDeps<never>, "connections" | "disconnect">;

/** The queue on Redis, over one connection and the one that a worker waits on. It reconnects until it is stopped. */
export function onRedis(url: string, shared: Shared): Backend {
  let stopped = false;
  const redis = new Redis(url, {
    maxRetriesPerRequest: null,
    retryStrategy: (times) => (stopped ? null : Math.min(times * 250, 5_000)),
  });
  redis.on("error", shared.trouble);
  const disconnect = () => {
    stopped = true;
    redis.disconnect();
  };
  const connections = { queue: redis, worker: redis };
  return bullmqBackend(withBackend(createRedisBackend), { ...shared, connections, disconnect });
}

/** The queue in a schema of its own beside our tables; brings that schema up to date by itself. */
export function onPostgres(url: string, shared: Shared): Backend {
  // The queue is a hint that is rebuilt from the ledger of runs, so that it need not wait for the disk.
  const options = "-c synchronous_commit=off";
  const pool = { max: 4, idleTimeoutMillis: 5_000, options };
  const connection = { connectionString: url, schema: "bullmq", migrate: true, ...pool };
  const connections = { queue: connection, worker: connection };
  return bullmqBackend(withBackend(createPostgresBackend), { ...shared, connections, disconnect: () => {} });
}
