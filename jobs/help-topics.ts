import { announcement } from "../src/queue/announcement.ts";

/** What the floor asked again and again in the week before, for trainers. */
export const helpTopics = announcement("help-topics", { cron: "0 9 * * 1", on: "every day" });
