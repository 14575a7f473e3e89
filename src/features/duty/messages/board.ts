import { say } from "../../../kernel/locale.ts";

/** What is said of who is on duty. */
export const boardWords = {
  title: (site: string) => say({ en: `On duty at ${site}`, "zh-CN": `${site}值班` }),
  weekTitle: (site: string) => say({ en: `Duties at ${site}`, "zh-CN": `${site}值班表` }),
  /** Between a role and who has it. */
  colon: say({ en: ": ", "zh-CN": "：" }),
  and: say({ en: ", ", "zh-CN": "、" }),
  until: say({ en: " until ", "zh-CN": "，至 " }),
  nobody: say({ en: "nobody right now", "zh-CN": "现在无人值班" }),
  /** Before and after those who are asked where nobody is on duty. */
  insteadBefore: say({ en: "Asked instead: ", "zh-CN": "如有需要，将改请：" }),
  /** Of the duty lead, in whose place whoever asks has leads of their own. */
  insteadLeads: say({ en: "the leads of who asks, else ", "zh-CN": "求助人的班组长；如不在岗，则请" }),
  insteadLeadsAlone: say({ en: "the leads of who asks", "zh-CN": "求助人的班组长" }),
  insteadNobody: say({
    en: "There is nobody to ask instead: the site has no supervisor or admin who is there today.",
    "zh-CN": "也没有可改请的人：本中心今天没有在岗的主管或管理员。",
  }),
  nextBefore: say({ en: "Next: ", "zh-CN": "下一班：" }),
  nextFrom: say({ en: " from ", "zh-CN": "，" }),
  nextAfter: say({ en: "", "zh-CN": " 起" }),
  noNext: say({ en: "Next: nobody within 14 days", "zh-CN": "下一班：14 天内无安排" }),
  somebody: say({ en: "somebody who is not on the roster any more", "zh-CN": "已不在名册中的同事" }),
  dayColumn: say({ en: "Day", "zh-CN": "日期" }),
  none: say({ en: "—", "zh-CN": "—" }),
  /** Between two spans of a cell. */
  between: say({ en: "; ", "zh-CN": "；" }),
  clock: (zone: string) => say({ en: `Times are those of ${zone}.`, "zh-CN": `时间为 ${zone} 当地时间。` }),
  leave: say({
    en: "Whoever is on leave or has left is not shown.",
    "zh-CN": "休假或已离职的人员不显示。",
  }),
} as const;
