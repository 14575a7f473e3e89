import { schedule } from "node-cron";
import type { Log } from "../kernel/log.ts";

/** A process's own rounds, once a minute. */
export type Upkeep = { stop(): Promise<void> };

/** Starts the rounds, spread a little so that processes which started together do not come all at once. */
export function upkeep(round: () => Promise<void>, { cron, log }: { cron: string; log: Log }): Upkeep {
  const logger = {
    info: (message: string) => log.info({}, message),
    debug: () => {},
    warn: (message: string) => log.warn({}, message),
    error: (message: string | Error, error?: Error) => log.error({ error: error ?? message }, "the upkeep stumbled"),
  };
  const task = schedule(cron, round, { suppressMissedWarning: true, maxRandomDelay: 2_000, logger });
  return { stop: async () => void (await task.destroy()) };
}
