import { type Outcome, refuse } from "./outcome.ts";
import { addDays, instantAt, type LocalDate, parseDay, startOfDay } from "./time.ts";

/** A moment as somebody wrote it: a day alone, or an instant. */
export type When = { readonly is: "day"; readonly day: LocalDate } | { readonly is: "instant"; readonly at: Date };

/**
 * Reads `2026-03-09`, `2026-03-09T09:00` (also with a space and with seconds) on the wall of a zone, or the same with an
 * offset such as `Z` or `+08:00`. Refused when it is none of these, or a time that the zone's clocks skip.
 */
export function readWhen(text: string, zone: string): Outcome<When, { readonly why: "no-time" | "no-such-time" }> {
  const [, date = "", time, offset] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d{1,3})?(Z|[+-]\d{2}:\d{2})?)?$/.exec(text.trim()) ?? [];
  const day = parseDay(date);
  if (day === undefined) return refuse({ why: "no-time" });
  if (time === undefined) return { ok: true, value: { is: "day", day } };
  if (offset === undefined) {
    const instant = instantAt(day, time, zone);
    return instant.ok ? { ok: true, value: { is: "instant", at: instant.value } } : instant;
  }
  const at = new Date(text.trim().replace(" ", "T"));
  return Number.isNaN(at.getTime()) ? refuse({ why: "no-time" }) : { ok: true, value: { is: "instant", at } };
}

/** The moment that speaks for all of it: of a day, its last millisecond in the zone. */
export const lastOf = (when: When, zone: string): Date =>
  when.is === "instant" ? when.at : new Date(startOfDay(addDays(when.day, 1), zone).getTime() - 1);
