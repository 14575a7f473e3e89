import { say } from "../../../kernel/locale.ts";

/** What `/kudos` and its form ask. */
export const formWords = {
  summary: say({ en: "Thank a colleague", "zh-CN": "为同事点赞" }),
  who: say({ en: "Who", "zh-CN": "同事" }),
  whoHint: say({ en: "A colleague of your site", "zh-CN": "本中心的同事" }),
  value: say({ en: "What for", "zh-CN": "价值观" }),
  valueHint: say({
    en: "A value, such as “Helpful”, “Customer first”, “Know-how” or “Good spirit”. If your site has others, you are shown them.",
    "zh-CN": "例如“帮助同事”“客户至上”“专业”“乐观向上”。如本中心另有设定，会列出供您选择。",
  }),
  reason: say({ en: "Why", "zh-CN": "理由" }),
  reasonHint: say({
    en: "What did they do? Everybody in the channel reads it. 15 to 500 characters.",
    "zh-CN": "对方做了什么？频道里的所有人都能看到。15 至 500 个字符。",
  }),
  write: say({ en: "Write the reason", "zh-CN": "填写理由" }),
  choose: say({ en: "Choose a value", "zh-CN": "选择价值观" }),
  takeBack: say({ en: "Take it back", "zh-CN": "撤回" }),
  mine: say({ en: "My kudos", "zh-CN": "我的点赞" }),
} as const;
