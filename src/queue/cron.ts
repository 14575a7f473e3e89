import { CronExpressionParser } from "cron-parser";
import { Temporal } from "temporal-polyfill";

/** More than any clock is ever put forward or back. */
const shiftMs = 3 * 3_600_000;

/** The wall clock of a zone, written as if it were UTC, so that cron counts in it without clock changes. */
const wallAt = (at: Date, zone: string): number =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDateTime().toZonedDateTime("UTC")
    .epochMilliseconds;

/** The instant of a wall clock: the earlier if it comes twice, moved on by the change if it is skipped. */
const instantOf = (wall: number, zone: string): number =>
  Temporal.Instant.fromEpochMilliseconds(wall)
    .toZonedDateTimeISO("UTC")
    .toPlainDateTime()
    .toZonedDateTime(zone, { disambiguation: "compatible" }).epochMilliseconds;

const expression = (cron: string, wall: number) =>
  CronExpressionParser.parse(cron, { tz: "UTC", currentDate: new Date(wall) });

/** Whether a zone's clock shows the same distance from UTC at all of these instants. */
function steady(zone: string, instants: readonly number[]): boolean {
  const offsets = instants.map((at) => wallAt(new Date(at), zone) - at);
  return offsets.every((offset) => offset === offsets[0]);
}

/** The first occurrence of a cron line on a zone's wall clock strictly after an instant. */
export function nextAfter(cron: string, zone: string, after: Date): Date {
  const next = instantOf(expression(cron, wallAt(after, zone)).next().getTime(), zone);
  const from = after.getTime();
  return steady(zone, [from - shiftMs, from, next + shiftMs]) ? new Date(next) : nextAcross(cron, zone, after);
}

/** The same for who asks of many places at about one time: up to an occurrence it is the next for every instant since. */
export function nextAfterMemo(): typeof nextAfter {
  const known = new Map<string, { readonly from: Date; readonly next: Date }>();
  return (cron, zone, after) => {
    const key = `${cron} ${zone}`;
    const last = known.get(key);
    if (last !== undefined && last.from <= after && after < last.next) return last.next;
    const next = nextAfter(cron, zone, after);
    known.set(key, { from: after, next });
    return next;
  };
}

/** Near a clock change walls and instants do not run in step, so every wall that could be the one is looked at. */
function nextAcross(cron: string, zone: string, after: Date): Date {
  const walls = expression(cron, wallAt(after, zone) - shiftMs);
  let next = Number.POSITIVE_INFINITY;
  for (;;) {
    const wall = walls.next().getTime();
    if (next < Number.POSITIVE_INFINITY && wall > wallAt(new Date(next), zone) + shiftMs) return new Date(next);
    const at = instantOf(wall, zone);
    if (at > after.getTime()) next = Math.min(next, at);
  }
}

/** The last occurrence of a cron line on a zone's wall clock at or before an instant. */
export function lastUntil(cron: string, zone: string, until: Date): Date {
  const walls = expression(cron, wallAt(until, zone) + shiftMs);
  let last = Number.NEGATIVE_INFINITY;
  for (;;) {
    const wall = walls.prev().getTime();
    if (last > Number.NEGATIVE_INFINITY && wall < wallAt(new Date(last), zone) - shiftMs) return new Date(last);
    const at = instantOf(wall, zone);
    if (at <= until.getTime()) last = Math.max(last, at);
  }
}

/** Every occurrence after one instant, up to and including another. */
export function occurrencesIn(cron: string, zone: string, after: Date, until: Date): Date[] {
  const found: Date[] = [];
  for (let at = nextAfter(cron, zone, after); at <= until; at = nextAfter(cron, zone, at)) found.push(at);
  return found;
}

/** Whether a cron line names one time of day, so that the day alone tells its occurrences apart. */
export function onceADay(cron: string): boolean {
  const { fields } = CronExpressionParser.parse(cron, { tz: "UTC" });
  return [fields.second, fields.minute, fields.hour].every((field) => field.values.length === 1);
}
