import { type PersonId, type SiteId, type TeamId, teamsOf } from "../people/index.ts";
import type { ScoreChange } from "../scores/index.ts";
import type { Subject } from "./domain.ts";
import type { Days } from "./periods.ts";
import type { AwardRoster } from "./roster.ts";

export type AppealedDeps = {
  readonly roster: Pick<AwardRoster, "peopleById">;
  /** The corrections of a site's scores after a moment. */
  readonly changes: (site: SiteId, since: Date) => Promise<readonly ScoreChange[]>;
};

/** A score that an upheld appeal has changed, and the teams whose result it is part of. */
export type Appealed = Days & { readonly person: PersonId; readonly teams: readonly TeamId[]; readonly at: Date };

/** The scores of a site that upheld appeals have changed since a moment. */
export async function appealedSince(
  { roster, changes }: AppealedDeps,
  site: SiteId,
  since: Date,
): Promise<readonly Appealed[]> {
  const appealed = (await changes(site, since)).filter(({ cause }) => cause.why === "appeal");
  const people = await roster.peopleById([...new Set(appealed.map(({ person }) => person))]);
  const known = new Map(people.map((person) => [person.id, person]));
  return appealed.map(({ person, from, to, at }) => {
    const seated = known.get(person);
    return { person, from, to, at, teams: seated === undefined ? [] : teamsOf(seated, to, ["member"]) };
  });
}

/** Whether some days all lie within others. */
export const isWithin = (some: Days, others: Days): boolean => others.from <= some.from && some.to <= others.to;

/** Whether a score of somebody's own, or of somebody in the team, is among those changed within some days. */
export const isMended = (of: Subject, days: Days, appealed: readonly Appealed[]): boolean =>
  appealed.some(
    (one) => isWithin(one, days) && (of.is === "person" ? one.person === of.id : one.teams.includes(of.id)),
  );
