import { spanBetween } from "./dates.ts";
import type { Meaning, PeriodMeaning } from "./meaning.ts";

/** The periods that a sentence speaks of: the one asked about, and the one to compare it with. */
export type Periods = { readonly period?: string; readonly against?: string };

/** Days joined by “to” become a span. */
function joined(said: readonly Meaning[]): readonly Meaning[] {
  const at = said.findIndex(
    (one, index) => one.is === "period" && said[index + 1]?.is === "to" && said[index + 2]?.is === "period",
  );
  const [from, , to] = at < 0 ? [] : said.slice(at, at + 3);
  if (from?.is !== "period" || to?.is !== "period") return said;
  const span = spanBetween(from, to);
  return span === undefined ? said : [...said.slice(0, at), span, ...said.slice(at + 3)];
}

const distinct = (all: readonly PeriodMeaning[]) => [...new Map(all.map((one) => [one.text, one])).values()];

/** The period that is going on, of the same length as another. */
const current: Readonly<Record<PeriodMeaning["kind"], string | undefined>> = {
  day: "today",
  week: "week",
  month: "month",
  span: undefined,
};

/**
 * Which of two periods is compared with which: the one after “than”, “with” or between 跟 and 比 is the other one, else
 * the second.
 */
function pair(said: readonly Meaning[]): Periods | undefined {
  let awaited = false;
  let justFound = false;
  const asked: PeriodMeaning[] = [];
  const others: PeriodMeaning[] = [];
  for (const one of said) {
    if (one.is === "against" || one.is === "with" || one.is === "to") awaited = !justFound;
    justFound = one.is === "period" && awaited;
    if (one.is !== "period") continue;
    (awaited ? others : asked).push(one);
    awaited = false;
  }
  const all = [...asked, ...others];
  if (all.length === 0 || all.length > 2 || others.length === 2) return undefined;
  const against = others[0] ?? asked.at(-1);
  const period = all.length === 1 ? against && current[against.kind] : asked[0]?.text;
  return period === undefined || against === undefined || period === against.text
    ? undefined
    : { period, against: against.text };
}

/** The periods of a sentence; undefined where it names more than it can mean. */
export function periodsOf(said: readonly Meaning[]): Periods | undefined {
  if (said.some(({ is }) => is === "versus" || is === "against")) return pair(said);
  const [period, ...more] = distinct(joined(said).filter((one) => one.is === "period"));
  if (more.length > 0) return undefined;
  return period === undefined ? {} : { period: period.text };
}
