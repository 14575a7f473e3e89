import type { AccountRef } from "../../chat/ask.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { Outcome } from "../../kernel/outcome.ts";
import type { LocalDate } from "../../kernel/time.ts";
import type { LeapDay, Person, PersonId, Site, SiteId, Staff, Team, TeamId } from "./domain.ts";
import type { CodeRefusal, Joining, Tried } from "./link-code.ts";

export type LinkedBy = "email" | "code" | "seed";
export type LinkedAccount = { readonly account: AccountRef; readonly how: LinkedBy; readonly at: Date };

/** A person with the site they belong to. */
export type Member = { readonly person: Person; readonly site: Site };

/** The day of the year on which somebody was born; nobody asks for the year. */
export type Birthday = {
  readonly person: PersonId;
  readonly month: number;
  readonly day: number;
  /** Their own choice for 29 February; what is usual at their site where it is missing. */
  readonly leapDay?: LeapDay;
};

/** One try of a code; wrong tries before `countedFrom` are forgotten. */
type Try = {
  readonly hash: string;
  readonly account: AccountRef;
  readonly at: Date;
  readonly countedFrom: Date;
};

/** What the roster is asked. A person who has left is found like any other: the rules decide. */
export type PeopleStore = {
  /** The person behind an account, in one round trip: every command begins with this question. */
  personOf(account: AccountRef): Promise<Member | undefined>;
  personById(id: PersonId): Promise<Person | undefined>;
  /** These people, in any order; those who do not exist are left out. */
  peopleById(ids: readonly PersonId[]): Promise<readonly Person[]>;
  /** Everybody with this e-mail address, letter case aside. */
  peopleByEmail(email: string): Promise<readonly Person[]>;
  /** Everybody of a site whose name, alias or employee number is exactly this, letter case aside. */
  peopleCalled(site: SiteId, text: string): Promise<readonly Person[]>;
  /** Everybody who holds a seat in the team on the day. */
  peopleIn(team: TeamId, on: LocalDate): Promise<readonly Person[]>;
  /** Everybody who holds a seat as a member in one of these teams on any day between two, both included. */
  sittingIn(teams: readonly TeamId[], from: LocalDate, to: LocalDate): Promise<readonly Staff[]>;
  /** Everybody of a site who has not left by the day. */
  peopleOf(site: SiteId, on: LocalDate): Promise<readonly Person[]>;
  /** Those of them who hold an office: supervisors, quality staff and admins, leads and deputies of teams on the day. */
  officersOf(site: SiteId, on: LocalDate): Promise<readonly Person[]>;
  /** The same people in one small answer, for who asks about thousands. */
  staffOf(site: SiteId, on: LocalDate): Promise<readonly Staff[]>;
  /** The birthdays of everybody of a site who has not left by the day, in the order of the calendar. */
  birthdaysOf(site: SiteId, on: LocalDate): Promise<readonly Birthday[]>;
  everybody(): Promise<readonly Person[]>;
  site(id: SiteId): Promise<Site | undefined>;
  sites(): Promise<readonly Site[]>;
  team(id: TeamId): Promise<Team | undefined>;
  teams(): Promise<readonly Team[]>;
  setLocale(person: PersonId, locale: Locale): Promise<void>;
  /** The accounts of a person, the first linked first. */
  accountsOf(person: PersonId): Promise<readonly LinkedAccount[]>;
  /** Joins the account to the person; whoever held it before no longer does. False when it was theirs already. */
  link(account: AccountRef, person: PersonId, how: LinkedBy, at: Date): Promise<boolean>;
  /** Parts the account from the person, for e-mail to leave it alone; false when it is not theirs. */
  unlink(account: AccountRef, person: PersonId, at: Date): Promise<boolean>;
  /** Whether the account was unlinked and not linked again since. */
  wasUnlinked(account: AccountRef): Promise<boolean>;
  saveLinkCode(hash: string, person: PersonId, expiresAt: Date): Promise<void>;
  /**
   * Judges one try alone with its code and its account, and carries the verdict out before anybody else's try: the code
   * used up and the account joined, or a wrong code counted.
   */
  tryLinkCode(
    attempt: Try,
    judge: (tried: Tried, at: Date) => Outcome<Joining, CodeRefusal>,
  ): Promise<Outcome<Joining, CodeRefusal>>;
};
