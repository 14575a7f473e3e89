import { dayAt, instantAt, type LocalDate, startOfMonth } from "../../kernel/time.ts";
import type { Notice, Touched } from "../notices/index.ts";
import type { Site } from "../people/index.ts";
import type { News } from "./store.ts";

/** The schedules of the ledger. */
export const names = {
  birthdays: "birthdays",
  card: "birthday-card",
  signing: "birthday-signing",
  party: "birthday-party",
  anniversaries: "work-anniversaries",
  joiners: "joiners",
  graduations: "graduations",
  /** Not one of ours, but it names who celebrates. */
  bulletin: "weekly-bulletin",
} as const;

/** What is posted of a day at its hour, and put right as long as the day lasts. */
const greetingNames = [names.birthdays, names.card] as const;
const milestoneNames = [names.anniversaries, names.joiners, names.graduations] as const;
const ofTheDay: readonly string[] = [...greetingNames, ...milestoneNames];

/** The hour of the morning at which a day is celebrated, on the site's clock. */
const hour = "09:00";

export const morningOf = (day: LocalDate, zone: string, at: Date): Date => {
  const morning = instantAt(day, hour, zone);
  return morning.ok && morning.value > at ? morning.value : at;
};

/** What of a day may be new: a birthday, or what else is celebrated of somebody. */
export type Fresh = { readonly greetings: boolean; readonly milestones: boolean };

/**
 * Tells a day anew: what stands is put right, and where something may be new, places that were told nothing hear of it at
 * its hour or at once.
 */
export function dayAnew(
  { id: site, zone }: Pick<Site, "id" | "zone">,
  day: LocalDate,
  at: Date,
  { greetings, milestones }: Fresh = { greetings: true, milestones: true },
): Required<News> {
  const dueAt = morningOf(day, zone, at);
  const kinds = [...(greetings ? greetingNames : []), ...(milestones ? milestoneNames : [])];
  return {
    notices: kinds.map((kind): Notice => ({ kind, site, period: day, at, dueAt, body: {} })),
    touched: ofTheDay.map((kind) => ({ kind, site, period: day })),
  };
}

/** Has every bulletin of a site that is out looked at again. */
export const bulletinsAnew = (site: string): Touched => ({ kind: names.bulletin, site });

/** Tells anew whatever speaks of a site's people, among it the asking for the cards to come. */
export function peopleAnew(site: Pick<Site, "id" | "zone">, cards: readonly string[], at: Date): Required<News> {
  const today = dayAt(at, site.zone);
  const [day, month] = [dayAnew(site, today, at), monthAnew(site, startOfMonth(today), at, false)];
  const signing = cards.map((period): Touched => ({ kind: names.signing, site: site.id, period }));
  return {
    notices: [...day.notices, ...month.notices],
    touched: [...day.touched, ...month.touched, ...signing, bulletinsAnew(site.id)],
  };
}

/** Tells the list of a month anew, which is written as its first day. */
export function monthAnew(
  { id: site, zone }: Pick<Site, "id" | "zone">,
  month: LocalDate,
  at: Date,
  isFresh: boolean,
): Required<News> {
  const of = { kind: names.party, site, period: month };
  const notice: Notice = { ...of, at, dueAt: morningOf(month, zone, at), body: {} };
  return { notices: isFresh ? [notice] : [], touched: [of] };
}
