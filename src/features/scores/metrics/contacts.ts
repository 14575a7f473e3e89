import { workdaysIn, workdaysInMonth } from "../../../kernel/calendar.ts";
import { addMonths, endOfMonth, startOfMonth } from "../../../kernel/time.ts";
import { meanMargin, wilson } from "../interval.ts";
import type { Of } from "../scorecard.ts";
import type { SumName } from "../sums.ts";
import type { Given, Measured, Span } from "./measured.ts";

/** Each month's target in proportion to its workdays within the span. */
function monthlyTarget(target: number, { from, through, calendar }: Span): number {
  let sum = 0;
  for (let month = startOfMonth(from); month <= through; month = addMonths(month, 1)) {
    const first = month < from ? from : month;
    const last = endOfMonth(month) > through ? through : endOfMonth(month);
    sum += (target * workdaysIn(calendar, first, last).length) / Math.max(1, workdaysInMonth(calendar, month));
  }
  return sum;
}

/** The workdays that people were there for, less their leave, and what a month's target comes to over them. */
function expected(target: number, { sums, span, own }: Given) {
  const { calendar, from, through } = span;
  const count = Math.max(1, sums.people, sums.staff);
  const spans = own ?? Array.from({ length: count }, () => ({ person: "", from, through }));
  const workdays = spans.reduce((total, one) => total + workdaysIn(calendar, one.from, one.through).length, 0);
  const whole = spans.reduce((total, one) => total + monthlyTarget(target, { ...one, calendar }), 0);
  // Of those in the seats, some may have nothing to show at all: nobody makes up for them.
  const persons = new Set(spans.map(({ person }) => person)).size;
  const there = own === undefined || persons === 0 ? 1 : Math.min(1, count / persons);
  const present = Math.max(0, workdays * there - sums.leaveDays);
  return { days: present, month: workdays === 0 ? 0 : (whole * present) / workdays };
}

/** A target per day, of which there were so many, or per month over the workdays that were not leave. */
export function targetOver(
  { target, per }: { readonly target: number; readonly per: "day" | "month" },
  given: Given,
  days?: number,
): number {
  const due = expected(target, given);
  return per === "day" ? target * (days ?? due.days) : due.month;
}

/**
 * volume = (handled − complaints handled) ÷ target × 100 (product rules §2), in contacts; `neutral` leaves complaints
 * alone, `credit` counts them twice.
 */
export function volume(component: Of<"volume">, given: Given): Measured | undefined {
  const { sums } = given;
  const target = targetOver(component, given, sums.daysWorked);
  if (target === 0 || sums.handled === 0) return undefined;
  const sign = { subtract: -1, neutral: 0, credit: 1 }[component.complaintMode];
  return {
    value: sums.handled + sign * sums.complaints,
    target,
    n: sums.handled,
    of: ["handled", "complaints", "daysWorked", "staff", "leaveDays"],
  };
}

/** handle time = (talk + hold + wrap) ÷ handled, in seconds (product rules §2); a t interval of the mean. */
export function handleTime(_: Of<"handle-time">, { sums }: Given): Measured | undefined {
  const n = sums.handled;
  const spent = sums.talkS + sums.holdS + sums.wrapS;
  if (n === 0 || spent === 0) return undefined;
  const value = spent / n;
  const of: SumName[] = ["talkS", "holdS", "wrapS", "handled"];
  if (Number.isNaN(sums.handleS2)) return { value, n, of };
  // One contact alone may have taken any time.
  if (n < 2) return { value, n, of, interval: { low: 0, high: Number.POSITIVE_INFINITY } };
  const margin = meanMargin(n, spent, sums.handleS2);
  return { value, n, of, interval: { low: Math.max(0, value - margin), high: value + margin } };
}

/** A share of a whole in per cent, with its Wilson interval; none of nothing. */
export function share(hits: number, n: number, of: readonly SumName[]): Measured | undefined {
  if (n <= 0) return undefined;
  const value = (hits / n) * 100;
  const { low, high } = wilson(hits, n);
  return { value, n, of, interval: { low: low * 100, high: high * 100 } };
}

/** csat = top-2-box ÷ responses (product rules §2), in per cent: marks of 4 and 5 among all from 1 to 5. */
export const csat = (_: Of<"csat">, { sums }: Given) =>
  share(sums.csatTop, sums.csatAnswers, ["csatTop", "csatAnswers"]);

/**
 * first-contact resolution = no repeat contact within the window ÷ handled (product rules §2), in per cent, over the
 * contacts whose customer is known.
 */
export const firstContactResolution = (_: Of<"first-contact-resolution">, { sums }: Given) =>
  share(sums.known - sums.repeated, sums.known, ["known", "repeated"]);
