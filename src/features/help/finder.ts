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

/** All by which it is found who may help with a request. */
export type Standing = Omit<Around, "staff">;

/** Roles whose holders the roster counts among the officers. */
const officers: readonly Role[] = ["lead", "supervisor", "qa", "admin"];

export const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text);

type Deps = Pick<HelpDeps, "roster" | "duty" | "rules" | "onLeave">;

type Of = { readonly site: string; readonly asker: PersonId };

/** Who is on duty around a request of somebody at a moment. */
export async function standingOf(
  { roster, duty, rules: rulesOf }: Omit<Deps, "onLeave">,
  { site: id, asker }: Of,
  at: Date,
): Promise<Standing> {
  const [site, rules, person] = await Promise.all([roster.site(id), rulesOf(id), roster.personById(asker)]);
  if (site === undefined) throw new Error(`no site ${id}`);
  return { site, rules, on: dayAt(at, site.zone), asker: person, duty: await duty.onDuty(site, at) };
}

/** What is around a request of somebody at a moment. */
export async function aroundOf(deps: Deps, of: Of, at: Date): Promise<Around> {
  const standing = await standingOf(deps, of, at);
  const { roster, onLeave } = deps;
  const { rules, on } = standing;
  const { site: id } = of;
  const asked = [...rules.live.ladder, ...rules.other.ladder].map(({ ask }) => ask);
  const others = [...asked, ...rules.tells].filter(isRole).filter((role) => !officers.includes(role));
  const [seated, everybody] = await Promise.all([
    roster.officersOf(id, on),
    others.length === 0 ? [] : roster.staffOf(id, on),
  ]);
  const known = new Set(seated.map((one) => one.id));
  const more = everybody.filter((one) => !known.has(one.id) && one.roles.some((role) => others.includes(role)));
  const staff = [...seated, ...more];
  const away = staff.length === 0 ? [] : await onLeave(staff.map((one) => ({ person: one.id, on })));
  return { ...standing, staff: staff.filter((_, index) => away[index] !== true) };
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
 * place of the duty lead the asker's own leads, then supervisors, then admins. The asker is never asked; whoever asks and
 * has the duty alone leaves no gap, and the next are asked without a word of one.
 */
export function finderOf(around: Around): Finder {
  const { asker, duty, staff } = around;
  const withoutAsker = (people: readonly PersonId[]) => [...new Set(people)].filter((id) => id !== asker?.id);
  const holders = (role: Role) => staff.flatMap((one) => (one.roles.includes(role) ? [one.id] : []));
  const teamLeads = () => leadsOf(around).map(({ id }) => id);

  function natural(ask: string): readonly PersonId[] {
    const onDuty = duty.flatMap(({ role, person }) => (role === ask ? [person] : []));
    if (onDuty.length > 0 || !isRole(ask)) return onDuty;
    return ask === "lead" ? teamLeads() : holders(ask);
  }

  return (ask) => {
    const own = natural(ask);
    const people = withoutAsker(own);
    if (people.length > 0) return { people };
    const instead: readonly (readonly [Substitute, readonly PersonId[]])[] = [
      ["team-leads", withoutAsker(ask === dutyLead ? teamLeads() : [])],
      ["supervisors", withoutAsker(holders("supervisor"))],
      ["admins", withoutAsker(holders("admin"))],
    ];
    const [named, found] = instead.find(([, all]) => all.length > 0) ?? (["nobody", []] as const);
    return own.length > 0 ? { people: found } : { people: found, instead: named };
  };
}

/**
 * Whether somebody may help at a site: on duty now, a lead or deputy there, or in a role that the site lets help. Who
 * leads the duty, or is told of every request for a duty of theirs, decides like the asker's own leads.
 */
export function whoOf(around: Standing, person: Person): Who {
  const { site, rules, on, duty } = around;
  const isStaff = person.site === site.id && !person.roles.includes("auditor") && isHere(person, on);
  const isSeated = teamsOf(person, on, ["lead", "deputy"]).length > 0;
  const duties = duty.flatMap((one) => (one.person === person.id ? [one.role] : []));
  const leadsDuty = duties.some((role) => role === dutyLead || rules.tells.includes(role));
  const isHelper = duties.length > 0 || isSeated || rules.helpers.some((role) => person.roles.includes(role));
  const teams = around.asker === undefined ? [] : teamsOf(around.asker, on);
  const leadsAsker = teamsOf(person, on, ["lead", "deputy"]).some((team) => teams.includes(team));
  const isLead = leadsAsker || leadsDuty || person.roles.includes("supervisor");
  return { person: person.id, isHelper: isStaff && isHelper, isLead: isStaff && isLead };
}

/** Whether somebody reads what is asked at a site and does nothing about it. */
export const isAuditor = ({ roles: own }: Pick<Asking, "roles">): boolean => own.includes("auditor");
