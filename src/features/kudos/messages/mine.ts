import { say } from "../../../kernel/locale.ts";

/** What somebody sees of their own. */
export const mineWords = {
  title: say({ en: "Your kudos", "zh-CN": "我的点赞" }),
  received: say({ en: "Received lately", "zh-CN": "最近收到" }),
  given: say({ en: "Given lately", "zh-CN": "最近送出" }),
  from: (name: string) => say({ en: `from ${name}`, "zh-CN": `来自${name}` }),
  to: (name: string) => say({ en: `to ${name}`, "zh-CN": `送给${name}` }),
  somebody: say({ en: "somebody who is not on the roster any more", "zh-CN": "已不在名册中的同事" }),
  uncounted: say({ en: "not counted: it closed a circle", "zh-CN": "不计数：互赞成环" }),
  noneReceived: say({
    en: "None so far. Thanks that colleagues send you are kept here.",
    "zh-CN": "暂无。同事给您的点赞会保留在这里。",
  }),
  noneGiven: say({
    en: "None so far. Who made your day easier?",
    "zh-CN": "暂无。最近有谁帮了您一把？",
  }),
  values: say({ en: "Values of your site: ", "zh-CN": "本中心的价值观：" }),
} as const;
