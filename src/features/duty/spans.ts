import type { OnDuty, Span } from "./domain.ts";

const later = (a: Date, b: Date): Date => (a > b ? a : b);
const earlier = (a: Date, b: Date): Date => (a < b ? a : b);

export const touches = (a: Span, b: Span): boolean => a.from < b.until && b.from < a.until;

/** Whether a moment is in a stretch. */
export const holds = ({ from, until }: Span, at: Date): boolean => from <= at && at < until;

/** What of something lies within a stretch of time: all, a part or nothing. */
export function within<S extends Span>(one: S, by: Span): S[] {
  return touches(one, by) ? [{ ...one, from: later(one.from, by.from), until: earlier(one.until, by.until) }] : [];
}

/** What is left of something without a stretch of time: up to two parts. */
export function without<S extends Span>(one: S, by: Span): S[] {
  if (!touches(one, by)) return [one];
  return [
    { ...one, until: by.from },
    { ...one, from: by.until },
  ].filter(({ from, until }) => from < until);
}

/** In the order of time, those of one person in one role put together where nothing lies between. */
export function merged(spans: readonly OnDuty[]): OnDuty[] {
  const all: OnDuty[] = [];
  for (const one of [...spans].sort((a, b) => a.from.getTime() - b.from.getTime())) {
    const at = all.findLastIndex(
      ({ role, person, by, until }) => role === one.role && person === one.person && by === one.by && until >= one.from,
    );
    const before = all[at];
    if (before === undefined) all.push(one);
    else all[at] = { ...before, until: later(before.until, one.until) };
  }
  return all;
}
