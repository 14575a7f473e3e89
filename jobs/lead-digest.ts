import { announcement } from "../src/queue/announcement.ts";

/** One message to each lead: who needs a hand first, then how the team did. */
export const leadDigest = announcement("lead-digest", { cron: "15 9 * * *", on: "workdays" });
