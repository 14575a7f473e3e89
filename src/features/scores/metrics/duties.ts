import { workdaysIn } from "../../../kernel/calendar.ts";
import { meanMargin } from "../interval.ts";
import type { Of } from "../scorecard.ts";
import type { SumName } from "../sums.ts";
import { share, targetOver } from "./contacts.ts";
import { enoughForInterval, type Flag, type Given, type Measured } from "./measured.ts";

type Mean = { readonly mean: number; readonly margin?: number };

/** The mean of points with half the width of its interval, which one alone does not have. */
const meanOf = (n: number, sum: number, squares: number): Mean =>
  n < 2 ? { mean: sum / n } : { mean: sum / n, margin: meanMargin(n, sum, squares) };

const ofHundred = (points: number) => Math.min(100, Math.max(0, points));

/** The interval of points of 100 from n = 5 on, where there is a margin. */
const around = (value: number, margin: number | undefined, n: number): Pick<Measured, "interval"> =>
  margin === undefined || n < enoughForInterval
    ? {}
    : { interval: { low: ofHundred(value - margin), high: ofHundred(value + margin) } };

/**
 * quality = (monitoring mean + test-call mean) ÷ 2 − complaints × coefficient, in points of 100 (product rules §2). A
 * missing test call is not zero: monitoring then counts alone and the result is flagged, and the other way round.
 */
export function quality({ coefficient }: Of<"quality">, { sums }: Given): Measured | undefined {
  const n = sums.monitored + sums.testCalls;
  if (n === 0) return undefined;
  const means = [
    ...(sums.monitored > 0 ? [meanOf(sums.monitored, sums.monitoredPoints, sums.monitoredSquares)] : []),
    ...(sums.testCalls > 0 ? [meanOf(sums.testCalls, sums.testPoints, sums.testSquares)] : []),
  ];
  const mean = means.reduce((sum, one) => sum + one.mean, 0) / means.length;
  const margins = means.flatMap((one) => one.margin ?? []);
  // The mean of a single review has a spread that nobody knows.
  const margin = margins.length < means.length ? undefined : Math.hypot(...margins) / means.length;
  const value = mean - sums.complaintsAbout * coefficient;
  const of: SumName[] = ["monitored", "monitoredPoints", "testCalls", "testPoints", "complaintsAbout"];
  const flag: Flag | undefined =
    sums.testCalls === 0 ? "no-test-call" : sums.monitored === 0 ? "no-monitoring" : undefined;
  return { value, n, of, ...around(value, margin, n), ...(flag ? { flag } : {}) };
}

/** training = mean exam score − absences × coefficient, in points of 100 (product rules §2). */
export function training({ coefficient }: Of<"training">, { sums }: Given): Measured | undefined {
  const n = sums.exams + sums.examAbsences;
  if (n === 0) return undefined;
  const { mean, margin }: Mean = sums.exams === 0 ? { mean: 0 } : meanOf(sums.exams, sums.examPoints, sums.examSquares);
  const value = mean - sums.examAbsences * coefficient;
  return { value, n, of: ["exams", "examPoints", "examAbsences"], ...around(value, margin, n) };
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
  return { value: 100 - lost, n: Math.max(1, n), of: ["late", "earlyLeave", "absences", "conduct"] };
}

/** team result = the points of the team that somebody leads, so that the tiers pull together (product rules §2). */
export const teamResult = (_: Of<"team-result">, { team }: Given): Measured | undefined =>
  team && { value: team.points, n: team.n, of: [], ...(team.interval ? { interval: team.interval } : {}) };

/** evaluations = evaluations made ÷ target × 100; the target is per workday or per month. */
export function evaluations(component: Of<"evaluations">, given: Given): Measured | undefined {
  const { scored } = given.sums;
  if (scored === 0) return undefined;
  const { calendar, from, through } = given.span;
  const workdays = Math.max(0, workdaysIn(calendar, from, through).length - given.sums.leaveDays);
  const target = targetOver(component, given, workdays, 1);
  return target === 0 ? undefined : { value: scored, target, n: scored, of: ["scored"] };
}

/**
 * agreement = 100 − mean distance from the group's points in calibrations, in points of 100; a t interval of the mean.
 */
export function agreement(_: Of<"agreement">, { sums }: Given): Measured | undefined {
  const n = sums.calibrated;
  if (n === 0) return undefined;
  const { mean, margin } = meanOf(n, sums.gapPoints, sums.gapSquares);
  return { value: 100 - mean, n, of: ["gapPoints", "calibrated"], ...around(100 - mean, margin, n) };
}

/** overturns = evaluations overturned ÷ evaluations made, in per cent. */
export const overturns = (_: Of<"overturns">, { sums }: Given): Measured | undefined =>
  share(sums.overturned, sums.scored, ["overturned", "scored"]);
