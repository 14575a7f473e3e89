import { type Say, say } from "../../../kernel/locale.ts";
import type { Skill } from "../domain.ts";
import type { State } from "../states.ts";

/** What skills are called. */
export const skillNames: Readonly<Record<Skill, Say>> = {
  interpersonal: say({ en: "Interpersonal", "zh-CN": "人际沟通" }),
  language: say({ en: "Language", "zh-CN": "语言表达" }),
  knowledge: say({ en: "Knowledge", "zh-CN": "业务知识" }),
  "service-skill": say({ en: "Service skill", "zh-CN": "服务技巧" }),
  adaptability: say({ en: "Adaptability", "zh-CN": "应变能力" }),
  "call-control": say({ en: "Call control", "zh-CN": "通话掌控" }),
  responsibility: say({ en: "Responsibility", "zh-CN": "责任心" }),
};

/** How a call stands, as its nominator reads it: whether its agent said no is told to nobody. */
export const stateNames: Readonly<Record<State, Say>> = {
  voting: say({ en: "vote open", "zh-CN": "投票中" }),
  consent: say({ en: "chosen", "zh-CN": "已入选" }),
  declined: say({ en: "chosen", "zh-CN": "已入选" }),
  accepted: say({ en: "in the library", "zh-CN": "已入库" }),
  "not-chosen": say({ en: "not chosen", "zh-CN": "未入选" }),
  withdrawn: say({ en: "withdrawn", "zh-CN": "已撤回" }),
};

/** What `/settings` calls the messages. */
export const kindNames = {
  vote: say({ en: "Votes on good calls", "zh-CN": "优秀录音投票" }),
  consent: say({ en: "Consent to a good call", "zh-CN": "优秀录音入库征询" }),
  praise: say({ en: "Praise for good calls", "zh-CN": "优秀录音表扬" }),
  leaders: say({ en: "Good calls of my people", "zh-CN": "所辖坐席的优秀录音" }),
} as const;
