import { announcement } from "../src/queue/announcement.ts";

/** How deliveries, feeds and schedules are doing, to the admins; silent when all is well, but for Mondays. */
export const heartbeat = announcement("heartbeat", { cron: "0 8 * * *", on: "every day" });
