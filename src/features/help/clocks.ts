import { plusWorkingMinutes, workingMinutesBetween } from "../../kernel/working-hours.ts";
import type { Site } from "../people/index.ts";
import type { HelpRequest, Round } from "./domain.ts";
import { type HelpConfig, hoursSaid } from "./rules.ts";
import { isUnderWay } from "./states.ts";

/** The rules by which a request is judged at a moment. */
export type Now = {
  readonly at: Date;
  readonly rules: HelpConfig;
  readonly site: Pick<Site, "calendar" | "zone">;
};

const minuteMs = 60_000;

export const minutesAfter = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * minuteMs);

/** The pace that holds for a request. */
export const paceOf = ({ isLive }: Pick<HelpRequest, "isLive">, { rules }: Pick<Now, "rules">) =>
  isLive ? rules.live : rules.other;

type Running = Pick<HelpRequest, "isLive" | "round">;

/** With a customer on the line every minute counts, else those of working hours. */
function counting({ isLive }: Running, { rules, site }: Pick<Now, "rules" | "site">) {
  if (isLive) {
    const between = (from: Date, to: Date) => Math.max(0, (to.getTime() - from.getTime()) / minuteMs);
    return { plus: minutesAfter, between };
  }
  const clock = { ...site, hours: hoursSaid(rules.hours) };
  return {
    plus: (from: Date, minutes: number) => plusWorkingMinutes(clock, from, minutes),
    between: (from: Date, to: Date) => workingMinutesBetween(clock, from, to),
  };
}

/** When the clocks of a request will have run so many minutes; undefined while they stand still. */
export function dueAfter(request: Running, minutes: number, now: Pick<Now, "rules" | "site">): Date | undefined {
  const { since, spentMin } = request.round;
  if (since === undefined) return undefined;
  return counting(request, now).plus(since, Math.max(0, minutes - spentMin));
}

/** The minutes from the opening of a request to a moment, as its clocks count them. */
export const minutesUntil = (
  request: Running & Pick<HelpRequest, "openedAt">,
  at: Date,
  now: Pick<Now, "rules" | "site">,
) => counting(request, now).between(request.openedAt, at);

/** When the first answer is due; undefined once it came, or is known to be late. */
export function answerLateAt(request: HelpRequest, now: Pick<Now, "rules" | "site">): Date | undefined {
  const { state, round } = request;
  if (!isUnderWay(state) || round.answeredAt !== undefined || round.answerLateAt !== undefined) return undefined;
  return dueAfter(request, paceOf(request, now).answerMin, now);
}

/** When it is to be over, live or not; undefined once it is, or is known to be late. */
export function endLateAt(request: HelpRequest, now: Pick<Now, "rules" | "site">): Date | undefined {
  if (!isUnderWay(request.state) || request.round.endLateAt !== undefined) return undefined;
  return dueAfter(request, now.rules.other.resolveMin - (request.round.carriedMin ?? 0), now);
}

/** Notes that the first answer was due by now, before it comes. */
export function answerNoted(request: HelpRequest, now: Now): HelpRequest {
  const due = answerLateAt(request, now);
  if (due === undefined || due > now.at) return request;
  return { ...request, round: { ...request.round, answerLateAt: due } };
}

/** Notes all that was due by now, before it comes. */
export function noted(request: HelpRequest, now: Now): HelpRequest {
  const due = endLateAt(request, now);
  const late = answerNoted(request, now);
  return due === undefined || due > now.at ? late : { ...late, round: { ...late.round, endLateAt: due } };
}

/** The clocks stand still from a moment on. */
export function paused(request: Running, now: Now): Round {
  const { since, ...round } = request.round;
  if (since === undefined) return round;
  return { ...round, spentMin: round.spentMin + counting(request, now).between(since, now.at) };
}

/** The clocks go on. */
export const running = (round: Round, at: Date): Round => (round.since === undefined ? { ...round, since: at } : round);

/** The minutes that the clocks of a request ran by a moment, in all of its rounds. */
export const ranUntil = (request: Running & Pick<HelpRequest, "ranMin">, now: Now): number =>
  (request.ranMin ?? 0) + paused(request, now).spentMin;

/** The clocks begin anew; what ran and what was late before is kept. */
export function nextRound(request: HelpRequest, now: Now): HelpRequest {
  const { round } = request;
  const { answerLateAt = round.answerLateAt, endLateAt = round.endLateAt } = request;
  return {
    ...request,
    round: { number: round.number + 1, since: now.at, spentMin: 0, steps: 0 },
    ranMin: ranUntil(request, now),
    ...(answerLateAt === undefined ? {} : { answerLateAt }),
    ...(endLateAt === undefined ? {} : { endLateAt }),
  };
}

/** The clock to the next answer begins anew, while the one to the end runs on. */
export function nextAnswer(request: HelpRequest, now: Now): HelpRequest {
  const { carriedMin = 0, endLateAt } = request.round;
  const next = nextRound(request, now);
  const carried = { carriedMin: carriedMin + paused(request, now).spentMin };
  return { ...next, round: { ...next.round, ...carried, ...(endLateAt === undefined ? {} : { endLateAt }) } };
}
