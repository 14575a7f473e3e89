import { type Say, say } from "../../../kernel/locale.ts";
import type { Code, ItemOutcome, Kind, SeatName } from "../domain.ts";

/** Why an evaluation is challenged, as the form and the case call it. */
export const kindNames = {
  fact: say({ en: "Fact: it happened otherwise", "zh-CN": "事实有误：当时情况并非如此" }),
  rule: say({ en: "The rule was misapplied", "zh-CN": "标准适用有误" }),
  "wrong-agent": say({ en: "Not my contact", "zh-CN": "不是我处理的联络" }),
  technical: say({ en: "A technical fault", "zh-CN": "技术故障所致" }),
  precedent: say({ en: "It was decided otherwise before", "zh-CN": "与以往先例不一致" }),
} as const satisfies Record<Kind, Say>;

/** Where the panel found the fault. */
export const codeNames = {
  "scorer-error": say({ en: "Scorer error", "zh-CN": "评分有误" }),
  "rule-unclear": say({ en: "Rule unclear", "zh-CN": "标准不明确" }),
  system: say({ en: "System", "zh-CN": "系统原因" }),
  "no-error": say({ en: "No error", "zh-CN": "评分无误" }),
} as const satisfies Record<Code, Say>;

export const outcomeNames = {
  upheld: say({ en: "upheld", "zh-CN": "支持" }),
  partly: say({ en: "partly upheld", "zh-CN": "部分支持" }),
  rejected: say({ en: "not upheld", "zh-CN": "维持原分" }),
} as const satisfies Record<ItemOutcome, Say>;

export const seatTitles = {
  supervisor: say({ en: "the supervisor's seat", "zh-CN": "主管席" }),
  lead: say({ en: "the lead's seat", "zh-CN": "班组长席" }),
  qa: say({ en: "the quality seat", "zh-CN": "质检席" }),
} as const satisfies Record<SeatName, Say>;

/** What an evaluation without items is called where an item is named. */
export const wholeName = say({ en: "The whole evaluation", "zh-CN": "整份质检评分" });

export const somebody = say({ en: "somebody who is not on the roster any more", "zh-CN": "已不在册的成员" });
