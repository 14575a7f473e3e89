import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import type { PersonId } from "../people/index.ts";
import { answerNoted, minutesAfter, type Now, nextRound, noted, paused, running } from "./clocks.ts";
import type { Entry, EntryKind, HelpRequest, NewEntry } from "./domain.ts";
import { type HelpConfig, noteLength } from "./rules.ts";
import { after, type Event, isUnderWay, type State } from "./states.ts";

/** Who does something, and whether they may help: on duty, a lead, or in a role that the site lets help. */
export type Who = { readonly person: PersonId; readonly isHelper: boolean; readonly isLead: boolean };

export type Refusal =
  | { readonly why: "not-now"; readonly state: State }
  | { readonly why: "not-a-helper" }
  | { readonly why: "own-request" }
  | { readonly why: "not-the-asker" }
  | { readonly why: "claimed"; readonly claimer: PersonId }
  | { readonly why: "not-a-helper-to" }
  | { readonly why: "hand-over-to-asker" }
  | { readonly why: "note-needed"; readonly least: number }
  | { readonly why: "too-late-to-reopen"; readonly until: Date };

/** What a move makes of a request, and what is added to its talk; nothing is where it changes nothing. */
export type Moved = { readonly request: HelpRequest; readonly entries: readonly NewEntry[] };
export type Move = Outcome<Moved, Refusal>;

const minutesOfHour = 60;

/** A request in the state that an event leads to. */
function moved(request: HelpRequest, event: Event): Outcome<HelpRequest, Refusal> {
  const state = after(request.state, event);
  return state === undefined ? refuse({ why: "not-now", state: request.state }) : done({ ...request, state });
}

const entry = (kind: EntryKind, at: Date, person?: PersonId, text = ""): NewEntry => ({
  kind,
  at,
  text,
  ...(person === undefined ? {} : { person }),
});

/** Whoever has a request may go on with it when their duty is over. */
const helps = ({ claimer }: HelpRequest, { person, isHelper }: Who): boolean => isHelper || claimer === person;

/** Why somebody may not help with a request. */
function mayHelp(request: HelpRequest, who: Who): Outcome<true, Refusal> {
  if (request.asker === who.person) return refuse({ why: "own-request" });
  return helps(request, who) ? done(true) : refuse({ why: "not-a-helper" });
}

const held = (request: HelpRequest, claimer: PersonId, at: Date): HelpRequest => ({
  ...request,
  claimer,
  claimedAt: at,
  hasAnswered: false,
});

/** A request that nobody is at any more. */
export function unheld({ claimer: _, claimedAt: __, hasAnswered: ___, ...request }: HelpRequest): HelpRequest {
  return request;
}

/**
 * One person is at it, the first who says so; whoever says so twice changes nothing. Who may not help any more leaves
 * it to the next.
 */
export function claimed(
  request: HelpRequest,
  who: Who,
  { at }: Now,
  mayNotHelp: (claimer: PersonId) => boolean = () => false,
): Move {
  const may = mayHelp(request, who);
  if (!may.ok) return may;
  const { claimer, state } = request;
  if (claimer === who.person && isUnderWay(state)) return done({ request, entries: [] });
  if (claimer !== undefined && isUnderWay(state) && !mayNotHelp(claimer)) return refuse({ why: "claimed", claimer });
  const next = moved(request, state === "open" ? "claimed" : "handed-over");
  return next.ok
    ? done({ request: held(next.value, who.person, at), entries: [entry("claimed", at, who.person)] })
    : next;
}

/** Claims first what nobody is at. */
function withClaim(request: HelpRequest, who: Who, now: Now): Move {
  return request.state === "open" ? claimed(request, who, now) : done({ request, entries: [] });
}

/** Somebody who may help says something to the agent besides whoever is at it; no clock heeds it. */
export function remarked(request: HelpRequest, who: Who, text: string, { at }: Now): Move {
  const may = mayHelp(request, who);
  if (!may.ok) return may;
  if (!isUnderWay(request.state)) return refuse({ why: "not-now", state: request.state });
  return done({ request, entries: [entry("answer", at, who.person, text)] });
}

/**
 * Whoever is at it, or takes it so, says something to the agent; the clocks stand still where they need something of
 * them. Of others it is a remark.
 */
export function answered(
  request: HelpRequest,
  who: Who,
  { text, needsReply }: { readonly text: string; readonly needsReply: boolean },
  now: Now,
): Move {
  const may = mayHelp(request, who);
  if (!may.ok) return may;
  if (request.state !== "open" && request.claimer !== who.person) return remarked(request, who, text, now);
  const own = withClaim(request, who, now);
  if (!own.ok) return own;
  const isWaiting = needsReply && own.value.request.state !== "waiting";
  const next = moved(answerNoted(own.value.request, now), isWaiting ? "asked-agent" : "answered");
  if (!next.ok) return next;
  const { at } = now;
  const { firstAnswerAt = at, round } = next.value;
  const told: HelpRequest = {
    ...next.value,
    hasAnswered: true,
    firstAnswerAt,
    round: { ...(isWaiting ? paused(next.value, now) : round), answeredAt: round.answeredAt ?? at },
    ...(isWaiting ? { waitingSince: at } : {}),
  };
  const said = entry(needsReply ? "question" : "answer", at, who.person, text);
  return done({ request: told, entries: [...own.value.entries, said] });
}

/** The agent said more; what waited for them goes on, and whoever is at it is to answer anew. */
function heard({ waitingSince: _, ...request }: HelpRequest, at: Date): HelpRequest {
  const state = after(request.state, "agent-replied") ?? request.state;
  const isAwaited = request.state === "waiting";
  return { ...request, state, round: running(request.round, at), ...(isAwaited ? { hasAnswered: false } : {}) };
}

/** The agent says more. */
export function replied(request: HelpRequest, who: Who, text: string, { at }: Now): Move {
  if (request.asker !== who.person) return refuse({ why: "not-the-asker" });
  const next = moved(request, "agent-replied");
  if (!next.ok) return next;
  const kind = request.state === "open" ? "added" : "reply";
  return done({ request: heard(request, at), entries: [entry(kind, at, who.person, text)] });
}

/** Whoever is at it, or a lead, gives it to somebody else who may help. */
export function handedOver(request: HelpRequest, who: Who, to: Who, now: Now): Move {
  const may = mayHelp(request, who);
  if (!may.ok) return may;
  if (to.person === request.asker) return refuse({ why: "hand-over-to-asker" });
  if (!to.isHelper) return refuse({ why: "not-a-helper-to" });
  if (!isUnderWay(request.state)) return refuse({ why: "not-now", state: request.state });
  if (request.claimer !== undefined && request.claimer !== who.person && !who.isLead) {
    return refuse({ why: "claimed", claimer: request.claimer });
  }
  if (request.claimer === to.person) return done({ request, entries: [] });
  const next = moved(request, request.state === "open" ? "claimed" : "handed-over");
  if (!next.ok) return next;
  const { at } = now;
  const given = held(next.value, to.person, at);
  return done({ request: given, entries: [entry("handed-over", at, who.person, to.person)] });
}

/** Whether a note on how it was resolved has to be left. */
export const needsNote = ({ isLive }: Pick<HelpRequest, "isLive">, { noteFor }: Pick<HelpConfig, "noteFor">): boolean =>
  noteFor === "all" || (noteFor === "not-live" && !isLive);

/** It is over from now on, unless it was before. */
const over = (request: HelpRequest, by: PersonId, now: Now): HelpRequest => {
  const { waitingSince: _, overAt = now.at, overBy = by, ...rest } = request;
  return { ...rest, round: paused(request, now), overAt, overBy };
};

/** Whoever is at it says that it is settled, and how. */
export function resolved(request: HelpRequest, who: Who, note: string, now: Now): Move {
  const may = mayHelp(request, who);
  if (!may.ok) return may;
  const isHeldByOther = request.claimer !== undefined && request.claimer !== who.person && !who.isLead;
  if (isHeldByOther && isUnderWay(request.state)) return refuse({ why: "claimed", claimer: request.claimer });
  if (needsNote(request, now.rules) && note.length < noteLength.min) {
    return refuse({ why: "note-needed", least: noteLength.min });
  }
  const own = withClaim(request, who, now);
  if (!own.ok) return own;
  const next = moved(noted(own.value.request, now), "resolved");
  if (!next.ok) return next;
  const { at } = now;
  const { firstAnswerAt = at, round } = next.value;
  const settled: HelpRequest = {
    ...next.value,
    firstAnswerAt,
    round: { ...round, answeredAt: round.answeredAt ?? at },
    ...(note === "" ? {} : { note }),
  };
  const said = entry("resolved", at, who.person, note);
  return done({ request: over(settled, who.person, now), entries: [...own.value.entries, said] });
}

/** The agent says that it is settled, perhaps by an answer that was offered. */
export function solved(request: HelpRequest, who: Who, answer: string | undefined, now: Now): Move {
  if (request.asker !== who.person) return refuse({ why: "not-the-asker" });
  const next = moved(noted(request, now), "solved");
  if (!next.ok) return next;
  const settled = { ...over(next.value, who.person, now), ...(answer === undefined ? {} : { solvedBy: answer }) };
  return done({ request: settled, entries: [entry("solved", now.at, who.person)] });
}

/** The agent needs no help any more. */
export function cancelled(request: HelpRequest, who: Who, now: Now): Move {
  if (request.asker !== who.person) return refuse({ why: "not-the-asker" });
  const next = moved(noted(request, now), "cancelled");
  if (!next.ok) return next;
  return done({ request: over(next.value, who.person, now), entries: [entry("cancelled", now.at, who.person)] });
}

/** Until when a request that is over may be reopened. */
export const reopenUntil = (
  { overAt }: Pick<HelpRequest, "overAt">,
  { reopenHours }: Pick<HelpConfig, "reopenHours">,
): Date | undefined => overAt && minutesAfter(overAt, reopenHours * minutesOfHour);

/** The agent, or whoever may help, says that it was not settled after all. */
export function reopened(request: HelpRequest, who: Who, text: string, now: Now): Move {
  const { at, rules } = now;
  if (request.asker !== who.person && !helps(request, who)) return refuse({ why: "not-a-helper" });
  const next = moved(request, "reopened");
  if (!next.ok) return next;
  const until = reopenUntil(request, rules);
  if (until !== undefined && at > until) return refuse({ why: "too-late-to-reopen", until });
  const { overAt: _, overBy: __, note: ___, solvedBy: ____, ...rest } = unheld(next.value);
  return done({ request: nextRound(rest, now), entries: [entry("reopened", at, who.person, text)] });
}

/** Words by which two texts are compared. */
export type Words = readonly string[];

/** Whether two requests of one agent are about the same: half of the words of the shorter one are in the other. */
export function isSame(a: Words, b: Words): boolean {
  const [few, many] = a.length < b.length ? [a, b] : [b, a];
  const shared = few.filter((word) => many.includes(word)).length;
  return shared > 0 && shared * 2 >= few.length;
}

/** What the agent asked is added to their request that is open already, and makes it no less urgent. */
export function merged(
  request: HelpRequest,
  again: Pick<HelpRequest, "text" | "isLive" | "urgency" | "callBackAt">,
  { at }: Now,
): Moved {
  const { callBackAt } = again;
  const isCalledAnew = callBackAt !== undefined && callBackAt.getTime() !== request.callBackAt?.getTime();
  const more: HelpRequest = {
    ...heard(request, at),
    isLive: request.isLive || again.isLive,
    urgency: again.urgency === "high" ? "high" : request.urgency,
    ...(isCalledAnew ? { callBackAt, isCallBackTold: false } : {}),
  };
  return { request: more, entries: [entry("added", at, request.asker, again.text)] };
}

/** Entries with their positions, after those that are there. */
export const numbered = (entries: readonly NewEntry[], last: number): readonly Entry[] =>
  entries.map((one, index) => ({ ...one, position: last + index + 1 }));
