import { minutesUntil, type Now, ranUntil } from "./clocks.ts";
import type { HelpRequest } from "./domain.ts";
import { isUnderWay } from "./states.ts";

/** Minutes that something took: half of all at most `median`, nine of ten at most `p90`. */
export type Spread = { readonly n: number; readonly median: number; readonly p90: number };

/** How help went: with a customer on the line in minutes, else in minutes of working hours. */
export type Figures = {
  readonly asked: number;
  readonly underWay: number;
  /** How many were settled by an answer that was offered at once. */
  readonly byAnswer: number;
  readonly toAnswer?: Spread;
  readonly toEnd?: Spread;
};

/** The least value that so many per cent of all are at most (nearest rank). */
export function percentile(sorted: readonly number[], percent: number): number | undefined {
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)];
}

function spreadOf(minutes: readonly number[]): Spread | undefined {
  const sorted = minutes.toSorted((a, b) => a - b);
  const median = percentile(sorted, 50);
  const p90 = percentile(sorted, 90);
  return median === undefined || p90 === undefined ? undefined : { n: sorted.length, median, p90 };
}

/**
 * Counts and times of some requests; those that were cancelled count as asked alone. What the agent was waited for, and
 * what passed before it was reopened, is no time to the end.
 */
export function figuresOf(requests: readonly HelpRequest[], now: Pick<Now, "rules" | "site">): Figures {
  const helped = requests.filter(({ state }) => state !== "cancelled");
  const took = (until: "firstAnswerAt" | "overAt", minutes: (request: HelpRequest, at: Date) => number) =>
    spreadOf(
      helped.flatMap((request) => {
        const at = request[until];
        return at === undefined ? [] : [minutes(request, at)];
      }),
    );
  const toAnswer = took("firstAnswerAt", (request, at) => minutesUntil(request, at, now));
  const toEnd = took("overAt", (request, at) => ranUntil(request, { ...now, at }));
  return {
    asked: requests.length,
    underWay: requests.filter(({ state }) => isUnderWay(state)).length,
    byAnswer: requests.filter(({ solvedBy }) => solvedBy !== undefined).length,
    ...(toAnswer === undefined ? {} : { toAnswer }),
    ...(toEnd === undefined ? {} : { toEnd }),
  };
}

/** When a request was not answered or not over in time, or somebody else had to be asked; also in rounds before. */
const breachesOf = ({ round, asked, answerLateAt, endLateAt }: HelpRequest): readonly Date[] =>
  [answerLateAt, endLateAt, round.answerLateAt, round.endLateAt, ...asked.map(({ at }) => at)].filter(
    (at) => at !== undefined,
  );

/** Whether a request was breached from an instant until before another. */
export const isBreached = (request: HelpRequest, from: Date, before: Date): boolean =>
  breachesOf(request).some((at) => from <= at && at < before);
