import { format, type Locale, type Say, say } from "../../../kernel/locale.ts";
import { units } from "../metrics/index.ts";
import type { PeriodName } from "../period.ts";
import type { Metric } from "../scorecard.ts";

const two = (value: number) => String(value).padStart(2, "0");

/** Seconds as minutes and seconds, `4:05`, or from an hour on as `1:04:05`. */
export const clock = (seconds: number): string => {
  const whole = Math.round(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
};

/** A metric's value in its own unit. */
export function inUnit(metric: Metric, value: number, locale: Locale): string {
  switch (units[metric]) {
    case "seconds":
      return clock(value);
    case "percent":
      return format(locale).percent(value / 100, 1);
    case "points":
      return format(locale).fixed(value, 1);
    case "count":
      return format(locale).number(value, value < 100 ? 1 : 0);
  }
}

/** What metrics are called. */
export const metricNames: Readonly<Record<Metric, Say>> = {
  volume: say({ en: "Volume", "zh-CN": "话务量" }),
  "handle-time": say({ en: "Handle time", "zh-CN": "平均处理时长" }),
  quality: say({ en: "Quality", "zh-CN": "质检" }),
  training: say({ en: "Training", "zh-CN": "培训" }),
  attendance: say({ en: "Attendance", "zh-CN": "出勤" }),
  csat: say({ en: "Satisfaction", "zh-CN": "满意度" }),
  "first-contact-resolution": say({ en: "First-contact resolution", "zh-CN": "首次解决率" }),
  "service-level": say({ en: "Service level", "zh-CN": "服务水平" }),
  occupancy: say({ en: "Occupancy", "zh-CN": "工时利用率" }),
  "abandon-rate": say({ en: "Abandon rate", "zh-CN": "放弃率" }),
  "team-result": say({ en: "Team result", "zh-CN": "班组成绩" }),
  evaluations: say({ en: "Evaluations made", "zh-CN": "质检量" }),
  agreement: say({ en: "Agreement", "zh-CN": "校准一致性" }),
  overturns: say({ en: "Overturned", "zh-CN": "改判率" }),
};

/** What people type for a metric, beside its name in either language. */
export const metricCalls: Readonly<Record<Metric, readonly string[]>> = {
  volume: ["calls", "contacts", "handled", "接听量", "通话量"],
  "handle-time": ["aht", "average handle time", "handling time", "处理时长", "平均处理时间"],
  quality: ["qa", "qm", "质量", "质检分"],
  training: ["exam", "exams", "考试"],
  attendance: ["adherence", "考勤", "出勤率", "排班遵从率"],
  csat: ["customer satisfaction", "客户满意度"],
  "first-contact-resolution": ["fcr", "first contact resolution", "一次解决率", "首解率"],
  "service-level": ["sl", "sla", "service level"],
  occupancy: ["utilisation", "utilization", "利用率", "占用率"],
  "abandon-rate": ["abandon", "abandonment", "abandoned", "弃呼率"],
  "team-result": ["team result", "团队成绩"],
  evaluations: ["reviews", "评分量"],
  agreement: ["calibration", "校准", "一致性"],
  overturns: ["overturn rate", "overturned", "改判"],
};

/** What the named periods are called. */
export const periodNames: Readonly<Record<PeriodName, Say>> = {
  today: say({ en: "Today", "zh-CN": "今天" }),
  yesterday: say({ en: "Yesterday", "zh-CN": "昨天" }),
  week: say({ en: "This week", "zh-CN": "本周" }),
  "last-week": say({ en: "Last week", "zh-CN": "上周" }),
  month: say({ en: "This month", "zh-CN": "本月" }),
  "last-month": say({ en: "Last month", "zh-CN": "上月" }),
};
