import { day, daysBetween, type LocalDate } from "../../src/kernel/time.ts";
import type { DemoPerson } from "./centre.ts";
import { seeded } from "./chance.ts";

/**
 * How somebody works, each from 0 to 1 and theirs for good, but for `form`, which rises and falls over the months from
 * −1 to 1, and `newness`, which wears off within weeks of being hired.
 */
export type Character = {
  readonly slow: number;
  readonly careful: number;
  readonly steady: number;
  readonly learned: number;
  readonly form: number;
  readonly newness: number;
};

const origin = day("2026-01-01");
const daysOfSwing = 130;
const daysToLearn = 35;

export function characterOf(site: string, { employeeNo, hiredOn }: DemoPerson, on: LocalDate): Character {
  const own = seeded(site, employeeNo);
  const [slow, careful, steady, learned, phase, swing] = [own(), own(), own(), own(), own(), own()];
  const form = swing * Math.sin(2 * Math.PI * (phase + daysBetween(origin, on) / daysOfSwing));
  const newness = Math.exp(-Math.max(0, daysBetween(hiredOn, on)) / daysToLearn);
  // Who takes time takes care, as a rule.
  return { slow, careful: 0.35 * slow + 0.65 * careful, steady, learned, form, newness };
}
