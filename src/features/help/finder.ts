import { type Role, roles } from "../../chat/asker.ts";
import { dayAt, type LocalDate } from "../../kernel/time.ts";
import { isHere, type Person, type PersonId, type Site, type Staff, teamsOf } from "../people/index.ts";
import type { HelpDeps, OnDuty } from "./deps.ts";
import type { Substitute } from "./domain.ts";
import type { Who } from "./moves.ts";
import type { Asking } from "./roster.ts";
import type { HelpConfig } from "./rules.ts";
import type { Finder } from "./tick.ts";

/** All by which it is found who may help with a request, and who is asked. */
export type Around = {
  readonly site: Site;
  readonly rules: HelpConfig;
  readonly on: LocalDate;
  readonly asker: Person | undefined;
  readonly duty: readonly OnDuty[];
  /** Officers of the site, and holders of other roles that its ladders name; nobody who is on leave. */
  readonly staff: readonly Staff[];
};

/** Roles whose holders the roster counts among the officers. */
const officers: readonly Role[] = ["lead", "supervisor", "qa", "admin"];

export const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text);

type Deps = Pick<HelpDeps, "roster" | "duty" | "rules" | "onLeave">;

/** What is around a request of somebody at a moment. */
export async function aroundOf(
  { roster, duty, rules: rulesOf, onLeave }: Deps,
  { site: id, asker }: { readonly site: string; readonly asker: PersonId },
  at: Date,
): Promise<Around> {
  const [site, rules, person] = await Promise.all([roster.site(id), rulesOf(id), roster.personById(asker)]);
  if (site === undefined) throw new Error(`no site ${id}`);
  const on = dayAt(at, site.zone);
  const asked = [...rules.live.ladder, ...rules.other.ladder].map(({ ask }) => ask);
  const others = [...asked, ...rules.tells].filter(isRole).filter((role) => !officers.includes(role));
  const [onDuty, seated, everybody] = await Promise.all([
    duty.onDuty(site, at),
    roster.officersOf(id, on),
    others.length === 0 ? [] : roster.staffOf(id, on),
  ]);
  const known = new Set(seated.map((one) => one.id));
  const more = everybody.filter((one) => !known.has(one.id) && one.roles.some((role) => others.includes(role)));
  const staff = [...seated, ...more];
  const away = staff.length === 0 ? [] : await onLeave(staff.map((one) => ({ person: one.id, on })));
  return { site, rules, on, asker: person, duty: onDuty, staff: staff.filter((_, index) => away[index] !== true) };
}

/** Who leads the asker, in their teams' seats. */
function leadsOf({ asker, staff, on }: Around): readonly Staff[] {
  const teams = asker === undefined ? [] : teamsOf(asker, on);
  return staff.filter((one) => teamsOf(one, on, ["lead", "deputy"]).some((team) => teams.includes(team)));
}

/** The duty in whose place the asker's own leads are asked first. */
const dutyLead = "duty-lead";

/**
 * Who is asked for a duty or role: whoever is on duty in it, else its holders on the roster; where there is nobody, in
 * place of the duty lead the asker's own leads, then supervisors, then admins. The asker is never asked.
 */
export function finderOf(around: Around): Finder {
  const { asker, duty, staff } = around;
  const withoutAsker = (people: readonly PersonId[]) => [...new Set(people)].filter((id) => id !== asker?.id);
  const holders = (role: Role) => withoutAsker(staff.flatMap((one) => (one.roles.includes(role) ? [one.id] : [])));
  const teamLeads = () => withoutAsker(leadsOf(around).map(({ id }) => id));

  function natural(ask: string): readonly PersonId[] {
    const onDuty = withoutAsker(duty.flatMap(({ role, person }) => (role === ask ? [person] : [])));
    if (onDuty.length > 0 || !isRole(ask)) return onDuty;
    return ask === "lead" ? teamLeads() : holders(ask);
  }

  return (ask) => {
    const people = natural(ask);
    if (people.length > 0) return { people };
    const instead: readonly (readonly [Substitute, readonly PersonId[]])[] = [
      ["team-leads", ask === dutyLead ? teamLeads() : []],
      ["supervisors", holders("supervisor")],
      ["admins", holders("admin")],
    ];
    const [named, found] = instead.find(([, all]) => all.length > 0) ?? (["nobody", []] as const);
    return { people: found, instead: named };
  };
}

/** Whether somebody may help at a site: on duty now, a lead or deputy there, or in a role that the site lets help. */
export function whoOf(around: Around, person: Person): Who {
  const { site, rules, on, duty } = around;
  const isStaff = person.site === site.id && !person.roles.includes("auditor") && isHere(person, on);
  const isSeated = teamsOf(person, on, ["lead", "deputy"]).length > 0;
  const isOnDuty = duty.some((one) => one.person === person.id);
  const isHelper = isOnDuty || isSeated || rules.helpers.some((role) => person.roles.includes(role));
  const teams = around.asker === undefined ? [] : teamsOf(around.asker, on);
  const leadsAsker = teamsOf(person, on, ["lead", "deputy"]).some((team) => teams.includes(team));
  const isLead = leadsAsker || person.roles.includes("supervisor");
  return { person: person.id, isHelper: isStaff && isHelper, isLead: isStaff && isLead };
}

/** Whether somebody reads what is asked at a site and does nothing about it. */
export const isAuditor = ({ roles: own }: Pick<Asking, "roles">): boolean => own.includes("auditor");
