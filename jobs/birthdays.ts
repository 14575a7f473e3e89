import type { AnnouncementNeeds } from "../src/queue/announcement.ts";
import { job } from "../src/queue/job.ts";

/** Greets whose birthday it is: one post in each place that may hear of it, and to each person their card. */
export const birthdays = job({
  name: "birthdays",
  cron: "0 9 * * *",
  per: "site",
  on: "every day",
  attempts: 5,
  lateHours: 7 * 24,
  async run({ notices }: AnnouncementNeeds, { site, at, day, due }) {
    for (const kind of ["birthdays", "birthday-card"]) {
      await notices.announce({ kind, site, period: day, at, dueAt: due, body: {} });
    }
  },
});
