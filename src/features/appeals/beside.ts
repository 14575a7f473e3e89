import { type Block, note, type Spans } from "../../chat/view.ts";
import type { Localised } from "../../kernel/locale.ts";
import { dayAt } from "../../kernel/time.ts";
import { type Person, type PersonId, type Team, type TeamId, teamsOf } from "../people/index.ts";
import type { Beside } from "../scores/index.ts";
import { openAppealable, openMine } from "./addresses.ts";
import type { Context, ContextDeps } from "./context.ts";
import { type Appeal, isSettled, waitedFor } from "./domain.ts";
import { ratedMs } from "./mending.ts";
import { rateWords as words } from "./messages/rates.ts";
import { meanDays, overturnRates, upholdRates } from "./rates.ts";
import type { AppealRules } from "./rules.ts";

type Deps = Pick<ContextDeps, "store" | "roster"> & {
  readonly context: Context;
  readonly team: (id: TeamId) => Promise<Team | undefined>;
};

/** Whether somebody has let their time pass: it is over, or a deputy has the seat. */
export const isOverdue = (appeal: Appeal, at: Date): boolean =>
  waitedFor(appeal).some(({ time }) => time.due < at) ||
  (appeal.state === "panel" && appeal.seats.some((seat) => seat.passedBy.length > 0 && !isSettled(appeal, seat)));

const lines = (items: readonly Spans[]): readonly Block[] => (items.length === 0 ? [] : [{ is: "list", items }]);

/** What appeals add to results: those under way, the way to one, and how often both sides were right. */
export function appealsBeside({ store, roster, context, team: teamOf }: Deps): Beside {
  const since = (at: Date) => new Date(at.getTime() - ratedMs);

  /** What a scorer sees of how often their own marks were raised. */
  async function ownRate({ id, site, roles }: Person, at: Date) {
    if (!roles.includes("qa")) return undefined;
    return overturnRates(await store.outcomes(site, since(at))).find(({ key }) => key === id)?.rate;
  }

  async function ofTeam(
    team: Team,
    viewer: Person,
    rules: AppealRules,
    at: Date,
  ): Promise<Localised<readonly Block[]>> {
    const [open, outcomes, courses] = await Promise.all([
      store.openOf([team.id]),
      store.outcomes(team.site, since(at)),
      store.courses(team.site, since(at)),
    ]);
    const own = outcomes.filter((row) => row.team === team.id);
    const [appellants, scorers] = [upholdRates(own), overturnRates(own)];
    const people = await roster.peopleById([...appellants, ...scorers].map(({ key }) => key));
    const names = new Map(people.map(({ id, name }): [PersonId, string] => [id, name]));
    const overdue = open.filter((appeal) => isOverdue(appeal, at)).length;
    const seesScorers = viewer.roles.some((role) => role === "supervisor" || role === "auditor");
    const days = meanDays(
      courses.filter((course) => course.team === team.id),
      rules.clock,
    );
    return ({ locale }) => {
      const named = (id: PersonId) => names.get(id) ?? "…";
      const said: Spans[] = [
        ...(open.length > 0 ? [[words.open(open.length, overdue)(locale)]] : []),
        ...appellants.map(({ key, rate }) => [words.appellant(named(key), rate)(locale)]),
        ...(seesScorers ? scorers.map(({ key, rate }) => [words.scorer(named(key), rate)(locale)]) : []),
        ...(days === undefined ? [] : [[words.days(days)(locale)]]),
      ];
      return said.length === 0 ? [] : [{ is: "heading", text: words.appeals(locale) }, ...lines(said)];
    };
  }

  return {
    async person({ of: person, viewer, at }) {
      if (person.id !== viewer) return undefined;
      const [pending, rate] = await Promise.all([store.pendingOf([person.id]), ownRate(person, at)]);
      const count = pending.get(person.id) ?? 0;
      const isAgent = person.roles.includes("agent");
      return ({ locale }) => [
        ...(count > 0 ? [note(words.pending(count)(locale))] : []),
        ...(rate === undefined ? [] : [note(words.ownRate(rate)(locale))]),
        ...(isAgent || count > 0
          ? [
              {
                is: "buttons" as const,
                buttons: [
                  ...(isAgent ? [{ label: words.appealMark(locale), action: openAppealable.to({}) }] : []),
                  ...(count > 0 ? [{ label: words.see(locale), action: openMine.to({}) }] : []),
                ],
              },
            ]
          : []),
      ];
    },

    async team({ of, viewer: id, at }) {
      const [team, viewer] = await Promise.all([teamOf(of), roster.personById(id)]);
      if (team === undefined || viewer === undefined) return undefined;
      const rules = await context.rulesAt(team.site);
      const isLead = teamsOf(viewer, dayAt(at, rules.clock.zone), ["lead", "deputy"]).includes(team.id);
      const isOver = viewer.roles.some((role) => role === "supervisor" || role === "qa" || role === "auditor");
      return isLead || isOver ? ofTeam(team, viewer, rules, at) : undefined;
    },

    buttons: ({ locale }) => [{ label: words.appealMark(locale), action: openAppealable.to({}) }],
  };
}
