import type { LocalDate } from "../../kernel/time.ts";
import { type Birthday, isHere, type LeapDay, type Person, type TeamId, teamsOf } from "../people/index.ts";
import { type Days, daysPostedOn, isKeptOn, postedOn } from "./days.ts";
import type { CelebrationsConfig } from "./rules.ts";

/** Who may hear of a birthday. */
export type Audience = { readonly is: "public" } | { readonly is: "team"; readonly teams: readonly TeamId[] };

/** Somebody's birthday, with the day that it truly is on. */
export type Greeting = { readonly person: Person; readonly on: LocalDate; readonly audience: Audience };

export type Usual = Pick<CelebrationsConfig, "birthdayPrivacy" | "leapDay">;

export const leapDayOf = ({ leapDay }: Pick<Birthday, "leapDay">, usual: Pick<Usual, "leapDay">): LeapDay =>
  leapDay ?? usual.leapDay;

/** Who may hear of somebody's birthday on a day; nobody at all where they want it so. */
export function audienceOf(person: Person, usual: Usual, on: LocalDate): Audience | undefined {
  const privacy = person.birthdayPrivacy ?? usual.birthdayPrivacy;
  if (privacy === "none") return undefined;
  return privacy === "public" ? { is: "public" } : { is: "team", teams: teamsOf(person, on) };
}

/** Whether somebody works here on a day: no longer unhired, not yet gone. */
export const worksHere = (person: Person, on: LocalDate): boolean =>
  isHere(person, on) && (person.hiredOn === undefined || person.hiredOn <= on);

/** Whether somebody wants to be celebrated at all: who said that nobody shall hear of their birthday does not. */
export const isCelebrated = ({ birthdayPrivacy }: Person): boolean => birthdayPrivacy !== "none";

type Asked = {
  readonly day: LocalDate;
  readonly days: Days;
  readonly usual: Usual;
  readonly people: readonly { readonly person: Person; readonly birthday: Birthday }[];
  /** The day that it is: what was to be posted before it can only have been missed. */
  readonly today: LocalDate;
  /** Whether somebody was greeted on an earlier day. */
  readonly wasGreeted: (person: Person["id"], on: LocalDate) => boolean;
};

/** The birthdays that can be greeted on a day at all, whoever's they are. */
export function couldBeOn(day: LocalDate, days: Days, usual: Usual): (birthday: Birthday) => boolean {
  const all = new Set([...daysPostedOn(day, days), day]);
  return (birthday) => [...all].some((on) => isKeptOn(birthday, on, leapDayOf(birthday, usual)));
}

/**
 * Whose birthday is greeted on a day: each once in a year, on the day itself or on the workday that stands for it. Who
 * was not greeted on the workday before, as their birthday was not known or they were not here, is so on the day itself.
 */
export function whoIsGreeted({ day, days, usual, people, today, wasGreeted }: Asked): readonly Greeting[] {
  const posted = daysPostedOn(day, days);
  const usualDay = postedOn(day, days);
  const isMissed = usualDay < day && usualDay < today;
  return people.flatMap(({ person, birthday }) => {
    const audience = worksHere(person, day) ? audienceOf(person, usual, day) : undefined;
    if (audience === undefined) return [];
    const isOn = (on: LocalDate) => isKeptOn(birthday, on, leapDayOf(birthday, usual));
    const on = posted.find(isOn) ?? (isMissed && isOn(day) && !wasGreeted(person.id, usualDay) ? day : undefined);
    return on === undefined ? [] : [{ person, on, audience }];
  });
}
