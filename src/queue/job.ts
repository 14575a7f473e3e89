import type { LocalDate } from "../kernel/time.ts";

/** The moment that a run stands for: a late run of Monday's job still speaks of Monday. */
export type Occurrence = {
  /** Empty for a job of the company. */
  readonly site: string;
  readonly zone: string;
  readonly at: Date;
  readonly day: LocalDate;
  /** When it is really run: at the hour, late, or again after a failure. */
  readonly now: Date;
  /** When its effect is due: at its moment, or now if somebody asked for it by hand. */
  readonly due: Date;
};

/** A site's jobs follow its zone and its calendar; the company's run in UTC, every day. */
type Whose =
  | { readonly per: "site"; readonly on: "workdays" | "every day" }
  | { readonly per: "company"; readonly on: "every day" };

/**
 * The clock's side of the bot, declared once. A run that crashed or failed is run again, so what it does must be safe
 * to repeat for the same occurrence.
 */
export type Job<Needs = never> = Whose & {
  readonly name: string;
  /** Five fields, or six with seconds first. A time that the clocks skip is moved on; one that comes twice runs once. */
  readonly cron: string;
  readonly attempts: number;
  /** An occurrence missed by more hours than this (24 if unsaid) is left out. */
  readonly lateHours?: number;
  readonly run: (needs: Needs, occurrence: Occurrence) => Promise<unknown>;
};

export const job = <Needs>(declared: Job<Needs>): Job<Needs> => declared;
