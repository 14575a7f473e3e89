import { say } from "../../../kernel/locale.ts";

/** What those are told who answer challenges and type public numbers. */
export const waitingWords = {
  label: say({ en: "What draws wait for", "zh-CN": "待处理的抽奖事项" }),

  challenge: (number: number) =>
    say({ en: `A challenge to draw ${number} waits for an answer`, "zh-CN": `抽奖 ${number} 有一项异议待答复` }),
  says: say({ en: " says: ", "zh-CN": "提出：" }),
  whatToDo: say({
    en: "The draw goes on once it is answered, by an admin or an auditor who did not write it. The answer is read by everybody. If the challenge is right, the list is made anew, with new hours for challenges.",
    "zh-CN":
      "由非提出者本人的管理员或审计人员答复后，抽奖才会继续。答复对所有人公开。如异议成立，将重新生成名单并重新开放异议期。",
  }),
  answer: say({ en: "Answer it", "zh-CN": "答复" }),

  number: (number: number) =>
    say({ en: `Draw ${number} waits for its public number`, "zh-CN": `抽奖 ${number} 等待录入公开号码` }),
  named: say({ en: "This was named before the list was made: ", "zh-CN": "名单生成前已指定的号码来源：" }),
  second: (number: number) =>
    say({
      en: `Draw ${number} waits for a second person to type its number`,
      "zh-CN": `抽奖 ${number} 等待第二人录入公开号码`,
    }),
  typedIt: say({
    en: " has typed it. The draw is made when somebody else types the same.",
    "zh-CN": " 已录入。另一人录入相同号码后即开奖。",
  }),
  typeIt: (digits: number) =>
    say({
      en: `Type its ${digits} digits, in order, as they were made public first after the time for challenges. Everybody can compare them.`,
      "zh-CN": `请按异议期结束后首次公布的顺序录入全部 ${digits} 位数字，任何人都可核对。`,
    }),

  settledChallenge: (number: number) =>
    say({ en: `The challenge to draw ${number} needs no answer any more`, "zh-CN": `抽奖 ${number} 的异议已无需答复` }),
  settledNumber: (number: number) =>
    say({ en: `Draw ${number} has its number`, "zh-CN": `抽奖 ${number} 已无需录入号码` }),
  settledWhy: say({
    en: "It was done by somebody else, or the draw has gone on.",
    "zh-CN": "已由他人处理，或抽奖已进入下一阶段。",
  }),
} as const;
