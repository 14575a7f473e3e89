import { say } from "../../../kernel/locale.ts";

/** What a team's result says. */
export const teamWords = {
  nothing: say({
    en: "Nobody in this team has results in this period, so there is nothing to score.",
    "zh-CN": "该时段本组没有可计分的数据，因此没有得分。",
  }),
  people: (count: number) =>
    say(({ number }) => ({
      en: count === 1 ? "1 person with results" : `${number(count)} people with results`,
      "zh-CN": `有数据的成员 ${number(count)} 人`,
    })),
  middle: (points: number) =>
    say(({ fixed }) => ({ en: `, the median is ${fixed(points, 1)}`, "zh-CN": `，中位数为 ${fixed(points, 1)}` })),
  tooSmall: say({
    en: "Fewer than three people have results, so the team is not broken out by person here.",
    "zh-CN": "有数据的成员不足三人，因此不按人列出。",
  }),
  alphabetical: say({
    en: "In order of name, never of score. Numbers from fewer than 10 results are marked ~.",
    "zh-CN": "按姓名排列，不按得分排名。样本不足 10 个的数值标有 ~。",
  }),
  open: say({ en: "Open a person", "zh-CN": "查看成员" }),
  other: say({ en: "Another team", "zh-CN": "其他班组" }),
  private: say({
    en: "Only you see this. Opening somebody's numbers is recorded.",
    "zh-CN": "仅您可见。查看他人数据会留下记录。",
  }),
  exceptions: say({ en: "Who may need a hand", "zh-CN": "可能需要帮助的成员" }),
  noExceptions: say({
    en: "Nobody stands out: no one is surely below target or falling three periods in a row.",
    "zh-CN": "没有异常：无人明显低于目标，也无人连续三期下滑。",
  }),
  below: say({ en: "Surely below what their targets come to: ", "zh-CN": "明显低于目标：" }),
  sliding: say({ en: "Falling three periods in a row: ", "zh-CN": "连续三期下滑：" }),
  few: say({ en: "Too few results to judge: ", "zh-CN": "样本太少，无法评价：" }),
  ofTarget: (name: string, points: number, target: number) =>
    say(({ fixed }) => ({
      en: `${name} (${fixed(points, 1)} of ${fixed(target, 1)})`,
      "zh-CN": `${name}（${fixed(points, 1)}，各项达标为 ${fixed(target, 1)}）`,
    })),
  fell: (name: string, from: number, to: number) =>
    say(({ fixed }) => ({
      en: `${name} (${fixed(from, 1)} → ${fixed(to, 1)})`,
      "zh-CN": `${name}（${fixed(from, 1)} → ${fixed(to, 1)}）`,
    })),
  ofFew: (name: string, n: number) =>
    say(({ number }) => ({ en: `${name} (n = ${number(n)})`, "zh-CN": `${name}（样本 ${number(n)}）` })),
  top: (names: readonly string[], more: number) =>
    say(({ allOf, number }) => ({
      en:
        more > 0
          ? `At the top, too close to tell apart: ${number(more)} people.`
          : `At the top${names.length > 1 ? ", too close to tell apart" : ""}: ${allOf(names)}.`,
      "zh-CN":
        more > 0
          ? `并列领先（差距在误差之内）：${number(more)} 人。`
          : `${names.length > 1 ? "并列领先（差距在误差之内）" : "领先"}：${allOf(names)}。`,
    })),
  improved: (names: readonly string[]) =>
    say(({ allOf }) => ({ en: `Most improved: ${allOf(names)}.`, "zh-CN": `进步最大：${allOf(names)}。` })),
  rise: (name: string, by: number) =>
    say(({ fixed }) => ({ en: `${name} ▲ ${fixed(by, 1)}`, "zh-CN": `${name} ▲ ${fixed(by, 1)}` })),
  distribution: say({ en: "How the team's points are spread", "zh-CN": "本组得分分布" }),
  distributionAlt: (bands: readonly string[]) =>
    say(({ allOf }) => ({
      en: `Bars: how many people are in each band of points. ${allOf(bands)}.`,
      "zh-CN": `柱状图：各分数段人数。${allOf(bands)}。`,
    })),
  band: (label: string, people: number) =>
    say(({ number }) => ({ en: `${label}: ${number(people)}`, "zh-CN": `${label}：${number(people)} 人` })),
  peopleAxis: say({ en: "people", "zh-CN": "人数" }),
  whole: say({ en: "The team's result", "zh-CN": "班组成绩" }),
  result: say({ en: "The team's result: ", "zh-CN": "班组成绩：" }),
  median: say({ en: "median", "zh-CN": "中位数" }),
} as const;
