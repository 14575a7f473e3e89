import { type Say, say } from "../../../kernel/locale.ts";

/** What somebody is answered. */
export const answerWords = {
  made: (name: string) => say({ en: `Your suggestion is in: ${name}`, "zh-CN": `建议已提交：${name}` }),
  masked: say({ en: "I took long numbers out of it.", "zh-CN": "已隐去其中的长串数字。" }),
  inChannel: (channel: string) =>
    say({
      en: `Everybody can read it in #${channel} and vote for it. You are told what becomes of it.`,
      "zh-CN": `大家可在 #${channel} 看到并表示支持。有进展时会通知您。`,
    }),
  noChannel: say({
    en: "Everybody can read it in the list and vote for it. You are told what becomes of it.",
    "zh-CN": "大家可在建议列表中看到并表示支持。有进展时会通知您。",
  }),
  code: say({ en: "Your code", "zh-CN": "查询码" }),
  keepCode: say({
    en: "Keep the code: it is shown this once. Nobody can find it again, not even an admin, as your name is kept nowhere.",
    "zh-CN": "请保存好查询码，仅显示这一次。您的姓名未作任何保存，遗失后包括管理员在内任何人都无法找回。",
  }),
  useCode: say({ en: "To follow it, add to it or withdraw it: ", "zh-CN": "跟进、补充或撤回：" }),
  shownInChannel: (channel: string) =>
    say({
      en: `So that no hour tells who wrote it, it is shown in #${channel} from: `,
      "zh-CN": `为避免时间暴露身份，将自下列时间起在 #${channel} 展示：`,
    }),
  shownInList: say({
    en: "So that no hour tells who wrote it, it is shown in the list from: ",
    "zh-CN": "为避免时间暴露身份，将自下列时间起在建议列表中展示：",
  }),
  notKept: say({
    en: "I keep no copy of this message; your chat platform may. If it goes away, the code goes with it.",
    "zh-CN": "本系统不保存这条消息，聊天平台可能会保留。消息消失后，查询码无法再次查看。",
  }),
  same: (name: string) => say({ en: `${name} says the same`, "zh-CN": `已有相同建议：${name}` }),
  sameMore: say({
    en: "Nothing new was made. Vote for that one instead; the more votes, the better it is heard.",
    "zh-CN": "未重复提交。请为该建议投支持票，票数越多越受重视。",
  }),
  voted: (name: string) => say({ en: `You voted for ${name}`, "zh-CN": `您已支持 ${name}` }),
  unvoted: (name: string) => say({ en: `You took your vote for ${name} back`, "zh-CN": `您已取消支持 ${name}` }),
  toldOf: say({ en: "You are told when it moves on.", "zh-CN": "有进展时会通知您。" }),
  followed: (name: string) => say({ en: `You follow ${name}`, "zh-CN": `您已关注 ${name}` }),
  unfollowed: (name: string) => say({ en: `You follow ${name} no more`, "zh-CN": `您已取消关注 ${name}` }),
  owned: (name: string, owner: string) =>
    say({ en: `${owner} looks after ${name}`, "zh-CN": `${name} 由${owner}跟进` }),
  taken: (name: string) => say({ en: `You look after ${name}`, "zh-CN": `${name} 由您跟进` }),
  moved: (name: string, state: Say) =>
    say({ en: `${name} is ${state("en")}`, "zh-CN": `${name} 状态：${state("zh-CN")}` }),
  movedMore: say({
    en: "Its voters and followers are told, and its author where it is signed. A slip can be undone for 24 hours.",
    "zh-CN": "支持者、关注者会收到通知，署名建议的提出人也会收到。如有误，24 小时内可撤销。",
  }),
  undone: (name: string, state: Say) =>
    say({ en: `${name} is ${state("en")} again`, "zh-CN": `${name} 已恢复为：${state("zh-CN")}` }),
  added: (name: string) => say({ en: `Added to ${name}`, "zh-CN": `已补充到 ${name}` }),
  addedMore: say({
    en: "So that no hour tells who wrote it, the others see it from tomorrow morning.",
    "zh-CN": "为避免时间暴露身份，其他人自明天早上起可见。",
  }),
  withdrawn: (name: string) => say({ en: `${name} was withdrawn`, "zh-CN": `${name} 已撤回` }),
  withdrawnMore: say({
    en: "Its words are deleted, and what was posted says that it was withdrawn.",
    "zh-CN": "内容已删除，已发出的消息会注明已撤回。",
  }),
  withdrawnLater: say({
    en: "Its words are deleted here. So that no hour tells who wrote it, what was posted says so from tomorrow morning.",
    "zh-CN": "系统内的内容已删除。为避免时间暴露身份，已发出的消息自明天早上起注明已撤回。",
  }),
} as const;

/** What lists say. */
export const listWords = {
  title: say({ en: "Suggestions", "zh-CN": "建议列表" }),
  found: (all: number) =>
    say(({ number }) => ({
      en: all === 1 ? "One suggestion." : `${number(all)} suggestions, the newest first.`,
      "zh-CN": `共 ${number(all)} 条建议，最新的在前。`,
    })),
  empty: say({ en: "There are none. Make the first: ", "zh-CN": "暂无建议。来提第一条：" }),
  emptyState: (state: Say) =>
    say({
      en: `None is ${state("en")} at the moment. See all that are open: `,
      "zh-CN": `目前没有状态为“${state("zh-CN")}”的建议。查看全部：`,
    }),
  page: (page: number, pages: number) =>
    say(({ number }) => ({
      en: `Page ${number(page)} of ${number(pages)}`,
      "zh-CN": `第 ${number(page)} 页，共 ${number(pages)} 页`,
    })),
  filter: say({ en: "Show one state", "zh-CN": "按状态筛选" }),
  allOpen: say({ en: "All that are open", "zh-CN": "全部进行中" }),
  open: say({ en: "Open a suggestion", "zh-CN": "查看建议" }),
  more: say({ en: "More", "zh-CN": "更多" }),
  back: say({ en: "Back", "zh-CN": "上一页" }),
  mineTitle: say({ en: "Your suggestions", "zh-CN": "我的建议" }),
  mineNone: say({
    en: "You have signed none so far. Make one: ",
    "zh-CN": "您还没有署名提出过建议。提一条：",
  }),
  mineNote: say({
    en: "Anonymous ones are not here, as nobody knows whose they are. With your code: ",
    "zh-CN": "匿名建议不在此列，系统不知道由谁提出。凭查询码查看：",
  }),
} as const;
