import { say } from "../../../kernel/locale.ts";

/** What `/oncall` and its forms ask. */
export const formWords = {
  summary: say({ en: "Who is on duty now and next", "zh-CN": "当前值班与下一班" }),
  what: say({ en: "What", "zh-CN": "内容" }),
  whatHint: say({
    en: "Nothing for now and next; or week, set, unset, swap, or another site",
    "zh-CN": "不填则显示当前与下一班；也可填 week（一周）、set（安排）、unset（撤销）、swap（换班），或其他中心的名称",
  }),
  role: say({ en: "Duty", "zh-CN": "值班岗位" }),
  roleHint: say({
    en: "Duty lead, floor support, supervisor, or your site's own word",
    "zh-CN": "值班长、现场支持、值班主管，或本中心自定的岗位",
  }),
  who: say({ en: "Who", "zh-CN": "值班人" }),
  whoHint: say({ en: "Somebody of your site", "zh-CN": "本中心的同事" }),
  from: say({ en: "From", "zh-CN": "开始" }),
  until: say({ en: "Until", "zh-CN": "结束" }),
  momentHint: say({
    en: "Day and time on your site's clock: 2026-03-09 08:00; 08:00 means today; or now",
    "zh-CN": "本中心时间的日期和时刻：2026-03-09 08:00；只写 08:00 表示今天；或“现在”",
  }),
  untilHint: say({
    en: "The same; 20:00 means the next 20:00. At most 14 days",
    "zh-CN": "同上；只写 20:00 表示开始后的下一个 20:00。最长 14 天",
  }),
  reason: say({ en: "Reason", "zh-CN": "原因" }),
  to: say({ en: "Who takes it", "zh-CN": "由谁接班" }),
  toHint: say({ en: "They are asked, and it changes when they accept", "zh-CN": "我会征求对方同意，对方接受后才生效" }),
  swapFrom: say({ en: "Your duty from", "zh-CN": "您的值班从" }),
  swapFromHint: say({
    en: "The day it begins, 2026-03-10, or from when you offer it, 2026-03-10 14:00",
    "zh-CN": "值班开始的日期，如 2026-03-10；或从何时起请人接班，如 2026-03-10 14:00",
  }),
  notAMoment: say({
    en: "Write a day and a time, such as 2026-03-09 08:00, or a time alone.",
    "zh-CN": "请写日期和时刻，例如 2026-03-09 08:00，或只写时刻。",
  }),
  setButton: say({ en: "Set somebody", "zh-CN": "安排值班" }),
  unsetButton: say({ en: "What was set", "zh-CN": "已安排的值班" }),
  swapButton: say({ en: "Offer my duty", "zh-CN": "请人接班" }),
  weekButton: say({ en: "The week", "zh-CN": "一周值班表" }),
  nowButton: say({ en: "On duty now", "zh-CN": "当前值班" }),
  earlier: say({ en: "The week before", "zh-CN": "上一周" }),
  later: say({ en: "The week after", "zh-CN": "下一周" }),
  takeBack: say({ en: "Take it back", "zh-CN": "撤销" }),
  accept: say({ en: "I take it", "zh-CN": "接受" }),
  decline: say({ en: "I cannot", "zh-CN": "无法接班" }),
  retract: say({ en: "Take the offer back", "zh-CN": "撤回请求" }),
  otherSites: say({ en: "Another site", "zh-CN": "其他中心" }),
} as const;
