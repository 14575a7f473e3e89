import { optional, type ParamRefusal, parsed } from "../../chat/param.ts";
import { type Calendar, previousWorkday } from "../../kernel/calendar.ts";
import { type Say, say } from "../../kernel/locale.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import {
  addDays,
  addMonths,
  day,
  daysBetween,
  endOfMonth,
  type LocalDate,
  parseDay,
  startOfMonth,
  startOfWeek,
} from "../../kernel/time.ts";
import { periodWords } from "./messages/period.ts";

/** A stretch of days that a score is of, both ends included; weeks begin on Monday, a span is any other. */
export type Period = {
  readonly is: "day" | "week" | "month" | "span";
  readonly from: LocalDate;
  readonly to: LocalDate;
};

/** A longer span than this is refused: nobody reads it and it costs everybody. */
const longestDays = 366;

const dayOf = (on: LocalDate): Period => ({ is: "day", from: on, to: on });
const weekOf = (on: LocalDate): Period => ({ is: "week", from: startOfWeek(on), to: addDays(startOfWeek(on), 6) });
const monthOf = (on: LocalDate): Period => ({ is: "month", from: startOfMonth(on), to: endOfMonth(on) });

/** The periods that have a name, with what people call them. */
export const namedPeriods = {
  today: { calls: ["today", "今天", "今日"], of: (today: LocalDate) => dayOf(today) },
  yesterday: { calls: ["yesterday", "昨天", "昨日"], of: (today: LocalDate) => dayOf(addDays(today, -1)) },
  week: { calls: ["week", "this week", "本周", "这周", "这一周"], of: (today: LocalDate) => weekOf(today) },
  "last-week": {
    calls: ["last week", "last-week", "上周", "上一周", "上星期"],
    of: (today: LocalDate) => weekOf(addDays(today, -7)),
  },
  month: { calls: ["month", "this month", "本月", "这个月", "当月"], of: (today: LocalDate) => monthOf(today) },
  "last-month": {
    calls: ["last month", "last-month", "上月", "上个月"],
    of: (today: LocalDate) => monthOf(addMonths(startOfMonth(today), -1)),
  },
} as const;
export type PeriodName = keyof typeof namedPeriods;

/** What a period is called in an action's address: its name, its day, its first day and length, or both its ends. */
export const periodText = ({ is, from, to }: Period): string => {
  switch (is) {
    case "day":
      return from;
    case "week":
      return `${from}..`;
    case "month":
      return from.slice(0, 7);
    case "span":
      return `${from}..${to}`.replaceAll("-", "");
  }
};

/** Two days as an address carries them, where every byte counts. */
const shortDays = /^(\d{4})(\d\d)(\d\d)\.\.(\d{4})(\d\d)(\d\d)$/;
const betweenDays = /^(\d{4}-\d\d-\d\d)\s*(?:\.\.+|…|~|～|—|–|to|until|至|到)\s*(\d{4}-\d\d-\d\d)$/;

function spanOf(text: string): Period | undefined {
  const [, first = "", last = ""] = betweenDays.exec(text.replace(shortDays, "$1-$2-$3..$4-$5-$6")) ?? [];
  const [from, to] = [parseDay(first), parseDay(last)];
  if (from === undefined || to === undefined) return undefined;
  return from === to ? dayOf(from) : { is: "span", from, to };
}

function periodOf(text: string, today: LocalDate): Period | undefined {
  const wanted = text.toLowerCase().replace(/\s+/g, " ").trim();
  const named = Object.values(namedPeriods).find(({ calls }) => (calls as readonly string[]).includes(wanted));
  if (named !== undefined) return named.of(today);
  const on = parseDay(wanted.replace(/\.\.$/, ""));
  if (on !== undefined) return wanted.endsWith("..") ? weekOf(on) : dayOf(on);
  const first = parseDay(`${wanted}-01`);
  return first ? monthOf(first) : spanOf(wanted);
}

/**
 * Reads a period in either language: a name, a day, a month `YYYY-MM`, a week by its first day `YYYY-MM-DD..`, or two
 * days `YYYY-MM-DD..YYYY-MM-DD`, at most a year apart.
 */
export function readPeriod(text: string, today: LocalDate): Outcome<Period, ParamRefusal> {
  const period = periodOf(text, today);
  if (period === undefined) return refuse({ say: periodWords.notAPeriod });
  if (period.to < period.from) return refuse({ say: periodWords.backwards(period.from, period.to) });
  if (period.from > today) return refuse({ say: periodWords.futurePeriod });
  return daysBetween(period.from, period.to) >= longestDays
    ? refuse({ say: periodWords.tooLong(longestDays) })
    : done(period);
}

/** The period before: the workday before a day, the week or month before, or as many days before a span. */
export function periodBefore({ is, from, to }: Period, calendar: Calendar): Period {
  switch (is) {
    case "day":
      return dayOf(previousWorkday(calendar, from));
    case "week":
      return weekOf(addDays(from, -7));
    case "month":
      return monthOf(addMonths(from, -1));
    case "span":
      return { is, from: addDays(from, -1 - daysBetween(from, to)), to: addDays(from, -1) };
  }
}

/** A period and those before it, the latest last. */
export function periodsUntil(period: Period, count: number, calendar: Calendar): Period[] {
  const all = [period];
  while (all.length < count) all.unshift(periodBefore(all[0] as Period, calendar));
  return all;
}

/** The part of a period that has come to pass by a day. */
export const through = (period: Period, today: LocalDate): LocalDate => (period.to < today ? period.to : today);

/** A period as a command takes it; what is left out means today. */
export const periodParam = (label: Say = say({ en: "Period", "zh-CN": "时段" })) =>
  optional(
    parsed<Period>(
      {
        label,
        hint: say({
          en: "today, yesterday, week, last week, month, last month, a date, or two: 2026-03-01..2026-03-15",
          "zh-CN": "今天、昨天、本周、上周、本月、上月、日期，或起止日期：2026-03-01..2026-03-15",
        }),
        knows: (text) => periodOf(text, day("2000-01-01")) !== undefined,
      },
      (text, { today }) => readPeriod(text, today),
    ),
  );
