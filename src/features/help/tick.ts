import { isWithin } from "../../kernel/working-hours.ts";
import { answerLateAt, dueAfter, endLateAt, minutesAfter, type Now, nextAnswer, noted, paceOf } from "./clocks.ts";
import type { Asked, HelpRequest, NewEntry } from "./domain.ts";
import { type Moved, reopenUntil, unheld } from "./moves.ts";
import { hoursSaid } from "./rules.ts";
import { after } from "./states.ts";

/** Who is asked for a duty or role at a moment, and who instead where nobody has it. */
export type Finder = (ask: string) => Pick<Asked, "people" | "instead">;

/** What time made of a request: who was asked, and whether its call-back is due. */
export type Ticked = Moved & { readonly asked: readonly Asked[]; readonly isCallBackDue: boolean };

/** Who is asked where a request is not over in time. */
const lateAsk = "supervisor";

/** Whoever was given what waited for the agent has their time from when that goes on. */
function goesBackAt({ state, claimedAt, hasAnswered = false, round }: HelpRequest, { rules }: Pick<Now, "rules">) {
  if (state !== "claimed" || hasAnswered || claimedAt === undefined) return undefined;
  const { since = claimedAt } = round;
  return minutesAfter(since > claimedAt ? since : claimedAt, rules.claimMin);
}

const closesAt = (request: HelpRequest, { rules }: Pick<Now, "rules">): Date | undefined => {
  if (request.state === "resolved") return reopenUntil(request, rules);
  const { state, waitingSince } = request;
  return state === "waiting" && waitingSince ? minutesAfter(waitingSince, rules.waitingHours * 60) : undefined;
};

type Clocks = Pick<Now, "rules" | "site">;

/** When the next rung is due; nobody is asked while somebody is at it. */
function stepAt(request: HelpRequest, now: Clocks): Date | undefined {
  const { state, round } = request;
  const step = paceOf(request, now).ladder[round.steps];
  if (state !== "open" || round.answeredAt !== undefined || step === undefined) return undefined;
  return dueAfter(request, step.afterMin, now);
}

/** The customer waits for the call however the request ended, unless it was cancelled. */
const callBackDueAt = ({ state, callBackAt, isCallBackTold }: HelpRequest): Date | undefined =>
  state !== "cancelled" && isCallBackTold !== true ? callBackAt : undefined;

/** When a request is to be looked at next; undefined where time changes nothing any more. */
export function nextAt(request: HelpRequest, now: Clocks): Date | undefined {
  const all = [
    goesBackAt(request, now),
    closesAt(request, now),
    stepAt(request, now),
    answerLateAt(request, now),
    endLateAt(request, now),
    callBackDueAt(request),
  ].flatMap((one) => (one === undefined ? [] : [one.getTime()]));
  return all.length === 0 ? undefined : new Date(Math.min(...all));
}

/** The same request with the moment at which it is to be looked at next. */
export function scheduled({ nextAt: _, ...request }: HelpRequest, now: Clocks): HelpRequest {
  const next = nextAt(request, now);
  return next === undefined ? request : { ...request, nextAt: next };
}

/** A moment that something was due at, perhaps a while before it is done. */
type Due = Clocks & { readonly at: Date; readonly doneAt: Date };

/** What nobody answered goes back; what was answered before is to be answered anew. */
function backIfDue(request: HelpRequest, now: Due): Moved {
  const due = goesBackAt(request, now);
  if (due === undefined || due > now.at) return { request, entries: [] };
  const open: HelpRequest = { ...unheld(request), state: after(request.state, "went-back") ?? request.state };
  const back = request.round.answeredAt === undefined ? open : nextAnswer(open, { ...now, at: due });
  const entry: NewEntry = {
    kind: "went-back",
    at: now.doneAt,
    text: "",
    ...(request.claimer && { person: request.claimer }),
  };
  return { request: back, entries: [entry] };
}

function closedIfDue(request: HelpRequest, now: Due): Moved {
  const due = closesAt(request, now);
  if (due === undefined || due > now.at) return { request, entries: [] };
  const { waitingSince: _, ...rest } = request;
  const { overAt = now.doneAt } = request;
  const closed = { ...rest, overAt, state: after(request.state, "closed") ?? request.state };
  return { request: closed, entries: [{ kind: "closed", at: now.doneAt, text: "" }] };
}

type Asking = { readonly request: HelpRequest; readonly asked: readonly Asked[] };

/** Asks for a step. */
function askedFor(request: HelpRequest, one: Pick<Asked, "step" | "ask">, now: Due, find: Finder): Asking {
  const asked = [{ at: now.doneAt, ...one, ...find(one.ask) }];
  return { request: { ...request, asked: [...request.asked, ...asked] }, asked };
}

/** Notes what is late; whoever is over the site is asked where it should be over by now. */
function late(request: HelpRequest, now: Due, find: Finder): Asking {
  const next = noted(request, now);
  const isEndLate = next.round.endLateAt !== request.round.endLateAt;
  return isEndLate ? askedFor(next, { step: 0, ask: lateAsk }, now, find) : { request: next, asked: [] };
}

/** Climbs one rung of the ladder; one that has no hours then is left out. */
function climbed(request: HelpRequest, now: Due, find: Finder): Asking {
  const due = stepAt(request, now);
  const step = request.round.steps + 1;
  const rung = paceOf(request, now).ladder[step - 1];
  if (due === undefined || due > now.at || rung === undefined) return { request, asked: [] };
  const up = { ...request, round: { ...request.round, steps: step } };
  const isAsked = rung.hours === undefined || isWithin(due, hoursSaid(rung.hours), now.site.zone);
  return isAsked ? askedFor(up, { step, ask: rung.ask }, now, find) : { request: up, asked: [] };
}

/** What is due at one moment. */
function tickedOnce(request: HelpRequest, now: Due, find: Finder): Ticked {
  const closed = closedIfDue(request, now);
  const back = backIfDue(closed.request, now);
  const end = late(back.request, now, find);
  const up = climbed(end.request, now, find);
  const due = callBackDueAt(up.request);
  const isCallBackDue = due !== undefined && due <= now.at;
  const asked = [...end.asked, ...up.asked];
  const entries = asked.map(({ at, ask }): NewEntry => ({ kind: "escalated", at, text: ask }));
  return {
    request: isCallBackDue ? { ...up.request, isCallBackTold: true } : up.request,
    entries: [...closed.entries, ...back.entries, ...entries],
    asked,
    isCallBackDue,
  };
}

/**
 * All that time does to a request by a moment, in the order in which it was due; asked once or often, early or late, it
 * comes to the same. Answers the very same request where nothing was due.
 */
export function ticked(request: HelpRequest, now: Now, find: Finder): Ticked {
  let all: Ticked = { request, entries: [], asked: [], isCallBackDue: false };
  for (;;) {
    const at = nextAt(all.request, now);
    if (at === undefined || at > now.at) return all;
    const more = tickedOnce(all.request, { ...now, at, doneAt: now.at }, find);
    all = {
      request: more.request,
      entries: [...all.entries, ...more.entries],
      asked: [...all.asked, ...more.asked],
      isCallBackDue: all.isCallBackDue || more.isCallBackDue,
    };
  }
}
