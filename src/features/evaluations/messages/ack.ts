import { say } from "../../../kernel/locale.ts";

/** What `/ack` says. */
export const ackWords = {
  summary: say({ en: "Acknowledge an evaluation", "zh-CN": "确认质检评分" }),
  number: say({ en: "Evaluation", "zh-CN": "评分编号" }),
  numberHint: say({ en: "Its number; the newest if left out", "zh-CN": "不填则为最近未确认的一份" }),
  comment: say({ en: "Comment", "zh-CN": "留言" }),
  commentHint: say({
    en: "The scorer reads it. At most 1,000 characters.",
    "zh-CN": "评分人可以看到，最多 1,000 个字符。",
  }),
  done: (number: string) => say({ en: `${number} is acknowledged`, "zh-CN": `已确认 ${number}` }),
  already: (number: string) => say({ en: `${number} was acknowledged before`, "zh-CN": `${number} 此前已确认过` }),
  unchanged: say({ en: "Nothing was changed.", "zh-CN": "未做任何更改。" }),
  notKept: say({
    en: "A comment is kept with the first acknowledgement only, so this one was not kept: ",
    "zh-CN": "留言只在首次确认时保存，因此本次留言未保存：",
  }),
  yours: say({ en: "Your comment goes to the scorer: ", "zh-CN": "您的留言已转给评分人：" }),
  next: (left: number) =>
    say(({ number }) => ({
      en: `${number(left)} more to acknowledge: `,
      "zh-CN": `还有 ${number(left)} 份待确认：`,
    })),
} as const;
