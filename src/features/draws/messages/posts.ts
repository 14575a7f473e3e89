import { say } from "../../../kernel/locale.ts";

/** What the site's channel is told of a draw. */
export const postWords = {
  label: say({ en: "Draws in the channel", "zh-CN": "频道抽奖消息" }),

  seedOf: say({
    en: "Fairline has fixed its secret seed; this is its SHA-256, so that it cannot be another one later: ",
    "zh-CN": "Fairline 已锁定秘密种子，其 SHA-256 如下，事后无法更换：",
  }),
  addOne: say({
    en: "Please add a number of your own, so that Fairline alone cannot know the outcome. At least one has to be there at the close.",
    "zh-CN": "请加入您自己的号码，这样 Fairline 也无法单独得知结果。截止前至少需要一个号码。",
  }),
  enterHow: say({ en: "Press Enter, or type ", "zh-CN": "点击“参加”，或输入 " }),
  everybodyIn: say({
    en: "Whoever fulfils the rule at the close is in it; nobody needs to enter.",
    "zh-CN": "截止时符合条件者自动参加，无需报名。",
  }),
  noLongerOpen: say({ en: "It takes no more entries.", "zh-CN": "报名已结束。" }),

  openAgain: (number: number) => say({ en: `Draw ${number} is open again`, "zh-CN": `抽奖 ${number} 重新开放` }),
  openAgainWhy: say({
    en: "A challenge was right, so the list is made anew. Fairline knew the old seed; this is the hash of another, and every number that was added is forgotten. Please add yours again.",
    "zh-CN":
      "异议成立，名单将重新生成。旧种子 Fairline 已知，因此换用新种子，之前加入的号码全部作废，请重新加入您的号码。",
  }),
  openReplaced: (number: number) =>
    say({ en: `Draw ${number} was opened again`, "zh-CN": `抽奖 ${number} 已重新开放` }),
  openReplacedWhy: say({
    en: "It has another seed, whose hash is posted here by itself. The hash of this one was: ",
    "zh-CN": "已换用新种子，其哈希值另行公布。原种子的哈希值为：",
  }),

  putOff: (number: number) =>
    say({ en: `Draw ${number} stays open for a day longer`, "zh-CN": `抽奖 ${number} 延长一天` }),
  putOffWhy: say({
    en: "Nobody has added a number of their own yet, and without one Fairline alone would know the outcome. New close: ",
    "zh-CN": "还没有人加入号码；没有号码，结果将只有 Fairline 知道。新的截止时间：",
  }),
  putOffTimes: (count: number, most: number) =>
    say(({ number }) => ({
      en: `Delay ${number(count)} of ${number(most)}; after the last the draw is cancelled.`,
      "zh-CN": `第 ${number(count)} 次延长，最多 ${number(most)} 次，之后抽奖取消。`,
    })),

  closed: (number: number) =>
    say({ en: `Draw ${number} is closed: its list is fixed`, "zh-CN": `抽奖 ${number} 已截止，名单已确定` }),
  closedWhy: say({
    en: "Entrants stand in the attached list under pseudonyms. Its hash is posted before any randomness exists, so that nobody can change it afterwards. Look up your own line, and challenge the list if it is wrong.",
    "zh-CN":
      "附件名单使用化名。名单的哈希值在随机数产生之前公布，事后无法更改。请查看您自己的记录，如有错误请提出异议。",
  }),
  revision: (revision: number) =>
    say(({ number }) => ({
      en: `This is list ${number(revision)}; it stands in place of the one before.`,
      "zh-CN": `这是第 ${number(revision)} 版名单，取代之前的版本。`,
    })),
  replaced: (number: number, revision: number) =>
    say({
      en: `Draw ${number}: list ${revision} no longer holds`,
      "zh-CN": `抽奖 ${number}：第 ${revision} 版名单已失效`,
    }),
  replacedWhy: say({
    en: "The list was made anew and posted here with a hash of its own. This one's was: ",
    "zh-CN": "名单已重新生成，并连同新的哈希值在此频道公布。本版哈希值为：",
  }),
  challenges: say({ en: "Challenges", "zh-CN": "异议" }),
  noChallenges: say({ en: "No challenges so far.", "zh-CN": "目前没有异议。" }),
  colon: say({ en: ": ", "zh-CN": "：" }),
  right: say({ en: "right. ", "zh-CN": "成立。" }),
  wrong: say({ en: "not right. ", "zh-CN": "不成立。" }),
  answered: say({ en: " — answered by ", "zh-CN": "——答复人：" }),
  unanswered: say({
    en: " — not answered yet; the draw waits for an admin or an auditor to do it.",
    "zh-CN": "——尚未答复；抽奖须等待管理员或审计人员答复。",
  }),
  waitsForNumber: say({
    en: "The time for challenges is over. The draw is made as soon as an auditor and a second person have typed the public number.",
    "zh-CN": "异议期已结束。审计人员与另一人录入一致的公开号码后开奖。",
  }),

  cancelling: (number: number) =>
    say({ en: `Somebody wants to cancel draw ${number}`, "zh-CN": `有人提议取消抽奖 ${number}` }),
  wants: say({ en: " asks for it to be cancelled: ", "zh-CN": " 提议取消，理由：" }),
  needsSecond: say({
    en: "It is cancelled when a second person agrees: another admin, a supervisor or an auditor. Until then it goes on.",
    "zh-CN": "须由第二人（另一位管理员、主管或审计人员）同意后才会取消，在此之前抽奖照常进行。",
  }),
  takenBack: say({
    en: "That was taken back. The draw goes on.",
    "zh-CN": "该提议已撤回，抽奖照常进行。",
  }),
  tooLate: say({
    en: "The draw was made before a second person agreed, so its result stands.",
    "zh-CN": "第二人同意之前已经开奖，结果有效。",
  }),

  cancelled: (number: number) => say({ en: `Draw ${number} is cancelled`, "zh-CN": `抽奖 ${number} 已取消` }),
  cancelledReason: say({ en: "Reason", "zh-CN": "理由" }),
  askedBy: say({ en: "Asked for by", "zh-CN": "提议人" }),
  secondedBy: say({ en: "Seconded by", "zh-CN": "同意人" }),
  noEntrants: say({
    en: "Nobody took part who fulfils its rule, so there was nothing to draw.",
    "zh-CN": "没有符合条件的参加者，无法开奖。",
  }),
  noNonce: say({
    en: "Nobody added a number of their own, though it stayed open longer for it. Fairline alone would have known the outcome.",
    "zh-CN": "多次延长后仍无人加入号码，结果将只有 Fairline 知道，因此取消。",
  }),

  result: say({ en: "the result", "zh-CN": "开奖结果" }),
  resultTitle: (title: string) => say({ en: `${title} — the result`, "zh-CN": `${title}——开奖结果` }),
  wonBy: say({ en: "Won by", "zh-CN": "中奖者" }),
  alternates: say({ en: "Alternates, in their order", "zh-CN": "候补（按顺序）" }),
  allWon: say({
    en: "There were no more entrants than prizes, so everybody won.",
    "zh-CN": "参加人数不多于奖品数，因此全部中奖。",
  }),
  claimBy: say({ en: " — to claim by ", "zh-CN": "——领取期限：" }),
  claimed: say({ en: " — claimed", "zh-CN": "——已领取" }),
  passedOn: say({ en: " — passed on", "zh-CN": "——已转给候补" }),
  checkIt: say({
    en: "Check it yourself: save both files into one folder and run, with nothing but Node:",
    "zh-CN": "自行核验：把两个文件存到同一文件夹，只需 Node，运行：",
  }),
} as const;
