import { say } from "../../../kernel/locale.ts";

/** What the card of a draft says. */
export const draftWords = {
  title: (number: number, prize: string) =>
    say({ en: `Draft of draw ${number}: ${prize}`, "zh-CN": `抽奖 ${number} 草稿：${prize}` }),
  unseen: say({
    en: "Only admins and auditors see it until you open it. You never take part in a draw that you made.",
    "zh-CN": "开放之前仅管理员和审计人员可见。发起人不参加自己发起的抽奖。",
  }),
  open: say({ en: "Open it", "zh-CN": "开放报名" }),
  openConfirm: say({
    en: "Open the draw? It is posted in the channel, and only two people together can cancel it then.",
    "zh-CN": "确定开放？抽奖将在频道发布，之后须两人共同同意才能取消。",
  }),
  change: say({ en: "Change", "zh-CN": "修改" }),
  drop: say({ en: "Throw away", "zh-CN": "丢弃草稿" }),
  dropped: (number: number) => say({ en: `Draft ${number} is thrown away`, "zh-CN": `草稿 ${number} 已丢弃` }),
  droppedNext: say({ en: "Nobody was told of it. Make another with ", "zh-CN": "未通知任何人。重新新建：" }),
  opened: (number: number) => say({ en: `Draw ${number} is open`, "zh-CN": `抽奖 ${number} 已开放` }),
  openedNext: say({
    en: "It is posted in the channel, and closes ",
    "zh-CN": "已在频道发布，截止时间：",
  }),
  entry: say({ en: "Who is in it", "zh-CN": "参加方式" }),
  entries: {
    "by-oneself": say({ en: "Those who enter", "zh-CN": "自行报名" }),
    everybody: say({ en: "Everybody who fulfils the rule", "zh-CN": "符合条件者自动参加" }),
  },
  entrySwitch: {
    "by-oneself": say({ en: "Let people enter", "zh-CN": "改为自行报名" }),
    everybody: say({ en: "Take everybody", "zh-CN": "改为自动参加" }),
  },
  month: say({ en: "Month that counts", "zh-CN": "计算月份" }),
  months: {
    "last-month": say({ en: "The month before the close", "zh-CN": "截止日的上个月" }),
    "this-month": say({ en: "The month of the close", "zh-CN": "截止日当月" }),
  },
  noWin: say({ en: "Recent winners", "zh-CN": "近期中奖者" }),
  noWins: (days: number) =>
    say(({ number }) =>
      days === 0
        ? { en: "May win again", "zh-CN": "可再次中奖" }
        : { en: `Not within ${number(days)} days`, "zh-CN": `${number(days)} 天内不可再中` },
    ),
  tickets: say({ en: "Tickets", "zh-CN": "抽奖券" }),
  source: say({ en: "Randomness", "zh-CN": "随机数来源" }),
  sources: {
    "commit-reveal": say({ en: "Seed and people's numbers", "zh-CN": "种子＋众人号码" }),
    drand: say({ en: "drand beacon", "zh-CN": "drand 公共信标" }),
    public: say({ en: "A public number…", "zh-CN": "公开号码……" }),
  },
} as const;
