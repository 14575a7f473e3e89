import { say } from "../../../kernel/locale.ts";

/** What stands on the card of a request, for those who help and for its agent. */
export const cardWords = {
  live: say({ en: "Customer on the line", "zh-CN": "客户在线" }),
  quoted: (text: string) => say({ en: `“${text}”`, "zh-CN": `“${text}”` }),
  asker: say({ en: "Asked by", "zh-CN": "求助人" }),
  since: say({ en: "Since", "zh-CN": "求助时间" }),
  category: say({ en: "Category", "zh-CN": "类别" }),
  urgency: say({ en: "Urgency", "zh-CN": "紧急程度" }),
  onTheLine: say({ en: "On the line", "zh-CN": "客户是否在线" }),
  yes: say({ en: "Yes, the customer is waiting", "zh-CN": "是，客户正在等待" }),
  no: say({ en: "No", "zh-CN": "否" }),
  callBack: say({ en: "Call back", "zh-CN": "约定回电" }),
  atIt: say({ en: "At it", "zh-CN": "处理人" }),
  nobody: say({ en: "Nobody yet", "zh-CN": "暂无" }),
  somebody: say({ en: "somebody who is not on the roster any more", "zh-CN": "已不在名册中的人员" }),
  offered: say({ en: "Earlier answers that were offered", "zh-CN": "系统已推荐的答案" }),
  talk: say({ en: "Lately", "zh-CN": "最近动态" }),
  answerLate: say({ en: "First answer was due ", "zh-CN": "首次回复已超时，时限：" }),
  endLate: say({ en: "It was to be over by ", "zh-CN": "解决已超时，时限：" }),
  askedAt: (role: string) => say({ en: ` Asked: ${role} – `, "zh-CN": ` 已呼叫${role}：` }),
  lateAt: (role: string) =>
    say({ en: ` Not over in time, asked: ${role} – `, "zh-CN": ` 超时未解决，已呼叫${role}：` }),
  insteadOf: (role: string, instead: string) =>
    say({
      en: ` Nobody is on duty (${role}), asked instead: ${instead} – `,
      "zh-CN": ` ${role}无人在岗，已改为呼叫${instead}：`,
    }),
  nobodyToAsk: (role: string) =>
    say({
      en: ` There is nobody to ask (${role}).`,
      "zh-CN": ` 没有可呼叫的人（${role}）。`,
    }),
  end: say({ en: ".", "zh-CN": "。" }),
  separator: say({ en: ", ", "zh-CN": "、" }),

  claim: say({ en: "I'm on it", "zh-CN": "我来处理" }),
  answer: say({ en: "Answer", "zh-CN": "回复" }),
  handOver: say({ en: "Hand over", "zh-CN": "转交" }),
  resolve: say({ en: "Resolve", "zh-CN": "解决" }),
  reopen: say({ en: "Reopen", "zh-CN": "重新打开" }),
  solved: say({ en: "That solved it", "zh-CN": "已解决我的问题" }),
  sayMore: say({ en: "Say more", "zh-CN": "补充说明" }),
  cancel: say({ en: "Cancel", "zh-CN": "取消求助" }),
  cancelSure: say({
    en: "Nobody will help with this any more. Cancel the request?",
    "zh-CN": "取消后将不再有人处理。确认取消求助吗？",
  }),
  open: say({ en: "Open it", "zh-CN": "查看" }),

  needed: say({
    en: "Something is needed from you before it can go on: press “Say more”.",
    "zh-CN": "需要您补充信息后才能继续处理，请按“补充说明”。",
  }),
  notOver: say({
    en: "If it is not settled after all, reopen it until ",
    "zh-CN": "如果问题仍未解决，可在此时间前重新打开：",
  }),

  line: {
    added: say({ en: " added: ", "zh-CN": " 补充：" }),
    claimed: say({ en: " is at it", "zh-CN": " 开始处理" }),
    answer: say({ en: ": ", "zh-CN": "：" }),
    question: say({ en: " asks the agent: ", "zh-CN": " 请坐席补充：" }),
    reply: say({ en: ": ", "zh-CN": "：" }),
    handedOver: say({ en: " handed it over to ", "zh-CN": " 转交给 " }),
    wentBack: say({ en: " had no time to answer; it is open again", "zh-CN": " 未及时回复，已退回待接手" }),
    escalated: (role: string) => say({ en: `Asked: ${role}`, "zh-CN": `已呼叫${role}` }),
    resolved: say({ en: " resolved it", "zh-CN": " 已解决" }),
    solved: say({ en: " says that it is solved", "zh-CN": " 确认问题已解决" }),
    cancelled: say({ en: " cancelled it", "zh-CN": " 取消了求助" }),
    reopened: say({ en: " reopened it", "zh-CN": " 重新打开" }),
    closed: say({ en: "Closed, as nothing more was said", "zh-CN": "长时间无回复，已自动关闭" }),
    more: say({ en: ": ", "zh-CN": "：" }),
  },
} as const;
