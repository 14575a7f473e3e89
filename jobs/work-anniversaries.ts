import { announcement } from "../src/queue/announcement.ts";

/** Whose years of service are full today. */
export const workAnniversaries = announcement("work-anniversaries", { cron: "0 9 * * *", on: "every day" });
