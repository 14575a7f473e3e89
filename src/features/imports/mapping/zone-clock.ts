import { Temporal } from "temporal-polyfill";
import { instantAt, type LocalDate, startOfDay } from "../../../kernel/time.ts";
import { type DayNumber, dayText } from "./dates.ts";

const daySeconds = 86_400;
const two = (value: number) => String(value).padStart(2, "0");

/** A zone's wall clock for millions of times: days without a clock change are computed once. Seconds are since 1970. */
export type ZoneClock = {
  /** The instant of a wall-clock time; undefined when the clocks skip it, the earlier when it happens twice. */
  readonly instant: (day: DayNumber, second: number) => number | undefined;
  /** The wall-clock time of an instant, written as if it were UTC. */
  readonly wall: (at: number) => number;
};

export function zoneClock(zone: string): ZoneClock {
  const zoned = (at: number) => Temporal.Instant.fromEpochMilliseconds(at * 1000).toZonedDateTimeISO(zone);
  const offsetAt = (at: number) => zoned(at).offsetNanoseconds / 1e9;

  /** The offset that holds from one instant to another; undefined when the clocks change in between. */
  function steadyOffset(from: number, to: number): number | undefined {
    const change = zoned(from).getTimeZoneTransition("next");
    return change !== null && change.epochMilliseconds / 1000 < to ? undefined : offsetAt(from);
  }

  function offsetOfLocalDay(day: DayNumber): number | undefined {
    const start = startOfDay(dayText(day) as LocalDate, zone).getTime() / 1000;
    const offset = steadyOffset(start, start + daySeconds);
    return offset !== undefined && start + offset === day * daySeconds ? offset : undefined;
  }

  const localDays = new Map<DayNumber, number | undefined>();
  const utcDays = new Map<DayNumber, number | undefined>();

  function known(days: Map<DayNumber, number | undefined>, day: DayNumber, find: () => number | undefined) {
    const offset = days.get(day);
    if (offset !== undefined || days.has(day)) return offset;
    const found = find();
    days.set(day, found);
    return found;
  }

  return {
    instant(day, second) {
      const offset = known(localDays, day, () => offsetOfLocalDay(day));
      if (offset !== undefined) return day * daySeconds + second - offset;
      const time = `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
      const at = instantAt(dayText(day) as LocalDate, time, zone);
      return at.ok ? at.value.getTime() / 1000 : undefined;
    },

    wall(at) {
      const day = Math.floor(at / daySeconds);
      const offset = known(utcDays, day, () => steadyOffset(day * daySeconds, (day + 1) * daySeconds));
      return at + (offset ?? offsetAt(at));
    },
  };
}
