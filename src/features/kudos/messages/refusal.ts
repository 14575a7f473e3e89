import { type Say, say } from "../../../kernel/locale.ts";
import type { Refusal } from "../kudos.ts";

type Why = Refusal["why"];
type Of<W extends Why> = Extract<Refusal, { why: W }>;

export const refusedTitle = say({ en: "That was not done", "zh-CN": "未执行" });
/** Above what somebody wrote that was not sent. */
export const written = say({
  en: "What you wrote, so that it is not lost:",
  "zh-CN": "您刚才填写的内容（以免丢失）：",
});
export const chooseTitle = (name: string) =>
  say({ en: `Which value do you thank ${name} for?`, "zh-CN": `为${name}点赞：请选择价值观` });
export const noValue = say({
  en: "I found none of your site's values right after the name, so nothing was sent yet. Choose one, then write the reason.",
  "zh-CN": "姓名之后未找到本中心的价值观，因此尚未发送。请选择一项，再填写理由。",
});
export const noSuchValue = (text: string) =>
  say({
    en: `“${text}” is none of your site's values, or fits several, so nothing was sent yet. Choose one, then write the reason.`,
    "zh-CN": `“${text}”不是本中心的价值观，或对应多项，因此尚未发送。请选择一项，再填写理由。`,
  });

/** Why a thank-you was not sent or taken back, and what to do instead; `name` is whoever was to be thanked. */
const refusals: { readonly [W in Why]: (refusal: Of<W>, name: string | undefined) => Say } = {
  nobody: ({ say: why }) => why,
  several: ({ say: why }) => why,
  "not-linked": () =>
    say({
      en: "That account stands for nobody at your site: it is a bot, somebody of another site, or somebody who has not linked it yet. For a colleague, try their name or employee number.",
      "zh-CN":
        "该账号不对应本中心的任何人：可能是机器人、其他中心的同事，或尚未关联的账号。如是同事，请输入姓名或工号。",
    }),
  yourself: () =>
    say({
      en: "Kudos go to somebody else. Who helped you with it?",
      "zh-CN": "不能为自己点赞。有哪位同事帮过您吗？",
    }),
  left: ({ name }) =>
    say({
      en: `${name} has left, so nobody would read it. Thank somebody who is here.`,
      "zh-CN": `${name}已离职，无法收到点赞。请为在职的同事点赞。`,
    }),
  "no-such-person": () =>
    say({
      en: "That person is not on the roster of your site. Write /kudos and choose somebody who is.",
      "zh-CN": "本中心名册中没有此人。请输入 /kudos，选择本中心的同事。",
    }),
  whom: () =>
    say({
      en: "You did not say whom you thank, so nothing was sent. Name a colleague, or give their employee number.",
      "zh-CN": "尚未填写同事，因此未发送。请填写同事的姓名或工号。",
    }),
  length: ({ min, max, length }) =>
    say(({ number }) => ({
      en: `A reason takes ${number(min)} to ${number(max)} characters; yours has ${number(length)}, once card and phone numbers are masked. Nothing was sent yet.`,
      "zh-CN": `理由需 ${number(min)} 至 ${number(max)} 个字符，隐去卡号、电话后为 ${number(length)} 个，因此尚未发送。`,
    })),
  allowance: ({ allowance, from }) =>
    say(({ number, day }) => ({
      en: `You have sent all ${number(allowance)} of this month, so 0 are left. There are ${number(allowance)} new ones from ${day(from)}.`,
      "zh-CN": `本月 ${number(allowance)} 次点赞已全部用完，剩余 0 次。${day(from)}起又有 ${number(allowance)} 次。`,
    })),
  pair: ({ cap, left, from }, name) =>
    say(({ number, day }) => ({
      en: `You have thanked ${name ?? "them"} ${cap === 1 ? "once" : `${number(cap)} times`} this month, which is the most for one person; you can again from ${day(from)}. For others you have ${number(left)} left this month.`,
      "zh-CN": `您本月已为${name ?? "该同事"}点赞 ${number(cap)} 次，已达对同一人的上限，${day(from)}起可再次为其点赞。对其他同事，本月还可点赞 ${number(left)} 次。`,
    })),
  gone: () =>
    say({
      en: "There is no such thank-you any more. Nothing was changed.",
      "zh-CN": "该点赞已不存在，未做任何更改。",
    }),
  "not-yours": () =>
    say({
      en: "Only who sent a thank-you can take it back. Nothing was changed.",
      "zh-CN": "只有发送人本人可以撤回，未做任何更改。",
    }),
  "too-late": ({ minutes }) =>
    say(({ number }) => ({
      en: `It can be taken back for ${number(minutes)} minutes only, so it stands. If it is wrong, tell your lead or an admin.`,
      "zh-CN": `发送后 ${number(minutes)} 分钟内可以撤回，现已超时，点赞保留。如内容有误，请联系班组长或管理员。`,
    })),
};

/** The words of a refusal. */
export const refusalWords = (refusal: Refusal, name: string | undefined): Say =>
  // The table has words for each reason, for a refusal of just that reason.
  (refusals[refusal.why] as (refusal: Refusal, name: string | undefined) => Say)(refusal, name);
