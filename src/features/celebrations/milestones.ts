import type { LocalDate } from "../../kernel/time.ts";
import { type LeapDay, type Person, type Team, teamsOf } from "../people/index.ts";
import { type Days, daysPostedOn, isKeptOn, yearDayOf, yearOf } from "./days.ts";
import { isCelebrated, worksHere } from "./greeted.ts";
import type { CelebrationsConfig } from "./rules.ts";

/** Somebody's years of service, full on a day. */
export type Anniversary = { readonly person: Person; readonly on: LocalDate; readonly years: number };

/** Somebody's first day, or the end of their training. */
export type Milestone = { readonly person: Person; readonly on: LocalDate; readonly team?: string };

type Service = { readonly leapDay: LeapDay } & Pick<CelebrationsConfig, "anniversaryYears">;

/** The anniversary that somebody has on a day, if the site celebrates it. */
export function anniversaryOn(person: Person, on: LocalDate, { leapDay, anniversaryYears }: Service) {
  const { hiredOn } = person;
  if (hiredOn === undefined || !isKeptOn(yearDayOf(hiredOn), on, leapDay)) return undefined;
  const years = yearOf(on) - yearOf(hiredOn);
  return years > 0 && (anniversaryYears?.includes(years) ?? true) ? years : undefined;
}

/** The anniversaries that are posted on a day. */
export const anniversariesOf = (
  people: readonly Person[],
  day: LocalDate,
  days: Days,
  service: Service,
): readonly Anniversary[] => {
  const posted = daysPostedOn(day, days);
  return people
    .filter((person) => isCelebrated(person) && worksHere(person, day))
    .flatMap((person) =>
      posted.flatMap((on): Anniversary[] => {
        const years = anniversaryOn(person, on, service);
        return years === undefined ? [] : [{ person, on, years }];
      }),
    );
};

/** The team that somebody is in on a day, by its name. */
export const teamOn = (person: Person, teams: readonly Team[], on: LocalDate): string | undefined => {
  const [id] = teamsOf(person, on);
  return teams.find((team) => team.id === id)?.name;
};

/** The days from which nobody is welcomed or congratulated too early: what falls on a day off waits for a workday. */
const afterwards = ({ rule, calendar }: Days): Days => ({
  rule: rule === "on-the-day" ? rule : "workday-after",
  calendar,
});

/** Those whose first day, or end of training, is posted on a day: that day, or the workday after where it is off. */
export function milestonesOf(
  people: readonly Person[],
  day: LocalDate,
  days: Days,
  { which, teams }: { readonly which: "hiredOn" | "graduatedOn"; readonly teams: readonly Team[] },
): readonly Milestone[] {
  const posted = daysPostedOn(day, afterwards(days));
  return people
    .filter((person) => isCelebrated(person) && worksHere(person, day))
    .flatMap((person) => {
      const on = person[which];
      if (on === undefined || !posted.includes(on)) return [];
      const team = teamOn(person, teams, day);
      return [{ person, on, ...(team === undefined ? {} : { team }) }];
    });
}
