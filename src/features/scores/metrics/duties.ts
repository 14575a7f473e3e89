import { t } from "../interval.ts";
import type { Of } from "../scorecard.ts";
import type { SumName } from "../sums.ts";
import { share, targetOver } from "./contacts.ts";
import { type Flag, type Given, type Measured, perPerson } from "./measured.ts";

type Points = { readonly n: number; readonly sum: number; readonly squares: number };

const ofHundred = (points: number) => Math.min(100, Math.max(0, points));

/** The interval of points of 100; one alone may have been anywhere. */
const around = (value: number, margin: number | undefined): Pick<Measured, "interval"> => ({
  interval:
    margin === undefined ? { low: 0, high: 100 } : { low: ofHundred(value - margin), high: ofHundred(value + margin) },
});

/**
 * The mean of the means of some kinds of reviews, with half the width of its t interval at 95 %; the kinds are taken to
 * spread alike, so that their deviations are pooled (two-sample t, Student 1908).
 */
function meanOfMeans(kinds: readonly Points[]): { readonly mean: number; readonly margin: number | undefined } {
  const some = kinds.filter(({ n }) => n > 0);
  const mean = some.reduce((total, { n, sum }) => total + sum / n, 0) / some.length;
  const freedom = some.reduce((total, { n }) => total + n - 1, 0);
  if (freedom === 0) return { mean, margin: undefined };
  const deviations = some.reduce((total, { n, sum, squares }) => total + Math.max(0, squares - (sum * sum) / n), 0);
  const spread = some.reduce((total, { n }) => total + 1 / n, 0) / some.length ** 2;
  return { mean, margin: t(freedom) * Math.sqrt((deviations / freedom) * spread) };
}

/**
 * quality = (monitoring mean + test-call mean) ÷ 2 − complaints × coefficient, in points of 100 (product rules §2). A
 * missing test call is not zero: monitoring then counts alone and the result is flagged, and the other way round. A
 * team's complaints are those of one person in the middle.
 */
export function quality({ coefficient }: Of<"quality">, { sums }: Given): Measured | undefined {
  const n = sums.monitored + sums.testCalls;
  if (n === 0) return undefined;
  const { mean, margin } = meanOfMeans([
    { n: sums.monitored, sum: sums.monitoredPoints, squares: sums.monitoredSquares },
    { n: sums.testCalls, sum: sums.testPoints, squares: sums.testSquares },
  ]);
  const value = mean - perPerson(sums, sums.complaintsAbout * coefficient);
  const of: SumName[] = ["monitored", "monitoredPoints", "testCalls", "testPoints", "complaintsAbout", "staff"];
  const flag: Flag | undefined =
    sums.testCalls === 0 ? "no-test-call" : sums.monitored === 0 ? "no-monitoring" : undefined;
  return { value, n, of, ...around(value, margin), ...(flag ? { flag } : {}) };
}

/** training = mean exam score − absences × coefficient, in points of 100 (product rules §2); a team's as of one person. */
export function training({ coefficient }: Of<"training">, { sums }: Given): Measured | undefined {
  const n = sums.exams + sums.examAbsences;
  if (n === 0) return undefined;
  const lost = perPerson(sums, sums.examAbsences * coefficient);
  const of: SumName[] = ["exams", "examPoints", "examAbsences", "staff"];
  if (sums.exams === 0) return { value: -lost, n, of };
  const { mean, margin } = meanOfMeans([{ n: sums.exams, sum: sums.examPoints, squares: sums.examSquares }]);
  return { value: mean - lost, n, of, ...around(mean - lost, margin) };
}

/**
 * attendance: adherence = (in service as scheduled + off as scheduled) ÷ scheduled, in per cent; or 100 less direct
 * deductions per late, early leave, absence and floor-conduct event (product rules §2). Every scheduled second is
 * counted, so there is no interval; leave has no schedule and is neutral.
 */
export function attendance({ mode, deductions }: Of<"attendance">, { sums }: Given): Measured | undefined {
  const n = sums.scheduledDays;
  if (mode === "adherence") {
    if (sums.scheduledS === 0) return undefined;
    const value = ((sums.inServiceS + sums.offS) / sums.scheduledS) * 100;
    return { value, n, of: ["inServiceS", "offS", "scheduledS"] };
  }
  const { late, earlyLeave, absences, conduct } = sums;
  if (n + late + earlyLeave + absences + conduct === 0) return undefined;
  const lost =
    late * deductions.late +
    earlyLeave * deductions.earlyLeave +
    absences * deductions.absence +
    conduct * deductions.conduct;
  // Events without a schedule count as one day.
  const value = 100 - perPerson(sums, lost);
  return { value, n: Math.max(1, n), of: ["late", "earlyLeave", "absences", "conduct", "staff"] };
}

/** team result = the points of the team that somebody leads, so that the tiers pull together (product rules §2). */
export const teamResult = (_: Of<"team-result">, { team }: Given): Measured | undefined =>
  team && { value: team.points, n: team.n, of: [], ...(team.interval ? { interval: team.interval } : {}) };

/** evaluations = evaluations made ÷ target × 100; the target is per workday or per month. */
export function evaluations(component: Of<"evaluations">, given: Given): Measured | undefined {
  const { scored } = given.sums;
  if (scored === 0) return undefined;
  const target = targetOver(component, given);
  return target === 0 ? undefined : { value: scored, target, n: scored, of: ["scored", "leaveDays"] };
}

/**
 * agreement = 100 − mean distance from the group's points in calibrations, in points of 100; a t interval of the mean.
 */
export function agreement(_: Of<"agreement">, { sums }: Given): Measured | undefined {
  const n = sums.calibrated;
  if (n === 0) return undefined;
  const { mean, margin } = meanOfMeans([{ n, sum: sums.gapPoints, squares: sums.gapSquares }]);
  return { value: 100 - mean, n, of: ["gapPoints", "calibrated"], ...around(100 - mean, margin) };
}

/**
 * overturns = evaluations overturned ÷ evaluations made, in per cent; at most all of them, where some of a month that is
 * closed for pay were overturned later.
 */
export const overturns = (_: Of<"overturns">, { sums }: Given): Measured | undefined =>
  share(Math.min(sums.overturned, sums.scored), sums.scored, ["overturned", "scored"]);
