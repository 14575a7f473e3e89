import { type Locale, type Say, say } from "../../../kernel/locale.ts";
import type { DraftRefusal } from "../drafting.ts";
import type { ReadRefusal } from "../reading.ts";
import type { StartRefusal } from "../starting.ts";

export type Refusal = StartRefusal | DraftRefusal | ReadRefusal;
type Why = Refusal["why"];
type Of<W extends Why> = Extract<Refusal, { why: W }>;
/** The names of a form's items in the reader's language. */
type NameOf = (item: string, locale: Locale) => string;

/** What is said above a refusal. */
export const refusedTitle = say({ en: "That was not done", "zh-CN": "未执行" });
export const hiddenTitle = say({ en: "I cannot show that", "zh-CN": "无法显示" });

const purged = ({ contact }: { readonly contact: string }) =>
  say({
    en: `The recording of contact ${contact} has been purged, so nobody could check what is marked. Choose a more recent contact.`,
    "zh-CN": `通话 ${contact} 的录音已清除，评分无法核对。请选择较近的通话。`,
  });

/** Why something about an evaluation was not done, and what to do instead. */
const refusals: { readonly [W in Why]: (refusal: Of<W>, nameOf: NameOf) => Say } = {
  "own-contact": () =>
    say({
      en: "Nobody evaluates their own contacts. Ask another member of quality staff to do it.",
      "zh-CN": "不能给自己的通话评分，请由其他质检人员评估。",
    }),
  "no-such-person": () =>
    say({
      en: "That person is not on the roster of your site. Ask an admin if they should be.",
      "zh-CN": "本中心名册中没有此人。如有误，请联系管理员。",
    }),
  "no-forms": () =>
    say({
      en: "Your site has no evaluation form yet. An admin adds one to fairline.yaml and applies it.",
      "zh-CN": "本中心还没有评分表。请管理员在 fairline.yaml 中添加并应用。",
    }),
  "no-form": ({ project }) =>
    say({
      en: `No evaluation form is meant for the project ${project}. An admin adds the project to a form in fairline.yaml and applies it.`,
      "zh-CN": `没有适用于项目“${project}”的评分表。请管理员在 fairline.yaml 的评分表中加入该项目并应用。`,
    }),
  "no-such-form": () =>
    say({
      en: "That form is not meant for this contact, or no longer in use. Choose the contact once more.",
      "zh-CN": "该评分表不适用于这通电话，或已停用。请重新选择通话。",
    }),
  purged,
  "all-purged": ({ name }) =>
    say({
      en: `The recordings of ${name}'s contacts from that time have been purged, so nobody could check what is marked. Choose a more recent day.`,
      "zh-CN": `${name}在该时段的录音均已清除，评分无法核对。请选择较近的日期。`,
    }),
  "no-contacts": ({ name }) =>
    say({
      en: `${name} has no answered contact from that time that was not evaluated yet. Name another day, or see whether the contacts were imported.`,
      "zh-CN": `${name}在该时段没有尚未评估的已接通话。请换一个日期，或确认通话数据是否已导入。`,
    }),
  "no-such-contact": ({ name }) =>
    say({
      en: `${name} has no such contact to evaluate: it was evaluated already, or is more than 14 days old. For an older one, name its day.`,
      "zh-CN": `${name}没有这通可评估的电话：可能已评过，或已超过 14 天。较早的通话请注明日期。`,
    }),

  gone: () =>
    say({
      en: "This draft is not there any more: it was published or thrown away. Nothing was done a second time.",
      "zh-CN": "该草稿已不存在，可能已发布或已丢弃。未重复执行任何操作。",
    }),
  "not-your-draft": () =>
    say({
      en: "Only who began a draft can see and change it. Begin your own with /evaluate.",
      "zh-CN": "只有草稿的创建者才能查看和修改。请用 /evaluate 自行评分。",
    }),
  "not-on-form": () =>
    say({
      en: "The form has no such mark. Nothing was changed; choose one from the menu.",
      "zh-CN": "评分表中没有这个分值，未做任何更改。请从菜单中选择。",
    }),
  "mark-first":
    ({ item }, nameOf) =>
    (locale) =>
      say({
        en: `Mark “${nameOf(item, "en")}” first; then say why.`,
        "zh-CN": `请先为“${nameOf(item, "zh-CN")}”评分，再写评语。`,
      })(locale),
  unmarked: ({ items }, nameOf) =>
    say(({ allOf, number }) => ({
      en: `Not published yet: ${number(items.length)} ${items.length === 1 ? "item lacks its mark" : "items lack their marks"}: ${allOf(items.map((item) => nameOf(item, "en")))}. This is the page of the first.`,
      "zh-CN": `尚未发布：还有 ${number(items.length)} 项未评分：${allOf(items.map((item) => nameOf(item, "zh-CN")))}。已转到第一个未评项目所在页。`,
    })),
  "nothing-applies": () =>
    say({
      en: "No item applies, so there is nothing to publish. Mark at least one item, or throw the draft away.",
      "zh-CN": "所有项目均为不适用，无法发布。请至少为一项评分，或丢弃草稿。",
    }),
  "evaluated-already": ({ number }) =>
    say({
      en: `This contact was evaluated already: see ${number}. It does not count twice, so yours is not published. Throw this draft away and choose another contact.`,
      "zh-CN": `这通电话已有同类评分 ${number}，同一通电话不重复计分，因此您的评分未发布。请丢弃此草稿，另选一通电话。`,
    }),
  changed: () =>
    say({
      en: "It was changed since you looked, so it is not published yet. Look at it once more, then publish.",
      "zh-CN": "在您查看之后内容有变动，因此尚未发布。请再核对一次后发布。",
    }),

  "not-yours-to-read": ({ name }) =>
    say({
      en: `Evaluations of ${name} are open to ${name}, their team lead, and supervisors and quality staff of their site. Ask one of them.`,
      "zh-CN": `${name}的质检评分仅本人、其班组长以及本中心的主管和质检可见，请向他们了解。`,
    }),
  "no-such-evaluation": () =>
    say({
      en: "There is no such evaluation any more: it may have been taken back with the file it came with. See those that there are with /evaluations.",
      "zh-CN": "该质检评分已不存在，可能已随导入文件撤回。可用 /evaluations 查看现有评分。",
    }),
  "not-called-so": ({ text }) =>
    say({
      en: `There is no evaluation “${text}”. See the numbers of yours with /evaluations.`,
      "zh-CN": `没有编号为“${text}”的质检评分。可用 /evaluations 查看您的评分编号。`,
    }),
  "not-yours": ({ number }) =>
    say({
      en: `${number} is an evaluation of somebody else, and only they can acknowledge it.`,
      "zh-CN": `${number} 是他人的质检评分，只能由本人确认。`,
    }),
  calibration: () =>
    say({
      en: "That one compares scorers with each other; it counts for nothing and needs no acknowledgement.",
      "zh-CN": "该评分仅用于评分人之间的校准，不计入成绩，无需确认。",
    }),
  "nothing-new": () =>
    say({
      en: "You have acknowledged all of your evaluations. See them with /evaluations.",
      "zh-CN": "您的质检评分均已确认。可用 /evaluations 查看。",
    }),
};

/** The words of a refusal. */
export const refusalWords = (refusal: Refusal, nameOf: NameOf): Say =>
  // The table has words for each reason, for a refusal of just that reason.
  (refusals[refusal.why] as (refusal: Refusal, nameOf: NameOf) => Say)(refusal, nameOf);
