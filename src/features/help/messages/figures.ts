import { type Say, say } from "../../../kernel/locale.ts";
import type { Spread } from "../figures.ts";

const minutes = (value: number) =>
  say(({ number }) => {
    const told = number(value, value < 10 ? 1 : 0);
    return { en: `${told} min`, "zh-CN": `${told} 分钟` };
  });

const few = 5;

const both =
  (en: (within: string) => string, zh: (within: string) => string) =>
  (value: number): Say =>
    say({ en: en(minutes(value)("en")), "zh-CN": zh(minutes(value)("zh-CN")) });

const spread = (en: string, zh: string, { median, p90 }: Spread): Say =>
  say({
    en: `${en}: half within ${minutes(median)("en")}, 9 in 10 within ${minutes(p90)("en")}`,
    "zh-CN": `${zh}：半数在 ${minutes(median)("zh-CN")}内，九成在 ${minutes(p90)("zh-CN")}内`,
  });

/** What digests and trainers are told of help on the floor. */
export const figureWords = {
  title: (day: string) =>
    say((format) => ({ en: `Help on the floor, ${format.day(day)}`, "zh-CN": `${format.day(day)} 现场求助` })),
  counts: (asked: number, live: number, underWay: number) =>
    say({
      en: `${asked} asked, ${live} of them with a customer on the line${underWay === 0 ? "" : `; ${underWay} still under way`}`,
      "zh-CN": `求助 ${asked} 次，其中客户在线 ${live} 次${underWay === 0 ? "" : `；${underWay} 次仍在处理`}`,
    }),
  byAnswer: (count: number) =>
    say({
      en: count === 1 ? "1 was settled by an earlier answer" : `${count} were settled by earlier answers`,
      "zh-CN": `${count} 次由已有答案直接解决`,
    }),
  live: say({ en: "With a customer on the line", "zh-CN": "客户在线" }),
  other: say({ en: "Without", "zh-CN": "客户不在线" }),
  /** Few are told by the longest. */
  toAnswer: (took: Spread) =>
    took.n < few
      ? both(
          (within) => `first answer within ${within}`,
          (within) => `${within}内首次回复`,
        )(took.p90)
      : spread("first answer", "首次回复", took),
  toEnd: (took: Spread) =>
    took.n < few
      ? both(
          (within) => `settled within ${within}`,
          (within) => `${within}内解决`,
        )(took.p90)
      : spread("settled", "解决", took),
  colon: say({ en: ": ", "zh-CN": "：" }),
  semicolon: say({ en: "; ", "zh-CN": "；" }),
  lateTitle: say({ en: "Late", "zh-CN": "超时" }),
  repeatTitle: say({ en: "Asked again and again this week", "zh-CN": "本周反复出现的问题" }),
  repeat: (category: string, times: number) =>
    say({ en: `${category}, ${times} times`, "zh-CN": `${category}，${times} 次` }),
  topicsTitle: (from: string, to: string) =>
    say((format) => ({
      en: `Worth a training: what the floor asked again and again, ${format.shortDay(from)} to ${format.shortDay(to)}`,
      "zh-CN": `建议安排培训：${format.shortDay(from)}至${format.shortDay(to)}现场反复求助的问题`,
    })),
  topicsLead: (times: number) =>
    say({
      en: `Each of these was asked at least ${times} times. A briefing, or an answer that is kept, saves the next call.`,
      "zh-CN": `以下问题一周内均被问到至少 ${times} 次。做一次小培训，或沉淀一条答案，下一通电话就能少等一会儿。`,
    }),
  label: say({ en: "Topics for training", "zh-CN": "培训选题建议" }),
};
