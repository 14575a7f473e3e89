import { type Say, say } from "../../../kernel/locale.ts";
import { addMonths, type LocalDate, startOfMonth } from "../../../kernel/time.ts";

/** How many may still be sent this month. */
export const leftWords = (left: number, today: LocalDate): Say =>
  say(({ number, day }) => {
    const from = day(addMonths(startOfMonth(today), 1));
    return left === 0
      ? {
          en: `You have none left this month; there are new ones from ${from}.`,
          "zh-CN": `本月次数已用完，${from}起可再次点赞。`,
        }
      : {
          en: `You can send ${number(left)} more this month.`,
          "zh-CN": `本月还可点赞 ${number(left)} 次。`,
        };
  });

/** What a giver is answered. */
export const sentWords = {
  title: (name: string) => say({ en: `Your thanks go to ${name}`, "zh-CN": `已为${name}点赞` }),
  inChannel: (channel: string, name: string) =>
    say({
      en: `Everybody can read it in #${channel}, and ${name} gets a word from me.`,
      "zh-CN": `大家可在 #${channel} 看到，我也会告诉${name}。`,
    }),
  noChannel: (name: string) =>
    say({
      en: `${name} gets a word from me. Your site has no channel for it to be seen in; an admin can name one in fairline.yaml.`,
      "zh-CN": `我会告诉${name}。本中心尚未设置展示频道，可请管理员在 fairline.yaml 中指定。`,
    }),
  already: say({
    en: "You had just sent exactly this, so it stands once and counts once.",
    "zh-CN": "您刚刚已发送过相同内容，不会重复发送，也不会重复计数。",
  }),
  masked: say({
    en: "I masked a number: card, account, identity and phone numbers do not belong here.",
    "zh-CN": "已隐去其中的号码：请勿填写银行卡号、账号、证件号、电话等信息。",
  }),
  ring: (days: number) =>
    say(({ number }) => ({
      en: `One thing to know: when thanks come back round to where they began within ${number(days)} days, the one that closes the circle is shown like any other, but is not counted, for awards and draws for instance. That is so with this one. Only the two of you can see that.`,
      "zh-CN": `请知悉：${number(days)} 天内的点赞如首尾相接成环，闭合的这一次照常展示，但不计数，例如不计入评奖和抽奖。这一次即属此情形，仅您和对方可见。`,
    })),
  until: say({ en: "You can take it back until ", "zh-CN": "可撤回，截止时间：" }),
  takenBackTitle: say({ en: "Taken back", "zh-CN": "已撤回" }),
  takenBack: (left: number) =>
    say(({ number }) => ({
      en: `It counts no more, and what was posted says that it was taken back. You can send ${number(left)} this month.`,
      "zh-CN": `该点赞不再计数，已发出的消息会注明已撤回。本月还可点赞 ${number(left)} 次。`,
    })),
  again: say({ en: "To write another: ", "zh-CN": "重新点赞：" }),
} as const;
