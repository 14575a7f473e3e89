import type { Calendar } from "../../../kernel/calendar.ts";
import type { LocalDate } from "../../../kernel/time.ts";
import type { Interval } from "../interval.ts";
import type { SumName, Sums } from "../sums.ts";

/** The days that targets are spread over: a site's calendar and the part of the period that has come to pass. */
export type Span = { readonly from: LocalDate; readonly through: LocalDate; readonly calendar: Calendar };

/** What a lead's own score takes from the team's. */
export type TeamResult = { readonly points: number; readonly n: number; readonly interval?: Interval | undefined };

/** Somebody's own days within the span: in the seat, and from hire to leaving. */
export type OwnDays = { readonly person: string; readonly from: LocalDate; readonly through: LocalDate };

/** All that a metric may be made from; without `own` days each person is taken to be there for the whole span. */
export type Given = {
  readonly sums: Sums;
  readonly span: Span;
  readonly own?: readonly OwnDays[] | undefined;
  readonly team?: TeamResult | undefined;
};

/** Something about a result that its reader must know. */
export type Flag = "no-test-call" | "no-monitoring";

/** What a metric comes to, before it is turned into points. */
export type Measured = {
  /** In the metric's unit: contacts, seconds, points of 100 or per cent. */
  readonly value: number;
  /** The target for the whole period, where that is more than the component's own. */
  readonly target?: number;
  readonly n: number;
  /** Of the value, however small the sample; missing where there is no sampling error, or its size is not known. */
  readonly interval?: Interval;
  /** The sums that the formula takes. */
  readonly of: readonly SumName[];
  readonly flag?: Flag;
};

/** The middle of a group's results is told of one person: what is summed over people is shared out among them. */
export const perPerson = ({ people, staff }: Sums, sum: number): number => sum / Math.max(1, staff, people);
