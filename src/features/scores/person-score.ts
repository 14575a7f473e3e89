import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { dayAt, daysBetween } from "../../kernel/time.ts";
import { type Person, type Team, teamsOf } from "../people/domain.ts";
import type { Result } from "./compute.ts";
import type { Summary, Whole } from "./domain.ts";
import { type Period, periodBefore, through } from "./period.ts";
import type { AskedPerson, OpenPerson, Reading, ScoresDeps, Whose } from "./reading.ts";
import type { Refusal } from "./refusal.ts";
import type { Scorecard } from "./scorecard.ts";
import type { Computed, KeptRevision, Revision } from "./store.ts";

/** How a team's people did, told by its middle and never by name. */
export type TeamMiddle = { readonly team: Team; readonly median: number; readonly people: number };

/** A person's score with what it stands on. */
export type PersonScore = {
  readonly person: Person;
  readonly own: boolean;
  readonly period: Period;
  readonly running: boolean;
  readonly score: Whole;
  readonly scorecard: Scorecard;
  /** Every version that a part of the score was made by. */
  readonly cards: readonly Scorecard[];
  readonly revision?: Revision;
  /** The score of the period that it is held against, where the two can be compared. */
  readonly before?: { readonly score: Whole; readonly period: Period };
  readonly middle?: TeamMiddle;
  /** How many days customers still have to come again after the last of the period's days; 0 when none. */
  readonly settlesInDays: number;
  readonly dataAsOf?: Date;
};

/** A score with all that explains it; a team's is made anew each time and has no revisions. */
export type Explanation = {
  readonly whose: Whose;
  readonly period: Period;
  readonly score: Whole;
  readonly cards: readonly Scorecard[];
  readonly revisions?: readonly KeptRevision[];
  readonly dataAsOf?: Date;
};

/** The versions that the parts of a score were made by. */
export const cardsOf = (cards: readonly Scorecard[], { parts }: Whole): readonly Scorecard[] =>
  cards.filter(({ id, version }) => parts.some((part) => part.scorecard === id && part.version === version));

/** The fewest people that a group is told of (product rules §2). */
export const fewestPeople = 3;

/** The middle of some numbers; undefined of none. */
export function median(all: readonly number[]): number | undefined {
  const sorted = [...all].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const [a, b] = sorted.length % 2 === 1 ? [sorted[half], sorted[half]] : [sorted[half - 1], sorted[half]];
  return a === undefined || b === undefined ? undefined : (a + b) / 2;
}

const isTold = ({ n, standing }: Summary) => standing !== "none" && n >= 5;

/** People's own scores. */
export function personScores({ store, roster }: ScoresDeps, desks: Reading) {
  /** The team in which somebody sits as a member at the end of a period, with all who do. */
  async function teamOf({ person, today }: OpenPerson, { period }: AskedPerson) {
    const last = through(period, today);
    const [id] = teamsOf(person, last, ["member"]);
    if (id === undefined) return { members: [] };
    const [team, members] = await Promise.all([roster.team(id), roster.sittingIn([id], last, last)]);
    return { team, members: members.length < fewestPeople ? [] : members };
  }

  /** How a team did, if enough of it worked. */
  function middleOf(team: Team | undefined, results: readonly (Result | undefined)[]): TeamMiddle | undefined {
    const points = results.flatMap((one) => (one !== undefined && isTold(one.score) ? [one.score.points] : []));
    const middle = median(points);
    return team === undefined || middle === undefined || points.length < fewestPeople
      ? undefined
      : { team, median: middle, people: points.length };
  }

  /** The score of a person and period, kept as a new revision where it differs from the last. */
  async function made(
    opened: OpenPerson,
    asked: AskedPerson,
    against?: Period,
  ): Promise<Outcome<PersonScore, Refusal>> {
    const { desk, person, today } = opened;
    const { period, at } = asked;
    const earlier = against ?? periodBefore(period, desk.site.calendar);
    const { team, members } = await teamOf(opened, asked);
    const own = [period, earlier].map((one) => desks.wantedOf(desks.ofPerson(person), one, today));
    const everybody = members.map((one) => desks.wantedOf(desks.ofPerson(one), period, today));
    const [result, before, ...results] = await desk.results([...own, ...everybody]);
    const middle = middleOf(team, results);
    if (result === undefined) return refuse({ why: "no-scorecard", name: person.name });
    const { score, scorecard, shared } = result;
    const asOf = desk.dataAsOf === undefined ? {} : { dataAsOf: desk.dataAsOf };
    const computed: Computed = {
      person: person.id,
      from: period.from,
      to: period.to,
      scorecard: scorecard.id,
      version: scorecard.version,
      score,
      shared,
      ...asOf,
    };
    const [revision] = score.standing === "none" ? [] : await store.keep([computed], at);
    const running = period.to >= today;
    // A day that is not over cannot fairly be compared with a whole one.
    const isComparable = against !== undefined || !(period.is === "day" && running);
    return done({
      person,
      own: opened.own,
      period,
      running,
      score,
      scorecard,
      cards: cardsOf(desk.cards, score),
      ...(revision ? { revision } : {}),
      ...(before !== undefined && isTold(before.score) && isComparable
        ? { before: { score: before.score, period: earlier } }
        : {}),
      ...(middle ? { middle } : {}),
      settlesInDays: Math.max(0, desk.site.repeatWithinDays - daysBetween(period.to, today)),
      ...asOf,
    });
  }

  return {
    async ofPerson(asked: AskedPerson & { readonly against?: Period | undefined }) {
      const opened = await desks.openPerson(asked);
      return opened.ok ? made(opened.value, asked, asked.against) : opened;
    },

    /** The score with its inputs' history: every revision with what brought it about. */
    async explain(asked: AskedPerson): Promise<Outcome<Explanation, Refusal>> {
      const opened = await desks.openPerson(asked, "read explanation");
      if (!opened.ok) return opened;
      const score = await made(opened.value, asked);
      if (!score.ok) return score;
      const { from, to } = asked.period;
      const all = await store.revisions({ person: opened.value.person.id, from, to });
      // What changed while the period ran is no correction: its last state is what corrections are held against.
      const { zone } = opened.value.desk.site;
      const ended = all.filter(({ at }) => dayAt(at, zone) > to);
      const revisions = all.slice(Math.max(0, all.length - ended.length - 1));
      const { person, own, period, score: whole, cards, dataAsOf } = score.value;
      const whose = { is: "person", id: person.id, name: person.name, own } as const;
      return done({ whose, period, score: whole, cards, revisions, ...(dataAsOf === undefined ? {} : { dataAsOf }) });
    },
  };
}
