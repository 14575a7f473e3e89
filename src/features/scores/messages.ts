import { format, type Locale, type Say, say } from "../../kernel/locale.ts";
import type { PeriodName } from "./period.ts";
import type { Refusal } from "./refusal.ts";
import type { Metric } from "./scorecard.ts";

/** Seconds as minutes and seconds, `4:05`. */
const clock = (seconds: number) => {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
};

/** A metric's value in its own unit. */
export const inUnit = (metric: Metric, value: number, locale: Locale): string =>
  metric === "handle-time" ? clock(value) : format(locale).number(value, 1);

/** Everything that scores say, in every language. */
export const messages = {
  metric: {
    volume: say({ en: "Volume", "zh-CN": "话务量" }),
    "handle-time": say({ en: "Handle time", "zh-CN": "平均处理时长" }),
  } satisfies Record<Metric, Say>,
  period: {
    today: say({ en: "Today", "zh-CN": "今天" }),
    yesterday: say({ en: "Yesterday", "zh-CN": "昨天" }),
    week: say({ en: "This week", "zh-CN": "本周" }),
    "last-week": say({ en: "Last week", "zh-CN": "上周" }),
    month: say({ en: "This month", "zh-CN": "本月" }),
    "last-month": say({ en: "Last month", "zh-CN": "上月" }),
  } satisfies Record<PeriodName, Say>,
  onDay: (day: string) => say(({ day: shown }) => ({ en: shown(day), "zh-CN": shown(day) })),
  weekFrom: (day: string) =>
    say(({ day: shown }) => ({ en: `week of ${shown(day)}`, "zh-CN": `${shown(day)}起的一周` })),
  inMonth: (day: string) => say(({ month }) => ({ en: month(day), "zh-CN": month(day) })),

  notAPeriod: say({
    en: "Write today, yesterday, week, last week, month, last month, a day like 2026-03-09 or a month like 2026-03.",
    "zh-CN": "请写：今天、昨天、本周、上周、本月、上月，或日期（2026-03-09）、月份（2026-03）。",
  }),
  futurePeriod: say({
    en: "That is still to come. Ask for today or earlier.",
    "zh-CN": "该时段还没有到来，请查询今天或更早。",
  }),

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
      en: `Only ${n === 1 ? "1 contact" : `${number(n)} contacts`} so far: too few to judge, so this is just the number.`,
      "zh-CN": `目前只有 ${number(n)} 个联络，样本太少，仅显示数值，不作评价。`,
    })),
  provisional: (n: number) =>
    say(({ number }) => ({
      en: `Provisional: made from ${number(n)} contacts. From 10 on it is firm.`,
      "zh-CN": `暂定：仅依据 ${number(n)} 个联络，满 10 个后转为正式。`,
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
      "zh-CN": `计分卡“${card}”第 ${version} 版${revision === undefined ? "" : `，第 ${revision} 次修订`}`,
    }),
  dataAsOf: say({ en: "Data as of ", "zh-CN": "数据截至 " }),
  noFeed: say({ en: "No data has been imported for your site yet.", "zh-CN": "本中心尚未导入数据。" }),
  /** How the weights went where a metric had no data. */
  missingMetrics: (names: readonly string[]) =>
    say(({ allOf }) => ({
      en: `No data for ${allOf(names)} in this period; the other weights share its part.`,
      "zh-CN": `该时段没有${allOf(names)}的数据，其权重由其余指标分担。`,
    })),

  nothing: (name: string | undefined) =>
    say({
      en: `${name ?? "You"} handled no contacts in this period, so there is nothing to score.`,
      "zh-CN": `${name ?? "您"}在该时段没有处理过联络，因此没有得分。`,
    }),
  teamNothing: say({
    en: "Nobody in this team handled a contact in this period, so there is nothing to score.",
    "zh-CN": "该时段本组没有人处理过联络，因此没有得分。",
  }),
  tryAnother: say({ en: "Look at another period:", "zh-CN": "可查看其他时段：" }),

  team: {
    people: (count: number) =>
      say(({ number }) => ({
        en: `${count === 1 ? "1 person" : `${number(count)} people`} with contacts`,
        "zh-CN": `有联络的成员 ${number(count)} 人`,
      })),
    tooSmall: say({
      en: "Fewer than three people had contacts, so the team is not broken out by person here.",
      "zh-CN": "有联络的成员不足三人，因此不按人列出。",
    }),
    alphabetical: say({
      en: "In order of name, never of score. Numbers from fewer than 10 contacts are marked ~.",
      "zh-CN": "按姓名排列，不按得分排名。不足 10 个联络的数值标有 ~。",
    }),
    open: say({ en: "Open a person", "zh-CN": "查看成员" }),
    other: say({ en: "Another team", "zh-CN": "其他班组" }),
    private: say({
      en: "Only you see this. Opening somebody's numbers is recorded.",
      "zh-CN": "仅您可见。查看他人数据会留下记录。",
    }),
  },

  refusedTitle: say({ en: "I cannot show that", "zh-CN": "无法显示" }),
} as const;

const people = (locale: Locale, names: readonly string[]) => format(locale).anyOf(names);

/** A refusal's own words; one without words does not compile. */
const refusals: { readonly [W in Refusal["why"]]: (refusal: Extract<Refusal, { why: W }>) => Say } = {
  "not-yours": ({ name }) =>
    say({
      en: `${name}'s numbers are open to ${name}, their team lead, and supervisors and quality staff of their site. Ask one of them.`,
      "zh-CN": `${name}的数据仅本人、其班组长以及本中心的主管和质检可见，请向他们了解。`,
    }),
  "not-your-team": ({ name }) =>
    say({
      en: `The result of ${name} is open to its lead and deputies, and to supervisors and quality staff of its site. Ask one of them.`,
      "zh-CN": `${name}的成绩仅其班组长、副组长以及本中心的主管和质检可见，请向他们了解。`,
    }),
  "no-scorecard": ({ name }) =>
    say({
      en: `There is no live scorecard for ${name} in this period. An admin adds one to fairline.yaml and applies it.`,
      "zh-CN": `该时段没有适用于${name}的计分卡。请管理员在 fairline.yaml 中添加并应用。`,
    }),
  "before-hire": ({ name, hiredOn }) =>
    say(({ day }) => ({
      en: `${name} joined on ${day(hiredOn)}; there is nothing to score before that.`,
      "zh-CN": `${name}于 ${day(hiredOn)} 入职，此前没有可计分的数据。`,
    })),
  "no-such-person": () => say({ en: "That person is no longer on the roster.", "zh-CN": "该人员已不在名册中。" }),
  "no-such-team":
    ({ text, teams }) =>
    (locale) =>
      say({
        en: teams.length
          ? `There is no team “${text}”. You may see ${people(locale, teams)}.`
          : `There is no team “${text}”.`,
        "zh-CN": teams.length
          ? `没有“${text}”这个班组。您可以查看${people(locale, teams)}。`
          : `没有“${text}”这个班组。`,
      })(locale),
  "no-team": () =>
    say({
      en: "You lead no team at present. If you should, ask an admin of your site to put you in its lead's seat.",
      "zh-CN": "您目前没有负责的班组。如有误，请联系本中心管理员设置班组长。",
    }),
};

/** The words of a refusal. */
export const refusalWords = (refusal: Refusal): Say => (refusals[refusal.why] as (refusal: Refusal) => Say)(refusal);
