import { type Say, say } from "../../../kernel/locale.ts";
import type { Move } from "../card.ts";

/** What somebody is to do who is reminded. */
export const toDo: Partial<Record<Move, Say>> = {
  vote: say({
    en: "Your vote is missing. Please score the items that are left, each with a reason.",
    "zh-CN": "还缺您的评分，请为剩余项目评分并写明理由。",
  }),
  forward: say({
    en: "Please look at the appeal and pass it to the panel, or ask the agent for what is missing.",
    "zh-CN": "请查看申诉并转交评审组，或请坐席补充材料。",
  }),
  grant: say({
    en: "It came late: please say whether it is heard all the same.",
    "zh-CN": "此申诉逾期提交，请决定是否受理。",
  }),
  answer: say({
    en: "Your lead has asked you for something. Your answer goes to the panel.",
    "zh-CN": "班组长请您补充材料，您的补充会交给评审组。",
  }),
};

/** What happens where nobody acts, by what somebody may do. */
export const otherwise: Partial<Record<Move, Say>> = {
  vote: say({ en: "If the time runs out, your seat passes to a deputy.", "zh-CN": "到期未评，您的席位将转给代理人。" }),
  forward: say({
    en: "If the time runs out, it goes to the panel by itself.",
    "zh-CN": "到期未处理，将自动转交评审组。",
  }),
  grant: say({ en: "If the time runs out, it is heard.", "zh-CN": "到期未答复，将自动受理。" }),
  answer: say({
    en: "If the time runs out, the panel hears it as it is. That costs you nothing.",
    "zh-CN": "到期未补充，评审组将按现有材料评审，对您没有不利影响。",
  }),
};

export const reminderWords = {
  title: {
    50: (number: number) =>
      say({ en: `Appeal ${number}: half of your time is over`, "zh-CN": `申诉 ${number}：时间已过半` }),
    80: (number: number) =>
      say({ en: `Appeal ${number}: your time is nearly over`, "zh-CN": `申诉 ${number}：即将到期` }),
    100: (number: number) => say({ en: `Appeal ${number}: your time is over`, "zh-CN": `申诉 ${number}：已到期` }),
  },
  due: say({ en: "It is due by {when}.", "zh-CN": "截止时间：{when}。" }),
  wasDue: say({ en: "It was due by {when}.", "zh-CN": "截止时间为 {when}。" }),
  nothing: say({
    en: "Nothing is left for you to do: it has gone on meanwhile.",
    "zh-CN": "申诉已进入下一步，您无需再处理。",
  }),
  passedTo: say({
    en: "Your seat has passed to {who}, who decides in your place. You need not do anything.",
    "zh-CN": "您的席位已转给{who}，由其代为评审，您无需再处理。",
  }),
  passedOn: say({
    en: "Your seat has passed on. You need not do anything.",
    "zh-CN": "您的席位已转出，您无需再处理。",
  }),
  missed: say({
    en: "Nobody was left to take your seat, so it is decided by the others.",
    "zh-CN": "已无人可接替您的席位，将由其他评审裁定。",
  }),
  goesOn: {
    agent: say({
      en: "No answer came in time, so the panel hears it as it is. That is not held against you.",
      "zh-CN": "到期未补充，评审组将按现有材料评审，不会对您产生不利影响。",
    }),
    others: say({
      en: "Nobody acted in time, so it has gone on without you. You need not do anything.",
      "zh-CN": "到期未处理，申诉已自动进入下一步，您无需再处理。",
    }),
  },
} as const;
