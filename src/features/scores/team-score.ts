import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import type { PersonId, Team } from "../people/domain.ts";
import type { Summary, Whole } from "./domain.ts";
import { type Period, periodsUntil, through } from "./period.ts";
import { cardsOf, type Explanation, fewestPeople, median } from "./person-score.ts";
import { rank } from "./ranking.ts";
import type { AskedTeam, Reading } from "./reading.ts";
import type { Refusal } from "./refusal.ts";
import type { Scorecard } from "./scorecard.ts";

/** Somebody of a team, with the results of the periods before, the latest first. */
export type Member = Summary & {
  readonly person: PersonId;
  readonly name: string;
  readonly earlier: readonly (Summary | undefined)[];
};

/** Who may need a hand; only those who lead them see it. */
export type Exceptions = {
  /** Even the better end of their interval is a point or more below what their targets come to. */
  readonly below: readonly Member[];
  /** Fell in each of the last three periods. */
  readonly sliding: readonly Member[];
  readonly few: readonly Member[];
};

/** A team's result: the scorecard over the sums of its members. */
export type TeamScore = {
  readonly team: Team;
  readonly period: Period;
  readonly running: boolean;
  readonly score: Whole;
  readonly scorecard: Scorecard;
  /** Every version that a part of the result was made by. */
  readonly cards: readonly Scorecard[];
  readonly before?: { readonly score: Whole; readonly period: Period };
  /** In order of name; those without a result are left out. */
  readonly members: readonly Member[];
  /** Missing where the team is too small to be broken out. */
  readonly exceptions?: Exceptions;
  readonly top: readonly (Member & { readonly place: number })[];
  readonly improved: readonly Member[];
  readonly median?: number;
  readonly dataAsOf?: Date;
  /** The other teams that this viewer may open. */
  readonly others: readonly Team[];
};

const fallsCounted = 3;

/** A smaller gap to the targets needs nobody's hand. */
const gapToTell = 1;

const isFirm = (of: Summary | undefined): of is Summary => of?.standing === "firm";

/** Fell in each of the last three periods, with enough results in every one. */
function isSliding({ earlier, ...now }: Member): boolean {
  const all = [now, ...earlier.slice(0, fallsCounted)];
  return (
    all.length === fallsCounted + 1 &&
    all.every(isFirm) &&
    all.every((one, index) => index === 0 || (all[index - 1]?.points ?? 0) < (one?.points ?? 0) - 0.05)
  );
}

/** Who may need a hand: below target for sure, sliding, too few results to tell. A day under way is not held to a day's targets. */
export const exceptions = (members: readonly Member[], isRunningDay: boolean): Exceptions => ({
  below: members.filter(
    (one) => !isRunningDay && one.n >= 5 && (one.interval?.high ?? one.points) <= one.atTarget - gapToTell,
  ),
  sliding: members.filter(isSliding),
  few: members.filter((one) => one.standing === "few"),
});

const rise = (one: Member) => one.points - (one.earlier[0]?.points ?? one.points);

/** Those who rose most against the period before, with enough results in both; at most three. */
export const mostImproved = (members: readonly Member[]): readonly Member[] =>
  members
    .filter((one) => isFirm(one) && isFirm(one.earlier[0]) && rise(one) >= 0.05)
    .sort((a, b) => rise(b) - rise(a))
    .slice(0, 3);

/** Those who share the first place, unless everybody does: then nobody is ahead. */
function atTheTop<T extends { readonly place: number }>(ranked: readonly T[]): readonly T[] {
  const first = ranked.filter(({ place }) => place === 1);
  return first.length === ranked.length ? [] : first;
}

/** Teams' results. */
export const teamScores = (desks: Reading) => ({
  /** How a team's result came to be. */
  async explainTeam(asked: AskedTeam): Promise<Outcome<Explanation, Refusal>> {
    const opened = await desks.openTeam(asked, "read team explanation");
    if (!opened.ok) return opened;
    const { desk, team, today } = opened.value;
    const { period } = asked;
    const subject = await desks.ofTeam(team.id, period.from, through(period, today));
    const [result] = await desk.results([desks.wantedOf(subject, period, today)]);
    if (result === undefined) return refuse({ why: "no-scorecard", name: team.name });
    return done({
      whose: { is: "team", id: team.id, name: team.name, own: false },
      period,
      score: result.score,
      cards: cardsOf(desk.cards, result.score),
      ...(desk.dataAsOf === undefined ? {} : { dataAsOf: desk.dataAsOf }),
    });
  },

  async ofTeam(asked: AskedTeam): Promise<Outcome<TeamScore, Refusal>> {
    const opened = await desks.openTeam(asked);
    if (!opened.ok) return opened;
    const { desk, team, others, today } = opened.value;
    const { period } = asked;
    const running = period.to >= today;
    const isRunningDay = period.is === "day" && running;
    // A day that is not over cannot fairly be compared with whole ones.
    const periods = periodsUntil(period, isRunningDay ? 1 : 1 + fallsCounted, desk.site.calendar).reverse();
    const first = periods.at(-1)?.from ?? period.from;
    const subject = await desks.ofTeam(team.id, first, through(period, today));
    const sitting = subject.members.filter(({ assignments }) =>
      assignments.some((seat) => seat.team === team.id && seat.seat === "member" && (seat.to ?? today) >= period.from),
    );
    const ofTeam = periods.slice(0, 2).map((one) => desks.wantedOf(subject, one, today));
    const ofEach = sitting.flatMap((person) =>
      periods.map((one) => desks.wantedOf({ is: "team", team: team.id, members: [person] }, one, today)),
    );
    const results = await desk.results([...ofTeam, ...ofEach]);
    const [result, before] = results.slice(0, ofTeam.length);
    const each = results.slice(ofTeam.length);
    if (result === undefined) return refuse({ why: "no-scorecard", name: team.name });
    const summary = (index: number): Summary | undefined => {
      const found = each[index]?.score;
      return found === undefined || found.standing === "none" ? undefined : found;
    };
    const members = sitting
      .flatMap(({ id, name }, row): Member[] => {
        const [now, ...earlier] = periods.map((_, column) => summary(row * periods.length + column));
        return now === undefined ? [] : [{ ...now, person: id, name, earlier }];
      })
      .sort((a, b) => a.name.localeCompare(b.name));
    const told = members.filter(({ n }) => n >= 5);
    const isTold = members.length >= fewestPeople;
    const ranked = rank(members);
    const middle = median(told.map(({ points }) => points));
    return done({
      team,
      period,
      running,
      score: result.score,
      scorecard: result.scorecard,
      cards: cardsOf(desk.cards, result.score),
      ...(before && before.score.n >= 5 && periods[1] ? { before: { score: before.score, period: periods[1] } } : {}),
      members,
      ...(isTold ? { exceptions: exceptions(members, isRunningDay) } : {}),
      top: ranked.length >= fewestPeople && !isRunningDay ? atTheTop(ranked) : [],
      improved: isTold ? mostImproved(members) : [],
      ...(told.length >= fewestPeople && middle !== undefined ? { median: middle } : {}),
      ...(desk.dataAsOf === undefined ? {} : { dataAsOf: desk.dataAsOf }),
      others,
    });
  },
});
