import { format, type Locale, type Say, say } from "../../../kernel/locale.ts";
import type { MeanDays, Rate } from "../rates.ts";

const range = ({ interval: { low, high } }: Rate, locale: Locale) => {
  const { number } = format(locale);
  return `${number(low * 100)}–${number(high * 100)} %`;
};

/** What is said of appeals beside results. */
export const rateWords = {
  appealMark: say({ en: "Appeal a mark", "zh-CN": "对评分提出申诉" }),
  appeals: say({ en: "Appeals", "zh-CN": "申诉" }),
  pending: (count: number): Say =>
    say({
      en: count === 1 ? "1 appeal is under way" : `${count} appeals are under way`,
      "zh-CN": `有 ${count} 件申诉正在处理`,
    }),
  see: say({ en: "See my appeals", "zh-CN": "查看我的申诉" }),
  open: (count: number, overdue: number): Say =>
    say({
      en: `${count} under way${overdue > 0 ? `, ${overdue} overdue` : ""}`,
      "zh-CN": `${count} 件处理中${overdue > 0 ? `，其中 ${overdue} 件已逾期` : ""}`,
    }),
  appellant: (name: string, rate: Rate): Say =>
    say({
      en: `${name}: ${rate.hits} of ${rate.n} challenged items raised (95 %: ${range(rate, "en")})`,
      "zh-CN": `${name}：${rate.n} 个申诉项目中 ${rate.hits} 个获得加分（95 % 区间 ${range(rate, "zh-CN")}）`,
    }),
  scorer: (name: string, rate: Rate): Say =>
    say({
      en: `${name}: ${rate.hits} of ${rate.n} decided items overturned (95 %: ${range(rate, "en")})`,
      "zh-CN": `${name}：${rate.n} 个已裁定项目中 ${rate.hits} 个被改判（95 % 区间 ${range(rate, "zh-CN")}）`,
    }),
  ownRate: (rate: Rate): Say =>
    say({
      en: `Of my marks that were decided, ${rate.hits} of ${rate.n} were overturned (95 %: ${range(rate, "en")})`,
      "zh-CN": `我的评分中，${rate.n} 个已裁定项目有 ${rate.hits} 个被改判（95 % 区间 ${range(rate, "zh-CN")}）`,
    }),
  scorers: say({ en: "Overturned by scorer", "zh-CN": "按质检员统计的改判" }),
  days: ({ n, review, panel }: MeanDays): Say =>
    say({
      en: `Mean of ${n} appeals: ${format("en").fixed(review, 1)} business days to the panel, ${format("en").fixed(panel, 1)} to its decision`,
      "zh-CN": `${n} 件申诉平均：${format("zh-CN").fixed(review, 1)} 个工作日进入评审，再过 ${format("zh-CN").fixed(panel, 1)} 个工作日作出裁定`,
    }),
  overdue: (number: number, name: string, days: string): Say =>
    say({
      en: `Appeal ${number} of ${name}: due ${days}`,
      "zh-CN": `${name} 的申诉 ${number}：期限 ${days}`,
    }),
  overdueTitle: say({ en: "Appeals that wait too long", "zh-CN": "逾期的申诉" }),
  waitsForYou: say({ en: "Appeals that wait for you", "zh-CN": "等您处理的申诉" }),
  openCase: (number: number): Say => say({ en: `Open appeal ${number}`, "zh-CN": `打开申诉 ${number}` }),
} as const;
