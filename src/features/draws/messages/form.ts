import { say } from "../../../kernel/locale.ts";

/** What the forms of draws ask for. */
export const formWords = {
  listSummary: say({ en: "Draws and what they need", "zh-CN": "查看抽奖及参与条件" }),
  enterSummary: say({ en: "Take part in a draw", "zh-CN": "参加抽奖" }),
  newSummary: say({ en: "Make a new draw", "zh-CN": "新建抽奖" }),
  verifySummary: say({ en: "Check a draw yourself", "zh-CN": "自行核验抽奖" }),
  claimSummary: say({ en: "Claim a prize you won", "zh-CN": "领取奖品" }),

  number: say({ en: "Draw", "zh-CN": "抽奖编号" }),
  numberHint: say({ en: "its number, for example 12", "zh-CN": "例如 12" }),
  notANumber: say({
    en: "Write the number of the draw, for example 12. /draw list shows them all.",
    "zh-CN": "请填写抽奖编号，例如 12。可用 /draw list 查看全部抽奖。",
  }),
  notBetween: (min: number, max: number) =>
    say(({ number }) => ({
      en: `Write a number from ${number(min)} to ${number(max)}.`,
      "zh-CN": `请填写 ${number(min)} 到 ${number(max)} 之间的数字。`,
    })),

  prize: say({ en: "Prize", "zh-CN": "奖品" }),
  prizeHint: say({
    en: "what each winner gets; no prize may forgive a score",
    "zh-CN": "每位中奖者所得；奖品不得抵扣或免除成绩",
  }),
  winners: say({ en: "Winners", "zh-CN": "中奖人数" }),
  winnersHint: say({ en: "from 1 to 100", "zh-CN": "1 至 100 人" }),
  closes: say({ en: "Closes on", "zh-CN": "截止日期" }),
  closesHint: say({ en: "at 17:00 on that day", "zh-CN": "当日 17:00 截止" }),
  score: say({ en: "Least monthly score", "zh-CN": "月度成绩不低于" }),
  scoreHint: say({ en: "points of 100; empty if any will do", "zh-CN": "满分 100；不限则留空" }),
  attendance: say({ en: "Least attendance", "zh-CN": "出勤不低于" }),
  attendanceHint: say({ en: "per cent, such as 98; empty if any will do", "zh-CN": "百分比，例如 98；不限则留空" }),

  addNumber: say({ en: "Add a number of my own", "zh-CN": "加入我的号码" }),
  nonce: say({ en: "Anything you like", "zh-CN": "任意内容" }),
  nonceHint: say({
    en: "digits or words nobody can guess; everybody can read it after the close",
    "zh-CN": "他人猜不到的数字或文字；截止后所有人可见",
  }),
  sendChallenge: say({ en: "Challenge the list", "zh-CN": "对名单提出异议" }),
  challenge: say({ en: "What is wrong", "zh-CN": "异议内容" }),
  challengeHint: say({
    en: "20 to 1,000 characters; everybody in the channel reads it with your name",
    "zh-CN": "20 至 1,000 字；频道内所有人可见，并显示您的姓名",
  }),
  sendAnswer: say({ en: "Answer a challenge", "zh-CN": "答复异议" }),
  verdict: say({ en: "Is the challenge right?", "zh-CN": "异议是否成立" }),
  verdicts: {
    right: say({ en: "Right: make the list anew", "zh-CN": "成立，重新生成名单" }),
    wrong: say({ en: "Not right: the list stands", "zh-CN": "不成立，名单不变" }),
  },
  reason: say({ en: "Reason", "zh-CN": "理由" }),
  answerHint: say({ en: "20 to 500 characters; everybody reads it", "zh-CN": "20 至 500 字，将公开显示" }),
  cancelSummary: say({ en: "Cancel a draw", "zh-CN": "取消抽奖" }),
  cancelHint: say({
    en: "20 to 500 characters; everybody reads it, and a second person has to agree",
    "zh-CN": "20 至 500 字，将公开显示，并需第二人同意",
  }),
  sendPublic: say({ en: "Type the public number", "zh-CN": "录入公开号码" }),
  publicNumber: say({ en: "The number", "zh-CN": "号码" }),
  publicNumberHint: say({
    en: "all of its digits, exactly as they were published; the draw is made when two people have typed the same",
    "zh-CN": "全部数字，与公布内容完全一致；两人录入一致后开奖",
  }),
  notDigits: say({
    en: "Write digits only, 3 to 64 of them, exactly as they were published.",
    "zh-CN": "请只填数字，3 至 64 位，与公布内容完全一致。",
  }),
  namePublic: say({ en: "Name the public number", "zh-CN": "指定公开号码" }),
  publicWhat: say({ en: "Which number it will be", "zh-CN": "采用哪个号码" }),
  publicWhatHint: say({
    en: "a series, and how its digits are read: “Lotto 6/49, main numbers in ascending order, two digits each”; the first one published after the time for challenges counts",
    "zh-CN": "号码系列及读取方式，例如“双色球红球，由小到大，每个两位”；以异议期结束后首次公布的一期为准",
  }),
  publicDigits: say({ en: "How many digits", "zh-CN": "总位数" }),
  publicDigitsHint: say({ en: "3 to 64, such as 12 for six numbers of two", "zh-CN": "3 至 64，例如六个两位数为 12" }),
  notSoManyDigits: say({ en: "Write a whole number from 3 to 64.", "zh-CN": "请填写 3 至 64 之间的整数。" }),
} as const;
