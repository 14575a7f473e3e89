import { Temporal } from "temporal-polyfill";
import { instantAt, type LocalDate, wallTime } from "../../kernel/time.ts";

/**
 * The instant of a wall time (`HH:MM`) on a day in a zone. One that the clocks skip is the moment at which they do, one
 * that happens twice is the earlier, so that later wall times never are earlier instants.
 */
export function clockTime(on: LocalDate, time: string, zone: string): Date {
  const there = instantAt(on, time, zone);
  if (there.ok) return there.value;
  const after = Temporal.Instant.fromEpochMilliseconds(wallTime(on, time, zone).getTime() + 1).toZonedDateTimeISO(zone);
  const skip = after.getTimeZoneTransition("previous");
  if (skip === null) throw new RangeError(`no ${time} on ${on} in ${zone}`);
  return new Date(skip.epochMilliseconds);
}
