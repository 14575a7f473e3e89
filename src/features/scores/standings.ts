import type { Site, Staff, Team } from "../people/domain.ts";
import { type ComputeDeps, compute, type Result, type Wanted } from "./compute.ts";
import type { Score, Summary } from "./domain.ts";
import type { ScoresDeps } from "./reading.ts";
import { inForce, isOfAgents, type Metric, readComponents, type Scorecard } from "./scorecard.ts";
import type { Days } from "./site-week.ts";

/** How somebody, or a team, stands by their score or by one metric over some days that have come to pass. */
export type Standing<S> = Summary & {
  readonly of: S;
  /** Of the metric, in its own unit; missing where the whole score was asked for. */
  readonly value?: number;
  /** The same of earlier days, where those were asked for and there is something to tell. */
  readonly before?: Summary & { readonly value?: number };
};

type Asked = { readonly days: Days; readonly before?: Days; readonly metric?: Metric };

/** A card of one metric alone, with the settings that the agents' own scorecard in force has for it. */
function cardOf(metric: Metric, cards: readonly Scorecard[], { to }: Days): Scorecard {
  const known = inForce(cards, to)
    .filter((card) => "role" in card.for && card.for.role === "agent")
    .flatMap(({ components }) => components.filter((component) => component.metric === metric))[0];
  const [component] = known ? [known] : readComponents([{ metric, weight: 100, target: 100 }]);
  if (component === undefined) throw new RangeError(`not a metric: ${metric}`);
  const first = "0001-01-01" as Days["from"];
  return {
    id: `only-${metric}`,
    version: 1,
    name: { en: metric, "zh-CN": metric },
    for: { role: "agent" },
    state: "live",
    from: first,
    countsFrom: first,
    components: [{ ...component, weight: 100, minimumN: 1 }],
  };
}

function standingOf<S>(of: S, result: Result | undefined, isOfMetric: boolean): Standing<S> | undefined {
  const score = result?.score;
  if (result === undefined || score === undefined || score.standing === "none" || !isOfAgents(result.scorecard))
    return undefined;
  const { parts, ...summary } = score;
  const line = (parts.at(-1) as Score | undefined)?.lines[0];
  if (!isOfMetric) return { ...summary, of };
  return line && { ...summary, of, value: line.value };
}

/**
 * Results for those who award, draw or count by them, and not for anybody's eyes: whoever shows one asks first who may
 * read it. Those without a result are left out.
 */
export function standings({ store, roster }: Pick<ScoresDeps, "store" | "roster">) {
  async function of<S>(
    site: Site,
    { days, before, metric }: Asked,
    subjects: readonly (Wanted["subject"] & { s: S })[],
  ) {
    const all = await store.scorecards();
    const cards = metric === undefined ? all : [cardOf(metric, all, days)];
    const deps: ComputeDeps = { store, sittingIn: roster.sittingIn, cards, calendar: site.calendar };
    const periods = before === undefined ? [days] : [days, before];
    const results = await compute(
      deps,
      subjects.flatMap((subject) => periods.map((period): Wanted => ({ subject, ...period }))),
    );
    return subjects.flatMap(({ s }, index): Standing<S>[] => {
      const [now, then] = periods.map((_, column) =>
        standingOf(s, results[index * periods.length + column], metric !== undefined),
      );
      if (now === undefined) return [];
      const { of: _, before: __, ...earlier } = then ?? now;
      return [then === undefined ? now : { ...now, before: earlier }];
    });
  }

  return {
    /** Of every agent of a site who is here at the end of the days; not of those who are scored as something else. */
    async agents(site: Site, asked: Asked): Promise<readonly Standing<Staff>[]> {
      const staff = (await roster.staffOf(site.id, asked.days.to)).filter(({ roles }) => roles.includes("agent"));
      // A metric alone is measured over the days as a whole, whatever team somebody was in.
      const seated = (person: Staff) => (asked.metric === undefined ? person : { ...person, assignments: [] });
      return of(
        site,
        asked,
        staff.map((person) => ({ is: "person" as const, person: seated(person), s: person })),
      );
    },

    /** Of every team of a site over the sums of its members, with how many they are. */
    async teams(site: Site, asked: Asked): Promise<readonly (Standing<Team> & { readonly people: number })[]> {
      const teams = (await roster.teams()).filter((team) => team.site === site.id);
      const { from } = asked.before ?? asked.days;
      const members = await roster.sittingIn(
        teams.map(({ id }) => id),
        from,
        asked.days.to,
      );
      const found = await of(
        site,
        asked,
        teams.map((team) => ({ is: "team" as const, team: team.id, members, s: team })),
      );
      const peopleOf = (team: Team) =>
        members.filter(({ assignments }) =>
          assignments.some(
            (seat) =>
              seat.team === team.id && seat.seat === "member" && (seat.to ?? asked.days.from) >= asked.days.from,
          ),
        ).length;
      return found.map((one) => ({ ...one, people: peopleOf(one.of) }));
    },
  };
}
export type Standings = ReturnType<typeof standings>;
