import { say } from "../../../kernel/locale.ts";
import { clock } from "./names.ts";

const arrow = (by: number) => (by > 0 ? "▲" : "▼");

/** What scores contribute to the weekly bulletin. */
export const bulletinWords = {
  operations: say({ en: "Operations and results", "zh-CN": "运营概况" }),
  handled: say({ en: "Contacts handled", "zh-CN": "处理量" }),
  complaints: say({ en: "Complaints", "zh-CN": "投诉量" }),
  same: say({ en: "no change", "zh-CN": "持平" }),
  byShare: (share: number) =>
    say(({ percent }) => {
      const by = `${arrow(share)} ${percent(Math.abs(share), 1)}`;
      return { en: by, "zh-CN": by };
    }),
  byCount: (count: number) =>
    say(({ number }) => {
      const by = `${arrow(count)} ${number(Math.abs(count))}`;
      return { en: by, "zh-CN": by };
    }),
  bySeconds: (seconds: number) =>
    say({
      en: `${arrow(seconds)} ${clock(Math.abs(seconds))}`,
      "zh-CN": `${arrow(seconds)} ${clock(Math.abs(seconds))}`,
    }),
  /** Of per cent, so that 80 % to 82 % is 2 points and not 2.5 %. */
  byPoints: (points: number) =>
    say(({ fixed }) => {
      const by = `${arrow(points)} ${fixed(Math.abs(points), 1)}`;
      return { en: `${by} pts`, "zh-CN": `${by} 个百分点` };
    }),
  compared: (from: string, to: string) =>
    say(({ shortDay }) => ({
      en: `▲▼ against the week before, ${shortDay(from)} – ${shortDay(to)}.`,
      "zh-CN": `▲▼ 为与前一周（${shortDay(from)}–${shortDay(to)}）相比的变化。`,
    })),
  soFar: say({ en: "So far: the week is not over.", "zh-CN": "截至目前：本周尚未结束。" }),
  incomplete: say({
    en: "The data of the week may not have come in whole.",
    "zh-CN": "该周数据可能尚未全部到达。",
  }),
  bestTeam: (count: number) =>
    say({
      en: count > 1 ? "Best teams of the week, too close to tell apart: " : "Best team of the week: ",
      "zh-CN": count > 1 ? "上周最佳班组（差距在误差之内，并列）：" : "上周最佳班组：",
    }),
  teamPoints: (points: number) =>
    say(({ fixed }) => ({ en: ` (${fixed(points, 1)} points)`, "zh-CN": `（${fixed(points, 1)} 分）` })),
  comma: say({ en: ", ", "zh-CN": "、" }),
  end: say({ en: ".", "zh-CN": "。" }),
  trendTitle: (metric: string) => say({ en: `${metric} by week`, "zh-CN": `${metric} · 按周` }),
  trendAlt: (metric: string, points: readonly string[]) =>
    say(({ allOf }) => ({
      en: `Line: ${metric.toLowerCase()} by week. ${allOf(points)}.`,
      "zh-CN": `折线图：${metric}（按周）。${allOf(points)}。`,
    })),
  point: (week: string, value: string) =>
    say(({ shortDay }) => ({ en: `${shortDay(week)}: ${value}`, "zh-CN": `${shortDay(week)}：${value}` })),
  interval: say({ en: "95% interval", "zh-CN": "95% 区间" }),

  stars: say({ en: "Stars of the week", "zh-CN": "上周之星" }),
  top: (count: number) =>
    say({
      en: count > 1 ? "At the top, too close to tell apart: " : "At the top: ",
      "zh-CN": count > 1 ? "得分领先（差距在误差之内，并列）：" : "得分领先：",
    }),
  improved: say({ en: "Most improved: ", "zh-CN": "进步最大：" }),
  ownScore: say({ en: "myscore last week", "zh-CN": "myscore 上周" }),
  firm: say({
    en: "Of those with at least 10 results, by their own scorecards. Your own score: ",
    "zh-CN": "按各自计分卡、在样本不少于 10 个的成员中评出。查看您自己的得分：",
  }),
} as const;
