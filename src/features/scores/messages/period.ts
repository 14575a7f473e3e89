import { say } from "../../../kernel/locale.ts";

/** Words for periods, and for those that are none. */
export const periodWords = {
  onDay: (day: string) => say(({ day: shown }) => ({ en: shown(day), "zh-CN": shown(day) })),
  weekFrom: (day: string) => say(({ day: shown }) => ({ en: `week of ${shown(day)}`, "zh-CN": `${shown(day)}当周` })),
  inMonth: (day: string) => say(({ month }) => ({ en: month(day), "zh-CN": month(day) })),
  between: (from: string, to: string) =>
    say(({ day }) => ({ en: `${day(from)} to ${day(to)}`, "zh-CN": `${day(from)}至${day(to)}` })),
  notAPeriod: say({
    en: "Write today, yesterday, week, last week, month, last month, a day like 2026-03-09, a month like 2026-03, or two days like 2026-03-01..2026-03-15.",
    "zh-CN":
      "请写：今天、昨天、本周、上周、本月、上月，或日期（2026-03-09）、月份（2026-03）、起止日期（2026-03-01..2026-03-15）。",
  }),
  futurePeriod: say({
    en: "That is still to come. Ask for today or earlier.",
    "zh-CN": "该时段还没有到来，请查询今天或更早。",
  }),
  backwards: (from: string, to: string) =>
    say(({ day }) => ({
      en: `${day(to)} comes before ${day(from)}. Write the earlier day first: ${to}..${from}.`,
      "zh-CN": `${day(to)}早于${day(from)}。请把较早的日期写在前面：${to}..${from}。`,
    })),
  tooLong: (days: number) =>
    say({
      en: `That is longer than ${days} days. Ask for a shorter stretch.`,
      "zh-CN": `时段超过 ${days} 天，请缩短后再查。`,
    }),
} as const;
