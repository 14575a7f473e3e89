import type { Locale } from "../../src/kernel/locale.ts";

type Words = Readonly<Record<Locale, string>>;

/** A thank-you: who (by their place among the site's members of teams, leads and supervisor), for what, how long ago. */
export type DemoKudos = {
  readonly from: number;
  readonly to: number;
  readonly value: string;
  readonly reason: Words;
  readonly daysAgo: number;
};

export const demoKudos: readonly DemoKudos[] = [
  {
    from: 1,
    to: 0,
    value: "helpful",
    daysAgo: 9,
    reason: {
      en: "Stayed ten minutes after her shift to take a transfer that I could not finish in time.",
      "zh-CN": "下班后多留了十分钟，接过了我来不及处理完的转接电话。",
    },
  },
  {
    from: 3,
    to: 2,
    value: "know-how",
    daysAgo: 8,
    reason: {
      en: "Found the article on partial refunds that none of us knew about, and posted the three steps.",
      "zh-CN": "找到了大家都不知道的部分退款知识条目，还整理成三步发给了全组。",
    },
  },
  {
    from: 5,
    to: 8,
    value: "customer-first",
    daysAgo: 4,
    reason: {
      en: "Called an elderly customer back twice until the replacement card was in her hands.",
      "zh-CN": "为一位老年客户连续回访两次，直到她拿到补办的卡。",
    },
  },
  {
    from: 8,
    to: 4,
    value: "good-spirit",
    daysAgo: 2,
    reason: {
      en: "Kept us laughing through the longest queue of the month. It made the afternoon short.",
      "zh-CN": "在本月排队最长的下午一直给大家鼓劲，时间都过得快了。",
    },
  },
  {
    from: 2,
    to: 6,
    value: "helpful",
    daysAgo: 1,
    reason: {
      en: "Sat beside me through my first complaint call and told me afterwards what had gone well.",
      "zh-CN": "陪我接完第一通投诉电话，事后还告诉我哪里做得好。",
    },
  },
];

/** A contact that was put forward: whose by their place among the agents, by whom, and how far it has come. */
export type DemoCall = {
  readonly agent: number;
  readonly by: number;
  readonly highlight: Words;
  readonly skills: readonly (
    | "interpersonal"
    | "language"
    | "knowledge"
    | "service-skill"
    | "adaptability"
    | "call-control"
    | "responsibility"
  )[];
  readonly markS: number;
  readonly daysAgo: number;
};

export const demoCalls: readonly DemoCall[] = [
  {
    agent: 2,
    by: 7,
    skills: ["interpersonal", "call-control"],
    markS: 74,
    daysAgo: 20,
    highlight: {
      en: "The customer shouts for a full minute. She lets him finish, says back what he lost, and only then asks for the order number. He thanks her at the end.",
      "zh-CN": "客户喊了整整一分钟。她先听完，复述了客户的损失，然后才询问订单号。通话结束时客户道了谢。",
    },
  },
  {
    agent: 5,
    by: 5,
    skills: ["knowledge"],
    markS: 128,
    daysAgo: 12,
    highlight: {
      en: "Explains why two invoices came in one month with the picture of a calendar, in four sentences, and checks that it was understood.",
      "zh-CN": "用日历打比方，四句话讲清了为什么一个月出了两张账单，并确认客户听明白了。",
    },
  },
  {
    agent: 0,
    by: 3,
    skills: ["adaptability", "responsibility"],
    markS: 41,
    daysAgo: 1,
    highlight: {
      en: "The system is down. He says so, writes the case by hand, names the hour at which he will call back, and asks whether that hour suits.",
      "zh-CN": "系统故障时如实告知，手工记下问题，约定回电时间并确认客户方便。",
    },
  },
];

/** What colleagues write on cards. */
export const demoSignatures: readonly Words[] = [
  { en: "Happy birthday! The floor is brighter when you are in.", "zh-CN": "生日快乐！有你在，现场都更有活力。" },
  { en: "Many happy returns. Cake at half past three?", "zh-CN": "祝生日快乐，下午三点半一起吃蛋糕吧！" },
  { en: "To the calmest voice on the line.", "zh-CN": "祝我们班组声音最温柔的你生日快乐。" },
];

export const demoOpening: Words = {
  en: "Thank you for every customer you have sent away with a smile this year. Enjoy your day.",
  "zh-CN": "感谢您这一年来用心服务每一位客户。祝您生日快乐，天天好心情！",
};

/** The draw that is open in the demo. */
export const openDrawPrize: Words = {
  en: "Two cinema tickets",
  "zh-CN": "电影票两张",
};

export const numbersOfTheirOwn: Words = { en: "my cat is called Biscuit 42", "zh-CN": "今天晴 26 度" };
