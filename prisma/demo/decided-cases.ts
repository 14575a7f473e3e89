import { type Case, soon } from "./case.ts";

/** The appeals of each site that are decided: one rejected, one upheld, one partly. */
export const decidedCases: readonly Case[] = [
  {
    item: "summary",
    marked: 2,
    proposed: 5,
    kind: "fact",
    reason: {
      en: "I did sum it up. Just before the end I repeat the date of the engineer's visit and the customer says “perfect”.",
      "zh-CN": "我做了小结：结束前我复述了上门日期，客户也说“好的”。",
    },
    filed: 72,
    published: soon,
    acts: [
      { is: "forward", ago: 70 },
      {
        is: "vote",
        ago: 66,
        seat: "qa",
        points: 2,
        code: "no-error",
        reason: {
          en: "The date is repeated, and the second thing that was agreed, the refund, is not.",
          "zh-CN": "复述了日期，但另一项约定（退费）没有提到。",
        },
      },
      {
        is: "vote",
        ago: 63,
        seat: "lead",
        points: 3,
        code: "scorer-error",
        reason: {
          en: "Half of what was agreed is summed up; I would give one point more.",
          "zh-CN": "约定的两件事说了一件，我认为可以多给一分。",
        },
      },
      {
        is: "vote",
        ago: 60,
        seat: "supervisor",
        points: 2,
        code: "no-error",
        reason: {
          en: "The guide asks for all that was agreed, and for whether anything is left. Two points are right.",
          "zh-CN": "按标准应总结全部约定并询问是否还有需要，给 2 分合适。",
        },
      },
    ],
  },
  {
    item: "identity",
    marked: 0,
    proposed: 10,
    kind: "fact",
    reason: {
      en: "The caller came by transfer from the billing desk, which had checked her. The transfer note says “ID verified”, and I was told so before the call came through.",
      "zh-CN": "客户是账单组转接过来的，对方已核实身份，转接备注写明“已核身”，转接前同事也口头告知了我。",
    },
    filed: 62,
    published: soon,
    acts: [
      { is: "forward", ago: 58 },
      {
        is: "state",
        ago: 57,
        text: {
          en: "I scored from the recording alone, which begins after the transfer. I had not seen the note.",
          "zh-CN": "我评分时只听了转接后的录音，没有看到转接备注。",
        },
      },
      {
        is: "vote",
        ago: 54,
        seat: "lead",
        points: 10,
        code: "scorer-error",
        reason: {
          en: "The transfer note of that minute shows the check. It need not be made twice.",
          "zh-CN": "转接备注显示同一分钟内已核实，无需重复核实。",
        },
      },
      {
        is: "vote",
        ago: 51,
        seat: "qa",
        points: 10,
        code: "scorer-error",
        reason: {
          en: "Both details were checked by the colleague who transferred; I listened to that part as well.",
          "zh-CN": "我补听了转接前的录音，转接的同事核对了两项资料。",
        },
      },
      {
        is: "vote",
        ago: 48,
        seat: "supervisor",
        points: 10,
        code: "scorer-error",
        reason: {
          en: "A checked customer who is transferred stays checked. The evaluation has to be put right.",
          "zh-CN": "已核实的客户转接后仍视为已核实，应予更正。",
        },
      },
    ],
  },
  {
    item: "questions",
    marked: 2,
    proposed: 5,
    kind: "rule",
    reason: {
      en: "I asked for the order number twice because the new checklist tells us to confirm it before a refund. I cannot do both.",
      "zh-CN": "新流程要求退款前再次确认订单号，所以问了两次。两条规定我没法同时做到。",
    },
    filed: 50,
    published: soon,
    acts: [
      { is: "forward", ago: 49 },
      {
        is: "vote",
        ago: 45,
        seat: "qa",
        points: 4,
        code: "rule-unclear",
        reason: {
          en: "The guide says nothing twice, the refund checklist says confirm. Nobody can follow both to the letter.",
          "zh-CN": "评分标准说不重复提问，退款流程又要求确认，两者冲突。",
        },
      },
      {
        is: "vote",
        ago: 42,
        seat: "supervisor",
        points: 4,
        code: "rule-unclear",
        reason: {
          en: "Confirming before a refund is wanted. One point stays off, as the error text was not asked for.",
          "zh-CN": "退款前确认是必要的；未询问报错内容，扣 1 分。",
        },
      },
      {
        is: "vote",
        ago: 39,
        seat: "lead",
        points: 5,
        code: "rule-unclear",
        reason: {
          en: "The agent followed the newer of two rules. That must not cost anything.",
          "zh-CN": "两条规定不一致时，坐席按较新的一条操作，不应因此扣分。",
        },
      },
    ],
  },
];
