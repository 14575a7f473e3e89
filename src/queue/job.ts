import type { LocalDate } from "../kernel/time.ts";

/** The moment that a run stands for: a late run of Monday's job still speaks of Monday. */
export type Occurrence = { readonly site: string; readonly zone: string; readonly at: Date; readonly day: LocalDate };

/** The clock's side of the bot, declared once; `cron` is in the site's own zone. */
export type Job<Needs = never> = {
  readonly name: string;
  readonly cron: string;
  readonly per: "site";
  readonly on: "workdays" | "every day";
  readonly attempts: number;
  readonly run: (needs: Needs, occurrence: Occurrence) => Promise<void>;
};

export const job = <Needs>(declared: Job<Needs>): Job<Needs> => declared;
