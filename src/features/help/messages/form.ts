import { type Say, say } from "../../../kernel/locale.ts";

/** What forms, lists and the answers to commands say. */
export const formWords = {
  summary: say({ en: "Ask for help on the floor", "zh-CN": "求助" }),
  line: say({ en: "What you need", "zh-CN": "求助内容" }),
  lineHint: say({
    en: "Nothing opens the form. “live” first: a customer is on the line. Or: list, claim H-12, resolve H-12 how, reopen H-12 why",
    "zh-CN":
      "留空则打开表单；以“在线”开头表示客户在线。也可输入：list、claim H-12、resolve H-12 说明、reopen H-12 原因",
  }),
  text: say({ en: "What you need", "zh-CN": "求助内容" }),
  textHint: say({
    en: "No customer data, please: card, phone and ID numbers are masked before anything is kept.",
    "zh-CN": "请勿填写客户资料：卡号、电话和证件号码在保存前会自动隐去。",
  }),
  category: say({ en: "Category", "zh-CN": "类别" }),
  categoryHint: say({
    en: "Customer, system, policy, product, or what your site calls it; may be left empty",
    "zh-CN": "如：客户问题、系统故障、政策流程、业务知识，或本中心的其他类别；可留空",
  }),
  live: say({ en: "Is the customer on the line?", "zh-CN": "客户是否在线" }),
  yes: say({ en: "Yes", "zh-CN": "是" }),
  no: say({ en: "No", "zh-CN": "否" }),
  urgency: say({ en: "Urgency", "zh-CN": "紧急程度" }),
  callBack: say({ en: "Call back at", "zh-CN": "回电时间" }),
  callBackHint: say({
    en: "14:30 for today, or 2026-03-09 14:30; on your site's clock",
    "zh-CN": "今天填 14:30，其他日期填 2026-03-09 14:30；按本中心时间",
  }),

  answer: say({ en: "Answer the agent", "zh-CN": "回复坐席" }),
  answerText: say({ en: "Your answer", "zh-CN": "回复内容" }),
  needs: say({ en: "Do you need something from the agent?", "zh-CN": "是否需要坐席补充信息" }),
  needsYes: say({ en: "Yes, I need something from you", "zh-CN": "需要，请坐席补充" }),
  needsNo: say({ en: "No", "zh-CN": "不需要" }),
  handOver: say({ en: "Hand over", "zh-CN": "转交求助" }),
  whom: say({ en: "To whom", "zh-CN": "转交给" }),
  whomHint: say({
    en: "A colleague who may help: name, employee number or account",
    "zh-CN": "可以协助的同事：姓名、工号或账号",
  }),
  resolve: say({ en: "Resolve", "zh-CN": "解决求助" }),
  note: say({ en: "How it was resolved", "zh-CN": "解决方法" }),
  noteHint: say({
    en: "Becomes an answer that is offered next time, once a lead has approved it. No customer data, please.",
    "zh-CN": "经班组长审核后，会作为答案推荐给下次遇到同类问题的坐席。请勿填写客户资料。",
  }),
  more: say({ en: "Say more", "zh-CN": "补充说明" }),
  moreText: say({ en: "What you want to add", "zh-CN": "补充内容" }),
  why: say({ en: "Why", "zh-CN": "原因" }),

  asked: (name: string) => say({ en: `${name}: you asked for help`, "zh-CN": `${name} 求助已发出` }),
  merged: (name: string) => say({ en: `Added to ${name}`, "zh-CN": `已并入 ${name}` }),
  mergedMore: say({
    en: "You asked the same a moment ago, so it is one request.",
    "zh-CN": "您刚刚提过相同的问题，已合并为一条。",
  }),
  inChannel: (channel: string) => say({ en: `Posted in ${channel}.`, "zh-CN": `已发布到 ${channel}。` }),
  told: (role: string) => say({ en: `Told (${role}): `, "zh-CN": `已通知（${role}）：` }),
  toldInstead: (role: string, instead: string) =>
    say({
      en: `Nobody is on duty (${role}), so I told ${instead} instead: `,
      "zh-CN": `${role}无人在岗，已改为通知${instead}：`,
    }),
  toldNobody: (role: string) =>
    say({
      en: `There is nobody whom I could tell (${role}). If it cannot wait, turn to somebody near you.`,
      "zh-CN": `没有可通知的人（${role}）。如情况紧急，请直接向身边的同事求助。`,
    }),
  end: say({ en: ".", "zh-CN": "。" }),
  /** At which pace it is answered. */
  pace: (isLive: boolean) =>
    isLive
      ? say({ en: "With a customer on the line", "zh-CN": "客户在线" })
      : say({ en: "Without a customer on the line", "zh-CN": "客户不在线" }),
  dueBy: say({ en: ": first answer due by ", "zh-CN": "，首次回复时限：" }),
  customerWaits: say({ en: "The customer is waiting", "zh-CN": "客户正在等待" }),
  follow: say({
    en: "Answers come to your direct messages. ",
    "zh-CN": "有回复时会私信通知您。",
  }),
  numbersTitle: say({ en: "Customer data", "zh-CN": "客户资料" }),
  stillThere: say({
    en: "Your message holds a long number that looks like customer data. I passed it on without; please delete the message here.",
    "zh-CN": "您的消息中有疑似客户资料的长串数字。转达时已隐去，请删除这里的原消息。",
  }),
  masked: say({
    en: "Long numbers in what you wrote were masked before it was kept. Leave out customer data.",
    "zh-CN": "您填写的长串数字已在保存前隐去。请勿填写客户资料。",
  }),
  offers: say({
    en: "Did this settle it? It helped with the like before:",
    "zh-CN": "以下答案曾解决过类似问题，能帮到您吗？",
  }),
  offer: (number: number) => say({ en: `A-${number}`, "zh-CN": `A-${number}` }),

  list: say({ en: "Requests for help", "zh-CN": "求助列表" }),
  own: say({ en: "Your requests for help", "zh-CN": "我的求助" }),
  atIt: say({ en: "What you are at", "zh-CN": "我处理的求助" }),
  count: (count: number) =>
    say(({ number }) => ({
      en: `${number(count)} ${count === 1 ? "request" : "requests"}, the latest first.`,
      "zh-CN": `共 ${number(count)} 条，按时间倒序。`,
    })),
  noneOwn: say({
    en: "You have asked for no help that fits. When you need a hand: ",
    "zh-CN": "没有符合条件的求助。需要帮助时请输入：",
  }),
  noneAtIt: say({
    en: "You are at nothing that fits. See what waits for somebody: ",
    "zh-CN": "没有符合条件的求助由您处理。查看待接手的求助：",
  }),
  noneSite: say({
    en: "Nobody waits for help here. What is over: ",
    "zh-CN": "没有符合条件的求助。查看已结束的求助：",
  }),
  begin: say({ en: "Ask for help", "zh-CN": "发起求助" }),
  show: say({ en: "Show", "zh-CN": "筛选" }),
  openOne: say({ en: "Open one", "zh-CN": "查看其中一条" }),
  page: (page: number, pages: number) =>
    say(({ number }) => ({
      en: `Page ${number(page)} of ${number(pages)}`,
      "zh-CN": `第 ${number(page)} 页，共 ${number(pages)} 页`,
    })),
  back: say({ en: "Back", "zh-CN": "上一页" }),
  next: say({ en: "More", "zh-CN": "下一页" }),
  filters: {
    all: say({ en: "Under way", "zh-CN": "进行中" }),
    mine: say({ en: "Mine", "zh-CN": "我处理的" }),
    open: say({ en: "Open", "zh-CN": "待接手" }),
    waiting: say({ en: "Waiting for the agent", "zh-CN": "待坐席回复" }),
    live: say({ en: "Customer on the line", "zh-CN": "客户在线" }),
    over: say({ en: "Over", "zh-CN": "已结束" }),
  } satisfies Readonly<Record<string, Say>>,
  ownFilters: {
    all: say({ en: "All", "zh-CN": "全部" }),
    open: say({ en: "Open", "zh-CN": "待接手" }),
    over: say({ en: "Over", "zh-CN": "已结束" }),
  } satisfies Readonly<Record<string, Say>>,
} as const;
