import { type Say, say } from "../../../kernel/locale.ts";
import type { DecideRefusal } from "../deciding.ts";
import type { ReadRefusal } from "../reading.ts";
import { noForgiving } from "../rules.ts";

export type Refusal = DecideRefusal | ReadRefusal;
type Why = Refusal["why"];
type Of<W extends Why> = Extract<Refusal, { why: W }>;

export const refusedTitle = say({ en: "That was not done", "zh-CN": "未执行" });

/** Why something about an award was not done, and what to do instead. */
const refusals: { readonly [W in Why]: (refusal: Of<W>) => Say } = {
  "no-such-award": () =>
    say({
      en: "There is no such award at your site. See those that there are with /award.",
      "zh-CN": "本中心没有该奖项。可用 /award 查看现有奖项。",
    }),
  "not-yours-to-see": () =>
    say({
      en: "This award is open to who decides on it, once given also to the leads of your site. See yours with /award.",
      "zh-CN": "该奖项仅有权确认的人可见，颁发后本中心班组长可见。可用 /award 查看您有权查看的奖项。",
    }),
  decided: () =>
    say({
      en: "It is decided already, so nothing was done a second time. This is how it stands.",
      "zh-CN": "该奖项已有决定，未重复执行。当前情况如下。",
    }),
  changed: () =>
    say({
      en: "It was changed since you looked, so nothing is posted yet. Look at it once more, then decide.",
      "zh-CN": "在您查看之后内容有变动，因此尚未公布。请再核对一次后决定。",
    }),
  own: () =>
    say({
      en: "Nobody decides on an award of their own or their own team's. Another lead or your supervisor does it.",
      "zh-CN": "不能确认授予本人或本人所在班组的奖项，请由其他班组长或主管确认。",
    }),
  "not-yours": () =>
    say({
      en: "This award is for the winners' leads and the supervisors of the site to decide. See what waits for you with /award.",
      "zh-CN": "该奖项由获奖者的班组长和本中心主管确认。可用 /award 查看待您确认的提名。",
    }),
  "not-decided": () =>
    say({
      en: "It waits to be decided, so there is nothing to take back. This is how it stands.",
      "zh-CN": "该奖项尚待确认，无可撤回。当前情况如下。",
    }),
  "not-your-decision": () =>
    say({
      en: "Only who decided can take it back. Ask them, or your supervisor.",
      "zh-CN": "只有作出决定的人可以撤回，请联系本人或主管。",
    }),
  "too-late": () =>
    say({
      en: "It was decided more than ten minutes ago, and what was given stands. If it was wrong, give another with a word of explanation.",
      "zh-CN": "决定已超过十分钟，已颁发的奖项不再撤回。如确有错误，请另行说明。",
    }),
  forgives: () => noForgiving,
  "not-found": ({ say: said }) => said,
  "has-left": ({ name }) =>
    say({
      en: `${name} is no longer with your site. Choose somebody who is.`,
      "zh-CN": `${name}已离开本中心，请选择在职同事。`,
    }),
  "not-an-agent": ({ name }) =>
    say({
      en: `Agents win awards, and nobody who audits: ${name} cannot. Choose an agent.`,
      "zh-CN": `奖项仅授予坐席，且不授予审计人员。${name}不符合条件，请改选坐席。`,
    }),
  "not-of-team": ({ name, team }) =>
    say({
      en: `This award is won within ${team}, and ${name} did not sit there. Choose an agent of ${team}.`,
      "zh-CN": `该奖项在${team}内评选，${name}当时不在该班组。请选择${team}的坐席。`,
    }),
  "not-a-winner": () =>
    say({
      en: "Only a winner of this award can be replaced. Name one of those it shows, or leave it empty to give it to one more.",
      "zh-CN": "只能替换该奖项的获奖者。请填写其中一位，或留空以增授。",
    }),
  "wins-already": () =>
    say({
      en: "They win this award already. Confirm it as it is, or choose somebody else.",
      "zh-CN": "该人选已在获奖名单中。请直接确认，或另选他人。",
    }),
  "no-such-team": ({ text, names }) =>
    say(({ anyOf }) => ({
      en: `Your site has no team “${text}”. It has ${anyOf(names)}.`,
      "zh-CN": `本中心没有名为“${text}”的班组。可选：${anyOf(names)}。`,
    })),
  "of-teams": () =>
    say({ en: "This award goes to a team. Name a team instead.", "zh-CN": "该奖项授予班组，请填写班组。" }),
  "not-of-teams": () =>
    say({ en: "This award goes to a person. Name a person instead.", "zh-CN": "该奖项授予个人，请填写人员。" }),
};

/** The words of a refusal. */
export const refusalWords = (refusal: Refusal): Say =>
  // The table has words for each reason, for a refusal of just that reason.
  (refusals[refusal.why] as (refusal: Refusal) => Say)(refusal);
