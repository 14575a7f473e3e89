import type { Role } from "../../chat/asker.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import type { LocalDate } from "../../kernel/time.ts";
import type { Person, PersonId } from "../people/index.ts";
import { mostAdditions, type Suggestion, standing } from "./domain.ts";
import type { Who } from "./roster.ts";
import { canBecome, type Decision, isOpen, needsReason, type State } from "./states.ts";

type Of<W extends string> = { readonly why: W };
type OfState<W extends string> = Of<W> & { readonly number: number; readonly state: State };

export type VoteRefusal = Of<"other-site"> | Of<"own"> | Of<"reads-only"> | OfState<"closed">;

export type DecideRefusal =
  | Of<"other-site">
  | Of<"own-decision">
  | Of<"not-yours-to-decide">
  | Of<"reason-needed">
  | OfState<"cannot-become">
  | OfState<"closed">
  | Of<"nothing-to-undo">
  | Of<"too-late-to-undo">;

export type OwnRefusal =
  | Of<"other-site">
  | OfState<"closed">
  | Of<"not-yours-to-give">
  | (Of<"has-owner"> & { readonly number: number })
  | (Of<"cannot-own"> & { readonly name: string });

export type AuthorRefusal =
  | Of<"not-the-author">
  | OfState<"closed">
  | OfState<"too-late-to-withdraw">
  | Of<"enough-added">;

type Doer = Pick<Who, "person" | "site" | "roles">;

const owners: readonly Role[] = ["lead", "supervisor", "admin"];
const givers: readonly Role[] = ["supervisor", "admin"];
const holds = (roles: readonly Role[], among: readonly Role[]) => roles.some((role) => among.includes(role));

/** So long after a step it can be undone. */
const undoMs = 24 * 3_600_000;

const closed = ({ number, state }: Suggestion) => refuse({ why: "closed", number, state } as const);

/** Colleagues of the site vote while it is open, not for their own; who wrote an anonymous one cannot be known. */
export function mayVote(now: Suggestion, { person, site, roles }: Doer): Outcome<true, VoteRefusal> {
  if (now.site !== site) return refuse({ why: "other-site" });
  if (now.author === person) return refuse({ why: "own" });
  if (roles.includes("auditor")) return refuse({ why: "reads-only" });
  return isOpen(now) ? done(true) : closed(now);
}

/** Has somebody of the site told of it while it is open, or no longer. */
export function followedBy(
  now: Suggestion,
  { person, site }: Pick<Doer, "person" | "site">,
  isOn: boolean,
): Outcome<Suggestion, VoteRefusal> {
  if (now.site !== site) return refuse({ why: "other-site" });
  if (isOn && !isOpen(now)) return closed(now);
  const others = now.followers.filter((one) => one !== person);
  return done({ ...now, followers: isOn ? [...others, person] : others });
}

/** Its owner, supervisors and admins of the site decide; never its author. */
function mayDecide(now: Suggestion, { person, site, roles }: Doer): Outcome<true, DecideRefusal> {
  if (now.site !== site) return refuse({ why: "other-site" });
  if (now.author === person) return refuse({ why: "own-decision" });
  if (now.owner !== person && !holds(roles, givers)) return refuse({ why: "not-yours-to-decide" });
  return done(true);
}
export const decides = (now: Suggestion, by: Doer): boolean => mayDecide(now, by).ok;

type Reasoned = { readonly by: Doer; readonly reason?: string | undefined; readonly at: Date };
const given = (reason: string | undefined) => (reason === undefined ? {} : { reason });

/** Moves a suggestion on; done and declined need a reason. */
export function decided(
  now: Suggestion,
  { to, by, reason, at }: Reasoned & { readonly to: Decision },
): Outcome<Suggestion, DecideRefusal> {
  const may = mayDecide(now, by);
  if (!may.ok) return may;
  const { number, state } = now;
  if (!canBecome(state, to)) return refuse({ why: "cannot-become", number, state });
  if (needsReason(to) && reason === undefined) return refuse({ why: "reason-needed" });
  const step = { from: state, to, by: by.person, at, ...given(reason) };
  return done({ ...now, state: to, steps: [...now.steps, step], changedAt: at });
}

/** Whether the last step can still be undone. */
export function canUndo(now: Suggestion, at: Date): boolean {
  const last = standing(now.steps).at(-1);
  return last !== undefined && now.state !== "withdrawn" && at.getTime() - last.at.getTime() <= undoMs;
}

/** Takes the last step back within a day, for a reason. */
export function undone(now: Suggestion, { by, reason, at }: Reasoned): Outcome<Suggestion, DecideRefusal> {
  const may = mayDecide(now, by);
  if (!may.ok) return may;
  const last = standing(now.steps).at(-1);
  if (last === undefined || now.state === "withdrawn") return refuse({ why: "nothing-to-undo" });
  if (!canUndo(now, at)) return refuse({ why: "too-late-to-undo" });
  if (reason === undefined) return refuse({ why: "reason-needed" });
  const step = { from: now.state, to: last.from, by: by.person, at, reason, isBack: true } as const;
  return done({ ...now, state: last.from, steps: [...now.steps, step], changedAt: at });
}

/** Why somebody cannot become its owner by themselves; leads, supervisors and admins can. */
export function mayTake(now: Suggestion, { person, site, roles }: Doer): Outcome<true, OwnRefusal> {
  if (now.site !== site) return refuse({ why: "other-site" });
  if (!holds(roles, owners)) return refuse({ why: "not-yours-to-give" });
  if (!isOpen(now)) return closed(now);
  if (now.owner !== undefined && now.owner !== person && !holds(roles, givers))
    return refuse({ why: "has-owner", number: now.number });
  return done(true);
}

/** Whether somebody may give it an owner. */
export const mayGive = (now: Suggestion, { site, roles }: Pick<Doer, "site" | "roles">): boolean =>
  now.site === site && isOpen(now) && holds(roles, givers);

/** Makes a lead, supervisor or admin of its site its owner. */
export function owned(
  now: Suggestion,
  { by, to, isHere }: { readonly by: Doer; readonly to: Person; readonly isHere: boolean },
): Outcome<Suggestion, OwnRefusal> {
  if (to.id === by.person) {
    const may = mayTake(now, by);
    return may.ok ? done({ ...now, owner: to.id }) : may;
  }
  if (now.site !== by.site) return refuse({ why: "other-site" });
  if (!isOpen(now)) return closed(now);
  if (!mayGive(now, by)) return refuse({ why: "not-yours-to-give" });
  if (to.site !== now.site || !isHere || !holds(to.roles, owners)) return refuse({ why: "cannot-own", name: to.name });
  return done({ ...now, owner: to.id });
}

/** Who says that a suggestion is theirs: by who they are, or by the hash of a code. */
export type Claim = { readonly person: PersonId; readonly hash?: string | undefined };

export const isAuthor = ({ author, codeHash }: Suggestion, { person, hash }: Claim): boolean =>
  author === undefined ? hash !== undefined && hash === codeHash : author === person;

/** Adds words of its author while it is open. */
export function added(
  now: Suggestion,
  { claim, text, day }: { readonly claim: Claim; readonly text: string; readonly day: LocalDate },
): Outcome<Suggestion, AuthorRefusal> {
  if (!isAuthor(now, claim)) return refuse({ why: "not-the-author" });
  if (!isOpen(now)) return closed(now);
  if (now.additions.length >= mostAdditions) return refuse({ why: "enough-added" });
  return done({ ...now, additions: [...now.additions, { text, day }] });
}

/** Withdraws it for its author until it is planned; its words are gone then. */
export function withdrawn(
  now: Suggestion,
  { claim, at }: { readonly claim: Claim; readonly at: Date },
): Outcome<Suggestion, AuthorRefusal> {
  if (!isAuthor(now, claim)) return refuse({ why: "not-the-author" });
  const { author, number, state } = now;
  if (state === "withdrawn") return done(now);
  if (!canBecome(state, "withdrawn")) return refuse({ why: "too-late-to-withdraw", number, state });
  const step = { from: state, to: "withdrawn", at, ...(author === undefined ? {} : { by: author }) } as const;
  return done({ ...now, state: "withdrawn", text: "", additions: [], steps: [...now.steps, step], changedAt: at });
}

/** Whether its author may still withdraw it. */
export const canWithdraw = ({ state }: Suggestion): boolean => canBecome(state, "withdrawn");
