import type { AccountRef, Ask } from "../../chat/ask.ts";
import type { Asker } from "../../chat/asker.ts";
import type { Who } from "../../chat/param.ts";
import type { View } from "../../chat/view.ts";
import type { Locale, Say } from "../../kernel/locale.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { dayAt, type LocalDate } from "../../kernel/time.ts";
import {
  isHere,
  localeOf,
  type Person,
  type PersonId,
  type Right,
  rightToRead,
  rightToReadTeam,
  type Site,
  type SiteId,
  type Team,
  type TeamId,
} from "./domain.ts";
import { words } from "./link-messages.ts";
import { leftView, strangerView } from "./link-views.ts";
import { type LinkingDeps, linking } from "./linking.ts";
import type { Member } from "./store.ts";

export type PeopleDeps = LinkingDeps & { readonly clock: () => Date };

/** Whose account it is, at this moment. */
export type Standing =
  | (Member & { readonly is: "here" })
  | (Member & { readonly is: "left"; readonly on: LocalDate })
  | { readonly is: "stranger" };

/** Why nobody, or not one person alone, was found; `say` tells what to do. */
export type NotFound = { readonly why: "nobody" | "several" | "not-linked"; readonly say: Say };

/** A person as commands know them. */
export const askerOf = ({ person, site }: Member): Asker => ({
  person: person.id,
  name: person.name,
  roles: person.roles,
  site: site.id,
  siteLocale: site.locale,
  locale: localeOf(person, site),
  zone: site.zone,
});

function standingOf(member: Member | undefined, at: Date): Standing {
  if (member === undefined) return { is: "stranger" };
  const { leftOn } = member.person;
  const gone = leftOn !== undefined && !isHere(member.person, dayAt(at, member.site.zone));
  return gone ? { ...member, is: "left", on: leftOn } : { ...member, is: "here" };
}

/** The roster's front door: who somebody is, who is meant, and what they may read. */
export function people(deps: PeopleDeps) {
  const { store, clock } = deps;
  const links = linking(deps);

  const standing = async (account: AccountRef): Promise<Standing> => standingOf(await store.personOf(account), clock());

  async function joinByEmail({ by, email }: Pick<Ask, "by" | "email">): Promise<Member | undefined> {
    if (email === undefined || (await store.wasUnlinked(by))) return undefined;
    const address = await email();
    return address === undefined ? undefined : links.joinByEmail(by, address, clock());
  }

  async function called(site: SiteId, typed: string): Promise<Outcome<Person, NotFound>> {
    const text = typed.replaceAll("\0", "").replace(/^@/, "").trim();
    const all = await store.peopleCalled(site, text);
    const today = dayAt(clock(), (await store.site(site))?.zone ?? "UTC");
    const here = all.filter((person) => isHere(person, today));
    const [only, ...more] = here.length > 0 ? here : all;
    if (only === undefined) return refuse({ why: "nobody", say: words.nobodyCalled(text) });
    if (more.length === 0) return done(only);
    const names = [only, ...more].map((one) => words.numbered(one.name, one.employeeNo));
    return refuse({ why: "several", say: words.severalCalled(text, names) });
  }

  return {
    links,
    standing,

    /** The present person behind an account; a stranger with a verified address on the roster is linked at once. */
    async identify(ask: Pick<Ask, "by" | "email">): Promise<Asker | undefined> {
      const known = await standing(ask.by);
      if (known.is === "here") return askerOf(known);
      const joined = known.is === "stranger" ? await joinByEmail(ask) : undefined;
      return joined && askerOf(joined);
    },

    /** What an account is told that stands for nobody who is here. */
    async wayIn(ask: Pick<Ask, "by">, locale: Locale): Promise<View> {
      const known = await standing(ask.by);
      return known.is === "left" ? leftView(known) : strangerView(locale);
    },

    asker: (person: Person, site: Site): Asker => askerOf({ person, site }),

    /** The one person of a site who is meant by an account, a name, an alias or an employee number. */
    async find(site: SiteId, who: Who): Promise<Outcome<Person, NotFound>> {
      if ("text" in who) return called(site, who.text);
      const member = await store.personOf(who.account);
      if (member?.site.id === site) return done(member.person);
      return refuse({ why: "not-linked", say: words.accountOfNobody });
    },

    personById: (id: PersonId): Promise<Person | undefined> => store.personById(id),
    peopleIn: (team: TeamId, on: LocalDate): Promise<readonly Person[]> => store.peopleIn(team, on),
    /** Everybody of a site who is here on a day. */
    peopleOf: (site: SiteId, on: LocalDate): Promise<readonly Person[]> => store.peopleOf(site, on),
    site: (id: SiteId): Promise<Site | undefined> => store.site(id),
    sites: (): Promise<readonly Site[]> => store.sites(),
    team: (id: TeamId): Promise<Team | undefined> => store.team(id),
    teams: (): Promise<readonly Team[]> => store.teams(),

    /** The right by which an asker may read somebody's scores on a day. */
    async rightToRead(asker: Asker, subject: Person, on: LocalDate): Promise<Right | undefined> {
      const viewer = asker.person === subject.id ? subject : await store.personById(asker.person);
      return viewer && rightToRead(viewer, subject, on);
    },

    /** The right by which an asker may read a team's result on a day. */
    async rightToReadTeam(asker: Asker, team: Team, on: LocalDate): Promise<Right | undefined> {
      const viewer = await store.personById(asker.person);
      return viewer && rightToReadTeam(viewer, team, on);
    },

    setLocale: (id: PersonId, locale: Locale): Promise<void> => store.setLocale(id, locale),
    accountsOf: store.accountsOf,
  };
}

export type People = ReturnType<typeof people>;
