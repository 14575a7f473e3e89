import { minutesUntil, type Now } from "./clocks.ts";
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

/** Counts and times of some requests; those that were cancelled count as asked alone. */
export function figuresOf(requests: readonly HelpRequest[], now: Pick<Now, "rules" | "site">): Figures {
  const took = (until: (request: HelpRequest) => Date | undefined) =>
    spreadOf(
      requests.flatMap((request) => {
        const at = request.state === "cancelled" ? undefined : until(request);
        return at === undefined ? [] : [minutesUntil(request, at, now)];
      }),
    );
  const toAnswer = took(({ firstAnswerAt }) => firstAnswerAt);
  const toEnd = took(({ overAt }) => overAt);
  return {
    asked: requests.length,
    underWay: requests.filter(({ state }) => isUnderWay(state)).length,
    byAnswer: requests.filter(({ solvedBy }) => solvedBy !== undefined).length,
    ...(toAnswer === undefined ? {} : { toAnswer }),
    ...(toEnd === undefined ? {} : { toEnd }),
  };
}

/** Whether nobody answered in time, or it was not over in time. */
export const isBreached = ({ round, asked }: Pick<HelpRequest, "round" | "asked">): boolean =>
  round.answerLateAt !== undefined || round.endLateAt !== undefined || asked.length > 0;
