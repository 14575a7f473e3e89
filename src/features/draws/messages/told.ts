import { say } from "../../../kernel/locale.ts";

/** What single people are told of a draw. */
export const toldWords = {
  lineLabel: say({ en: "Your line in a draw", "zh-CN": "抽奖名单中的个人记录" }),
  prizeLabel: say({ en: "Prizes you won", "zh-CN": "中奖通知" }),

  line: (number: number) => say({ en: `Your line in draw ${number}`, "zh-CN": `您在抽奖 ${number} 名单中的记录` }),
  pseudonym: say({ en: "Your pseudonym", "zh-CN": "您的化名" }),
  pseudonymNote: say({
    en: "Only you are told it. Look for it in the list in the channel; that file's SHA-256 has to be the one above (sha256sum tells it).",
    "zh-CN": "化名只告知您本人。请在频道的名单文件中查找；该文件的 SHA-256 应与上面一致（可用 sha256sum 计算）。",
  }),
  ifWrong: say({
    en: "If your line is wrong, say so before the time for challenges is over: ",
    "zh-CN": "如记录有误，请在异议截止前提出：",
  }),
  notInList: say({ en: "You are not in the list", "zh-CN": "您不在名单中" }),
  notInListWhy: (why: string) => say({ en: `By what is known now: ${why}.`, "zh-CN": `按目前的数据：${why}。` }),
  notEntered: say({
    en: "You fulfil the rule, and did not enter before the close.",
    "zh-CN": "您符合条件，但截止前没有报名。",
  }),
  thinkWrong: say({
    en: "If you think that is wrong, press Challenge while there is time.",
    "zh-CN": "如认为有误，请在异议期内点击“提出异议”。",
  }),

  won: (number: number) => say({ en: `You won in draw ${number}!`, "zh-CN": `您在抽奖 ${number} 中中奖了！` }),
  wonPrize: (prize: string) =>
    say({ en: `Congratulations: ${prize} is yours. Claim it by `, "zh-CN": `恭喜您获得“${prize}”！领取期限：` }),
  passed: (number: number) =>
    say({ en: `A prize of draw ${number} has come to you`, "zh-CN": `抽奖 ${number} 的奖品递补给您` }),
  passedPrize: (prize: string) =>
    say({
      en: `Whoever was drawn before you does not take it, so ${prize} is yours. Claim it by `,
      "zh-CN": `前面的中奖者未能领取，“${prize}”由您递补获得。领取期限：`,
    }),
  reminder: (number: number) =>
    say({ en: `Your prize of draw ${number} still waits`, "zh-CN": `抽奖 ${number} 的奖品尚待您领取` }),
  reminderPrize: (prize: string) =>
    say({
      en: `${prize} goes to the next in line if you do not claim it by `,
      "zh-CN": `“${prize}”如未领取将转给候补。领取期限：`,
    }),
  claimed: (number: number) => say({ en: `Claimed: draw ${number}`, "zh-CN": `已领取：抽奖 ${number}` }),
  claimedNext: (prize: string) =>
    say({
      en: `${prize} is yours. The result shows it as claimed, and an admin of your site hands it over.`,
      "zh-CN": `“${prize}”已归您所有。开奖结果中已标为“已领取”，由本中心管理员安排发放。`,
    }),
  gone: (number: number) =>
    say({ en: `The prize of draw ${number} has passed on`, "zh-CN": `抽奖 ${number} 的奖品已转出` }),
  goneWhy: say({
    en: "It was given up or not claimed in time, so it went to the next in line.",
    "zh-CN": "奖品已放弃或逾期未领，已转给候补。",
  }),
  gaveUp: say({
    en: "You gave it up. The first alternate is offered it now.",
    "zh-CN": "您已放弃，奖品现转给第一候补。",
  }),
  noOffer: say({
    en: "No prize waits for you right now. See what is open with ",
    "zh-CN": "目前没有待您领取的奖品。查看进行中的抽奖：",
  }),
  chooseOffer: say({ en: "Which prize do you claim?", "zh-CN": "领取哪一份奖品？" }),
} as const;
