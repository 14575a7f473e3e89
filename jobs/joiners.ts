import { announcement } from "../src/queue/announcement.ts";

/** Whose first day it is. */
export const joiners = announcement("joiners", { cron: "0 9 * * *", on: "every day" });
