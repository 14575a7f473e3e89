import { addDays, dayAt, wallTime } from "../../kernel/time.ts";
import type { Claimed } from "./delivery.ts";
import type { NoticeSettings } from "./store.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** What is later than this is folded into the next message instead (product rules §7). */
export const lateMs = 6 * hourMs;

/** What is later than this says so. */
const lateToSayMs = 15 * minuteMs;

/** A delivery is given up after so many attempts that met a fault of ours, about an hour and a half after the first. */
export const mostAttempts = 12;

/** What kills whoever sends it every time, and a correction that never gets through, are given up after so many. */
export const mostDeaths = 2 * mostAttempts;
export const mostRevisions = 100;

const firstPauseMs = 5_000;
const longestPauseMs = 15 * minuteMs;

/** When a delivery that failed for the nth time is tried again. */
export const retryAt = (attempts: number, now: Date): Date =>
  new Date(now.getTime() + Math.min(longestPauseMs, firstPauseMs * 2 ** Math.max(0, attempts - 1)));

/** When what a platform out of reach did not take is tried again: the longer it lasts, the seldomer. */
export const outageRetryAt = ({ dueAt }: Pick<Claimed, "dueAt">, now: Date): Date => {
  const lastedMs = Math.max(0, now.getTime() - dueAt.getTime());
  return new Date(now.getTime() + Math.min(longestPauseMs, Math.max(firstPauseMs, lastedMs / 4)));
};

/** Whether a delivery comes too late to be sent by itself. */
export const isTooLate = ({ dueAt, isRevision, isProvisional }: Claimed, now: Date): boolean =>
  !isRevision && !isProvisional && now.getTime() - dueAt.getTime() > lateMs;

/** Whether a message must say that it comes late. */
export const saysLate = ({ dueAt, isRevision }: Claimed, now: Date): boolean =>
  !isRevision && now.getTime() - dueAt.getTime() > lateToSayMs;

/** The end of the quiet hours that it is in; undefined outside of them. Hours from 22:00 to 07:00 go over midnight. */
export function quietUntil({ quiet }: NoticeSettings, zone: string, now: Date): Date | undefined {
  if (quiet === undefined || quiet.from === quiet.to) return undefined;
  const today = dayAt(now, zone);
  for (const on of [addDays(today, -1), today]) {
    const from = wallTime(on, quiet.from, zone);
    const to = wallTime(quiet.from < quiet.to ? on : addDays(on, 1), quiet.to, zone);
    if (from <= now && now < to) return to;
  }
  return undefined;
}
