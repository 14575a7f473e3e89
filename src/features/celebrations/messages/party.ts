import { type Say, say } from "../../../kernel/locale.ts";
import type { PartyRefusal } from "../parties.ts";

const refusals: { readonly [W in PartyRefusal["why"]]: (refusal: Extract<PartyRefusal, { why: W }>) => Say } = {
  taken: ({ by }) =>
    say({
      en: `${by} organises it already. Offer them a hand: two do it faster.`,
      "zh-CN": `${by}已在组织。您可以去搭把手。`,
    }),
  "not-yours": ({ by }) =>
    by === undefined
      ? say({
          en: "Nobody organises it yet. Press “I will organise it” first.",
          "zh-CN": "还没有人组织。请先点“我来组织”。",
        })
      : say({ en: `${by} organises it, so only they can do that.`, "zh-CN": `由${by}组织，只有其本人可以操作。` }),
  elsewhere: () =>
    say({
      en: "This party is of another site, so its people organise it. Your own site's list comes on the first of the month.",
      "zh-CN": "这是其他中心的生日会，由该中心的同事组织。您所在中心的名单将在每月 1 日发布。",
    }),
  over: () =>
    say({
      en: "That month is over. The next list comes on the first of the month.",
      "zh-CN": "这个月已经过去。下一份名单将在每月 1 日发布。",
    }),
};

/** What is said about the birthday party of a month. */
export const partyWords = {
  label: say({ en: "Birthday party of the month", "zh-CN": "本月生日会" }),
  title: (month: string): Say =>
    say(({ month: name }) => ({ en: `🎉 Birthdays in ${name(month)}`, "zh-CN": `🎉 ${name(month)}寿星` })),
  organiser: say({ en: "Organiser: ", "zh-CN": "组织者：" }),
  nobody: say({ en: "Nobody organises the party yet. Who will?", "zh-CN": "生日会还没有人组织，谁来？" }),
  planIs: say({ en: "When and where: ", "zh-CN": "时间地点：" }),
  noPlan: say({ en: "When and where is to come.", "zh-CN": "时间地点待定。" }),

  organise: say({ en: "I will organise it", "zh-CN": "我来组织" }),
  organiseSummary: say({ en: "Organise the birthday party", "zh-CN": "组织生日会" }),
  writePlan: say({ en: "Write when and where", "zh-CN": "填写时间地点" }),
  planSummary: say({ en: "When and where the party is", "zh-CN": "生日会的时间地点" }),
  plan: say({ en: "When and where", "zh-CN": "时间地点" }),
  planHint: say({ en: "For instance Friday at four in the kitchen", "zh-CN": "例如：周五下午四点，茶水间" }),
  back: say({ en: "Step back", "zh-CN": "不组织了" }),
  backSummary: say({ en: "Let somebody else organise the party", "zh-CN": "让别人来组织生日会" }),

  yours: say({ en: "The party is yours", "zh-CN": "本次生日会由您组织" }),
  yoursNext: say({
    en: "Everybody sees that you organise it. Write when and where as soon as you know.",
    "zh-CN": "大家都能看到由您组织。确定后请填写时间地点。",
  }),
  masked: say({
    en: "I masked a number: card, account, identity and phone numbers do not belong here.",
    "zh-CN": "已隐去其中的号码：请勿填写银行卡号、账号、证件号、电话等信息。",
  }),
  planned: say({ en: "Everybody sees the plan", "zh-CN": "计划已公布" }),
  steppedBack: say({ en: "You stepped back", "zh-CN": "您已退出组织" }),
  steppedBackNext: say({ en: "Somebody else can take it now.", "zh-CN": "现在其他人可以接手。" }),
  refused: say({ en: "That was not done", "zh-CN": "未执行" }),
} as const;

/** Why something about a party was not done. */
export function partyRefused<W extends PartyRefusal["why"]>(refusal: Extract<PartyRefusal, { why: W }>): Say {
  return (refusals[refusal.why] as (refusal: PartyRefusal) => Say)(refusal);
}
