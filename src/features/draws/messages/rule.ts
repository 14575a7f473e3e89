import { type Say, say } from "../../../kernel/locale.ts";
import type { Name } from "../domain.ts";
import type { Eligibility } from "../rules.ts";

type By = Eligibility["conditions"][number]["by"];

/** What a condition goes by; in points unless its unit says per cent, seconds or a count. */
const names: Readonly<Record<By, { readonly name: Say; readonly unit?: "%" | "s" | "count" }>> = {
  score: { name: say({ en: "score", "zh-CN": "成绩" }) },
  volume: { name: say({ en: "volume", "zh-CN": "话务量" }), unit: "count" },
  "handle-time": { name: say({ en: "handle time", "zh-CN": "平均处理时长" }), unit: "s" },
  quality: { name: say({ en: "quality", "zh-CN": "质检" }) },
  training: { name: say({ en: "training", "zh-CN": "培训" }) },
  attendance: { name: say({ en: "attendance", "zh-CN": "出勤" }), unit: "%" },
  csat: { name: say({ en: "satisfaction", "zh-CN": "满意度" }), unit: "%" },
  "first-contact-resolution": {
    name: say({ en: "first-contact resolution", "zh-CN": "首次解决率" }),
    unit: "%",
  },
  "service-level": { name: say({ en: "service level", "zh-CN": "服务水平" }), unit: "%" },
  occupancy: { name: say({ en: "occupancy", "zh-CN": "工时利用率" }), unit: "%" },
  "abandon-rate": { name: say({ en: "abandon rate", "zh-CN": "放弃率" }), unit: "%" },
  "team-result": { name: say({ en: "team result", "zh-CN": "班组成绩" }) },
  evaluations: { name: say({ en: "evaluations made", "zh-CN": "质检量" }), unit: "count" },
  agreement: { name: say({ en: "agreement", "zh-CN": "校准一致性" }) },
  overturns: { name: say({ en: "overturned", "zh-CN": "改判率" }), unit: "%" },
};

/** A value as a condition speaks of it. */
const amount = (by: By, value: number): Say => {
  const after = { "%": say({ en: " %", "zh-CN": "%" }), s: say({ en: " s", "zh-CN": " 秒" }), count: () => "" };
  const { unit } = names[by];
  const ending = unit === undefined ? say({ en: "", "zh-CN": " 分" }) : after[unit];
  return say(({ number }) => ({
    en: `${number(value, 2)}${ending("en")}`,
    "zh-CN": `${number(value, 2)}${ending("zh-CN")}`,
  }));
};

const atLeast = ({ by, atLeast: least, minimumN }: Eligibility["conditions"][number]): Say =>
  say(({ number }) => ({
    en: `${names[by].name("en")} of at least ${amount(by, least)("en")}${minimumN > 1 ? ` from ${number(minimumN)} results or more` : ""}`,
    "zh-CN": `${names[by].name("zh-CN")}不低于 ${amount(by, least)("zh-CN")}${minimumN > 1 ? `（样本不少于 ${number(minimumN)}）` : ""}`,
  }));

const inChinese = (awards: readonly Name[]) => awards.map((award) => award["zh-CN"]).join("、");

/** The rule of a draw in words. */
export const ruleWords = {
  atLeast,
  month: (day: string) =>
    say(({ month }) => ({ en: `It goes by ${month(day)}.`, "zh-CN": `以${month(day)}的数据为准。` })),
  everybody: say({ en: "everybody of the site", "zh-CN": "本中心全体人员" }),
  awards: (awards: readonly Name[]) =>
    say(({ anyOf }) => ({
      en: `holders of the award ${anyOf(awards.map(({ en }) => en))}`,
      "zh-CN": `获得过以下奖项之一：${inChinese(awards)}`,
    })),
  noWin: (days: number) =>
    say(({ number }) => ({
      en: `no win in a draw within ${number(days)} days`,
      "zh-CN": `${number(days)} 天内未在抽奖中中奖`,
    })),
  never: say({
    en: "Whoever made the draw, auditors and people who have left never take part.",
    "zh-CN": "抽奖发起人、审计人员和已离职人员不参加。",
  }),
  oneTicket: say({ en: "one each", "zh-CN": "每人一张" }),
  tickets: (perAward: number, perKudos: number, cap: number) =>
    say(({ number }) => {
      const en = [
        ...(perAward > 0 ? [`${number(perAward)} more for each award`] : []),
        ...(perKudos > 0 ? [`${number(perKudos)} more for each kudos`] : []),
      ];
      const zh = [
        ...(perAward > 0 ? [`每获一个奖项加 ${number(perAward)} 张`] : []),
        ...(perKudos > 0 ? [`每收到一次点赞加 ${number(perKudos)} 张`] : []),
      ];
      return {
        en: `one each, ${en.join(", ")}, at most ${number(cap)}`,
        "zh-CN": `每人一张，${zh.join("，")}，最多 ${number(cap)} 张`,
      };
    }),

  notHere: say({ en: "you are not on the roster of this site", "zh-CN": "您不在本中心名册中" }),
  organiser: say({
    en: "you made this draw, and whoever makes one never wins in it",
    "zh-CN": "您是抽奖发起人，不参加本次抽奖",
  }),
  auditor: say({
    en: "auditors check draws and win nothing in them; you can add a number of your own",
    "zh-CN": "审计人员负责核验，不参加抽奖；您可以加入自己的号码",
  }),
  wonLately: (days: number) =>
    say(({ number }) => ({
      en: `you won a draw in the last ${number(days)} days`,
      "zh-CN": `您在最近 ${number(days)} 天内已中过奖`,
    })),
  noAward: (awards: readonly Name[]) =>
    say(({ anyOf }) => ({
      en: `it is for holders of the award ${anyOf(awards.map(({ en }) => en))} that month`,
      "zh-CN": `仅限当月获得以下奖项之一的人员：${inChinese(awards)}`,
    })),
  missed: (condition: Eligibility["conditions"][number], value: number | undefined) =>
    say(() => ({
      en: `it needs ${atLeast(condition)("en")}; ${value === undefined ? "you have too few results so far" : `yours is ${amount(condition.by, value)("en")}`}`,
      "zh-CN": `要求${atLeast(condition)("zh-CN")}；${value === undefined ? "您的数据还不够" : `您目前为 ${amount(condition.by, value)("zh-CN")}`}`,
    })),
} as const;
