import { type Job, job } from "./job.ts";

/** Where the hour of a notice is announced. */
export type AnnouncementNeeds = {
  readonly notices: {
    announce(notice: {
      readonly kind: string;
      readonly site: string;
      readonly period: string;
      readonly at: Date;
      readonly dueAt: Date;
      readonly body: Record<string, never>;
    }): Promise<unknown>;
  };
};

/**
 * A job of each site that only says that the hour of a kind of notice has come; whom it is for and what it says is found
 * out when it is told.
 */
export const announcement = (
  name: string,
  { cron, on, lateHours = 7 * 24 }: { cron: string; on: "workdays" | "every day"; lateHours?: number },
): Job<AnnouncementNeeds> =>
  job({
    name,
    cron,
    per: "site",
    on,
    attempts: 5,
    lateHours,
    run: ({ notices }: AnnouncementNeeds, { site, at, day, due }) =>
      notices.announce({ kind: name, site, period: day, at, dueAt: due, body: {} }),
  });
