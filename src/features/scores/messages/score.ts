import { say } from "../../../kernel/locale.ts";

/** What a score says. */
export const scoreWords = {
  mine: (period: string) => say({ en: `Your score · ${period}`, "zh-CN": `您的得分 · ${period}` }),
  of: (name: string, period: string) => say({ en: `${name} · ${period}`, "zh-CN": `${name} · ${period}` }),
  points: (points: number) =>
    say(({ fixed }) => ({ en: `${fixed(points, 1)} points`, "zh-CN": `${fixed(points, 1)} 分` })),
  outOf: say({ en: " of 100", "zh-CN": "（满分 100）" }),
  between: (low: number, high: number) =>
    say(({ fixed }) => ({
      en: `, very likely between ${fixed(low, 1)} and ${fixed(high, 1)} (95% interval)`,
      "zh-CN": `，95% 区间为 ${fixed(low, 1)} 至 ${fixed(high, 1)}`,
    })),
  change: (points: number, before: string) =>
    say(({ fixed }) => {
      const by = fixed(Math.abs(points), 1);
      if (by === fixed(0, 1)) return { en: `the same as ${before}`, "zh-CN": `与${before}持平` };
      return points > 0
        ? { en: `▲ up ${by} from ${before}`, "zh-CN": `▲ 比${before}高 ${by}` }
        : { en: `▼ down ${by} from ${before}`, "zh-CN": `▼ 比${before}低 ${by}` };
    }),
  few: (n: number) =>
    say(({ number }) => ({
      en: `Only ${n === 1 ? "1 result" : `${number(n)} results`} so far: too few to judge, so this is just the number.`,
      "zh-CN": `目前样本只有 ${number(n)} 个，太少，仅显示数值，不作评价。`,
    })),
  provisional: (n: number) =>
    say(({ number }) => ({
      en: `Provisional: made from ${number(n)} results. From 10 on it is firm.`,
      "zh-CN": `暂定：样本仅 ${number(n)} 个，满 10 个后转为正式。`,
    })),
  soFar: say({
    en: "So far: this period is not over, and the targets are for whole days.",
    "zh-CN": "截至目前：该时段尚未结束，目标按整天计算。",
  }),

  columns: {
    metric: say({ en: "Metric", "zh-CN": "指标" }),
    value: say({ en: "Value", "zh-CN": "实际" }),
    target: say({ en: "Target", "zh-CN": "目标" }),
    points: say({ en: "Points", "zh-CN": "得分" }),
    interval: say({ en: "95%", "zh-CN": "95% 区间" }),
    weight: say({ en: "Weight", "zh-CN": "权重" }),
    n: say({ en: "n", "zh-CN": "样本" }),
    name: say({ en: "Name", "zh-CN": "姓名" }),
  },
  provenance: (card: string, version: number, revision: number | undefined) =>
    say({
      en: `Scorecard “${card}”, version ${version}${revision === undefined ? "" : `. Revision ${revision}`}`,
      "zh-CN": `计分卡“${card}”第 ${version} 版${revision === undefined ? "" : `，得分第 ${revision} 版`}`,
    }),
  dataAsOf: say({ en: "Data as of ", "zh-CN": "数据截至 " }),
  noFeed: say({ en: "No feed has told the time of its data yet.", "zh-CN": "数据来源尚未说明数据时间。" }),
  /** How the weights went where a metric had no data. */
  missingMetrics: (names: readonly string[]) =>
    say(({ allOf }) => ({
      en: `No data for ${allOf(names)} in this period; the other weights share its part.`,
      "zh-CN": `该时段没有${allOf(names)}的数据，其权重由其余指标分担。`,
    })),

  nothing: (name: string | undefined) =>
    say({
      en: `${name ?? "You"} ${name === undefined ? "have" : "has"} no results in this period, so there is nothing to score.`,
      "zh-CN": `${name ?? "您"}在该时段没有可计分的数据，因此没有得分。`,
    }),
  tryAnother: say({ en: "Look at another period:", "zh-CN": "可查看其他时段：" }),
  middle: (points: number, team: string, people: number, by: number) =>
    say(({ fixed, number }) => {
      const how =
        fixed(Math.abs(by), 1) === fixed(0, 1)
          ? { en: "the same as", "zh-CN": "与" }
          : by > 0
            ? { en: `${fixed(by, 1)} above`, "zh-CN": "" }
            : { en: `${fixed(-by, 1)} below`, "zh-CN": "" };
      const zh =
        fixed(Math.abs(by), 1) === fixed(0, 1) ? "持平" : by > 0 ? `高 ${fixed(by, 1)}` : `低 ${fixed(-by, 1)}`;
      return {
        en: `${how.en} the median of ${team} (${fixed(points, 1)}, ${number(people)} people)`,
        "zh-CN": `${zh === "持平" ? `与${team}的中位数（${fixed(points, 1)}，${number(people)} 人）持平` : `比${team}的中位数（${fixed(points, 1)}，${number(people)} 人）${zh}`}`,
      };
    }),
  part: (from: string, to: string, card: string, share: number) =>
    say(({ day, percent }) => ({
      en: `${day(from)}${from === to ? "" : ` to ${day(to)}`} · ${card} · ${percent(share)} of the days worked`,
      "zh-CN": `${day(from)}${from === to ? "" : `至${day(to)}`} · ${card} · 占出勤天数的 ${percent(share)}`,
    })),
  waiting: (name: string, n: number, minimumN: number) =>
    say(({ number }) => ({
      en: `${name} waits: ${number(n)} of at least ${number(minimumN)} results so far; the other weights share its part.`,
      "zh-CN": `${name}样本不足（${number(n)}/${number(minimumN)}），暂不计分，其权重由其余指标分担。`,
    })),
  unsettled: (days: number) =>
    say(({ number }) => ({
      en: `First-contact resolution can still fall: customers have ${days === 1 ? "1 day" : `${number(days)} days`} more to come again.`,
      "zh-CN": `首次解决率仍可能下降：客户还有 ${number(days)} 天的再次来电观察期。`,
    })),
  flag: {
    "no-test-call": say({
      en: "Quality: no test call this time, so monitoring counts alone.",
      "zh-CN": "质检：本期没有拨测，仅按监听成绩计算。",
    }),
    "no-monitoring": say({
      en: "Quality: no monitored contact this time, so the test calls count alone.",
      "zh-CN": "质检：本期没有监听，仅按拨测成绩计算。",
    }),
  },
  metricTitle: (name: string | undefined, metric: string, period: string) =>
    say({
      en: `${name === undefined ? `Your ${metric.toLowerCase()}` : `${name} · ${metric}`} · ${period}`,
      "zh-CN": `${name ?? "您"}的${metric} · ${period}`,
    }),
  metricBetween: (low: number, high: number) =>
    say(({ fixed }) => ({
      en: `By its sample, very likely worth between ${fixed(low, 1)} and ${fixed(high, 1)} points (95% interval).`,
      "zh-CN": `按样本量推算，得分的 95% 区间为 ${fixed(low, 1)} 至 ${fixed(high, 1)}。`,
    })),
  metricHeadline: (target: string, points: number) =>
    say(({ fixed }) => ({
      en: `, target ${target}: ${fixed(points, 1)} points`,
      "zh-CN": `，目标 ${target}，得 ${fixed(points, 1)} 分`,
    })),
  sampleOf: (n: number) => say(({ number }) => ({ en: `Sample: ${number(n)}.`, "zh-CN": `样本：${number(n)}。` })),
  metricBefore: (value: string, before: string) =>
    say({ en: `Before that (${before}): ${value}.`, "zh-CN": `此前（${before}）：${value}。` }),
  metricNothing: (name: string) =>
    say({ en: `There is no data for ${name} in this period.`, "zh-CN": `该时段没有${name}的数据。` }),
  buttons: {
    explain: say({ en: "Explain", "zh-CN": "如何得出" }),
    hour: say({ en: "By hour", "zh-CN": "分时段" }),
    queue: say({ en: "By queue", "zh-CN": "分队列" }),
    project: say({ en: "By project", "zh-CN": "分项目" }),
    day: say({ en: "By day", "zh-CN": "分日" }),
    trend: say({ en: "Trend", "zh-CN": "走势" }),
    whole: say({ en: "The whole score", "zh-CN": "总得分" }),
  },
} as const;
