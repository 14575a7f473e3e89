import { type Say, say } from "../../../kernel/locale.ts";
import type { Dimension } from "../store.ts";

/** What a score that is opened by hour, queue, project or day, or over time, says. */
export const openedWords = {
  title: (name: string | undefined, dimension: Dimension, period: string) =>
    say({
      en: `${name === undefined ? "Your contacts" : `${name} ·`} ${{ hour: "by hour", queue: "by queue", project: "by project", day: "by day" }[dimension]} · ${period}`,
      "zh-CN": `${name === undefined ? "您的联络" : name} · ${{ hour: "分时段", queue: "分队列", project: "分项目", day: "分日" }[dimension]} · ${period}`,
    }),
  dimension: {
    hour: say({ en: "Hour", "zh-CN": "时段" }),
    queue: say({ en: "Queue", "zh-CN": "队列" }),
    project: say({ en: "Project", "zh-CN": "项目" }),
    day: say({ en: "Day", "zh-CN": "日期" }),
  } satisfies Record<Dimension, Say>,
  handled: say({ en: "Handled", "zh-CN": "处理量" }),
  unnamed: say({ en: "(none)", "zh-CN": "（未填）" }),
  hour: (hour: number) => `${String(hour).padStart(2, "0")}:00`,
  nothing: say({
    en: "No contacts were handled in this period, so there is nothing to open.",
    "zh-CN": "该时段没有处理过联络，无法展开。",
  }),
  onlyContacts: say({
    en: "Only what single contacts can tell is shown here; other metrics are of whole days.",
    "zh-CN": "此处仅显示可按单个联络统计的指标，其余指标按整天计算。",
  }),
  target: (name: string, target: string) =>
    say({ en: `${name}: target ${target}.`, "zh-CN": `${name}：目标 ${target}。` }),
  small: (n: number) =>
    say({
      en: `Values from fewer than ${n} results are marked ~.`,
      "zh-CN": `样本不足 ${n} 个的数值标有 ~。`,
    }),
  hidden: say({
    en: "Where fewer than three people took part, nothing is shown (–).",
    "zh-CN": "不足三人的分组不显示（–）。",
  }),
  stripTitle: (metric: string) => say({ en: `${metric} by hour`, "zh-CN": `${metric} · 分时段` }),
  stripAlt: (metric: string, hours: readonly string[]) =>
    say(({ allOf }) => ({ en: `${metric} by hour: ${allOf(hours)}.`, "zh-CN": `${metric}分时段：${allOf(hours)}。` })),
  hourAlt: (hour: string, value: string, n: number) =>
    say(({ number }) => ({
      en: `${hour} ${value} (n = ${number(n)})`,
      "zh-CN": `${hour} ${value}（样本 ${number(n)}）`,
    })),
  trendTitle: (name: string | undefined, what: string | undefined) =>
    say({
      en: `${name ?? "Your"}${name === undefined ? "" : " ·"} ${what === undefined ? (name === undefined ? "trend" : "trend") : `${name === undefined ? what.toLowerCase() : what} trend`}`,
      "zh-CN": `${name ?? "您"}的${what ?? "得分"}走势`,
    }),
  points: say({ en: "Points", "zh-CN": "得分" }),
  targetLabel: say({ en: "targets met", "zh-CN": "达标" }),
  interval: say({ en: "95% interval", "zh-CN": "95% 区间" }),
  trendAlt: (points: readonly string[]) =>
    say(({ allOf }) => ({ en: `Line of points: ${allOf(points)}.`, "zh-CN": `得分折线：${allOf(points)}。` })),
  pointAlt: (when: string, value: string) => say({ en: `${when} ${value}`, "zh-CN": `${when} ${value}` }),
  noTrend: say({
    en: "There is no result in any of these periods yet, so there is no line to draw.",
    "zh-CN": "这些时段都没有得分，无法绘制走势。",
  }),
  when: say({ en: "Period", "zh-CN": "时段" }),
  back: say({ en: "Back to the score", "zh-CN": "返回得分" }),
  ofMetric: say({ en: "Trend of one metric", "zh-CN": "单项走势" }),
  openedHour: say({ en: "handled", "zh-CN": "处理量" }),
} as const;
