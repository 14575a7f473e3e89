import { say } from "../../../kernel/locale.ts";

/** What `/settings` calls the messages. */
export const kindNames = {
  changed: say({ en: "Changes to your duties", "zh-CN": "值班变动" }),
  offer: say({ en: "Requests to take a duty", "zh-CN": "接班请求" }),
  swap: say({ en: "Swapped duties", "zh-CN": "换班结果" }),
  reminder: say({ en: "Reminder before your duty", "zh-CN": "值班前提醒" }),
} as const;

/** What is told of duties, and answered to those who change them. */
export const toldWords = {
  onTitle: say({ en: "You are on duty", "zh-CN": "您有新的值班安排" }),
  offTitle: say({ en: "You are not on duty any more", "zh-CN": "您的值班已取消" }),
  /** Before a person's name. */
  setBy: say({ en: "Set by ", "zh-CN": "安排人：" }),
  why: (reason: string) => say({ en: `Reason: ${reason}`, "zh-CN": `原因：${reason}` }),
  role: say({ en: "Duty", "zh-CN": "岗位" }),
  who: say({ en: "Who", "zh-CN": "值班人" }),
  from: say({ en: "From", "zh-CN": "开始" }),
  until: say({ en: "Until", "zh-CN": "结束" }),
  offerTitle: (asker: string) => say({ en: `${asker} asks you to take a duty`, "zh-CN": `${asker}请您接班` }),
  offerUntil: say({
    en: "It changes only if you accept, and the offer ends when the duty begins.",
    "zh-CN": "您接受后才生效；值班开始时该请求自动失效。",
  }),
  offered: (other: string) => say({ en: `${other} is asked`, "zh-CN": `已征求${other}的意见` }),
  offeredText: (other: string) =>
    say({
      en: `It stays your duty until ${other} accepts. I will tell you.`,
      "zh-CN": `在${other}接受之前，仍由您值班。有结果我会告诉您。`,
    }),
  accepted: (other: string, asker: string) =>
    say({ en: `${other} takes a duty of ${asker}`, "zh-CN": `${other}接${asker}的班` }),
  declined: (other: string) =>
    say({ en: `${other} cannot take your duty, so it stays yours`, "zh-CN": `${other}无法接班，仍由您值班` }),
  expired: (other: string) =>
    say({
      en: `${other} did not answer before the duty began, so it is yours`,
      "zh-CN": `${other}未在值班开始前答复，仍由您值班`,
    }),
  ended: {
    open: say({ en: "Open", "zh-CN": "待答复" }),
    accepted: say({ en: "You took this duty.", "zh-CN": "您已接受，该班由您值。" }),
    declined: say({ en: "You said that you cannot.", "zh-CN": "您已表示无法接班。" }),
    "taken-back": say({ en: "The offer was taken back.", "zh-CN": "对方已撤回请求。" }),
    expired: say({
      en: "The duty has begun, so the offer is over.",
      "zh-CN": "值班已开始，该请求已失效。",
    }),
  },
  retracted: say({ en: "The offer is taken back", "zh-CN": "已撤回请求" }),
  retractedText: say({ en: "It stays your duty.", "zh-CN": "该班仍由您值。" }),
  reminderTitle: say({ en: "Your duty begins soon", "zh-CN": "您即将开始值班" }),
  setTitle: (name: string) => say({ en: `${name} is set`, "zh-CN": `已安排${name}值班` }),
  setAlready: say({ en: "That was set already, so nothing changed.", "zh-CN": "此前已如此安排，未重复操作。" }),
  setTold: say({
    en: "Whoever is concerned is told.",
    "zh-CN": "相关人员会收到通知。",
  }),
  unsetTitle: say({ en: "Taken back", "zh-CN": "已撤销" }),
  unsetText: (name: string) =>
    say({
      en: `${name} is not on duty by it any more, and the rota holds again. Whoever is concerned is told.`,
      "zh-CN": `${name}不再按此安排值班，恢复原值班表。相关人员会收到通知。`,
    }),
  listTitle: say({ en: "Set and swapped", "zh-CN": "已安排与已换的班" }),
  listNone: say({
    en: "Nothing is set or swapped from now on, as far as you may take it back.",
    "zh-CN": "目前没有您可以撤销的安排或换班。",
  }),
} as const;
