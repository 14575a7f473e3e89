import type { Locale } from "../../src/kernel/locale.ts";

type Words = Readonly<Record<Locale, string>>;

/** A time on the clock of a workday before the last one, or so many working hours ago. */
export type When = { readonly workdaysAgo: number; readonly time: string } | { readonly hoursAgo: number };

/** What somebody does about a request, so many minutes after it was asked; its agent where nobody is named. */
export type DemoStep = { readonly after: number } & (
  | { readonly by: "duty-lead" | "floor-support"; readonly does: "claim" }
  | { readonly by: "duty-lead" | "floor-support"; readonly does: "answer" | "question"; readonly says: Words }
  /** With a note an answer is proposed, which a lead approves half an hour later where it says so. */
  | {
      readonly by: "duty-lead" | "floor-support";
      readonly does: "resolve";
      readonly note?: Words;
      readonly isApproved?: true;
    }
  | { readonly does: "solve-by-answer" | "cancel" }
);

/** A request for help: of an agent by their place among the site's agents, in a category, and what came of it. */
export type DemoRequest = {
  readonly asker: number;
  readonly category: Words | string;
  readonly isLive?: true;
  readonly text: Words;
  readonly asked: When;
  readonly steps: readonly DemoStep[];
};

/** The first asked first. */
export const demoRequests: readonly DemoRequest[] = [
  {
    asker: 0,
    category: "policy",
    asked: { workdaysAgo: 5, time: "10:20" },
    text: {
      en: "A customer moves house and wants to keep the promotional price. Does the contract allow it?",
      "zh-CN": "客户要搬家，想保留现在的优惠价，合同允许吗？",
    },
    steps: [
      { after: 2, by: "floor-support", does: "claim" },
      {
        after: 4,
        by: "floor-support",
        does: "answer",
        says: {
          en: "Yes, within the same supply area. Which postcode does she move to?",
          "zh-CN": "同一服务区域内可以。客户要搬到哪个区？",
        },
      },
      {
        after: 11,
        by: "floor-support",
        does: "resolve",
        isApproved: true,
        note: {
          en: "The promotional price moves along within the same supply area. Enter it as a relocation and not as a new contract, or the price is lost.",
          "zh-CN": "同一服务区域内搬迁可保留优惠价。请按“移机”办理，按新装办理优惠会失效。",
        },
      },
    ],
  },
  {
    asker: 5,
    category: "system",
    asked: { workdaysAgo: 2, time: "14:30" },
    text: {
      en: "My softphone shows no name when a call is transferred to me.",
      "zh-CN": "转接过来的电话，软电话上不显示客户姓名。",
    },
    steps: [{ after: 4, does: "cancel" }],
  },
  {
    asker: 1,
    category: "system",
    asked: { workdaysAgo: 1, time: "10:10" },
    text: {
      en: "Where do I see whether a refund was sent, after the update of the billing screen?",
      "zh-CN": "账单系统更新后，在哪里查看退款是否已汇出？",
    },
    steps: [
      { after: 2, by: "floor-support", does: "claim" },
      {
        after: 3,
        by: "floor-support",
        does: "answer",
        says: { en: "It has moved; I look for it.", "zh-CN": "入口换了位置，我找一下。" },
      },
      {
        after: 12,
        by: "floor-support",
        does: "resolve",
        isApproved: true,
        note: {
          en: "Since the update the refund is under Payments, History. “Sent” means that the bank has it; from there it takes up to three working days.",
          "zh-CN": "更新后在“支付—历史记录”中查看。显示“已汇出”即银行已受理，一般三个工作日内到账。",
        },
      },
    ],
  },
  {
    asker: 4,
    category: "system",
    asked: { workdaysAgo: 1, time: "11:40" },
    text: {
      en: "Since the update of the billing screen I cannot see whether a refund was sent.",
      "zh-CN": "账单系统更新后，我查不到退款是否已汇出。",
    },
    steps: [{ after: 1, does: "solve-by-answer" }],
  },
  {
    asker: 8,
    category: "system",
    isLive: true,
    asked: { workdaysAgo: 1, time: "15:20" },
    text: {
      en: "He asks whether his refund was sent, and after the update I find nothing on the billing screen.",
      "zh-CN": "客户问退款是否已汇出，账单系统更新后我找不到查看的地方。",
    },
    steps: [
      { after: 0.4, by: "duty-lead", does: "claim" },
      {
        after: 0.8,
        by: "duty-lead",
        does: "answer",
        says: {
          en: "Payments, then History. It was sent yesterday: tell him two more working days.",
          "zh-CN": "点“支付”，再点“历史记录”。昨天已汇出，请告诉客户还需两个工作日。",
        },
      },
      { after: 4, by: "duty-lead", does: "resolve" },
    ],
  },
  {
    asker: 2,
    category: "customer",
    isLive: true,
    asked: { workdaysAgo: 1, time: "16:05" },
    text: {
      en: "She was promised a call-back three times and wants to speak to whoever is in charge, now.",
      "zh-CN": "客户三次被承诺回电都没等到，要求马上和负责人通话。",
    },
    steps: [
      { after: 4.5, by: "floor-support", does: "claim" },
      {
        after: 5,
        by: "floor-support",
        does: "answer",
        says: {
          en: "Sorry for the wait. I take the call: tell her my name and put her through.",
          "zh-CN": "抱歉让你久等了。电话转给我，先告诉客户我的姓名。",
        },
      },
      {
        after: 21,
        by: "floor-support",
        does: "resolve",
        note: {
          en: "After a second missed call-back a lead takes the call, says sorry first, and sends the hour of the next call in writing.",
          "zh-CN": "两次未按时回电的，由班组长接听并先致歉，再以短信确认下次回电的时间。",
        },
      },
    ],
  },
  {
    asker: 6,
    category: { en: "policy", "zh-CN": "goodwill" },
    asked: { hoursAgo: 1.5 },
    text: {
      en: "The customer was without service for two days and asks for something in return. How much may I offer?",
      "zh-CN": "客户断网两天，要求补偿，我最多可以给多少？",
    },
    steps: [
      { after: 2, by: "duty-lead", does: "claim" },
      {
        after: 4,
        by: "duty-lead",
        does: "question",
        says: {
          en: "Is there a fault ticket for both days, and how long has the customer been with us?",
          "zh-CN": "这两天都有报障工单吗？客户入网多久了？",
        },
      },
    ],
  },
  {
    asker: 7,
    category: "product",
    asked: { hoursAgo: 0.6 },
    text: {
      en: "Which router do we send with the fastest tariff if the customer still has the oldest one?",
      "zh-CN": "客户用的还是最早的光猫，升级到最高速率的套餐要换哪一款？",
    },
    steps: [
      { after: 2, by: "floor-support", does: "claim" },
      {
        after: 4,
        by: "floor-support",
        does: "answer",
        says: {
          en: "I am asking the product team and write here within the hour.",
          "zh-CN": "我正在和产品组确认，一小时内回复你。",
        },
      },
    ],
  },
  {
    asker: 3,
    category: "policy",
    asked: { hoursAgo: 0.07 },
    text: {
      en: "May invoices go to a second e-mail address if the customer confirms it on the phone?",
      "zh-CN": "客户在电话里确认后，账单可以同时发到第二个邮箱吗？",
    },
    steps: [],
  },
];

/** A suggestion: whose by their place among the site's agents, how many voted for it, and what became of it. */
export type DemoSuggestion = {
  readonly author: number;
  readonly isSigned: boolean;
  readonly text: Words;
  readonly workdaysAgo: number;
  readonly votes: number;
  /** A lead looks after it. */
  readonly isOwned?: true;
  readonly decided: readonly {
    readonly to: "considered" | "planned" | "done" | "declined";
    readonly workdaysAgo: number;
    readonly reason: Words;
  }[];
};

/** The first made first. */
export const demoSuggestions: readonly DemoSuggestion[] = [
  {
    author: 2,
    isSigned: true,
    workdaysAgo: 13,
    votes: 5,
    text: {
      en: "Put the map of faults on the wall screen, so that we see an outage before the first call about it.",
      "zh-CN": "把故障地图放到现场大屏上，让大家在接到第一通报障电话前就知道哪里断网。",
    },
    decided: [
      {
        to: "considered",
        workdaysAgo: 11,
        reason: { en: "We are asking the network team for a feed.", "zh-CN": "正在向网络部申请数据接口。" },
      },
      {
        to: "planned",
        workdaysAgo: 8,
        reason: { en: "The feed is there; a screen is ordered.", "zh-CN": "接口已开通，屏幕已下单。" },
      },
      {
        to: "done",
        workdaysAgo: 2,
        reason: { en: "The map is on the screen by the window.", "zh-CN": "故障地图已在靠窗的大屏上显示。" },
      },
    ],
  },
  {
    author: 7,
    isSigned: false,
    workdaysAgo: 9,
    votes: 6,
    text: {
      en: "Breaks are moved at the last minute several times a week. Please say so an hour before, or ask who can swap.",
      "zh-CN": "每周都有好几次临时调整小休。希望提前一小时通知，或者先问问谁愿意调换。",
    },
    decided: [
      {
        to: "considered",
        workdaysAgo: 8,
        reason: { en: "We look at how often it happens.", "zh-CN": "先统计一下发生的频率。" },
      },
      {
        to: "planned",
        workdaysAgo: 3,
        reason: {
          en: "From next month breaks are moved with an hour's notice, or by a swap.",
          "zh-CN": "下月起，调整小休须提前一小时通知，或由同事自愿调换。",
        },
      },
    ],
  },
  {
    author: 5,
    isSigned: true,
    workdaysAgo: 7,
    votes: 1,
    text: {
      en: "Let us skip the identity check for regular customers whose voice we know.",
      "zh-CN": "对经常来电、声音熟悉的老客户，可以免去身份核实。",
    },
    decided: [
      {
        to: "declined",
        workdaysAgo: 5,
        reason: {
          en: "A voice can be imitated, and the check protects the customer. We are looking for a shorter one instead.",
          "zh-CN": "声音可能被模仿，身份核实是为了保护客户。我们会研究更简便的核实方式。",
        },
      },
    ],
  },
  {
    author: 0,
    isSigned: true,
    workdaysAgo: 4,
    votes: 4,
    isOwned: true,
    text: {
      en: "Post the three questions that were asked most the day before in the floor channel each morning.",
      "zh-CN": "每天早上在现场频道发布前一天问得最多的三个问题。",
    },
    decided: [
      {
        to: "considered",
        workdaysAgo: 3,
        reason: { en: "The trainer tries it for two weeks.", "zh-CN": "先由培训师试行两周。" },
      },
    ],
  },
  {
    author: 4,
    isSigned: true,
    workdaysAgo: 2,
    votes: 2,
    text: {
      en: "Show the queue of the other team beside ours, so that we can offer a hand before it is asked for.",
      "zh-CN": "在大屏上同时显示另一个班组的排队情况，方便大家主动支援。",
    },
    decided: [],
  },
];
