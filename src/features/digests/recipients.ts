import { groupBy } from "../../kernel/group.ts";
import type { LocalDate } from "../../kernel/time.ts";
import { type Person, type PersonId, type Team, type TeamId, teamsOf } from "../people/domain.ts";

/** Somebody with the teams they look after. */
export type Looking = { readonly person: PersonId; readonly teams: readonly TeamId[] };

/** Who looks after each team on a day: its leads, or its deputies where it has no lead or all of them are away. */
export function lookingAfter(
  teams: readonly Pick<Team, "id">[],
  people: readonly Person[],
  on: LocalDate,
  away: ReadonlySet<PersonId>,
): readonly Looking[] {
  const here = people.filter(({ id, hiredOn = on }) => hiredOn <= on && !away.has(id));
  const seats = teams.flatMap(({ id: team }) => {
    const holding = (seat: "lead" | "deputy") => here.filter((one) => teamsOf(one, on, [seat]).includes(team));
    const leads = holding("lead");
    return (leads.length > 0 ? leads : holding("deputy")).map(({ id: person }) => ({ person, team }));
  });
  return [...groupBy(seats, ({ person }) => person)].map(([person, own]) => ({
    person,
    teams: own.map(({ team }) => team),
  }));
}
