import { type Say, say } from "../../../kernel/locale.ts";
import type { Problem } from "../mapping/problem.ts";
import { shown } from "./shown.ts";

type Words = { readonly [W in Problem["why"]]: (problem: Extract<Problem, { why: W }>) => Say };

const perhaps = (nearest: string | undefined) => ({
  en: nearest === undefined ? "" : ` Perhaps “${shown(nearest)}”?`,
  zh: nearest === undefined ? "" : `是否为“${shown(nearest)}”？`,
});

/** What is wrong with a row, in words. */
export const problemWords: Words = {
  ragged: ({ expected, found }) =>
    say({ en: `${found} cells instead of ${expected}.`, "zh-CN": `有 ${found} 个单元格，应为 ${expected} 个。` }),
  "stray-quote": () => say({ en: "Text goes on after a closing quotation mark.", "zh-CN": "引号结束后还有文字。" }),
  nul: () => say({ en: "A NUL character, which no text has.", "zh-CN": "含有 NUL 字符。" }),
  repeated: ({ value, firstLine }) =>
    say({
      en: `“${shown(value)}” is on line ${firstLine} already.`,
      "zh-CN": `“${shown(value)}”已在第 ${firstLine} 行出现过。`,
    }),
  missing: () => say({ en: "This is needed.", "zh-CN": "此项必填。" }),
  "not-one-of": ({ value, allowed }) =>
    say(({ anyOf }) => ({
      en: `“${shown(value)}” should be ${anyOf(allowed)}.`,
      "zh-CN": `“${shown(value)}”应为${anyOf(allowed)}。`,
    })),
  "not-a-duration": ({ value }) =>
    say({
      en: `“${shown(value)}” is no duration: write seconds, mm:ss or hh:mm:ss.`,
      "zh-CN": `“${shown(value)}”不是时长：请写秒数、mm:ss 或 hh:mm:ss。`,
    }),
  "negative-duration": ({ value }) =>
    say({ en: `“${shown(value)}” is below zero.`, "zh-CN": `“${shown(value)}”小于零。` }),
  "too-long-a-duration": ({ value, hours }) =>
    say(({ number }) => ({
      en: `“${shown(value)}” is longer than ${hours === 168 ? "a week" : `${number(hours)} hours`}.`,
      "zh-CN": `“${shown(value)}”超过${hours === 168 ? "一周" : ` ${number(hours)} 小时`}。`,
    })),
  "not-a-count": ({ value, max }) =>
    say(({ number }) => ({
      en: `“${shown(value)}” should be a whole number from 0 to ${number(max)}.`,
      "zh-CN": `“${shown(value)}”应为 0 到 ${number(max)} 的整数。`,
    })),
  "out-of-range": ({ value, min, max }) =>
    say(({ number }) => ({
      en: `“${shown(value)}” should be a number from ${number(min)} to ${number(max)}.`,
      "zh-CN": `“${shown(value)}”应为 ${number(min)} 到 ${number(max)} 的数字。`,
    })),
  "more-than": ({ value, than, most }) =>
    say({
      en: `${value} is more than ${than}, which is ${most}.`,
      "zh-CN": `${value} 大于 ${than}（${most}）。`,
    }),
  "handled-by-nobody": ({ value }) =>
    say({
      en: `${value} contacts were handled, and nobody is named. Only abandoned ones may be nobody's.`,
      "zh-CN": `接起 ${value} 个联络，却没有写坐席。只有放弃的联络才可不写坐席。`,
    }),
  "too-small-squares": ({ value, least }) =>
    say(({ number }) => ({
      en: `${value} is too small: so many contacts of so much time have at least ${number(least)}. It is the sum of each handle time squared.`,
      "zh-CN": `${value} 过小：按接起量和处理时长至少为 ${number(least)}。此项是每次处理时长的平方之和。`,
    })),
  "needed-for-calibration": () => say({ en: "A calibration needs this.", "zh-CN": "校准评分必须填写此项。" }),
  "only-for-calibration": ({ value }) =>
    say({
      en: `Only a calibration has a reference (“${shown(value)}”).`,
      "zh-CN": `只有校准评分才有参考分（“${shown(value)}”）。`,
    }),
  "more-than-scheduled": ({ value }) =>
    say({
      en: `In service and off together (${value} s) are more than was scheduled.`,
      "zh-CN": `在岗与休息合计 ${value} 秒，超过了排班时长。`,
    }),
  "scheduled-on-leave": ({ value }) =>
    say({
      en: `A day of leave has nothing scheduled, but ${value} s are. Say no leave, or schedule 0.`,
      "zh-CN": `休假当天不应有排班，却排了 ${value} 秒。请取消休假标记，或把排班写为 0。`,
    }),
  "points-of-absent": ({ value }) =>
    say({
      en: `${value} points, and yet absent: one of them is wrong.`,
      "zh-CN": `有成绩 ${value} 分，却标为缺考，两者矛盾。`,
    }),
  "neither-points-nor-absent": () => say({ en: "Neither points nor absent.", "zh-CN": "既没有成绩，也没有标为缺考。" }),
  "not-a-day": ({ value, format }) =>
    say({
      en: `“${shown(value)}” is no day written as ${format}.`,
      "zh-CN": `“${shown(value)}”不是按 ${format} 书写的日期。`,
    }),
  "not-a-time": ({ value }) =>
    say({ en: `“${shown(value)}” is no time of day.`, "zh-CN": `“${shown(value)}”不是时间。` }),
  "no-such-time": ({ value, zone }) =>
    say({
      en: `${shown(value)} does not exist in ${zone}: the clocks skip it.`,
      "zh-CN": `${zone} 没有 ${shown(value)} 这一时刻（因调整时钟而跳过）。`,
    }),
  "out-of-time": ({ value }) =>
    say({
      en: `${shown(value)} is in the future or before 1970.`,
      "zh-CN": `${shown(value)} 在未来，或早于 1970 年。`,
    }),
  "unknown-agent": ({ value, nearest }) =>
    say({
      en: `“${shown(value)}” is nobody on the roster.${perhaps(nearest).en}`,
      "zh-CN": `花名册中没有“${shown(value)}”。${perhaps(nearest).zh}`,
    }),
  "ambiguous-agent": ({ value }) =>
    say({
      en: `More than one person is called “${shown(value)}”: use employee numbers or aliases.`,
      "zh-CN": `有多人叫“${shown(value)}”，请用工号或别名。`,
    }),
  "too-long": ({ max }) => say({ en: `Longer than ${max} characters.`, "zh-CN": `超过 ${max} 个字符。` }),
  "unknown-team": ({ value, nearest }) =>
    say({
      en: `The site has no team “${shown(value)}”.${perhaps(nearest).en}`,
      "zh-CN": `该中心没有班组“${shown(value)}”。${perhaps(nearest).zh}`,
    }),
  "not-an-email": ({ value }) =>
    say({ en: `“${shown(value)}” is no e-mail address.`, "zh-CN": `“${shown(value)}”不是邮箱地址。` }),
  taken: ({ value, by }) =>
    say({ en: `“${shown(value)}” is ${shown(by)}'s already.`, "zh-CN": `“${shown(value)}”已属于${shown(by)}。` }),
  "seat-without-team": ({ value }) =>
    say({ en: `A seat (“${shown(value)}”) needs a team.`, "zh-CN": `写了席位“${shown(value)}”，但没有班组。` }),
  "left-before-hired": ({ value }) =>
    say({ en: `${shown(value)} is before the day of hiring.`, "zh-CN": `${shown(value)} 早于入职日期。` }),
  "until-before-from": () => say({ en: "It ends before it begins.", "zh-CN": "结束早于开始。" }),
  "not-a-birthday": ({ value }) =>
    say({
      en: `“${shown(value)}” is no birthday: write MM-DD.`,
      "zh-CN": `“${shown(value)}”不是生日：请写 MM-DD。`,
    }),
};
