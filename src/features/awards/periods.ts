import { previousWorkday } from "../../kernel/calendar.ts";
import { addDays, addMonths, endOfMonth, type LocalDate, startOfMonth, startOfWeek } from "../../kernel/time.ts";
import type { Site } from "../people/index.ts";
import type { AwardRule } from "./rules.ts";

/** Days from one to another, both included. */
export type Days = { readonly from: LocalDate; readonly to: LocalDate };

/** What awards are won for: the last workday, week or month that was over when a day began. */
export function periodBefore(kind: AwardRule["period"], { calendar }: Pick<Site, "calendar">, on: LocalDate): Days {
  if (kind === "day") {
    const last = previousWorkday(calendar, on);
    return { from: last, to: last };
  }
  if (kind === "week") {
    const monday = addDays(startOfWeek(on), -7);
    return { from: monday, to: addDays(monday, 6) };
  }
  const first = addMonths(startOfMonth(on), -1);
  return { from: first, to: endOfMonth(first) };
}
