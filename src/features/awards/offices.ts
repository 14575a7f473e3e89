import type { LocalDate } from "../../kernel/time.ts";
import { isHere, type Person, type TeamId, teamsOf } from "../people/index.ts";
import type { Award } from "./domain.ts";

/** Who decides on a proposal, and who is asked to. */
export type Offices = { readonly deciders: readonly Person[]; readonly asked: readonly Person[] };

/** Whether somebody is among the winners, or sits in a team that is. */
export const isOwn = ({ winners }: Pick<Award, "winners">, person: Person, on: LocalDate): boolean =>
  winners.some(({ of }) => (of.is === "person" ? of.id === person.id : teamsOf(person, on).includes(of.id)));

/** The teams that winners are, or sat in at the end of what they won for. */
function teamsOfWinners({ winners, to }: Award, people: readonly Person[]): readonly TeamId[] {
  return winners.flatMap(({ of }) => {
    if (of.is === "team") return [of.id];
    const person = people.find(({ id }) => id === of.id);
    return person === undefined ? [] : teamsOf(person, to, ["member"]);
  });
}

/**
 * Within a team its leads and deputies are asked, at a site its supervisors and the leads of the winners' teams;
 * supervisors may decide everywhere, admins where nobody else can. Nobody decides on an award of their own.
 */
export function officesOf(
  award: Award,
  of: { readonly officers: readonly Person[]; readonly winners: readonly Person[]; readonly on: LocalDate },
): Offices {
  const { on } = of;
  const free = of.officers.filter((one) => !isOwn(award, one, on));
  const teams = award.team === undefined ? teamsOfWinners(award, of.winners) : [award.team];
  const leads = free.filter((one) => teamsOf(one, on, ["lead", "deputy"]).some((team) => teams.includes(team)));
  const supervisors = free.filter((one) => one.roles.includes("supervisor") && !leads.includes(one));
  const deciders = [...leads, ...supervisors];
  const admins = free.filter(({ roles }) => roles.includes("admin"));
  if (deciders.length === 0) return { deciders: admins, asked: admins };
  return { deciders, asked: award.team !== undefined && leads.length > 0 ? leads : deciders };
}

/** Why a person cannot be chosen for an award; nothing where they can. */
export function barTo({ team, to }: Pick<Award, "team" | "to">, person: Person, on: LocalDate) {
  if (!isHere(person, on)) return "has-left";
  if (!person.roles.includes("agent") || person.roles.includes("auditor")) return "not-an-agent";
  return team === undefined || teamsOf(person, to, ["member"]).includes(team) ? undefined : "not-of-team";
}

/** Whether somebody may look at an award: who runs or checks the site at all, a lead theirs and what the site gave. */
export function maySee(award: Award, viewer: Person, { deciders }: Offices, on: LocalDate): boolean {
  const { roles } = viewer;
  if (deciders.some(({ id }) => id === viewer.id)) return true;
  if (roles.includes("auditor")) return true;
  if (viewer.site !== award.site || (award.state === "proposed" && isOwn(award, viewer, on))) return false;
  if (roles.includes("supervisor") || roles.includes("admin")) return true;
  const led = teamsOf(viewer, on, ["lead", "deputy"]);
  if (award.team !== undefined) return led.includes(award.team);
  return award.state === "given" && led.length > 0;
}
