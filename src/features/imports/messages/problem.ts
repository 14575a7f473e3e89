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
  "too-long-a-duration": ({ value }) =>
    say({ en: `“${shown(value)}” is longer than a week.`, "zh-CN": `“${shown(value)}”超过一周。` }),
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
  "not-a-birthday": ({ value }) =>
    say({
      en: `“${shown(value)}” is no birthday: write MM-DD.`,
      "zh-CN": `“${shown(value)}”不是生日：请写 MM-DD。`,
    }),
};
