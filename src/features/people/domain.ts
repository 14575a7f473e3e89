import type { AccountRef } from "../../chat/ask.ts";
import type { Role } from "../../chat/asker.ts";
import type { Calendar } from "../../kernel/calendar.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { LocalDate } from "../../kernel/time.ts";

export type PersonId = string;
export type SiteId = string;
export type TeamId = string;

/** A contact centre at one place. */
export type Site = {
  readonly id: SiteId;
  readonly name: string;
  readonly zone: string;
  readonly locale: Locale;
  readonly calendar: Calendar;
  /** Seconds within which an answer counts for the service level. */
  readonly answerWithinS: number;
  /** Days within which another contact of the same customer means that the first did not settle it. */
  readonly repeatWithinDays: number;
  /** Purpose → channel name. */
  readonly channels: Readonly<Record<string, string>>;
};

/** The channel of a site for a purpose: the one bound to it, else the general one, else the site's first. */
export const channelFor = ({ channels }: Pick<Site, "channels">, purpose: string): string | undefined =>
  channels[purpose] ?? channels.general ?? Object.values(channels)[0];

export type Team = { readonly id: TeamId; readonly site: SiteId; readonly name: string; readonly channel?: string };

/** A seat in a team from one day to another, both included; open-ended while it lasts. */
export type Assignment = {
  readonly team: TeamId;
  readonly seat: "member" | "lead" | "deputy";
  readonly from: LocalDate;
  readonly to?: LocalDate;
};

/** Who hears of somebody's birthday: everybody at the site, their team alone, or nobody. */
export const birthdayPrivacies = ["public", "team", "none"] as const;
export type BirthdayPrivacy = (typeof birthdayPrivacies)[number];

/** Where a birthday of 29 February is kept in other years, as `MM-DD`. */
export const leapDays = ["02-28", "03-01"] as const;
export type LeapDay = (typeof leapDays)[number];

/** Somebody on the roster. */
export type Person = {
  readonly id: PersonId;
  readonly site: SiteId;
  readonly employeeNo: string;
  readonly name: string;
  readonly email?: string;
  readonly hiredOn?: LocalDate;
  readonly leftOn?: LocalDate;
  /** The end of their training. */
  readonly graduatedOn?: LocalDate;
  /** Their own choice; what is usual at their site where it is missing. */
  readonly birthdayPrivacy?: BirthdayPrivacy;
  readonly roles: readonly Role[];
  readonly locale?: Locale;
  readonly assignments: readonly Assignment[];
  readonly accounts: readonly AccountRef[];
};

/** What scoring asks of somebody: their roles, their seats, and from when to when they are here. */
export type Staff = Pick<Person, "id" | "name" | "roles" | "assignments" | "hiredOn" | "leftOn">;

/** Whether an assignment holds on a day. */
const holds = ({ from, to }: Assignment, on: LocalDate): boolean => from <= on && (to === undefined || on <= to);

/** The teams that a person is in on a day, in any seat or in the given ones. */
export const teamsOf = (
  person: Pick<Person, "assignments">,
  on: LocalDate,
  seats?: readonly Assignment["seat"][],
): TeamId[] =>
  person.assignments.filter((a) => holds(a, on) && (seats === undefined || seats.includes(a.seat))).map((a) => a.team);

/** Whether somebody is still with us on a day. */
export const isHere = (person: Person, on: LocalDate): boolean => person.leftOn === undefined || on <= person.leftOn;

/** The language that somebody chose, else their site's. */
export const localeOf = (person: Person, site: Site): Locale => person.locale ?? site.locale;

/** Whether two references are to one account. */
export const isAccount = (a: AccountRef, b: AccountRef): boolean =>
  a.platform === b.platform && a.workspace === b.workspace && a.user === b.user;

/** Why a person may see another's numbers, kept in the audit row; undefined when they may not (product rules, §2). */
export type Right = "own" | "lead" | "site" | "auditor";

/** The right by which `viewer` may read the scores of `subject` on a day. */
export function rightToRead(viewer: Person, subject: Person, on: LocalDate): Right | undefined {
  if (viewer.id === subject.id) return "own";
  if (viewer.roles.includes("auditor")) return "auditor";
  const led = teamsOf(viewer, on, ["lead", "deputy"]);
  if (teamsOf(subject, on).some((team) => led.includes(team))) return "lead";
  const overSite = viewer.roles.includes("supervisor") || viewer.roles.includes("qa");
  return overSite && viewer.site === subject.site ? "site" : undefined;
}

/** The right by which `viewer` may read a team's result on a day. */
export function rightToReadTeam(viewer: Person, team: Team, on: LocalDate): Right | undefined {
  if (viewer.roles.includes("auditor")) return "auditor";
  if (teamsOf(viewer, on, ["lead", "deputy"]).includes(team.id)) return "lead";
  const overSite = viewer.roles.includes("supervisor") || viewer.roles.includes("qa");
  return overSite && viewer.site === team.site ? "site" : undefined;
}
