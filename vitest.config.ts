import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "jobs/**/*.test.ts", "prisma/**/*.test.ts"],
    // An odd zone, so that code that leaks the machine's own clock fails everywhere.
    env: { TZ: "Pacific/Chatham", LOG_LEVEL: "silent" },
    // Most of the suite waits for databases, timers and processes, so that a few more workers than cores are soon done.
    maxWorkers: Math.max(3, availableParallelism()),
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // One PostgreSQL for the whole run; src/testing/database.ts clones from it.
    globalSetup: "src/testing/database-server.ts",
  },
});
