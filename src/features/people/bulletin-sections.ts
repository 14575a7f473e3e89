import { type Spans, strong, text } from "../../chat/view.ts";
import { format, type Locale } from "../../kernel/locale.ts";
import { eachDay, type LocalDate } from "../../kernel/time.ts";
import type { BulletinSection } from "../bulletins/index.ts";
import { between, dayOfWeek, bulletinWords as words } from "./bulletin-messages.ts";
import { isHere, type Person, type Team, teamsOf } from "./domain.ts";
import type { Birthday, PeopleStore } from "./store.ts";

type Deps = { readonly roster: Pick<PeopleStore, "peopleOf" | "birthdaysOf" | "teams"> };

const isLeapYear = (on: LocalDate) => new Date(Date.UTC(Number(on.slice(0, 4)), 1, 29)).getUTCMonth() === 1;

/** Whether a birthday is kept on a day; that of 29 February is kept on the 28th where the year has no 29th. */
export function isKeptOn({ month, day }: Pick<Birthday, "month" | "day">, on: LocalDate): boolean {
  const kept = month === 2 && day === 29 && !isLeapYear(on) ? 28 : day;
  return on.slice(5) === `${String(month).padStart(2, "0")}-${String(kept).padStart(2, "0")}`;
}

const spanOf = ({ name, accounts }: Person) => ({ is: "person", name, accounts }) as const;

/** Several people in one line, joined as the language joins names. */
function listed(people: readonly Person[], locale: Locale): Spans {
  const [first = "", ...after] = between(people.length, locale);
  return [first, ...people.flatMap((person, index) => [spanOf(person), after[index] ?? ""])].filter(
    (span) => span !== "",
  );
}

const byName =
  (locale: Locale) =>
  (a: Person, b: Person): number =>
    format(locale).byName(a.name, b.name);

/** Whose birthday it is in the week that begins, day by day; never how old they are. */
const birthdays = ({ roster }: Deps): BulletinSection => ({
  name: "birthdays",
  title: words.birthdays,
  async gather({ site, coming }) {
    const [all, people] = await Promise.all([
      roster.birthdaysOf(site.id, coming.from),
      roster.peopleOf(site.id, coming.from),
    ]);
    const days = eachDay(coming.from, coming.to).flatMap((on) => {
      const ids = all.filter((one) => isKeptOn(one, on)).map(({ person }) => person);
      const celebrated = people.filter(
        (person) => ids.includes(person.id) && isHere(person, on) && (person.hiredOn ?? on) <= on,
      );
      return celebrated.length === 0 ? [] : [{ on, celebrated }];
    });
    if (days.length === 0) return undefined;
    return ({ locale }) => [
      {
        is: "list",
        items: days.map(({ on, celebrated }) => [
          strong(dayOfWeek(on, locale)),
          words.colon(locale),
          ...listed([...celebrated].sort(byName(locale)), locale),
        ]),
      },
      text(words.wishes(locale)),
    ];
  },
});

const teamAt = (person: Person, teams: readonly Team[], on: LocalDate) => {
  const [id] = teamsOf(person, on);
  return teams.find((team) => team.id === id)?.name;
};

/** Who was hired in the week that is over, and who begins in this one. */
const joiners = ({ roster }: Deps): BulletinSection => ({
  name: "joiners",
  title: words.joiners,
  async gather({ site, past, coming }) {
    const [people, teams] = await Promise.all([roster.peopleOf(site.id, coming.from), roster.teams()]);
    const hired = people.flatMap((person) => {
      const { hiredOn } = person;
      if (hiredOn === undefined || hiredOn < past.from || hiredOn > coming.to) return [];
      return [{ person, hiredOn, team: teamAt(person, teams, hiredOn) }];
    });
    if (hired.length === 0) return undefined;
    return ({ locale }) => [
      {
        is: "list",
        items: [...hired]
          .sort((a, b) =>
            a.hiredOn === b.hiredOn ? byName(locale)(a.person, b.person) : a.hiredOn < b.hiredOn ? -1 : 1,
          )
          .map(({ person, hiredOn, team }) => [
            spanOf(person),
            team === undefined ? "" : words.inTeam(team)(locale),
            (hiredOn < coming.from ? words.joined(hiredOn) : words.joins(hiredOn))(locale),
          ]),
      },
    ];
  },
});

/** What the roster tells in the weekly bulletin. */
export const peopleInBulletin = (deps: Deps): readonly BulletinSection[] => [birthdays(deps), joiners(deps)];
