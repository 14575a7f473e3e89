import { say } from "../../../kernel/locale.ts";
import type { Result } from "../domain.ts";

/** What is said of a call to those who vote on it, to its agent, and as praise. */
export const toldWords = {
  skills: say({ en: "Skills", "zh-CN": "技能" }),
  queue: say({ en: "Queue", "zh-CN": "队列" }),
  length: say({ en: "Length", "zh-CN": "时长" }),
  minutes: (seconds: number) =>
    say(({ number }) => {
      const [whole, rest] = [Math.floor(seconds / 60), Math.round(seconds % 60)];
      return {
        en: whole === 0 ? `${number(rest)} s` : `${number(whole)} min ${number(rest)} s`,
        "zh-CN": whole === 0 ? `${number(rest)} 秒` : `${number(whole)} 分 ${number(rest)} 秒`,
      };
    }),
  where: say({ en: "Best moment", "zh-CN": "精彩片段" }),
  when: say({ en: "When", "zh-CN": "时间" }),
  agent: say({ en: "Agent", "zh-CN": "坐席" }),
  contact: say({ en: "Contact", "zh-CN": "通话编号" }),
  votes: say({ en: "Votes", "zh-CN": "投票" }),
  quoted: (highlight: string) => say({ en: `“${highlight}”`, "zh-CN": `“${highlight}”` }),
  somebody: say({ en: "somebody who is not on the roster any more", "zh-CN": "已不在名册中的人员" }),
  open: say({ en: "Open it", "zh-CN": "查看" }),
  end: say({ en: ".", "zh-CN": "。" }),

  isItGood: (call: string) => say({ en: `Is this a good call? ${call}`, "zh-CN": `这通电话可以入选吗？${call}` }),
  voteUntil: say({ en: "Vote until ", "zh-CN": "投票截止：" }),
  blind: say({
    en: "Nobody sees whose call it is, who put it forward or how others vote. You can change your vote until then; the count is told at the end.",
    "zh-CN": "坐席、推荐人及他人的投票均不公开。截止前可以改票，票数在结束后公布。",
  }),
  for: say({ en: "Good call", "zh-CN": "赞成" }),
  notFor: say({ en: "Not for me", "zh-CN": "不赞成" }),
  voteOver: (call: string) => say({ en: `The vote on ${call} is over`, "zh-CN": `${call} 投票已结束` }),
  counted: ({ for: votes, all }: Pick<Result, "for" | "all">) =>
    say(({ number }) => ({
      en:
        all === 0
          ? "Nobody voted."
          : `${number(votes)} of ${number(all)} who voted ${all === 1 ? "was" : "were"} for it.`,
      "zh-CN": all === 0 ? "没有人投票。" : `${number(all)} 人投票，${number(votes)} 票赞成。`,
    })),
  needed: ({ needed, share }: Result) =>
    say(({ number }) => ({
      en: `It takes ${number(needed)} ${needed === 1 ? "vote" : "votes"} for it and ${number(share, 1)}% of all.`,
      "zh-CN": `入选需至少 ${number(needed)} 票赞成，且赞成率达到 ${number(share, 1)}%。`,
    })),
  notChosen: say({ en: "It was not chosen this time.", "zh-CN": "本次未入选。" }),
  ifAgreed: say({
    en: "It was chosen. It enters the library only if its agent wishes so.",
    "zh-CN": "已入选，是否入库由坐席本人决定。",
  }),
  inLibrary: say({ en: "It is in the library now: ", "zh-CN": "现已入库：" }),
  voted: (isFor: boolean, call: string) =>
    say({
      en: isFor ? `You voted for ${call}` : `You voted “not for me” on ${call}`,
      "zh-CN": isFor ? `您对 ${call} 投了赞成票` : `您对 ${call} 投了不赞成票`,
    }),
  canChange: say({ en: "You can change it until ", "zh-CN": "截止前可以改票：" }),

  withdrawn: (call: string) => say({ en: `${call} was withdrawn`, "zh-CN": `${call} 已撤回` }),
  withdrawnMore: say({
    en: "This call is not shown any more. Others are in the library: ",
    "zh-CN": "这通录音已不再展示。其他录音请见优秀录音库：",
  }),

  yours: (call: string) => say({ en: `One of your calls was chosen: ${call}`, "zh-CN": `您的一通电话入选了：${call}` }),
  othersChose: say({
    en: "A colleague put one of your calls forward as a good example, and others agreed without knowing whose it was.",
    "zh-CN": "有同事推荐了您的一通电话，其他同事在不知道坐席是谁的情况下投票通过。",
  }),
  youChose: say({
    en: "The call that you put forward was chosen by colleagues who did not know whose it was.",
    "zh-CN": "您推荐的通话已由同事匿名投票通过。",
  }),
  ask: say({
    en: "May it enter the library? Everybody at your site can then read this with your name and listen to it, and your leaders are told. You can take your yes back at any time.",
    "zh-CN":
      "是否同意入库？同意后，本中心同事可以看到您的姓名和上述内容并收听录音，同时会告知您的班组长和主管。您可以随时撤回同意。",
  }),
  answerBy: say({
    en: "If you say no, or nothing, nobody is told and it stays out. Please answer by ",
    "zh-CN": "如不同意或未答复，则不会入库，也不会告知任何人。请于此时间前答复：",
  }),
  yes: say({ en: "Yes, share it", "zh-CN": "同意入库" }),
  yesSure: say({
    en: "Your name and this call are shown to everybody at your site. Share it?",
    "zh-CN": "您的姓名和这通录音将对本中心全体同事展示，确认同意吗？",
  }),
  no: say({ en: "No, keep it private", "zh-CN": "不同意" }),
  noSure: say({
    en: "It stays out of the library, and nobody is told. Keep it private?",
    "zh-CN": "这通录音将不会入库，也不会告知任何人。确认不同意吗？",
  }),
  listen: say({ en: "Listen", "zh-CN": "收听" }),
  thanks: (call: string) => say({ en: `${call} is in the library`, "zh-CN": `${call} 已入库` }),
  thanksMore: say({
    en: "Thank you. You can take it out again at any time, and see who listened.",
    "zh-CN": "谢谢！您可以随时将其移出录音库，也可以查看收听记录。",
  }),
  takeOut: say({ en: "Take it out", "zh-CN": "移出录音库" }),
  takeOutSure: say({
    en: "It leaves the library, and what was posted of it is replaced. Take it out?",
    "zh-CN": "录音将从库中移除，已发布的表扬也会撤下。确认移出吗？",
  }),
  keptOut: (call: string) => say({ en: `${call} stays private`, "zh-CN": `${call} 未入库` }),
  keptOutMore: say({
    en: "You did not agree to share it, so it is not in the library. Nobody is told.",
    "zh-CN": "您未同意入库，因此不会展示，也不会告知任何人。",
  }),

  praise: (name: string) => say({ en: `A good call by ${name}`, "zh-CN": `${name}的优秀录音` }),
  praised: say({ en: "Well done, ", "zh-CN": "为 " }),
  praisedEnd: say({ en: "! Colleagues chose this call as an example:", "zh-CN": " 点赞！这通电话由同事投票推选：" }),
  leaders: (name: string) => say({ en: `Praise for ${name}`, "zh-CN": `${name}受到同事表扬` }),
  leadersMore: say({
    en: "Colleagues chose this call as an example without knowing whose it was. A word of thanks from you would be worth a lot.",
    "zh-CN": "同事在匿名投票中推选了这通电话，不妨当面肯定几句。",
  }),
} as const;
