import { isWorkday, previousWorkday } from "../../kernel/calendar.ts";
import { addDays, addMonths, endOfMonth, type LocalDate, startOfMonth, startOfWeek } from "../../kernel/time.ts";
import type { Site } from "../people/index.ts";
import type { AwardRule } from "./rules.ts";

type Kind = AwardRule["period"];
type Worked = Pick<Site, "calendar">;

/** Days from one to another, both included. */
export type Days = { readonly from: LocalDate; readonly to: LocalDate };

/** How many periods are looked at again, and after how many days more what belongs to one has usually come. */
const again = {
  day: { periods: 5, daysToCome: 0 },
  week: { periods: 1, daysToCome: 0 },
  month: { periods: 1, daysToCome: 3 },
} as const satisfies Readonly<Record<Kind, object>>;

/** The day, week or month that holds a day. */
function periodAt(kind: Kind, on: LocalDate): Days {
  if (kind === "day") return { from: on, to: on };
  if (kind === "month") return { from: startOfMonth(on), to: endOfMonth(on) };
  const monday = startOfWeek(on);
  return { from: monday, to: addDays(monday, 6) };
}

/** What awards are won for: the last workday, week or month that was over when a day began. */
export function periodBefore(kind: Kind, { calendar }: Worked, on: LocalDate): Days {
  if (kind === "day") return periodAt(kind, previousWorkday(calendar, on));
  return periodAt(kind, kind === "week" ? addDays(on, -7) : addMonths(startOfMonth(on), -1));
}

/** The last five workdays, the last week, or from the 4th on the last month, that were over when a day began. */
export function lastPeriods(kind: Kind, site: Worked, on: LocalDate): readonly Days[] {
  const { periods, daysToCome } = again[kind];
  const found: Days[] = [];
  while (found.length < periods) found.push(periodBefore(kind, site, found.at(-1)?.from ?? addDays(on, -daysToCome)));
  return found;
}

/** The workday, week or month that holds all of some days; none where it was not over, with time for its data to come. */
export function overPeriodOf(kind: Kind, site: Worked, { from, to }: Days, on: LocalDate): Days | undefined {
  const period = periodAt(kind, from);
  const [last] = lastPeriods(kind, site, on);
  const isOver = last !== undefined && period.to <= last.to;
  const isWorked = kind !== "day" || isWorkday(site.calendar, from);
  return isOver && isWorked && to <= period.to ? period : undefined;
}
