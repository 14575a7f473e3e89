import { plusBusinessDays } from "../../kernel/business-time.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { dayAt, type LocalDate } from "../../kernel/time.ts";
import { isHere, type Person, type PersonId, type Site, type SiteId } from "../people/index.ts";
import type { Ballot, GoodCall, Result } from "./domain.ts";
import type { GoodCallsConfig } from "./rules.ts";
import { after, type Event, type State } from "./states.ts";

/** Why a vote is not counted. */
export type VoteRefusal =
  | { readonly why: "own-nomination" }
  | { readonly why: "own-call" }
  | { readonly why: "reads-only" }
  | { readonly why: "other-site" }
  | { readonly why: "vote-over"; readonly number: number };

/** Why nothing came of an answer, or of taking a call back. */
export type DecideRefusal =
  | { readonly why: "not-your-call" }
  | { readonly why: "not-asked"; readonly number: number; readonly state: State }
  | { readonly why: "not-yours-to-take-back" }
  | { readonly why: "in-the-library"; readonly number: number }
  | { readonly why: "over-already"; readonly number: number };

export type Voter = { readonly person: PersonId; readonly site: SiteId; readonly roles: readonly string[] };

/** A call after something happened to it; a fault where that cannot happen. */
function moved(call: GoodCall, event: Event, but: Partial<GoodCall> = {}): GoodCall {
  const state = after(call.state, event);
  if (state === undefined) throw new Error(`${event} cannot happen to a good call that is ${call.state}`);
  const { nextAt: _, ...rest } = call;
  return { ...rest, state, ...but };
}

const isOver = ({ nextAt }: GoodCall, at: Date): boolean => nextAt === undefined || nextAt <= at;

/** Colleagues of the site vote while the vote is open; neither its agent, nor its nominator, nor who may look behind it. */
export function mayVote(call: GoodCall, { person, site, roles }: Voter, at: Date): Outcome<true, VoteRefusal> {
  if (call.nominator === person) return refuse({ why: "own-nomination" });
  if (call.agent === person) return refuse({ why: "own-call" });
  if (roles.includes("auditor")) return refuse({ why: "reads-only" });
  if (call.site !== site) return refuse({ why: "other-site" });
  if (call.state !== "voting" || isOver(call, at)) return refuse({ why: "vote-over", number: call.number });
  return done(true);
}

/** How a vote stands against what a site asks for. */
const resultOf = (votes: readonly Pick<Ballot, "isFor">[], rules: GoodCallsConfig): Result => ({
  for: votes.filter(({ isFor }) => isFor).length,
  all: votes.length,
  needed: rules.votesNeeded,
  share: rules.shareNeeded,
});

/** Whether enough were for it: so many, and so large a share of all. */
export const isChosen = (result: Result): boolean =>
  result.for >= result.needed && result.for * 100 >= result.share * result.all;

/** What a call is looked at with when its time is over. */
export type Due = {
  readonly votes: readonly Ballot[];
  readonly agent: Person | undefined;
  readonly site: Site;
  readonly rules: GoodCallsConfig;
  readonly at: Date;
};

/** What time alone has made of a call by now; the same call where it is not due. */
export function ended(call: GoodCall, { votes, agent, site, rules, at }: Due): GoodCall {
  if (call.nextAt === undefined || call.nextAt > at) return call;
  // Also of who has left meanwhile: otherwise what is withdrawn would tell what was declined.
  if (call.state === "consent") return moved(call, "silence");
  if (agent === undefined || !isHere(agent, dayAt(at, site.zone))) return moved(call, "left");
  const result = resultOf(votes, rules);
  if (!isChosen(result)) return moved(call, "passed-over", { result });
  return moved(call, "chosen", { result, nextAt: plusBusinessDays(site, at, rules.consentDays) });
}

/** Its agent's answer while they are asked; the same answer given again changes nothing. */
export function answeredBy(
  call: GoodCall,
  { person, isYes, at }: { readonly person: PersonId; readonly isYes: boolean; readonly at: Date },
): Outcome<GoodCall, DecideRefusal> {
  const { number, state } = call;
  if (call.agent !== person) return refuse({ why: "not-your-call" });
  if (state === (isYes ? "accepted" : "declined")) return done(call);
  if (state !== "consent" || isOver(call, at)) return refuse({ why: "not-asked", number, state });
  return done(isYes ? moved(call, "agreed", { acceptedAt: at }) : moved(call, "refused"));
}

/** Whether an admin of its site decides over a call in place of its agent, who has left and no longer can. */
export const standsInFor = (
  agent: Person | undefined,
  call: GoodCall,
  { site, roles }: Pick<Voter, "site" | "roles">,
  on: LocalDate,
): boolean => roles.includes("admin") && call.site === site && (agent === undefined || !isHere(agent, on));

/**
 * Its nominator takes a call back while the vote is open; once it is in the library, its agent or who stands in for them
 * does at any time. In between nobody does, so that nobody but its agent can tell a no from a yes still to come.
 */
export function takenBack(
  call: GoodCall,
  { person, isStandIn }: { readonly person: PersonId; readonly isStandIn: boolean },
): Outcome<GoodCall, DecideRefusal> {
  const { number, state } = call;
  const [speaksForAgent, isNominator] = [call.agent === person || isStandIn, call.nominator === person];
  if (!speaksForAgent && !isNominator) return refuse({ why: "not-yours-to-take-back" });
  if (state === "withdrawn") return done(call);
  if (speaksForAgent && after(state, "consent-withdrawn")) return done(moved(call, "consent-withdrawn"));
  if (isNominator && after(state, "taken-back")) return done(moved(call, "taken-back"));
  if (state === "accepted") return refuse({ why: "in-the-library", number });
  return refuse(state === "voting" ? { why: "not-yours-to-take-back" } : { why: "over-already", number });
}
