import type { LocalDate } from "../../kernel/time.ts";
import { isHere, type Person, type PersonId, type TeamId, teamsOf } from "../people/index.ts";
import { type Appeal, type Candidates, type SeatName, seatNames } from "./domain.ts";

/** Whose appeal it is, and what decides who may sit on it. */
export type Matter = Pick<Appeal, "agent" | "scorer" | "team" | "number">;

/** Who holds which office at a site on a day, and who of them is away. */
export type Office = {
  readonly on: LocalDate;
  readonly away: ReadonlySet<PersonId>;
  readonly supervisors: readonly PersonId[];
  readonly qa: readonly PersonId[];
  readonly admins: readonly PersonId[];
  /** Each team's leads, then its deputies. */
  readonly leads: ReadonlyMap<TeamId, readonly PersonId[]>;
};

/** The offices that people hold on a day. */
export function officeOf(people: readonly Person[], on: LocalDate, away: ReadonlySet<PersonId>): Office {
  const here = people.filter((person) => isHere(person, on));
  const withRole = (role: Person["roles"][number]) =>
    here.filter(({ roles }) => roles.includes(role)).map(({ id }) => id);
  const leads = new Map<TeamId, PersonId[]>();
  for (const seat of ["lead", "deputy"] as const) {
    for (const person of here) {
      for (const team of teamsOf(person, on, [seat])) leads.set(team, [...(leads.get(team) ?? []), person.id]);
    }
  }
  return { on, away, supervisors: withRole("supervisor"), qa: withRole("qa"), admins: withRole("admin"), leads };
}

/** The same list begun at another place, so that many appeals do not all fall to the first. */
const turned = <T>(all: readonly T[], by: number): readonly T[] => {
  const at = all.length === 0 ? 0 : by % all.length;
  return [...all.slice(at), ...all.slice(0, at)];
};

const bySeat = (of: (seat: SeatName) => readonly PersonId[]): Candidates =>
  Object.fromEntries(seatNames.map((seat) => [seat, of(seat)])) as Record<SeatName, readonly PersonId[]>;

/**
 * Everybody who may sit for each seat, the first choice first: the site's supervisors; the team's lead, then its
 * deputies; quality staff; then for each the admins. Neither the agent nor the scorer may.
 */
export function inOffice({ agent, scorer, team, number }: Matter, office: Office): Candidates {
  const first: Readonly<Record<SeatName, readonly PersonId[]>> = {
    supervisor: turned(office.supervisors, number),
    lead: team === undefined ? [] : (office.leads.get(team) ?? []),
    qa: turned(office.qa, number),
  };
  const admins = turned(office.admins, number);
  return bySeat((seat) => [...new Set([...first[seat], ...admins])].filter((id) => id !== agent && id !== scorer));
}

/** The same with whoever sat on it before after all others, and those who are away last of all. */
export function candidates(matter: Matter, office: Office, before: readonly PersonId[] = []): Candidates {
  const all = inOffice(matter, office);
  const rank = (id: PersonId) => (office.away.has(id) ? 2 : before.includes(id) ? 1 : 0);
  return bySeat((seat) => [...all[seat]].sort((a, b) => rank(a) - rank(b)));
}

/**
 * Who may act at a desk, away or not: the supervisors, or the team's lead and deputies; the admins only where none of
 * those is there.
 */
function deskmates(matter: Matter, office: Office, seat: "supervisor" | "lead"): readonly PersonId[] {
  const all = inOffice(matter, office)[seat];
  const admins = new Set(office.admins);
  const own = all.filter((id) => !admins.has(id) || holds(matter, office, seat, id));
  return own.some((id) => !office.away.has(id)) ? own : all;
}

/**
 * Who may act at the desk that an appeal is on, whoever has it before them among them while they hold an office; nobody
 * where it is on none.
 */
export function deskmatesOf(appeal: Appeal, office: Office): readonly PersonId[] {
  const seat = appeal.state === "exception" ? "supervisor" : appeal.state === "lead-review" ? "lead" : undefined;
  if (seat === undefined) return [];
  const mates = deskmates(appeal, office, seat);
  const mayStandIn = inOffice(appeal, office)[seat].filter((id) => id === appeal.desk && !mates.includes(id));
  return [...mates, ...mayStandIn];
}

const holds = ({ team }: Matter, office: Office, seat: "supervisor" | "lead", id: PersonId): boolean =>
  seat === "supervisor"
    ? office.supervisors.includes(id)
    : team !== undefined && (office.leads.get(team) ?? []).includes(id);
