import { type Say, say } from "../../../kernel/locale.ts";
import type { Substitute, Urgency } from "../domain.ts";
import type { State } from "../states.ts";

/** How a request stands. */
export const stateNames: Readonly<Record<State, Say>> = {
  open: say({ en: "Open", "zh-CN": "待接手" }),
  claimed: say({ en: "In hand", "zh-CN": "处理中" }),
  waiting: say({ en: "Waiting for the agent", "zh-CN": "待坐席回复" }),
  resolved: say({ en: "Resolved", "zh-CN": "已解决" }),
  closed: say({ en: "Closed", "zh-CN": "已关闭" }),
  cancelled: say({ en: "Cancelled", "zh-CN": "已取消" }),
};

/** The same before the agent who asked. */
export const ownStateNames: Readonly<Record<State, Say>> = {
  ...stateNames,
  waiting: say({ en: "Waiting for you", "zh-CN": "待您补充" }),
};

export const urgencyNames: Readonly<Record<Urgency, Say>> = {
  normal: say({ en: "Normal", "zh-CN": "一般" }),
  high: say({ en: "High", "zh-CN": "紧急" }),
};

/** Who was asked instead. */
export const substituteNames: Readonly<Record<Substitute, Say>> = {
  "team-leads": say({ en: "the agent's team leads", "zh-CN": "坐席所在班组的班组长" }),
  supervisors: say({ en: "the supervisors", "zh-CN": "主管" }),
  admins: say({ en: "the admins", "zh-CN": "管理员" }),
  nobody: say({ en: "nobody", "zh-CN": "无人" }),
};

/** What `/settings` calls the messages. */
export const kindNames = {
  request: say({ en: "Requests for help", "zh-CN": "求助" }),
  escalation: say({ en: "Help that nobody has answered yet", "zh-CN": "求助升级" }),
  mine: say({ en: "My requests for help", "zh-CN": "我的求助" }),
  said: say({ en: "What is said about a request for help", "zh-CN": "求助回复" }),
  talk: say({ en: "The talk about a request for help", "zh-CN": "求助讨论" }),
  gap: say({ en: "Duties that nobody has", "zh-CN": "值班空缺" }),
} as const;
