import { type Calendar, isWorkday, previousWorkday } from "../../kernel/calendar.ts";
import { addDays, day, type LocalDate, parseDay, startOfDay } from "../../kernel/time.ts";
import type { Delivery, ToPrepare } from "../notices/index.ts";
import type { Site } from "../people/domain.ts";

/** The day that a morning reports: the workday before it. */
export const reportedOn = (calendar: Calendar, morning: LocalDate): LocalDate => previousWorkday(calendar, morning);

/** The workday whose morning reports a day; undefined for a day off, which none does, and where no workday follows within a year. */
export function morningAfter(calendar: Calendar, reported: LocalDate): LocalDate | undefined {
  if (!isWorkday(calendar, reported)) return undefined;
  for (let ahead = 1; ahead <= 366; ahead += 1) {
    const on = addDays(reported, ahead);
    if (isWorkday(calendar, on)) return on;
  }
  return undefined;
}

/** The day that a delivery reports: the one that it was planned with, whatever became of the calendar since. */
export function reportedBy({ body, period }: Pick<Delivery, "body" | "period">, calendar: Calendar): LocalDate {
  const planned = typeof body.day === "string" ? parseDay(body.day) : undefined;
  return planned ?? reportedOn(calendar, day(period));
}

/** A day at a site, and the moment at which it was over there. */
export type SiteDay = { readonly site: string; readonly on: LocalDate; readonly overAt: Date };

export const siteDay = ({ id, zone }: Pick<Site, "id" | "zone">, on: LocalDate): SiteDay => ({
  site: id,
  on,
  overAt: startOfDay(addDays(on, 1), zone),
});

/** Whether a delivery has been given to its platform, or may have been: then it is too late for second thoughts. */
export const isOut = ({ isRevision, unsureSince }: ToPrepare): boolean => isRevision || unsureSince !== undefined;

/** The moment until which a delivery waits for its data, so many minutes after its hour; undefined once that is over. */
export function waitsUntil(of: ToPrepare, minutes: number, now: Date): Date | undefined {
  const until = new Date(of.occursAt.getTime() + minutes * 60_000);
  return isOut(of) || now >= until ? undefined : until;
}
