import { say } from "../../../kernel/locale.ts";

/** What a proposal says to those who decide. */
export const cardWords = {
  title: (number: string, title: string) => say({ en: `${number} · ${title}`, "zh-CN": `${number} · ${title}` }),
  ask: say({
    en: "Fairline proposes this award. It is posted once you or another who may has confirmed it.",
    "zh-CN": "系统提名如下。由您或其他有权限的同事确认后公布。",
  }),
  second: say({
    en: "A second award, after an appeal was upheld: with the corrected scores it would have been won so. The first stands. When it is posted, nobody is told of an appeal, only of a correction.",
    "zh-CN": "申诉成立后的补发奖项：按更正后的成绩应由以下人员获得，此前颁发的仍然有效。公布时只说成绩更正，不提申诉。",
  }),
  interval: (low: number, high: number) =>
    say(({ number }) => ({
      en: `, 95 % interval ${number(low, 1)}–${number(high, 1)}`,
      "zh-CN": `，95% 区间 ${number(low, 1)}–${number(high, 1)}`,
    })),
  enough: (n: number) =>
    say(({ number }) => ({
      en: `Only those with at least ${number(n)} ${n === 1 ? "result" : "results"} were compared.`,
      "zh-CN": `参评条件：样本量不少于 ${number(n)}。`,
    })),
  between: say({ en: " ", "zh-CN": "" }),
  ahead: (figure: string) => say({ en: `Ahead of the next by ${figure}.`, "zh-CN": `领先下一名：${figure}。` }),
  passedOver: (wins: number, days: number) =>
    say(({ number }) => ({
      en: `: passed over, won this ${wins === 1 ? "once" : `${number(wins)} times`} in the last ${number(days)} days`,
      "zh-CN": `：近 ${number(days)} 天内已获 ${number(wins)} 次，本次不再授予`,
    })),
  coupon: say({ en: "Coupon, for winners alone: ", "zh-CN": "券码（仅获奖者可见）：" }),
  couponVoid: say({
    en: "The coupon was told to winners before this was taken back, and is void. To give one, enter a new one under Prize and coupon.",
    "zh-CN": "撤回前已告知获奖者的券码已作废。如需发放，请在“奖品与券码”中填写新的券码。",
  }),
  waits: say({ en: "Waits for ", "zh-CN": "等待确认：" }),
  decided: {
    confirmed: say({ en: "Confirmed by ", "zh-CN": "确认人：" }),
    changed: say({ en: "Given to somebody else by ", "zh-CN": "改授决定人：" }),
    declined: say({ en: "Given to nobody, decided by ", "zh-CN": "本次不颁发，决定人：" }),
  },
  on: say({ en: ", ", "zh-CN": "，" }),
  canUndo: say({
    en: "A slip can be taken back within ten minutes; what was posted is put right.",
    "zh-CN": "十分钟内可撤回，已公布的内容会同步更正。",
  }),
  posted: say({ en: "It is posted, and whoever won is told.", "zh-CN": "已公布，并通知获奖者。" }),
  noChannel: say({
    en: "Your site has no channel to post it to, so only the winners are told. An admin binds one in fairline.yaml under channels: awards.",
    "zh-CN": "本中心没有可公布的频道，因此仅通知获奖者。请管理员在 fairline.yaml 的 channels 中设置 awards。",
  }),
  sure: say({ en: "Confirm it? It is posted at once.", "zh-CN": "确定确认吗？将立即公布。" }),
} as const;

/** What `/award` says. */
export const listWords = {
  title: say({ en: "Awards", "zh-CN": "表彰" }),
  waiting: say({ en: "Waiting for you", "zh-CN": "待您确认" }),
  others: say({ en: "Waiting for others", "zh-CN": "待他人确认" }),
  given: say({ en: "Given lately", "zh-CN": "近期颁发" }),
  nothingWaits: say({
    en: "No proposal waits for you. You are told when one does: each workday at half past nine for the day before, on Mondays for the week, on the 3rd for the month.",
    "zh-CN": "暂无待您确认的提名。有新提名时会通知您：每个工作日 9:30 评前一工作日，周一评上周，每月 3 日评上月。",
  }),
  none: say({
    en: "No award was given yet. An admin sets the rules in fairline.yaml under awards.",
    "zh-CN": "还没有颁发过奖项。规则由管理员在 fairline.yaml 的 awards 中设置。",
  }),
  open: say({ en: "Open one", "zh-CN": "打开其中一项" }),
} as const;

/** What the weekly bulletin says of awards. */
export const bulletinWords = {
  title: say({ en: "Awards", "zh-CN": "本周表彰" }),
} as const;
