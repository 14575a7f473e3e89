import type { LocalDate } from "../../../kernel/time.ts";
import { namedPeriods, type PeriodName } from "../period.ts";
import type { PeriodMeaning } from "./meaning.ts";
import { plain } from "./plain.ts";

/** What people say for the named periods beside what commands take. */
const alsoCalled: Readonly<Record<PeriodName, string>> = {
  today: "this day|so far today|今儿|今儿个|今天到现在",
  yesterday: "yday|昨儿|昨儿个",
  week: "the week|current week|week to date|wtd|so far this week|这个星期|这星期|本星期|这个礼拜|这礼拜|本礼拜|这个周|当周",
  "last-week": "the last week|previous week|the previous week|last wk|上个星期|上礼拜|上个礼拜|上个周",
  month: "the month|current month|month to date|mtd|so far this month|这月|本月份|这个月份",
  "last-month": "the last month|previous month|the previous month|上个月份|上月份",
};

/** A named period, as commands take it. */
export function periodNamed(name: PeriodName, today: LocalDate): PeriodMeaning {
  const { is, from } = namedPeriods[name].of(today);
  return { is: "period", text: namedPeriods[name].calls[0], kind: is, ...(is === "day" ? { on: from } : {}) };
}

export const isPeriodName = (name: string): name is PeriodName => Object.hasOwn(namedPeriods, name);

/** Every named period with all that it is called. */
export const periodWords: readonly (readonly [PeriodName, readonly string[]])[] = Object.entries(namedPeriods).map(
  ([name, { calls }]) => [
    name as PeriodName,
    [...new Set([...calls, ...alsoCalled[name as PeriodName].split("|")].map(plain))],
  ],
);
