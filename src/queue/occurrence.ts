import { type Calendar, isWorkday } from "../kernel/calendar.ts";
import { dayAt } from "../kernel/time.ts";
import { onceADay } from "./cron.ts";
import type { Job, Occurrence } from "./job.ts";
import type { Run } from "./runs.ts";

/** What the clock needs to know of a site. */
export type ClockSite = { readonly id: string; readonly zone: string; readonly calendar: Calendar };

/** Where a job runs: one site in its zone, or the company in UTC. */
export type Scope = { readonly site: string; readonly zone: string; readonly calendar?: Calendar };

const company: Scope = { site: "", zone: "UTC" };

/** Every place where a job is due. */
export const scopesOf = (job: Pick<Job, "per">, sites: readonly ClockSite[]): Scope[] =>
  job.per === "company" ? [company] : sites.map(({ id, zone, calendar }) => ({ site: id, zone, calendar }));

/** The key of an occurrence. A zone that changes in mid-day does not make a daily job due twice. */
export const runOf = (job: Pick<Job, "name" | "cron">, { site, zone }: Scope, at: Date): Run => ({
  job: job.name,
  site,
  period: onceADay(job.cron) ? dayAt(at, zone) : at.toISOString(),
  at,
});

export const occurrenceOf = ({ site, zone }: Scope, at: Date, now: Date, due = at): Occurrence => ({
  site,
  zone,
  at,
  day: dayAt(at, zone),
  now,
  due,
});

/** Whether a job takes place on the day of an occurrence, by the site's own calendar. */
export const takesPlace = (job: Pick<Job, "on">, { calendar, zone }: Scope, at: Date): boolean =>
  job.on === "every day" || calendar === undefined || isWorkday(calendar, dayAt(at, zone));

const hourMs = 3_600_000;

/** The earliest moment that is still worth running for at a given time. */
export const stillWorth = (job: Pick<Job, "lateHours">, now: Date): Date =>
  new Date(now.getTime() - (job.lateHours ?? 24) * hourMs);
