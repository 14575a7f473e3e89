import type { AccountRef } from "../../chat/ask.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { LocalDate } from "../../kernel/time.ts";
import type { Person, PersonId, Site, SiteId, Team, TeamId } from "./domain.ts";

export type LinkedBy = "email" | "code" | "seed";

/** What the roster is asked. A person who has left is found like any other: the rules decide. */
export type PeopleStore = {
  personOf(account: AccountRef): Promise<Person | undefined>;
  personById(id: PersonId): Promise<Person | undefined>;
  personByEmail(email: string): Promise<Person | undefined>;
  /** Everybody of a site whose name, alias or employee number is exactly this, letter case aside. */
  peopleCalled(site: SiteId, text: string): Promise<readonly Person[]>;
  /** Everybody who holds a seat in the team on the day. */
  peopleIn(team: TeamId, on: LocalDate): Promise<readonly Person[]>;
  everybody(): Promise<readonly Person[]>;
  site(id: SiteId): Promise<Site | undefined>;
  sites(): Promise<readonly Site[]>;
  team(id: TeamId): Promise<Team | undefined>;
  teams(): Promise<readonly Team[]>;
  setLocale(person: PersonId, locale: Locale): Promise<void>;
  /** Joins the account to the person; whoever held the account before no longer does. */
  link(account: AccountRef, person: PersonId, how: LinkedBy, at: Date): Promise<void>;
  unlink(account: AccountRef): Promise<void>;
  saveLinkCode(hash: string, person: PersonId, expiresAt: Date): Promise<void>;
  /** Uses up a code and joins the account, both or neither; undefined when there is no such live code. */
  redeemLinkCode(hash: string, account: AccountRef, at: Date): Promise<PersonId | undefined>;
  countLinkAttempts(account: AccountRef, since: Date): Promise<number>;
  recordLinkAttempt(account: AccountRef, at: Date): Promise<void>;
};
