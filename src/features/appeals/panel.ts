import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import {
  type Appeal,
  type Ballot,
  type Candidates,
  type Challenge,
  type Code,
  hasVoted,
  type ItemDecision,
  isSettled,
  type Seat,
  type SeatName,
} from "./domain.ts";
import { moved } from "./moved.ts";
import { type AppealRules, reasonLength } from "./rules.ts";
import type { State } from "./states.ts";

export type VoteRefusal =
  | { readonly why: "not-now"; readonly state: State }
  /** Parties do not sit. */
  | { readonly why: "agent-cannot-vote" }
  | { readonly why: "scorer-cannot-vote" }
  /** They do not sit here; `passedTo` holds the seat that was theirs. */
  | { readonly why: "not-on-panel"; readonly passedTo?: string }
  /** They sit, but hold no office any more by which they may. */
  | { readonly why: "no-longer-in-office" }
  | { readonly why: "not-challenged"; readonly item: string }
  | { readonly why: "voted-twice"; readonly item: string }
  | { readonly why: "no-such-points"; readonly item: string; readonly points: number }
  /** More points than before are somebody's or something's error. */
  | { readonly why: "more-without-error" }
  | { readonly why: "reason-too-short"; readonly min: number; readonly length: number }
  | { readonly why: "reason-too-long"; readonly max: number; readonly length: number };

export type Vote = {
  readonly by: string;
  readonly item: string;
  readonly points: number;
  readonly code: Code;
  readonly reason: string;
  readonly at: Date;
};

/** What a vote is judged by: whether points are on the form, who may sit for each seat now, and the site's rules. */
export type Bench = {
  readonly can: (item: string, points: number) => boolean;
  /** Everybody who may sit for each seat now, those who are away included. */
  readonly inOffice: Candidates;
  readonly rules: AppealRules;
};

function seatOf(appeal: Appeal, by: string, inOffice: Candidates): Outcome<Seat, VoteRefusal> {
  if (by === appeal.agent) return refuse({ why: "agent-cannot-vote" });
  if (by === appeal.scorer) return refuse({ why: "scorer-cannot-vote" });
  const seat = appeal.seats.find(({ holder }) => holder === by);
  if (seat === undefined) {
    const passed = appeal.seats.find(({ passedBy }) => passedBy.includes(by));
    return refuse({ why: "not-on-panel", ...(passed?.holder === undefined ? {} : { passedTo: passed.holder }) });
  }
  return inOffice[seat.name].includes(by) ? done(seat) : refuse({ why: "no-longer-in-office" });
}

function ballotOf(appeal: Appeal, seat: Seat, vote: Vote, { can }: Bench): Outcome<Ballot, VoteRefusal> {
  const { item, points, code, at } = vote;
  const challenge = appeal.challenges.find((one) => one.item === item);
  if (challenge === undefined) return refuse({ why: "not-challenged", item });
  if (seat.ballots.some((one) => one.item === item)) return refuse({ why: "voted-twice", item });
  if (!can(item, points)) return refuse({ why: "no-such-points", item, points });
  if (points > challenge.original && code === "no-error") return refuse({ why: "more-without-error" });
  const reason = vote.reason.trim();
  const { min, max } = reasonLength;
  if (reason.length < min) return refuse({ why: "reason-too-short", min, length: reason.length });
  if (reason.length > max) return refuse({ why: "reason-too-long", max, length: reason.length });
  return done({ item, points, code, reason, at });
}

/**
 * One of the panel scores one item anew, once and with a reason; nobody sees it until all are in. The last vote decides.
 */
export function vote(appeal: Appeal, given: Vote, bench: Bench): Outcome<Appeal, VoteRefusal> {
  if (appeal.state !== "panel") return refuse({ why: "not-now", state: appeal.state });
  const found = seatOf(appeal, given.by, bench.inOffice);
  if (!found.ok) return found;
  const ballot = ballotOf(appeal, found.value, given, bench);
  if (!ballot.ok) return ballot;
  const seat = { ...found.value, ballots: [...found.value.ballots, ballot.value] };
  const seats = appeal.seats.map((one) => (one.name === seat.name ? seat : one));
  const { at, by } = given;
  const happened = hasVoted(appeal, seat)
    ? [...appeal.happened, { is: "voted" as const, at, seat: seat.name, by }]
    : appeal.happened;
  return done(decidedIfComplete({ ...appeal, seats, happened }, bench.rules, at));
}

type Cast = Ballot & { readonly seat: SeatName };

/**
 * The vote that carries: the supervisor's where the superior decides and has voted, else the middle one by points, of an
 * even number the higher of the two in the middle. So two who agree prevail over a third.
 */
function prevailing(cast: readonly Cast[], decidedBy: AppealRules["decidedBy"]): Cast | undefined {
  const superior = decidedBy === "superior" ? cast.find(({ seat }) => seat === "supervisor") : undefined;
  return superior ?? [...cast].sort((a, b) => a.points - b.points)[Math.floor(cast.length / 2)];
}

/** What the votes on one item come to: never less than it had; unanswered, what was asked for. */
function itemDecision(challenge: Challenge, cast: readonly Cast[], { decidedBy }: AppealRules): ItemDecision {
  const { original, proposed } = challenge;
  const found = prevailing(cast, decidedBy);
  if (found === undefined) return { ...challenge, decided: proposed, outcome: "upheld", code: "system", reasons: [] };
  const decided = Math.max(original, found.points);
  const outcome = decided >= proposed ? "upheld" : decided > original ? "partly" : "rejected";
  return { ...challenge, decided, outcome, code: found.code, reasons: cast.map(({ reason }) => reason) };
}

/** Decides as soon as every seat has voted or nobody is left for it. */
export function decidedIfComplete(appeal: Appeal, rules: AppealRules, at: Date): Appeal {
  if (!appeal.seats.every((seat) => isSettled(appeal, seat))) return appeal;
  const items = appeal.challenges.map((challenge) => {
    const cast = appeal.seats.flatMap(({ name, ballots }) =>
      ballots.filter(({ item }) => item === challenge.item).map((ballot): Cast => ({ ...ballot, seat: name })),
    );
    return itemDecision(challenge, cast, rules);
  });
  const isHeard = appeal.seats.some(({ ballots }) => ballots.length > 0);
  const next = moved(appeal, "decided", { is: "decided", at });
  return { ...next, decision: { at, by: isHeard ? "panel" : "silence", items } };
}
