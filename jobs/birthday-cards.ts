import type { Celebrations } from "../src/features/celebrations/index.ts";
import { job } from "../src/queue/job.ts";

export type BirthdayCardsNeeds = { readonly celebrations: Pick<Celebrations, "askToSign"> };

/** Asks colleagues to sign the cards of the days to come. */
export const birthdayCards = job({
  name: "birthday-cards",
  cron: "30 9 * * *",
  per: "site",
  on: "workdays",
  attempts: 5,
  lateHours: 24,
  run: ({ celebrations }: BirthdayCardsNeeds, { site, at, day, due }) => celebrations.askToSign({ site, day, at, due }),
});
