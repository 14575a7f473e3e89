import { announcement } from "../src/queue/announcement.ts";

/** The week's bulletin, to the site's channel, with what is approved by then. */
export const weeklyBulletin = announcement("weekly-bulletin", { cron: "0 10 * * 1", on: "every day" });
