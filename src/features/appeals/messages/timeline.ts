import { type Say, say } from "../../../kernel/locale.ts";
import type { Happening } from "../domain.ts";

/** What happened, with places for whom it names. */
export const steps = {
  filed: say({ en: "{who} filed it", "zh-CN": "{who}提交申诉" }),
  late: say({
    en: "It came after the days to file and became a request for an exception",
    "zh-CN": "超过申诉期限，转为例外申请",
  }),
  granted: say({ en: "{who} let it be heard", "zh-CN": "{who}同意受理" }),
  denied: say({ en: "{who} made no exception", "zh-CN": "{who}未同意例外" }),
  forwarded: say({ en: "{who} passed it to the panel", "zh-CN": "{who}转交评审组" }),
  returned: say({ en: "{who} asked the agent for something", "zh-CN": "{who}请坐席补充" }),
  answered: say({ en: "{who} answered", "zh-CN": "{who}补充了材料" }),
  statement: say({ en: "{who} stated grounds", "zh-CN": "{who}说明了评分依据" }),
  withdrawn: say({ en: "{who} took it back", "zh-CN": "{who}撤回申诉" }),
  seated: say({ en: "{who} took {seat}", "zh-CN": "{who}担任{seat}评审" }),
  "passed-on": say({
    en: "{seat} passed from {from} to {who}: the time was over",
    "zh-CN": "{seat}因到期由{from}转给{who}",
  }),
  voted: say({ en: "One of the panel has voted", "zh-CN": "一位评审已完成评分" }),
  decided: say({ en: "It was decided", "zh-CN": "已裁定" }),
  corrected: say({ en: "The evaluation was put right", "zh-CN": "质检评分已更正" }),
  closed: say({ en: "It was closed", "zh-CN": "已结案" }),
  voided: say({ en: "It became void", "zh-CN": "已作废" }),
} as const satisfies Record<Happening["is"], Say>;

/** The same where it happened by itself, or where nobody was there. */
export const stepsAlone: Partial<Record<Happening["is"], Say>> = {
  granted: say({ en: "No answer in time, so it is heard", "zh-CN": "到期未答复，自动受理" }),
  denied: say({ en: "No exception was made", "zh-CN": "未同意例外" }),
  forwarded: say({ en: "The time was over, so it went to the panel by itself", "zh-CN": "到期，自动转交评审组" }),
  returned: say({ en: "The agent was asked for something", "zh-CN": "已请坐席补充" }),
  seated: say({ en: "Nobody was left for {seat}", "zh-CN": "{seat}无人可担任" }),
  "passed-on": say({
    en: "The time of {seat} was over, and nobody was left to take it",
    "zh-CN": "{seat}到期，已无人可接替",
  }),
};
