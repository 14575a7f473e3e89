import { type Locale, type Say, say } from "../../../kernel/locale.ts";
import type { Metric } from "../../scores/index.ts";
import type { Award, Winner } from "../domain.ts";
import type { AwardRule } from "../rules.ts";

/** How a metric's value is written. */
const units: Readonly<Record<Metric, "count" | "seconds" | "points" | "percent">> = {
  volume: "count",
  "handle-time": "seconds",
  quality: "points",
  training: "points",
  attendance: "percent",
  csat: "percent",
  "first-contact-resolution": "percent",
  "service-level": "percent",
  occupancy: "percent",
  "abandon-rate": "percent",
  "team-result": "points",
  evaluations: "count",
  agreement: "points",
  overturns: "percent",
};

const inUnit = {
  count: (value: number) => say(({ number }) => ({ en: number(value), "zh-CN": number(value) })),
  seconds: (value: number) => say(({ number }) => ({ en: `${number(value)} s`, "zh-CN": `${number(value)} 秒` })),
  points: (value: number) =>
    say(({ number }) => ({ en: `${number(value, 1)} points`, "zh-CN": `${number(value, 1)} 分` })),
  percent: (value: number) => say(({ percent }) => ({ en: percent(value / 100, 1), "zh-CN": percent(value / 100, 1) })),
} as const;

/** What a rule goes by, in its unit. */
export function figureWords({ by }: Pick<AwardRule, "by">, figure: number): Say {
  if (by === "improvement") {
    return say(({ number }) => ({ en: `+${number(figure, 1)} points`, "zh-CN": `提高 ${number(figure, 1)} 分` }));
  }
  return inUnit[by === "score" ? "points" : units[by.metric]](figure);
}

/** The days that an award is for, as people say them. */
const periodWords = ({ as, from, to }: Pick<Award, "as" | "from" | "to">): Say =>
  say(({ day, shortDay, month }) => {
    if (as.period === "day") return { en: day(from), "zh-CN": day(from) };
    if (as.period === "month") return { en: month(from), "zh-CN": month(from) };
    return { en: `${shortDay(from)} – ${shortDay(to)}`, "zh-CN": `${shortDay(from)}至${shortDay(to)}` };
  });

/** What an award is called: its name, its team if it is won within one, and its days. */
export const titleWords =
  (award: Pick<Award, "as" | "from" | "to">, team: string | undefined): Say =>
  (locale: Locale) => {
    const name = award.as.name[locale];
    const days = periodWords(award)(locale);
    const within = team === undefined ? name : say({ en: `${name} in ${team}`, "zh-CN": `${team}${name}` })(locale);
    return say({ en: `${within}, ${days}`, "zh-CN": `${within}（${days}）` })(locale);
  };

const results = (n: number) =>
  say(({ number }) => ({
    en: `from ${number(n)} ${n === 1 ? "result" : "results"}`,
    "zh-CN": `样本量 ${number(n)}`,
  }));

/** A winner's own figure, and what it stands on. */
export const ownFigure = (as: AwardRule, { figure, n }: Winner): Say | undefined =>
  figure === undefined || n === undefined
    ? undefined
    : (locale) =>
        say({
          en: `${figureWords(as, figure)(locale)}, ${results(n)(locale)}`,
          "zh-CN": `${figureWords(as, figure)(locale)}（${results(n)(locale)}）`,
        })(locale);

const whose = {
  agents: (among: number) =>
    say(({ number }) => ({ en: `${number(among)} agents`, "zh-CN": `${number(among)} 名坐席` })),
  teams: (among: number) => say(({ number }) => ({ en: `${number(among)} teams`, "zh-CN": `${number(among)} 个班组` })),
} as const;

const before = {
  day: say({ en: "the workday before", "zh-CN": "前一工作日" }),
  week: say({ en: "the week before", "zh-CN": "前一周" }),
  month: say({ en: "the month before", "zh-CN": "上月" }),
} as const;

/** Why a rule was won, in words that tell nobody else's figure. */
export const whyWords =
  ({ as, judged }: Pick<Award, "as" | "judged">): Say =>
  (locale) => {
    const all = whose[as.of](judged.among)(locale);
    const isShared = judged.winners.length > 1;
    if (as.goesTo === "everybody") {
      const least = figureWords(as, as.atLeast ?? 0)(locale);
      return say({
        en: `It goes to everybody who reached ${least}.`,
        "zh-CN": `凡达到 ${least} 者均可获得。`,
      })(locale);
    }
    if (as.by === "improvement") {
      const than = before[as.period](locale);
      return isShared
        ? say({
            en: `The largest rises over ${than} among ${all}; the results are too close to separate, so the award is shared.`,
            "zh-CN": `在 ${all}中较${than}进步最大，彼此差距在误差范围内，因此并列。`,
          })(locale)
        : say({
            en: `The largest rise over ${than} among ${all}.`,
            "zh-CN": `在 ${all}中较${than}进步最大。`,
          })(locale);
    }
    return isShared
      ? say({
          en: `The best of ${all}; the results are too close to separate, so the award is shared.`,
          "zh-CN": `在 ${all}中名列第一，彼此差距在误差范围内，因此并列。`,
        })(locale)
      : say({ en: `The best of ${all}.`, "zh-CN": `在 ${all}中名列第一。` })(locale);
  };

/** What is said of an award wherever it stands. */
export const awardWords = {
  colon: say({ en: ": ", "zh-CN": "：" }),
  somebody: say({ en: "somebody", "zh-CN": "某位同事" }),
  someTeam: say({ en: "a team", "zh-CN": "某个班组" }),
  chosen: say({ en: "Chosen by ", "zh-CN": "由" }),
  areChosen: say({ en: ", chosen by ", "zh-CN": "由" }),
  chosenBecause: (reason: string) => say({ en: `: ${reason}`, "zh-CN": `评定：${reason}` }),
  prize: say({ en: "Prize: ", "zh-CN": "奖品：" }),
  coupon: say({ en: "Your coupon: ", "zh-CN": "您的券码：" }),
  oneCode: (winners: number) =>
    say(({ number }) => ({
      en: ` (one code for all ${number(winners)} winners)`,
      "zh-CN": `（${number(winners)} 位获奖者共用一个券码）`,
    })),
  corrected: say({
    en: "Given after a correction of the results; the award that was given first stands.",
    "zh-CN": "因成绩更正补发，此前颁发的奖项仍然有效。",
  }),
  confirmedBy: (number: string) => say({ en: `${number} · confirmed by `, "zh-CN": `${number} · 确认人：` }),
} as const;

/** What is posted and told to winners. */
export const postWords = {
  won: (title: string) => say({ en: `You won: ${title}`, "zh-CN": `恭喜您获得：${title}` }),
  teamWon: (title: string) => say({ en: `Your team won: ${title}`, "zh-CN": `恭喜您的班组获得：${title}` }),
  yours: (figure: string) => say({ en: `Your result: ${figure}.`, "zh-CN": `您的成绩：${figure}。` }),
  teams: (figure: string) => say({ en: `Your team's result: ${figure}.`, "zh-CN": `班组成绩：${figure}。` }),
  sharedWith: say({ en: "Shared with ", "zh-CN": "并列获奖：" }),
  thanks: say({ en: "Thank you for your work.", "zh-CN": "感谢您的付出。" }),
  takenBackTitle: (title: string) => say({ en: `Taken back: ${title}`, "zh-CN": `已撤回：${title}` }),
  takenBack: say({
    en: "This was posted by mistake and is being looked at again. The award itself is not lost: what is decided is posted anew.",
    "zh-CN": "此前公布有误，正在重新确认。奖项仍会评定，结果将重新公布。",
  }),
  takenBackOwn: say({
    en: "This was sent by mistake: the award is being looked at again. Nothing of it is held against you, and you hear if it is yours.",
    "zh-CN": "此前通知有误，该奖项正在重新确认。这对您没有任何影响；如确定由您获得，会再次通知您。",
  }),
  couponVoid: say({ en: "The coupon that came with it is void.", "zh-CN": "随附的券码已作废。" }),
} as const;

/** What `/settings` calls these notices. */
export const kindWords = {
  proposal: say({ en: "Award proposals", "zh-CN": "表彰提名" }),
  post: say({ en: "Awards", "zh-CN": "表彰公布" }),
  won: say({ en: "Your awards", "zh-CN": "您获得的奖项" }),
} as const;
