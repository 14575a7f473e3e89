import { format, type Say, say } from "../../../kernel/locale.ts";
import type { Rate } from "../rates.ts";

/** What the list of items to mend says. */
export const mendingWords = {
  command: say({ en: "Form items that appeals found wanting", "zh-CN": "申诉中暴露问题的评分项目" }),
  title: say({ en: "Items to look at", "zh-CN": "需要检查的评分项目" }),
  none: say({
    en: "No item was often overturned or found unclear in the last 180 days. Appeals decided from now on appear here.",
    "zh-CN": "过去 180 天内没有经常被改判或规则不清的项目。今后裁定的申诉会出现在这里。",
  }),
  overturned: (rate: Rate): Say =>
    say({
      en: `raised ${rate.hits} of ${rate.n} times that it was decided (95 %: ${format("en").number(rate.interval.low * 100)}–${format("en").number(rate.interval.high * 100)} %)`,
      "zh-CN": `${rate.n} 次裁定中 ${rate.hits} 次加分（95 % 区间 ${format("zh-CN").number(rate.interval.low * 100)}–${format("zh-CN").number(rate.interval.high * 100)} %）`,
    }),
  unclear: (numbers: readonly number[]): Say =>
    say({
      en: `rule found unclear in appeal ${format("en").allOf(numbers.map(String))}: the form's owner should reword it`,
      "zh-CN": `申诉 ${format("zh-CN").allOf(numbers.map(String))} 认定规则不清：请评分表负责人修改措辞`,
    }),
  alike: (numbers: readonly string[], all: number): Say =>
    say({
      en: `${all} other ${all === 1 ? "evaluation was" : "evaluations were"} marked down by the same rule: ${numbers.join(", ")}${all > numbers.length ? " …" : ""}`,
      "zh-CN": `另有 ${all} 份质检评分按同一规则扣分：${numbers.join("、")}${all > numbers.length ? " …" : ""}`,
    }),
  note: say({
    en: "Rates are told from five decided items on, over the last 180 days.",
    "zh-CN": "满 5 个已裁定项目才显示比例，统计过去 180 天。",
  }),
} as const;
