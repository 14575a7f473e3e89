import { type Say, say } from "../../../kernel/locale.ts";
import { roleSay } from "../names.ts";
import type { SetRefusal } from "../setting.ts";
import type { SwapRefusal } from "../swapping.ts";
import { toldWords } from "./told.ts";

export type Refusal =
  | SetRefusal
  | SwapRefusal
  | { readonly why: "no-such-site"; readonly text: string; readonly known: readonly string[] };
type Why = Refusal["why"];
type Of<W extends Why> = Extract<Refusal, { why: W }>;

export const refusedTitle = say({ en: "That was not done", "zh-CN": "未执行" });

/** Why something about duties was not done, and what to do instead. */
const refusals: { readonly [W in Why]: (refusal: Of<W>) => Say } = {
  nobody: ({ say: why }) => why,
  several: ({ say: why }) => why,
  "not-linked": ({ say: why }) => why,
  "no-such-site": ({ text, known }) =>
    say(({ allOf }) => ({
      en: `There is no site “${text}”, and /oncall knows week, set, unset and swap. Sites: ${allOf(known)}.`,
      "zh-CN": `没有名为“${text}”的中心；/oncall 后可写 week、set、unset、swap。现有中心：${allOf(known)}。`,
    })),
  "no-such-role":
    ({ text, known }) =>
    (locale) => {
      const names = known.map((role) => roleSay(role)(locale));
      return say(({ anyOf }) => ({
        en: `There is no duty “${text}” at your site: write ${anyOf(names)}. Others are added in fairline.yaml.`,
        "zh-CN": `本中心没有值班岗位“${text}”，请写${anyOf(names)}。其他岗位可在 fairline.yaml 中添加。`,
      }))(locale);
    },
  "not-a-setter": () =>
    say({
      en: "Leads, supervisors and admins say who is on duty: ask yours. To have a duty of your own taken by somebody else: /oncall swap.",
      "zh-CN": "值班由班组长、主管或管理员安排，请联系他们。如想请人接自己的班：/oncall swap。",
    }),
  "not-your-role":
    ({ role }) =>
    (locale) =>
      say({
        en: `“${roleSay(role)("en")}” is set by supervisors and admins. Ask one of your site.`,
        "zh-CN": `“${roleSay(role)("zh-CN")}”由主管或管理员安排，请联系他们。`,
      })(locale),
  left: ({ name }) =>
    say({
      en: `${name} will have left by then. Choose somebody who is here.`,
      "zh-CN": `${name}届时已离职，请选择在职的同事。`,
    }),
  past: () =>
    say({
      en: "That is past already. Write “now” to begin at once, or a time that is still to come.",
      "zh-CN": "该时间已过。立即开始请写“现在”，否则请写之后的时间。",
    }),
  backwards: () =>
    say({
      en: "It would end before it begins. Write the day of the end too, such as 2026-03-10 08:00.",
      "zh-CN": "结束早于开始。请连同日期写明结束时间，例如 2026-03-10 08:00。",
    }),
  "too-long": ({ days }) =>
    say(({ number }) => ({
      en: `That is more than ${number(days)} days. Set it in parts, or put a rotation into fairline.yaml.`,
      "zh-CN": `超过 ${number(days)} 天。请分段安排，或在 fairline.yaml 中设置轮值。`,
    })),
  "on-leave": ({ name, on }) =>
    say(({ day }) => ({
      en: `${name} is on leave on ${day(on)}. Choose somebody else, or other days.`,
      "zh-CN": `${name}${day(on)}休假。请选择其他同事或其他日期。`,
    })),
  gone: () =>
    say({ en: "That does not stand any more. Nothing was changed.", "zh-CN": "该安排已不存在，未做任何更改。" }),
  over: () => say({ en: "That duty is over, so it stays on record.", "zh-CN": "该值班已结束，保留记录。" }),
  imported: () =>
    say({
      en: "That duty came with a file. Set somebody over it with /oncall set, or have the import taken back.",
      "zh-CN": "该值班来自导入文件。可用 /oncall set 另行安排，或撤销该次导入。",
    }),
  yourself: () => say({ en: "A duty goes to somebody else. Who could take it?", "zh-CN": "请选择其他同事接班。" }),
  "no-duty": ({ mine }) =>
    mine.length === 0
      ? say({
          en: "You have no duty within 14 days, so there is none to offer.",
          "zh-CN": "您 14 天内没有值班，无需请人接班。",
        })
      : say({
          en: "You have no duty at that time. Yours begin:",
          "zh-CN": "您在该时间没有值班。您的值班开始于：",
        }),
  begun: () =>
    say({
      en: "That duty has begun, so it cannot be swapped any more. A lead or supervisor can set somebody else: /oncall set.",
      "zh-CN": "该值班已开始，无法再换班。班组长或主管可另行安排：/oncall set。",
    }),
  "not-of-role":
    ({ name, role }) =>
    (locale) =>
      say({
        en: `${name} has never had the duty “${roleSay(role)("en")}”. Ask somebody who has, or a lead or supervisor.`,
        "zh-CN": `${name}没有值过“${roleSay(role)("zh-CN")}”。请找值过该岗位的同事、班组长或主管。`,
      })(locale),
  away: ({ name, on }) =>
    say(({ day }) => ({
      en: `${name} is away on ${day(on)}, so the duty stays as it is.`,
      "zh-CN": `${name}${day(on)}不在岗，值班不变。`,
    })),
  "offered-already": () =>
    say({
      en: "You have offered that duty already. Take that offer back first.",
      "zh-CN": "该值班您已请人接班，请先撤回之前的请求。",
    }),
  "not-yours": () =>
    say({
      en: "Only the two whom it is between can answer. Nothing was changed.",
      "zh-CN": "只有换班双方可以操作，未做任何更改。",
    }),
  "not-theirs-now": () =>
    say({
      en: "The duty has gone to somebody else meanwhile, so there is nothing to take. See /oncall week.",
      "zh-CN": "该值班期间已另行安排，无法接班。请查看 /oncall week。",
    }),
  settled: ({ state }) => toldWords.ended[state],
};

/** The words of a refusal. */
export const refusalWords = (refusal: Refusal): Say =>
  // The table has words for each reason, for a refusal of just that reason.
  (refusals[refusal.why] as (refusal: Refusal) => Say)(refusal);
