import { type Say, say } from "../../../kernel/locale.ts";

/** What is told of a thank-you, in the channel and to whoever was thanked. */
export const toldWords = {
  inChannel: say({ en: "Kudos in the channel", "zh-CN": "频道点赞" }),
  toReceiver: say({ en: "Kudos for you", "zh-CN": "收到的点赞" }),
  title: (name: string) => say({ en: `Kudos for ${name}`, "zh-CN": `为${name}点赞` }),
  /** Between whoever thanks and whoever is thanked, and after both. */
  thanks: say({ en: " thanks ", "zh-CN": " 为 " }),
  forValue: say({ en: ": ", "zh-CN": " 点赞：" }),
  quoted: (reason: string) => say({ en: `“${reason}”`, "zh-CN": `“${reason}”` }),
  own: say({ en: "Thank somebody yourself: ", "zh-CN": "您也来为同事点赞：" }),
  toYou: (name: string) => say({ en: `${name} thanks you`, "zh-CN": `${name}为您点赞` }),
  mute: say({ en: "If you would rather not be told: ", "zh-CN": "不想收到此类消息：" }),
  takenBackTitle: say({ en: "Kudos", "zh-CN": "点赞" }),
  takenBack: say({
    en: "This thank-you was taken back by who sent it.",
    "zh-CN": "该点赞已由发送人撤回。",
  }),
} as const;

/** What the weekly bulletin says. */
export const bulletinWords = {
  title: say({ en: "Thanks among colleagues", "zh-CN": "同事点赞" }),
  count: (all: number): Say =>
    say(({ number }) => ({
      en: `${number(all)} ${all === 1 ? "thank-you was" : "thank-yous were"} sent last week: `,
      "zh-CN": `上周共有 ${number(all)} 次点赞：`,
    })),
  byValue: (name: string, count: number): Say =>
    say(({ number }) => ({ en: `${name} ${number(count)}`, "zh-CN": `${name} ${number(count)} 次` })),
  between: say({ en: ", ", "zh-CN": "，" }),
  end: say({ en: ".", "zh-CN": "。" }),
} as const;
