import type { BusinessClock } from "./business-time.ts";
import { isWorkday } from "./calendar.ts";
import { addDays, dayAt, type LocalDate, wallTime } from "./time.ts";

/** Wall times of a day, `HH:MM`; where `to` is not after `from`, they go over midnight, or all around the clock. */
export type Hours = { readonly from: string; readonly to: string };

/** The workdays of a calendar between two wall times: whoever works a night began it on a workday. */
export type WorkingHours = BusinessClock & { readonly hours: Hours };

const minuteMs = 60_000;

/** When the hours of a day begin and end, as instants. */
function hoursOf(on: LocalDate, { from, to }: Hours, zone: string): readonly [Date, Date] {
  return [wallTime(on, from, zone), wallTime(to > from ? on : addDays(on, 1), to, zone)];
}

/** Whether an instant is within the hours of its day, or of a night that began the day before. */
export function isWithin(at: Date, hours: Hours, zone: string): boolean {
  const today = dayAt(at, zone);
  return [addDays(today, -1), today].some((on) => {
    const [from, until] = hoursOf(on, hours, zone);
    return from <= at && at < until;
  });
}

/** The hours worked from the day before an instant on, each day's after the other's. */
function* spansFrom({ calendar, zone, hours }: WorkingHours, at: Date): Generator<readonly [number, number]> {
  const first = addDays(dayAt(at, zone), -1);
  for (let ahead = 0; ahead <= 400; ahead += 1) {
    const on = addDays(first, ahead);
    if (!isWorkday(calendar, on)) continue;
    const [from, until] = hoursOf(on, hours, zone);
    yield [from.getTime(), until.getTime()];
  }
}

/** The instant so many minutes of working hours after another; throws where more than a year would pass. */
export function plusWorkingMinutes(clock: WorkingHours, from: Date, minutes: number): Date {
  let left = minutes * minuteMs;
  for (const [start, end] of spansFrom(clock, from)) {
    const begun = Math.max(start, from.getTime());
    if (end <= begun) continue;
    if (end - begun >= left) return new Date(begun + left);
    left -= end - begun;
  }
  throw new RangeError(`no ${minutes} working minutes in the year from ${from.toISOString()}`);
}

/** The minutes of working hours between two instants; 0 where the second is not the later. */
export function workingMinutesBetween(clock: WorkingHours, from: Date, to: Date): number {
  let sum = 0;
  for (const [start, end] of spansFrom(clock, from)) {
    if (start >= to.getTime()) break;
    sum += Math.max(0, Math.min(end, to.getTime()) - Math.max(start, from.getTime()));
  }
  return sum / minuteMs;
}
