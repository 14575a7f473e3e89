import { announcement } from "../src/queue/announcement.ts";

/** Each agent's score of the last workday, by direct message. */
export const dailyScore = announcement("daily-score", { cron: "0 9 * * *", on: "workdays" });
