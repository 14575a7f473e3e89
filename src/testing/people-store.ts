import type { AccountRef } from "../chat/ask.ts";
import type { Person, PersonId, Site, Team } from "../features/people/domain.ts";
import { isHere, teamsOf } from "../features/people/domain.ts";
import type { LinkCode } from "../features/people/link-code.ts";
import type { Birthday, LinkedAccount, PeopleStore } from "../features/people/store.ts";

/** Everything that a roster begins with; accounts are linked as seeds. */
export type Roster = {
  readonly sites: readonly Site[];
  readonly teams: readonly Team[];
  readonly people: readonly Person[];
  readonly aliases?: readonly { readonly alias: string; readonly person: PersonId }[];
  readonly birthdays?: readonly Birthday[];
};

const seededAt = new Date("2026-01-01T00:00:00Z");
const keyOf = ({ platform, workspace, user }: AccountRef) => JSON.stringify([platform, workspace, user]);
const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** What somebody said of their birthday. */
type Said = Omit<Partial<Birthday>, "person"> & Pick<Person, "birthdayPrivacy">;

/** A roster in memory that keeps the same promises as the database, and what people said of their birthdays. */
export function peopleInMemory({ sites, teams, people, aliases = [], birthdays: known = [] }: Roster) {
  let birthdays = known;
  const persons = new Map(people.map((person) => [person.id, person]));
  const links = new Map<string, LinkedAccount & { readonly person: PersonId }>();
  const codes = new Map<string, LinkCode>();
  const tried: { readonly by: string; readonly at: Date }[] = [];
  const parted = new Set<string>();

  for (const person of people) {
    for (const account of person.accounts) {
      links.set(keyOf(account), { account, how: "seed", at: seededAt, person: person.id });
    }
  }

  const accountsOf = (id: PersonId) =>
    [...links.values()]
      .filter(({ person }) => person === id)
      .sort((a, b) => a.at.getTime() - b.at.getTime() || keyOf(a.account).localeCompare(keyOf(b.account)))
      .map(({ account, how, at }) => ({ account, how, at }));
  const whole = (person: Person): Person => ({ ...person, accounts: accountsOf(person.id).map((one) => one.account) });
  const get = (id: PersonId | undefined) => {
    const found = id === undefined ? undefined : persons.get(id);
    return found && whole(found);
  };
  const those = (wanted: (person: Person) => boolean) =>
    [...persons.values()]
      .filter(wanted)
      .map(whole)
      .sort((a, b) => (a.site === b.site ? a.employeeNo.localeCompare(b.employeeNo) : a.site < b.site ? -1 : 1));

  const store: PeopleStore = {
    async personOf(account) {
      const person = get(links.get(keyOf(account))?.person);
      const site = sites.find(({ id }) => id === person?.site);
      return person && site && { person, site };
    },
    personById: async (id) => get(id),
    peopleById: async (ids) => those(({ id }) => ids.includes(id)),
    peopleByEmail: async (email) => those((person) => person.email !== undefined && same(person.email, email)),
    peopleCalled: async (site, text) => {
      const aliased = aliases.filter(({ alias }) => same(alias, text)).map(({ person }) => person);
      const called = ({ id, name, employeeNo }: Person) =>
        same(name, text) || same(employeeNo, text) || aliased.includes(id);
      return those((person) => person.site === site && called(person));
    },
    peopleIn: async (team, on) => those((person) => teamsOf(person, on).includes(team)),
    sittingIn: async (asked, from, to) =>
      those(({ assignments }) =>
        assignments.some(
          (one) =>
            one.seat === "member" &&
            asked.includes(one.team) &&
            one.from <= to &&
            (one.to === undefined || from <= one.to),
        ),
      ),
    peopleOf: async (site, on) => those((person) => person.site === site && isHere(person, on)),
    officersOf: async (site, on) =>
      those(
        (person) =>
          person.site === site &&
          isHere(person, on) &&
          (person.roles.some((role) => role === "supervisor" || role === "qa" || role === "admin") ||
            teamsOf(person, on, ["lead", "deputy"]).length > 0),
      ),
    staffOf: async (site, on) =>
      those((person) => person.site === site && isHere(person, on)).map(
        ({ id, name, roles, assignments, hiredOn, leftOn }) => ({
          id,
          name,
          roles,
          assignments,
          ...(hiredOn ? { hiredOn } : {}),
          ...(leftOn ? { leftOn } : {}),
        }),
      ),
    birthdaysOf: async (site, on) =>
      those((person) => person.site === site && isHere(person, on))
        .flatMap(({ id }) => birthdays.filter(({ person }) => person === id))
        .sort((a, b) => a.month - b.month || a.day - b.day),
    everybody: async () => those(() => true),
    site: async (id) => sites.find((site) => site.id === id),
    sites: async () => [...sites].sort((a, b) => (a.id < b.id ? -1 : 1)),
    team: async (id) => teams.find((team) => team.id === id),
    teams: async () => [...teams].sort((a, b) => (a.id < b.id ? -1 : 1)),
    async setLocale(id, locale) {
      const person = persons.get(id);
      if (person) persons.set(id, { ...person, locale });
    },
    accountsOf: async (id) => accountsOf(id),
    async link(account, person, how, at) {
      parted.delete(keyOf(account));
      if (links.get(keyOf(account))?.person === person) return false;
      links.set(keyOf(account), { account, how, at, person });
      return true;
    },
    async unlink(account, person) {
      const key = keyOf(account);
      if (links.get(key)?.person !== person) return false;
      parted.add(key);
      return links.delete(key);
    },
    wasUnlinked: async (account) => parted.has(keyOf(account)),
    async saveLinkCode(hash, person, expiresAt) {
      codes.set(hash, { person, expiresAt });
    },
    async tryLinkCode({ hash, account, at, countedFrom }, judge) {
      const key = keyOf(account);
      const code = codes.get(hash);
      const wrongTries = tried.filter((one) => one.by === key && one.at > countedFrom).map((one) => one.at);
      const verdict = judge({ code, holder: links.get(key)?.person, wrongTries }, at);
      if (verdict.ok) {
        if (code) codes.set(hash, { ...code, usedAt: at });
        await store.link(account, verdict.value.person, "code", at);
      } else if (verdict.refusal.why === "wrong") {
        tried.push({ by: key, at });
      }
      return verdict;
    },
  };
  return {
    ...store,
    /** What somebody says of their birthday, in place of all that they said before. */
    keepBirthday(id: PersonId, { month, day, leapDay, birthdayPrivacy }: Said): void {
      const { birthdayPrivacy: _, ...person } = persons.get(id) ?? {};
      persons.set(id, { ...(person as Person), ...(birthdayPrivacy === undefined ? {} : { birthdayPrivacy }) });
      const others = birthdays.filter((one) => one.person !== id);
      const own = { person: id, ...(leapDay === undefined ? {} : { leapDay }) };
      birthdays = month === undefined || day === undefined ? others : [...others, { ...own, month, day }];
    },
    birthdayOf: (id: PersonId): Birthday | undefined => birthdays.find(({ person }) => person === id),
  };
}
