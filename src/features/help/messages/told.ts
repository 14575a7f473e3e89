import { say } from "../../../kernel/locale.ts";

/** What is told in messages of their own. */
export const toldWords = {
  escalation: say({ en: "Needs you: ", "zh-CN": "请处理：" }),
  whyOpen: (role: string) =>
    say({
      en: `Nobody is at it yet, so it comes to you (${role}).`,
      "zh-CN": `目前无人处理，因此通知您（${role}）。`,
    }),
  whyInstead: (role: string) =>
    say({
      en: `Nobody is at it yet and nobody is on duty (${role}), so it comes to you instead.`,
      "zh-CN": `目前无人处理，且${role}无人在岗，因此改为通知您。`,
    }),
  whyLate: say({
    en: "It was to be over by now, so it comes to you.",
    "zh-CN": "该求助已超过解决时限，因此通知您。",
  }),
  noHurry: say({
    en: "No need to hurry any more: somebody is at it.",
    "zh-CN": "已有人处理，您无需再跟进。",
  }),
  isOver: say({ en: "No need to hurry any more: it is over.", "zh-CN": "该求助已结束，您无需再跟进。" }),

  answered: (name: string) => say({ en: `${name}: an answer`, "zh-CN": `${name} 有新回复` }),
  asks: (name: string) => say({ en: `${name}: a question to you`, "zh-CN": `${name} 需要您补充信息` }),
  resolved: (name: string) => say({ en: `${name} is resolved`, "zh-CN": `${name} 已解决` }),
  replied: (name: string) => say({ en: `${name}: the agent says more`, "zh-CN": `${name} 坐席有补充` }),
  wentBack: (name: string) => say({ en: `${name} went back`, "zh-CN": `${name} 已退回` }),
  wentBackMore: say({
    en: "Nothing was answered in time after you took it, so it is open for everybody again. If you are still on it, take it once more and answer.",
    "zh-CN": "您接手后未在时限内回复，该求助已退回待接手。如仍由您处理，请再次接手并回复。",
  }),
  handedToYou: (name: string) => say({ en: `${name} is yours now`, "zh-CN": `${name} 已转交给您` }),
  handedOn: (name: string) => say({ en: `${name} was handed on`, "zh-CN": `${name} 已转交他人` }),
  handedBy: say({ en: " handed it over to ", "zh-CN": " 已转交给 " }),
  reopened: (name: string) => say({ en: `${name} is open again`, "zh-CN": `${name} 已重新打开` }),
  callBack: (name: string) => say({ en: `${name}: call the customer back`, "zh-CN": `${name} 该给客户回电了` }),
  callBackAt: say({ en: "The customer was promised a call at ", "zh-CN": "与客户约定的回电时间：" }),
  reopenBy: say({ en: "Not settled after all? Reopen it until ", "zh-CN": "仍未解决？可在此时间前重新打开：" }),

  gap: (role: string) => say({ en: `Nobody is on duty: ${role}`, "zh-CN": `值班空缺：${role}` }),
  gapAsked: (instead: string) =>
    say({
      en: `An agent asked for help and nobody had this duty. I asked ${instead} instead: `,
      "zh-CN": `有坐席求助，但该岗位无人值班，已改为呼叫${instead}：`,
    }),
  gapNobody: say({
    en: "An agent asked for help, nobody had this duty, and there was nobody else whom I could ask. The request stands on the floor channel alone.",
    "zh-CN": "有坐席求助，但该岗位无人值班，也没有其他人可以呼叫。该求助目前只发布在频道中。",
  }),
  gapMend: say({
    en: "Put somebody on duty, or change who is asked under “help” in fairline.yaml. You hear of this duty once a day. The duties of today: ",
    "zh-CN": "请安排人员值班，或在 fairline.yaml 的“help”中调整呼叫对象。同一岗位每天只提醒一次。今日值班：",
  }),
} as const;
