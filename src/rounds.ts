import type { Log } from "./kernel/log.ts";
import { onceMore } from "./kernel/once-more.ts";
import { type Upkeep, upkeep } from "./queue/index.ts";

/** How often a process looks for what was announced and what is due, beside what it hears of at once. */
const sweeps = "*/5 * * * * *";

/** How often it looks for what has waited too long: where minutes count, and where days do. */
const ticks = { brisk: "*/5 * * * * *", calm: "*/30 * * * * *" } as const;
type Pace = keyof typeof ticks;

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

/** Rounds of looks at the clock, after which what they announced is told; `stop` waits for those that are under way. */
export function deadlines(
  all: { readonly [P in Pace]: readonly Swept[] },
  { log, clock, poke }: { readonly log: Log; readonly clock: () => Date; readonly poke: () => void },
): Deadlines {
  const started: Upkeep[] = [];
  /** One that fails holds up no other. */
  async function sweep(of: Swept): Promise<void> {
    try {
      await of.sweep(clock());
    } catch (error) {
      log.error({ error }, "a round of deadlines failed");
    }
  }
  const rounds = (Object.keys(ticks) as Pace[]).map((pace) => ({
    cron: ticks[pace],
    round: onceMore(async () => {
      for (const one of all[pace]) await sweep(one);
      poke();
    }),
  }));
  return {
    start() {
      if (started.length === 0) started.push(...rounds.map(({ cron, round }) => upkeep(round, { cron, log })));
    },
    async stop() {
      await Promise.all(started.map((one) => one.stop()));
      await Promise.all(rounds.map(({ round }) => round().catch(() => {})));
    },
  };
}
