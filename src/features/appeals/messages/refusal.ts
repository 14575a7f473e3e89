import { type Say, say } from "../../../kernel/locale.ts";
import { overall } from "../../evaluations/index.ts";
import type { ActRefusal, NotFound } from "../card.ts";
import type { FilingRefusal } from "../filing.ts";
import type { ReadRefusal } from "../read-challenges.ts";
import { type Act, notNow } from "./not-now.ts";

/** Why an appeal was not filed. */
export type FileRefusal = FilingRefusal | NotFound | ReadRefusal;

/** What the words of a refusal name, and what was tried. */
type Names = {
  readonly item: (id: string) => string;
  readonly person: (id: string) => string;
  readonly act?: Act | undefined;
};

type Worded<R extends { readonly why: string }> = {
  readonly [W in R["why"]]: (refusal: Extract<R, { why: W }>, names: Names) => Say;
};

export const refusedTitle = say({ en: "That was not done", "zh-CN": "未执行" });
export const notFiledTitle = say({ en: "Your appeal is not filed yet", "zh-CN": "申诉尚未提交" });
export const yours = say({
  en: "This is what you wrote, so that nothing is lost:",
  "zh-CN": "以下是您填写的内容，以免丢失：",
});

/** What leads on from a refusal. */
export const onward = {
  openFirst: (number: number) => say({ en: `Open appeal ${number}`, "zh-CN": `打开申诉 ${number}` }),
  lookAgain: say({ en: "Look at it as it is now", "zh-CN": "查看最新的评分" }),
  tryAgain: say({ en: "Fill in the form again", "zh-CN": "重新填写" }),
  list: say({ en: "What you can appeal: ", "zh-CN": "查看可申诉的评分：" }),
  status: say({ en: "Your appeals: ", "zh-CN": "查看我的申诉：" }),
} as const;

const short = (min: number, length: number) =>
  say(({ number }) => ({
    en: `The reason needs ${number(min)} characters at least, so that others can follow it; this one has ${number(length)}. Say what happened, and where it can be heard.`,
    "zh-CN": `理由至少需要 ${number(min)} 个字符，以便他人了解情况；目前为 ${number(length)} 个。请说明当时的情况，以及录音中的位置。`,
  }));
const long = (max: number, length: number) =>
  say(({ number }) => ({
    en: `At most ${number(max)} characters fit; this has ${number(length)}. Put the rest into a file or behind a link.`,
    "zh-CN": `最多 ${number(max)} 个字符，目前为 ${number(length)} 个。其余内容可放在文件或链接中。`,
  }));
const badPoints = ({ item, points }: { readonly item: string; readonly points: number }, names: Names) =>
  say(({ number }) =>
    item === overall
      ? {
          en: `An evaluation without items can have any number of points from 0 to 100, but not ${number(points, 2)}. Write the points that it should have.`,
          "zh-CN": `没有分项的质检评分可为 0 到 100 之间的任意数值，不能为 ${number(points, 2)} 分。请填写应得的分数。`,
        }
      : {
          en: `“${names.item(item)}” cannot have ${number(points, 2)} points. Look at the item for what it can have: whole points up to its most, or a step of its scale.`,
          "zh-CN": `“${names.item(item)}”不能得 ${number(points, 2)} 分。请查看该项目可得的分数：不超过满分的整数，或量表中的分档。`,
        },
  );

const notFound: Worded<NotFound> = {
  "no-such-evaluation": ({ text }) =>
    say({
      en: `There is no evaluation or recording “${text}” at your site, or it was taken back. Please check the number, or choose from your list.`,
      "zh-CN": `本中心没有编号为“${text}”的质检评分或录音，或已被撤销。请核对编号，或从列表中选择。`,
    }),
  "no-such-appeal": () =>
    say({
      en: "There is no such appeal that you have a part in. Please check its number, or choose from your list.",
      "zh-CN": "没有与您相关的这份申诉。请核对编号，或从列表中选择。",
    }),
};

/** Why an appeal was not filed, and what to do instead. */
const filing: Worded<FileRefusal> = {
  ...notFound,
  "not-yours": () =>
    say({
      en: "This is somebody else's evaluation, and only they can appeal it. If you think it is wrong, tell them or their lead.",
      "zh-CN": "这不是您的质检评分，只有本人可以申诉。如您认为有误，请告知本人或其班组长。",
    }),
  "nothing-challenged": () =>
    say({
      en: "No item was named. Write at least one with the points that you propose, such as greeting=10.",
      "zh-CN": "未填写任何项目。请至少写明一个项目和应得分数，例如 greeting=10。",
    }),
  "which-item": () =>
    say({
      en: "This evaluation has several items, so say which one the points are for, such as greeting=10 or 2=10.",
      "zh-CN": "该评分有多个项目，请写明分数对应的项目，例如 greeting=10 或 2=10。",
    }),
  "no-such-item": ({ item }) =>
    say({
      en: `There is no item “${item}” on this evaluation's form. Write an item by its name, its id or its place.`,
      "zh-CN": `该质检评分的评分表中没有“${item}”这一项。请用项目名称、编号或序号填写。`,
    }),
  "not-applicable": ({ item }, names) =>
    say({
      en: `“${names.item(item)}” was marked as not applying, so it has no points to appeal. Choose another item.`,
      "zh-CN": `“${names.item(item)}”标为不适用，没有可申诉的分数。请选择其他项目。`,
    }),
  "no-such-points": badPoints,
  "not-more": ({ item, points }, names) =>
    say(({ number }) => ({
      en: `“${names.item(item)}” has ${number(points, 2)} points already. An appeal asks for more than that: write the points that you think it earns.`,
      "zh-CN": `“${names.item(item)}”已有 ${number(points, 2)} 分，申诉的分数须高于此。请填写您认为应得的分数。`,
    })),
  duplicate: ({ item, first }, names) =>
    say({
      en: `“${names.item(item)}” is under appeal already, in appeal ${first}. One open appeal per item is enough; there you can follow it.`,
      "zh-CN": `“${names.item(item)}”已在申诉 ${first} 中处理，每个项目同时只能有一份申诉。可打开查看进展。`,
    }),
  "heard-twice": ({ item, number }, names) =>
    say({
      en: `“${names.item(item)}” was heard twice, the second time in appeal ${number}. That decision is the last one; your lead can explain it to you.`,
      "zh-CN": `“${names.item(item)}”已申诉两次，第二次为申诉 ${number}，该裁定为最终裁定。如有疑问，可请班组长说明。`,
    }),
  denied: ({ item, number }, names) =>
    say({
      en: `“${names.item(item)}” was in appeal ${number}, which came late and was not let be heard, so it is not heard again. It cost nothing to have asked; your lead or a supervisor can explain why.`,
      "zh-CN": `“${names.item(item)}”已在申诉 ${number} 中提出，该申诉逾期且未获例外批准，因此不再受理。提出申请不会对您有任何影响；如有疑问，可请班组长或主管说明。`,
    }),
  "nothing-new": ({ item, number }, names) =>
    say({
      en: `“${names.item(item)}” was decided in appeal ${number}. It is heard once more only on new evidence: add a link or a file.`,
      "zh-CN": `“${names.item(item)}”已由申诉 ${number} 裁定。再次申诉需要新的证据，请附链接或文件。`,
    }),
  "mixed-levels": () =>
    say({
      en: "Some of these items were decided before and others were not, so they cannot be heard together. File them one after the other.",
      "zh-CN": "这些项目中有的已裁定，有的尚未申诉，不能一并处理，请分别提交。",
    }),
  "reason-too-short": ({ min, length }) => short(min, length),
  "reason-too-long": ({ max, length }) => long(max, length),
  calibration: () =>
    say({
      en: "This was a calibration: it trains scorers and counts for nobody, so there is nothing to appeal.",
      "zh-CN": "这是校准评分，仅用于统一评分标准，不计入任何人的成绩，无需申诉。",
    }),
  restated: ({ revision }) =>
    say({
      en: `The evaluation was corrected since you looked at it; revision ${revision} counts now. Look at it first: what you wanted may be done already.`,
      "zh-CN": `在您查看之后，该质检评分已更正，现为第 ${revision} 版。请先查看，您申诉的内容可能已更正。`,
    }),
};

/** Why somebody's act was not done, and what to do instead. */
const acting: Worded<ActRefusal> = {
  ...notFound,
  "not-now": ({ state }, { act }) => notNow(state, act),
  "not-yours": () =>
    say({
      en: "Only the one whom it is about can do that. You can read the appeal, as far as you may see it.",
      "zh-CN": "只有当事人可以这样做。您可以在权限范围内查看此申诉。",
    }),
  "not-your-turn": ({ whose }, names) =>
    say({
      en:
        whose === undefined
          ? "This is for those who hold the office now, and you are not one of them."
          : `This is with ${names.person(whose)} now. If they are away, it passes on by itself when the time is over.`,
      "zh-CN":
        whose === undefined
          ? "此操作由现任负责人处理，您不在其中。"
          : `此申诉目前由${names.person(whose)}处理。如其不在，到期后会自动进入下一步。`,
    }),
  "returned-once": () =>
    say({
      en: "The agent was asked once already, and that is all. Please pass it to the panel.",
      "zh-CN": "已请坐席补充过一次，不能再次询问。请转交评审组。",
    }),
  "too-short": ({ min, length }) =>
    say(({ number }) => ({
      en: `Write ${number(min)} characters at least, so that others can follow it; this has ${number(length)}.`,
      "zh-CN": `至少需要 ${number(min)} 个字符，以便他人理解；目前为 ${number(length)} 个。`,
    })),
  "too-long": ({ max, length }) => long(max, length),
  "stated-already": () =>
    say({
      en: "You have stated your grounds already, and the panel reads them as they are.",
      "zh-CN": "您已说明过评分依据，评审组将以此为准。",
    }),
  "agent-cannot-vote": () =>
    say({
      en: "It is your own appeal, so you do not vote on it: three others do. You can add what you are asked for.",
      "zh-CN": "这是您本人的申诉，您不能参与评审，由另外三人评审。如被询问，您可以补充材料。",
    }),
  "scorer-cannot-vote": () =>
    say({
      en: "You scored this, so you do not sit on the panel. You may state your grounds instead.",
      "zh-CN": "此项由您评分，因此不能参与评审。您可以说明评分依据。",
    }),
  "not-on-panel": ({ passedTo }, names) =>
    say({
      en:
        passedTo === undefined
          ? "You do not sit on this panel, so you have no vote here."
          : `Your time was over, and your seat has passed to ${names.person(passedTo)}, who votes now.`,
      "zh-CN":
        passedTo === undefined
          ? "您不是此案的评审，不能评分。"
          : `您的评审时限已过，席位已转给${names.person(passedTo)}，由其评分。`,
    }),
  "no-longer-in-office": () =>
    say({
      en: "You hold the seat, but not the role for it any more, so your vote cannot count. The seat passes on when its time is over; if your role is wrong, ask an admin.",
      "zh-CN": "您已不再担任该席位所需的职务，评分无法计入。席位到期后会转给他人；如职务信息有误，请联系管理员。",
    }),
  "not-challenged": ({ item }, names) =>
    say({
      en: `“${names.item(item)}” is not challenged in this appeal. Score one of the items that are.`,
      "zh-CN": `本申诉未涉及“${names.item(item)}”，请为申诉项目评分。`,
    }),
  "voted-twice": ({ item }, names) =>
    say({
      en: `You have scored “${names.item(item)}” already, and each of the panel votes once. Your first vote stands.`,
      "zh-CN": `您已为“${names.item(item)}”评过分，每位评审只能评一次，以第一次为准。`,
    }),
  "no-such-points": badPoints,
  "more-without-error": () =>
    say({
      en: "More points than before mean that something was wrong: say whether it was the scorer, the rule or the system. Where nothing was wrong, the points stay.",
      "zh-CN": "评分高于原分，说明存在差错：请选择评分有误、标准不明确或系统原因。如评分无误，应维持原分。",
    }),
  "reason-too-short": ({ min, length }) => short(min, length),
  "reason-too-long": ({ max, length }) => long(max, length),
};

export const fileRefusalWords = (refusal: FileRefusal, names: Names): Say =>
  // The table has words for each reason, for a refusal of just that reason.
  (filing[refusal.why] as (refusal: FileRefusal, names: Names) => Say)(refusal, names);

export const actRefusalWords = (refusal: ActRefusal, names: Names): Say =>
  (acting[refusal.why] as (refusal: ActRefusal, names: Names) => Say)(refusal, names);
