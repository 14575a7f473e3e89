import { announcement } from "../src/queue/announcement.ts";

/** The month's birthdays, for somebody to organise their party. */
export const birthdayParty = announcement("birthday-party", { cron: "0 9 1 * *", on: "every day" });
