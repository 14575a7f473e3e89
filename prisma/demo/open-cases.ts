import { type Case, late, soon } from "./case.ts";

/** The appeals of each site that are under way, those that are furthest first. */
export const openCases: readonly Case[] = [
  {
    item: "answer",
    marked: 5,
    proposed: 9,
    kind: "rule",
    reason: {
      en: "The comment holds me to the article of this week. On the day of the call the old notice period was still in the knowledge base, and I read it out word for word.",
      "zh-CN": "评语依据的是本周更新的知识条目。通话当天知识库仍是旧规定，我是照原文解答的。",
    },
    filed: 16,
    published: soon,
    acts: [
      { is: "forward", ago: 14 },
      {
        is: "state",
        ago: 9,
        text: {
          en: "I checked against the article as it stands now, and did not look up when it was changed.",
          "zh-CN": "我对照的是当前的知识条目，没有核对更新时间。",
        },
      },
      {
        is: "vote",
        ago: 5,
        seat: "qa",
        points: 9,
        code: "scorer-error",
        reason: {
          en: "The article was changed two days after the call. What was said was right on that day.",
          "zh-CN": "该条目在通话两天后才更新，当时的解答是正确的。",
        },
      },
    ],
  },
  {
    item: "upset",
    marked: 1,
    proposed: 4,
    kind: "precedent",
    reason: {
      en: "In a decision of last month an apology at the end of a complaint counted. I apologised as soon as she had finished.",
      "zh-CN": "上个月的一次裁定认可了投诉结束时的致歉。客户说完后我马上道了歉。",
    },
    filed: 20,
    published: soon,
    acts: [
      { is: "forward", ago: 17 },
      {
        is: "vote",
        ago: 11,
        seat: "qa",
        points: 3,
        code: "scorer-error",
        reason: {
          en: "There is an apology, late but sincere. What could be done instead comes only when she asks.",
          "zh-CN": "有致歉，虽晚但诚恳；替代办法是客户追问后才说的。",
        },
      },
      {
        is: "vote",
        ago: 4,
        seat: "lead",
        points: 4,
        code: "scorer-error",
        reason: {
          en: "The customer calms down audibly after the apology. Only the way forward comes a little late.",
          "zh-CN": "致歉后客户情绪明显缓和，只是引导到解决办法稍晚了一些。",
        },
      },
    ],
  },
  {
    item: "record",
    marked: 1,
    proposed: 4,
    kind: "technical",
    reason: {
      en: "The system froze while I was saving. I wrote the notes into a new ticket five minutes later, which is not linked to the call.",
      "zh-CN": "保存时系统卡死，五分钟后我把记录写在了新工单里，没有关联到这通电话。",
    },
    filed: 9,
    published: soon,
    acts: [
      {
        is: "give-back",
        ago: 3,
        question: {
          en: "Which ticket is it? Please add its number, so that the panel can read the notes.",
          "zh-CN": "新工单的编号是多少？请补充，便于评审查看。",
        },
      },
    ],
  },
  {
    item: "resolution",
    marked: 5,
    proposed: 10,
    kind: "fact",
    reason: {
      en: "I booked the refund during the call and the customer read the confirmation back to me, at about 4:10. Nothing was left open.",
      "zh-CN": "退款在通话中已办妥，约 4 分 10 秒处客户念出了确认短信，没有遗留问题。",
    },
    filed: 2,
    published: soon,
    acts: [],
  },
  {
    item: "listening",
    marked: 2,
    proposed: 4,
    kind: "fact",
    reason: {
      en: "I was on leave last week and saw this only today. The line had a delay: I did not cut in, I answered what had reached me late.",
      "zh-CN": "我上周休假，今天才看到。线路有延迟，并非打断客户，是声音到得晚。",
    },
    filed: 1,
    published: late,
    acts: [],
  },
];
