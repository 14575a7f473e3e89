import { announcement } from "../src/queue/announcement.ts";

/** Who is through with training. */
export const graduations = announcement("graduations", { cron: "0 9 * * *", on: "every day" });
