import type { Draws } from "../src/features/draws/index.ts";
import { job } from "../src/queue/job.ts";

export type DrawNeeds = { readonly draws: Pick<Draws, "openScheduled"> };

/** Opens the month's draw of best performers once the month before has all its data. */
export const performersDraw = job({
  name: "performers-draw",
  cron: "0 11 3 * *",
  per: "site",
  on: "every day",
  attempts: 5,
  lateHours: 7 * 24,
  run: ({ draws }: DrawNeeds, { site, due, now, day }) =>
    draws.openScheduled("performers-draw", { site, due, now, day }),
});
