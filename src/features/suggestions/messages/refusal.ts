import { type Say, say } from "../../../kernel/locale.ts";
import type { MakeRefusal } from "../acting.ts";
import type { AuthorRefusal, DecideRefusal, OwnRefusal, VoteRefusal } from "../deciding.ts";
import { mostAdditions } from "../domain.ts";
import type { NotFound } from "../roster.ts";
import type { NoSuchSuggestion } from "../store.ts";
import { stateNames } from "./names.ts";

/** Why nothing came of what somebody asked; that somebody else suggests the same has a view of its own. */
export type Refusal =
  | Exclude<MakeRefusal, { readonly why: "same" }>
  | VoteRefusal
  | DecideRefusal
  | OwnRefusal
  | AuthorRefusal
  | NotFound
  | NoSuchSuggestion;
type Why = Refusal["why"];
type Of<W extends Why> = Extract<Refusal, { why: W }>;

export const refusedTitle = say({ en: "That was not done", "zh-CN": "未执行" });
/** Above what somebody wrote that was not taken. */
export const written = say({
  en: "What you wrote, so that it is not lost:",
  "zh-CN": "您刚才填写的内容（以免丢失）：",
});

const refusals: { readonly [W in Why]: (refusal: Of<W>) => Say } = {
  nobody: ({ say: why }) => why,
  several: ({ say: why }) => why,
  "not-linked": () =>
    say({
      en: "That account stands for nobody at your site. Try a name or an employee number.",
      "zh-CN": "该账号不对应本中心的任何人。请改用姓名或工号。",
    }),
  "too-many-signed": ({ most, from }) =>
    say(({ number, day }) => ({
      en: `You have made ${most === 1 ? "a signed suggestion" : `${number(most)} signed suggestions`} this month, which is the most. You can make more from ${day(from)}; until then, vote for those of others.`,
      "zh-CN": `您本月已署名提出 ${number(most)} 条建议，达到上限。${day(from)}起可再次提出，在此之前可支持他人的建议。`,
    })),
  "too-many-anonymous": ({ most }) =>
    say(({ number }) => ({
      en: `${most === 1 ? "One anonymous suggestion a day is" : `${number(most)} anonymous suggestions a day are`} the most. Come again tomorrow, or sign it. (They are counted in memory only and forgotten with the day.)`,
      "zh-CN": `匿名建议每天最多 ${number(most)} 条。请明天再提，或改为署名。（仅在内存中计数，当天过后即清除。）`,
    })),
  "no-such-suggestion": () =>
    say({
      en: "There is no such suggestion at your site. A number looks like SG-12; a code has 16 letters and digits. All there are: /suggest list",
      "zh-CN": "本中心没有这条建议。编号形如 SG-12，查询码为 16 位字母和数字。查看全部：/suggest list",
    }),
  "other-site": () =>
    say({
      en: "That suggestion belongs to another site, and its colleagues decide on it.",
      "zh-CN": "该建议属于其他中心，由该中心的同事处理。",
    }),
  own: () => say({ en: "It is your own, so the others vote.", "zh-CN": "这是您本人的建议，由其他同事投票。" }),
  "reads-only": () => say({ en: "Auditors read and do not vote.", "zh-CN": "审计员仅可查看，不参与投票。" }),
  closed: ({ number, state }) =>
    say({
      en: `SG-${number} is ${stateNames[state]("en")}, so it cannot be changed any more. You can make a new one: /suggest`,
      "zh-CN": `SG-${number} 的状态为“${stateNames[state]("zh-CN")}”，不能再更改。可另提新建议：/suggest`,
    }),
  "own-decision": () =>
    say({
      en: "It is your own, so somebody else decides. Ask another supervisor or an admin.",
      "zh-CN": "这是您本人的建议，须由他人决定。请联系其他主管或管理员。",
    }),
  "not-yours-to-decide": () =>
    say({
      en: "Its owner, supervisors and admins of the site decide. If you want to look after it, ask one of them to make you its owner.",
      "zh-CN": "由负责人、本中心主管或管理员决定。如您愿意跟进，请他们指定您为负责人。",
    }),
  "reason-needed": () =>
    say({
      en: "That needs a reason, as people voted for it. Open the suggestion and press again.",
      "zh-CN": "须向支持者说明原因。请打开该建议重新操作。",
    }),
  "cannot-become": ({ number, state }) =>
    say({
      en: `SG-${number} is ${stateNames[state]("en")}, and that does not follow. Open it to see what can be done: /suggest SG-${number}`,
      "zh-CN": `SG-${number} 的状态为“${stateNames[state]("zh-CN")}”，不能这样变更。查看可选操作：/suggest SG-${number}`,
    }),
  "nothing-to-undo": () =>
    say({ en: "There is no step to undo. Nothing was changed.", "zh-CN": "没有可撤销的步骤，未做任何更改。" }),
  "too-late-to-undo": () =>
    say({
      en: "A step can be undone for 24 hours, which are over. What was decided stands; the idea can be suggested anew.",
      "zh-CN": "步骤仅可在 24 小时内撤销，现已超时，原决定保留。可重新提出该建议。",
    }),
  "not-yours-to-give": () =>
    say({
      en: "Leads, supervisors and admins of the site look after suggestions; supervisors and admins say who does.",
      "zh-CN": "建议由本中心班组长、主管或管理员跟进，由主管或管理员指定负责人。",
    }),
  "has-owner": ({ number }) =>
    say({
      en: `SG-${number} has an owner already. A supervisor or an admin can give it to you.`,
      "zh-CN": `SG-${number} 已有负责人。可请主管或管理员改由您跟进。`,
    }),
  "cannot-own": ({ name }) =>
    say({
      en: `${name} cannot look after it: it takes a lead, supervisor or admin who is at your site. Choose one of them.`,
      "zh-CN": `${name}不能担任负责人：须为本中心在职的班组长、主管或管理员。请另选一位。`,
    }),
  "not-the-author": () =>
    say({
      en: "Only its author can do that. If it is yours and anonymous, open it with its code: /suggest status CODE",
      "zh-CN": "只有提出人可以这样做。如是您的匿名建议，请凭查询码打开：/suggest status 查询码",
    }),
  "too-late-to-withdraw": ({ number, state }) =>
    say({
      en: `SG-${number} is ${stateNames[state]("en")}, so it cannot be withdrawn any more. Tell its owner what you think.`,
      "zh-CN": `SG-${number} 的状态为“${stateNames[state]("zh-CN")}”，不能再撤回。有想法请告诉负责人。`,
    }),
  "enough-added": () =>
    say(({ number }) => ({
      en: `${number(mostAdditions)} additions are the most. Make another suggestion for what is new: /suggest`,
      "zh-CN": `最多补充 ${number(mostAdditions)} 次。新的想法请另提建议：/suggest`,
    })),
};

/** The words of a refusal. */
export const refusalWords = (refusal: Refusal): Say =>
  // The table has words for each reason, for a refusal of just that reason.
  (refusals[refusal.why] as (refusal: Refusal) => Say)(refusal);
