import { announcement } from "../src/queue/announcement.ts";

/** The coming bulletin, to those who edit it. */
export const bulletinDraft = announcement("bulletin-draft", { cron: "0 15 * * 5", on: "every day" });
