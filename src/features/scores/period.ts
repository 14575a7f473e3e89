import { optional, type ParamRefusal, parsed } from "../../chat/param.ts";
import { type Calendar, previousWorkday } from "../../kernel/calendar.ts";
import { say } from "../../kernel/locale.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import {
  addDays,
  addMonths,
  day,
  endOfMonth,
  type LocalDate,
  parseDay,
  startOfMonth,
  startOfWeek,
} from "../../kernel/time.ts";
import { messages } from "./messages.ts";

/** A stretch of days that a score is of, both ends included; weeks begin on Monday. */
export type Period = { readonly is: "day" | "week" | "month"; readonly from: LocalDate; readonly to: LocalDate };

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

/** What a period is called in an action's address: its name, its day, or its first day and length. */
export const periodText = (period: Period): string => {
  if (period.is === "day") return period.from;
  return period.is === "month" ? period.from.slice(0, 7) : `${period.from}..`;
};

function periodOf(text: string, today: LocalDate): Period | undefined {
  const wanted = text.toLowerCase().replace(/\s+/g, " ").trim();
  const named = Object.values(namedPeriods).find(({ calls }) => (calls as readonly string[]).includes(wanted));
  if (named !== undefined) return named.of(today);
  const on = parseDay(wanted.replace(/\.\.$/, ""));
  if (on !== undefined) return wanted.endsWith("..") ? weekOf(on) : dayOf(on);
  const first = parseDay(`${wanted}-01`);
  return first && monthOf(first);
}

/** Reads a period in either language: a name, a day, a month `YYYY-MM`, or a week by its first day `YYYY-MM-DD..`. */
export function readPeriod(text: string, today: LocalDate): Outcome<Period, ParamRefusal> {
  const period = periodOf(text, today);
  if (period === undefined) return refuse({ say: messages.notAPeriod });
  return period.from > today ? refuse({ say: messages.futurePeriod }) : done(period);
}

/** The period before: the workday before a day, the week before a week, the month before a month. */
export function periodBefore({ is, from }: Period, calendar: Calendar): Period {
  if (is === "day") return dayOf(previousWorkday(calendar, from));
  return is === "week" ? weekOf(addDays(from, -7)) : monthOf(addMonths(from, -1));
}

/** A period as a command takes it; what is left out means today. */
export const periodParam = () =>
  optional(
    parsed<Period>(
      {
        label: say({ en: "Period", "zh-CN": "时段" }),
        hint: say({
          en: "today, yesterday, week, last week, month, last month, or a date",
          "zh-CN": "今天、昨天、本周、上周、本月、上月，或日期",
        }),
        knows: (text) => periodOf(text, day("2000-01-01")) !== undefined,
      },
      (text, { today }) => readPeriod(text, today),
    ),
  );
