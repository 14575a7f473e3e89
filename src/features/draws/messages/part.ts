import { say } from "../../../kernel/locale.ts";

/** What somebody is told of taking part, and what lists say of draws. */
export const partWords = {
  inIt: (tickets: number) =>
    say(({ number }) => ({
      en: `you are in it with ${number(tickets)} ${tickets === 1 ? "ticket" : "tickets"}`,
      "zh-CN": `您已参加，共 ${number(tickets)} 张抽奖券`,
    })),
  inItBut: (why: string) =>
    say({
      en: `you have entered, and would be left out as things stand: ${why}`,
      "zh-CN": `您已报名，但按目前数据不符合条件：${why}`,
    }),
  eligible: (tickets: number) =>
    say(({ number }) => ({
      en: `you may enter, with ${number(tickets)} ${tickets === 1 ? "ticket" : "tickets"}`,
      "zh-CN": `您可以参加，共 ${number(tickets)} 张抽奖券`,
    })),
  not: (why: string) => say({ en: `not open to you: ${why}`, "zh-CN": `您不能参加：${why}` }),
  withNumber: (nonce: string) => say({ en: `; your number: ${nonce}`, "zh-CN": `；您的号码：${nonce}` }),

  entered: (number: number) => say({ en: `You are in draw ${number}`, "zh-CN": `您已参加抽奖 ${number}` }),
  enteredNext: say({
    en: "Add a number of your own now, so that Fairline alone cannot know the outcome. Good luck!",
    "zh-CN": "现在可以加入您自己的号码，这样 Fairline 也无法单独得知结果。祝您好运！",
  }),
  enteredLuck: say({ en: "Good luck!", "zh-CN": "祝您好运！" }),
  already: (number: number) => say({ en: `You are in draw ${number} already`, "zh-CN": `您已在抽奖 ${number} 中` }),
  alreadyOnce: say({
    en: "Each person is in it once, from whichever app they press. Nothing was changed.",
    "zh-CN": "每人只计一次，无论从哪个平台操作。未做任何更改。",
  }),
  left: (number: number) => say({ en: `You have left draw ${number}`, "zh-CN": `您已退出抽奖 ${number}` }),
  leftNext: say({
    en: "You can enter again until it closes: ",
    "zh-CN": "截止前可以重新参加：",
  }),
  added: (number: number) => say({ en: `Your number is in draw ${number}`, "zh-CN": `您的号码已加入抽奖 ${number}` }),
  addedNext: (nonce: string) =>
    say({
      en: `“${nonce}” is mixed into the randomness. Until the close you can replace it.`,
      "zh-CN": `“${nonce}”将参与生成随机数，截止前可以更换。`,
    }),
  addedPublic: say({
    en: "After the close everybody can read it in the list, under your pseudonym.",
    "zh-CN": "截止后，它会以您的化名出现在公开名单中。",
  }),

  sent: (number: number) =>
    say({ en: `Your challenge to draw ${number} is posted`, "zh-CN": `对抽奖 ${number} 的异议已公布` }),
  sentNext: say({
    en: "An admin or an auditor answers it in public; the draw waits until they have.",
    "zh-CN": "管理员或审计人员会公开答复，答复前不会开奖。",
  }),
  answered: say({ en: "Your answer is posted", "zh-CN": "答复已公布" }),
  answeredAnew: say({
    en: "The list was made anew; its hash is posted and may be challenged like the first.",
    "zh-CN": "名单已重新生成，新的哈希值将公布，并同样可以提出异议。",
  }),
  answeredStands: say({ en: "The list stands.", "zh-CN": "名单不变。" }),
  answeredOpen: say({
    en: "The draw is open again for a day under another seed; everybody adds numbers anew, and the next list may be challenged like the first.",
    "zh-CN": "抽奖已换用新种子并重新开放一天，号码须重新加入，新名单同样可以提出异议。",
  }),
  typedNow: (number: number) =>
    say({ en: `The number of draw ${number} is kept`, "zh-CN": `抽奖 ${number} 的号码已录入` }),
  typedNext: say({
    en: "The draw is made when an admin or another auditor types the same. If yours was a slip, type it once more.",
    "zh-CN": "管理员或另一位审计人员录入相同号码后开奖。如有笔误，请重新录入。",
  }),
  drawnNow: (number: number) => say({ en: `Draw ${number} is drawn`, "zh-CN": `抽奖 ${number} 已开奖` }),
  drawnNext: say({
    en: "The result is posted in the channel with everything to check it by.",
    "zh-CN": "结果及全部核验材料将在频道公布。",
  }),
  asked: (number: number) => say({ en: `Draw ${number} may be cancelled`, "zh-CN": `已提议取消抽奖 ${number}` }),
  askedNext: say({
    en: "Your reason is posted. It is cancelled when another admin, a supervisor or an auditor agrees; until then you can take it back.",
    "zh-CN": "理由已公布。另一位管理员、主管或审计人员同意后即取消；在此之前您可以撤回。",
  }),
  seconded: (number: number) => say({ en: `Draw ${number} is cancelled`, "zh-CN": `抽奖 ${number} 已取消` }),
  secondedNext: say({
    en: "Everybody is told in the channel, with the reason and both names.",
    "zh-CN": "已在频道公布理由和双方姓名。",
  }),
  kept: (number: number) => say({ en: `Draw ${number} goes on`, "zh-CN": `抽奖 ${number} 照常进行` }),
  keptNext: say({ en: "Your wish to cancel it is taken back.", "zh-CN": "取消提议已撤回。" }),

  list: say({ en: "Draws", "zh-CN": "抽奖" }),
  openNow: say({ en: "Open now", "zh-CN": "正在报名" }),
  waiting: say({ en: "On their way", "zh-CN": "进行中" }),
  drafts: say({ en: "Drafts", "zh-CN": "草稿" }),
  past: say({ en: "Past draws", "zh-CN": "往期抽奖" }),
  wonBy: say({ en: "won by ", "zh-CN": "中奖者：" }),
  lookAt: say({ en: "Look at one", "zh-CN": "查看其中一个" }),
  more: (count: number) =>
    say(({ number }) => ({ en: `and ${number(count)} more`, "zh-CN": `等另外 ${number(count)} 人` })),
  none: say({
    en: "There are no draws yet. When one opens, it is posted in the channel with a button to enter.",
    "zh-CN": "还没有抽奖。新抽奖开放时会在频道发布，并附参加按钮。",
  }),
  makeOne: say({ en: "Make a new one: ", "zh-CN": "新建抽奖：" }),
  noneElse: say({ en: "Until then, see how you do: ", "zh-CN": "在此之前，可查看您的成绩：" }),
  noneOpen: say({
    en: "No draw is open that you can enter right now. See all of them: ",
    "zh-CN": "目前没有可参加的抽奖。查看全部：",
  }),
  choose: say({ en: "Which draw do you enter?", "zh-CN": "参加哪一个抽奖？" }),
  chooseOne: say({ en: "Choose a draw", "zh-CN": "选择抽奖" }),

  howTitle: say({ en: "How a draw works", "zh-CN": "抽奖如何进行" }),
  how: {
    list: say({
      en: "At the close, who is in it with how many tickets becomes a list under pseudonyms. Its SHA-256 is posted before any randomness exists; after that nobody can change it unseen. You are told your own line.",
      "zh-CN":
        "截止时，参加者和抽奖券数以化名形成名单，其 SHA-256 在随机数产生之前公布，此后任何改动都会被发现。您会收到自己的记录。",
    }),
    challenge: (hours: number) =>
      say(({ number }) => ({
        en: `For ${number(hours)} hours anybody in it can challenge the list. Each challenge is answered in public; if it is right, the list is made anew.`,
        "zh-CN": `名单公布后 ${number(hours)} 小时内，参加者可提出异议。异议会公开答复；成立则重新生成名单。`,
      })),
    draw: say({
      en: "The tickets are shuffled by the randomness, and the first people out win; those after them are alternates in their order.",
      "zh-CN": "按随机数洗牌后依次抽出中奖者，其后为候补，按顺序递补。",
    }),
    claim: (days: number) =>
      say(({ number }) => ({
        en: `Winners claim within ${number(days)} business days; what is not claimed goes to the first alternate.`,
        "zh-CN": `中奖者须在 ${number(days)} 个工作日内领取，逾期转给第一候补。`,
      })),
    check: say({
      en: "Anybody can run it again, with a script of a few dozen lines: ",
      "zh-CN": "任何人都可用几十行的脚本重新运算：",
    }),
  },
} as const;
