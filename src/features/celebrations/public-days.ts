import type { LocalDate } from "../../kernel/time.ts";
import type { Birthday, PeopleStore, Person, Site } from "../people/index.ts";
import { keptIn, yearOf } from "./days.ts";
import { audienceOf, leapDayOf, worksHere } from "./greeted.ts";
import type { CelebrationsConfig } from "./rules.ts";

export type PublicDaysDeps = {
  readonly roster: Pick<PeopleStore, "birthdaysOf" | "peopleById">;
  /** The rules that a site has set. */
  readonly rules: (site: string) => Promise<CelebrationsConfig>;
};

/** Somebody's birthday by the day that it truly is on. */
export type BirthdayOn = { readonly person: Person; readonly on: LocalDate };

/** Birthdays with the people whose they are. */
export async function whose({ roster }: Pick<PublicDaysDeps, "roster">, birthdays: readonly Birthday[]) {
  const ids = birthdays.map(({ person }) => person);
  const people = new Map((await roster.peopleById(ids)).map((one) => [one.id, one]));
  return birthdays.flatMap((birthday) => {
    const person = people.get(birthday.person);
    return person === undefined ? [] : [{ person, birthday }];
  });
}

/** The birthdays between two days, both included, that everybody at a site may hear of, in the order of the calendar. */
export async function publicBirthdays(
  { roster, rules }: PublicDaysDeps,
  site: Pick<Site, "id">,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<readonly BirthdayOn[]> {
  const usual = await rules(site.id);
  const dayOf = (birthday: Birthday) =>
    [yearOf(from), yearOf(to)]
      .map((year) => keptIn(birthday, year, leapDayOf(birthday, usual)))
      .find((on) => from <= on && on <= to);
  const birthdays = (await roster.birthdaysOf(site.id, from)).filter((one) => dayOf(one) !== undefined);
  const all = await whose({ roster }, birthdays);
  return all
    .flatMap(({ person, birthday }) => {
      const on = dayOf(birthday);
      if (on === undefined || !worksHere(person, on)) return [];
      return audienceOf(person, usual, on)?.is === "public" ? [{ person, on }] : [];
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
