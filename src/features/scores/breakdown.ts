import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { type Subject, stretchesOf, type Wanted } from "./compute.ts";
import { type Line, type Summary, standingOf, type Whole } from "./domain.ts";
import { measure, ofContacts } from "./metrics/index.ts";
import type { Measured } from "./metrics/measured.ts";
import { type Period, periodsUntil } from "./period.ts";
import { fewestPeople } from "./person-score.ts";
import type { AskedPerson, AskedTeam, Desk, Reading, ScoresDeps, Whose } from "./reading.ts";
import type { Refusal } from "./refusal.ts";
import type { Component, Metric } from "./scorecard.ts";
import type { Dimension } from "./store.ts";
import type { Sums } from "./sums.ts";

/** One slice: its contacts, and what each metric of contacts came to; those of too few people are not told. */
export type Slice = {
  readonly key: string;
  readonly handled: number;
  readonly values: Readonly<Partial<Record<Metric, Measured>>>;
  /** Of a team: fewer people than a group is told of. */
  readonly hidden: boolean;
};

/** A score opened by hour, queue, project or day. */
export type Breakdown = {
  readonly whose: Whose;
  readonly period: Period;
  readonly dimension: Dimension;
  /** The components that single contacts can tell of, with their targets. */
  readonly components: readonly Component[];
  readonly slices: readonly Slice[];
  readonly dataAsOf?: Date;
};

/** A score or one of its metrics over several periods, the latest last. */
export type Trend = {
  readonly whose: Whose;
  readonly period: Period;
  readonly metric?: Metric;
  /** The metrics whose trend can be asked for. */
  readonly metrics: readonly Metric[];
  readonly points: readonly { readonly period: Period; readonly result?: Summary }[];
  readonly target?: number;
  readonly dataAsOf?: Date;
};

/** How many periods a trend shows of each length. */
const shown: Readonly<Record<Period["is"], number>> = { day: 14, week: 8, month: 6, span: 6 };

type Opened = {
  readonly desk: Desk;
  readonly whose: Whose;
  readonly subject: Subject;
  readonly wanted: (period: Period) => Wanted;
};
/** What is opened up: a person or a team. */
export type AskedOf = ({ readonly of: "person" } & AskedPerson) | ({ readonly of: "team" } & AskedTeam);

function sliceOf(
  components: readonly Component[],
  key: string,
  sums: Sums,
  isTeam: boolean,
  desk: Desk,
  on: Wanted,
): Slice {
  const span = { from: on.from, through: on.to, calendar: desk.site.calendar };
  const values = components.flatMap((one) => {
    const measured = measure(one, { sums, span });
    return measured === undefined ? [] : [[one.metric, measured] as const];
  });
  const hidden = isTeam && sums.people < fewestPeople;
  return { key, handled: sums.handled, values: Object.fromEntries(values), hidden };
}

/** One metric over a period: where scorecards changed within it, its parts weigh as they do in the whole. */
function metricOver({ parts }: Whole, metric: Metric): Summary | undefined {
  const told = parts.flatMap(({ lines, share }) =>
    lines.filter((line) => line.metric === metric).map((line) => ({ line, share })),
  );
  const shares = told.reduce((sum, { share }) => sum + share, 0);
  if (told.length === 0 || shares === 0) return undefined;
  const over = (of: (line: Line) => number) =>
    told.reduce((sum, { line, share }) => sum + share * of(line), 0) / shares;
  const n = told.reduce((sum, { line }) => sum + line.n, 0);
  const isSampled = told.every(({ line }) => line.interval !== undefined);
  return {
    points: over((line) => line.points),
    n,
    standing: standingOf(n),
    atTarget: over((line) => line.atTarget),
    ...(isSampled
      ? { interval: { low: over((l) => l.interval?.low ?? 0), high: over((l) => l.interval?.high ?? 0) } }
      : {}),
  };
}

/** Scores opened up: by hour, queue, project and day, and over time. */
export function breakdowns({ store }: ScoresDeps, desks: Reading) {
  async function open(
    asked: AskedOf,
    periods: number,
    action: string,
  ): Promise<Outcome<Opened & { periods: readonly Period[] }, Refusal>> {
    if (asked.of === "person") {
      const opened = await desks.openPerson(asked, action);
      if (!opened.ok) return opened;
      const { desk, person, own, today } = opened.value;
      const subject = desks.ofPerson(person);
      const whose = { is: "person", id: person.id, name: person.name, own } as const;
      return done({
        desk,
        whose,
        subject,
        periods: periodsUntil(asked.period, periods, desk.site.calendar),
        wanted: (period) => desks.wantedOf(subject, period, today),
      });
    }
    const opened = await desks.openTeam(asked, action);
    if (!opened.ok) return opened;
    const { desk, team, today } = opened.value;
    const all = periodsUntil(asked.period, periods, desk.site.calendar);
    const subject = await desks.ofTeam(team.id, all[0]?.from ?? asked.period.from, asked.period.to);
    const whose = { is: "team", id: team.id, name: team.name, own: false } as const;
    return done({
      desk,
      whose,
      subject,
      periods: all,
      wanted: (period) => desks.wantedOf(subject, period, today),
    });
  }

  const asOf = ({ dataAsOf }: Desk) => (dataAsOf === undefined ? {} : { dataAsOf });

  return {
    async breakdown(asked: AskedOf, dimension: Dimension): Promise<Outcome<Breakdown, Refusal>> {
      const opened = await open(asked, 1, `read ${asked.of} by ${dimension}`);
      if (!opened.ok) return opened;
      const { desk, whose, wanted } = opened.value;
      const on = wanted(asked.period);
      const [result] = await desk.results([on]);
      if (result === undefined) return refuse({ why: "no-scorecard", name: whose.name });
      const components = result.scorecard.components.filter(({ metric }) => ofContacts.includes(metric));
      const found = await store.sumsBy(dimension, stretchesOf(on));
      const slices = found
        .map(({ key, sums }) => sliceOf(components, key, sums, whose.is === "team", desk, on))
        .sort((a, b) => (dimension === "queue" || dimension === "project" ? b.handled - a.handled : 0));
      return done({ whose, period: asked.period, dimension, components, slices, ...asOf(desk) });
    },

    async trend(asked: AskedOf, metric?: Metric): Promise<Outcome<Trend, Refusal>> {
      const opened = await open(asked, shown[asked.period.is], `read ${asked.of} trend`);
      if (!opened.ok) return opened;
      const { desk, whose, periods, wanted } = opened.value;
      const results = await desk.results(periods.map(wanted));
      const last = results.findLast((one) => one !== undefined);
      if (last === undefined) return refuse({ why: "no-scorecard", name: whose.name });
      const weighed = last.scorecard.components.map((one) => one.metric);
      if (metric !== undefined && !weighed.includes(metric)) return refuse({ why: "not-weighed", metric, weighed });
      const points = periods.map((period, index) => {
        const made = results[index]?.score;
        if (made === undefined || made.standing === "none") return { period };
        if (metric === undefined) return { period, result: made };
        const result = metricOver(made, metric);
        if (result === undefined) return { period };
        return { period, result };
      });
      const first = points.findIndex(({ result }) => result !== undefined);
      const target = points.findLast((one) => one.result !== undefined)?.result?.atTarget;
      return done({
        whose,
        period: asked.period,
        ...(metric === undefined ? {} : { metric }),
        metrics: weighed,
        points: points.slice(Math.max(0, first)),
        ...(target === undefined ? {} : { target }),
        ...asOf(desk),
      });
    },
  };
}
