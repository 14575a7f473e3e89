import { job } from "../src/queue/job.ts";
import type { DrawNeeds } from "./performers-draw.ts";

/** Opens the month's draw of those who were there as planned, once the month before has all its data. */
export const attendanceDraw = job({
  name: "attendance-draw",
  cron: "15 11 3 * *",
  per: "site",
  on: "every day",
  attempts: 5,
  lateHours: 7 * 24,
  run: ({ draws }: DrawNeeds, { site, due, now, day }) =>
    draws.openScheduled("attendance-draw", { site, due, now, day }),
});
