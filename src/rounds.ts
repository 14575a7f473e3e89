import type { Log } from "./kernel/log.ts";
import { onceMore } from "./kernel/once-more.ts";
import { type Upkeep, upkeep } from "./queue/index.ts";

/** How often a process looks for what was announced and what is due, beside what it hears of at once. */
const sweeps = "*/5 * * * * *";

/** How often it looks for what has waited too long. */
const ticks = "*/30 * * * * *";

/** Carries notices while it runs: in rounds, and at once when this process knows of some. */
export type Courier = { start(): void; poke(): void; stop(): Promise<void> };

/** Rounds of sweeps; `stop` takes no more and waits for what is on its way. */
export function carrier({ sweep, stop }: { sweep(): Promise<void>; stop(): Promise<void> }, log: Log): Courier {
  let rounds: Upkeep | undefined;
  return {
    start() {
      rounds ??= upkeep(sweep, { cron: sweeps, log });
      void sweep();
    },
    poke() {
      if (rounds !== undefined) void sweep();
    },
    async stop() {
      await rounds?.stop();
      await stop();
    },
  };
}

/** Keeps the deadlines of what waits for somebody, while it runs. */
export type Deadlines = { start(): void; stop(): Promise<void> };

type Swept = { sweep(at: Date): Promise<unknown> };

/** Rounds of looks at the clock, after which what they announced is told; `stop` waits for the one that is under way. */
export function deadlines(
  all: readonly Swept[],
  { log, clock, poke }: { readonly log: Log; readonly clock: () => Date; readonly poke: () => void },
): Deadlines {
  let rounds: Upkeep | undefined;
  /** One that fails holds up no other. */
  async function sweep(of: Swept): Promise<void> {
    try {
      await of.sweep(clock());
    } catch (error) {
      log.error({ error }, "a round of deadlines failed");
    }
  }
  const round = onceMore(async () => {
    for (const one of all) await sweep(one);
    poke();
  });
  return {
    start() {
      rounds ??= upkeep(round, { cron: ticks, log });
    },
    async stop() {
      await rounds?.stop();
      await round().catch(() => {});
    },
  };
}
