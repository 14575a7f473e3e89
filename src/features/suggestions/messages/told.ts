import { type Say, say } from "../../../kernel/locale.ts";

/** What a suggestion is shown with, wherever it stands. */
export const toldWords = {
  title: (name: string) => say({ en: `Suggestion ${name}`, "zh-CN": `建议 ${name}` }),
  quoted: (text: string) => say({ en: `“${text}”`, "zh-CN": `“${text}”` }),
  addition: (day: string, text: string) =>
    say(({ shortDay }) => ({ en: `Added ${shortDay(day)}: “${text}”`, "zh-CN": `${shortDay(day)}补充：“${text}”` })),
  from: say({ en: "From", "zh-CN": "提出人" }),
  anonymous: say({ en: "somebody (anonymous)", "zh-CN": "匿名" }),
  somebody: say({ en: "somebody", "zh-CN": "匿名同事" }),
  gone: say({ en: "somebody who is not on the roster any more", "zh-CN": "已不在名册中的同事" }),
  state: say({ en: "State", "zh-CN": "状态" }),
  votes: say({ en: "Votes", "zh-CN": "支持" }),
  count: (votes: number): Say =>
    say(({ number }) => ({
      en: votes === 1 ? "1 vote" : `${number(votes)} votes`,
      "zh-CN": `${number(votes)} 票`,
    })),
  owner: say({ en: "Owner", "zh-CN": "负责人" }),
  noOwner: say({ en: "nobody yet", "zh-CN": "暂无" }),
  reason: say({ en: "Why", "zh-CN": "说明" }),
  own: say({ en: "Suggest something yourself: ", "zh-CN": "您也来提建议：" }),

  withdrawnTitle: (name: string) => say({ en: `${name} was withdrawn`, "zh-CN": `${name} 已撤回` }),
  withdrawn: say({ en: "Its author took it back.", "zh-CN": "提出人已撤回该建议。" }),

  moved: {
    considered: (name: string) => say({ en: `${name} is being considered`, "zh-CN": `${name} 正在研究` }),
    planned: (name: string) => say({ en: `${name} is planned`, "zh-CN": `${name} 已列入计划` }),
    done: (name: string) => say({ en: `${name} is done`, "zh-CN": `${name} 已落实` }),
    declined: (name: string) => say({ en: `${name} was declined`, "zh-CN": `${name} 未采纳` }),
  },
  undoneTitle: (name: string) => say({ en: `${name}: taken back`, "zh-CN": `${name}：已更正` }),
  undone: (was: string, now: string) =>
    say({
      en: `“${was}” was a slip. The suggestion is ${now}.`,
      "zh-CN": `此前标为“${was}”有误，现状态为“${now}”。`,
    }),
  why: say({
    en: "You are told because you made it, voted for it or follow it. To change that: ",
    "zh-CN": "因为您提出、支持或关注了该建议，所以收到此消息。设置：",
  }),
  yours: (name: string) => say({ en: `${name} is yours to look after`, "zh-CN": `${name} 由您跟进` }),
  yoursMore: say({
    en: "Move it on when there is news; its author and its voters are told.",
    "zh-CN": "有进展时请更新状态，提出人和支持者会收到通知。",
  }),
  notYours: (name: string) => say({ en: `${name} has another owner`, "zh-CN": `${name} 已改由他人跟进` }),
} as const;

/** What the weekly bulletin says. */
export const bulletinWords = {
  title: say({ en: "Suggestions", "zh-CN": "合理化建议" }),
  fresh: (count: number) =>
    say(({ number }) => ({
      en: count === 1 ? "One new suggestion" : `${number(count)} new suggestions`,
      "zh-CN": `上周新建议 ${number(count)} 条`,
    })),
  most: (count: number) =>
    say(({ number }) => ({
      en: `${number(count)} new suggestions; those with the most votes`,
      "zh-CN": `上周新建议 ${number(count)} 条，票数最多的有`,
    })),
  moved: say({ en: "What became of suggestions", "zh-CN": "建议进展" }),
  because: (reason: string) => say({ en: `: ${reason}`, "zh-CN": `：${reason}` }),
} as const;
