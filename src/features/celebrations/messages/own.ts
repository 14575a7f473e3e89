import { type Say, say } from "../../../kernel/locale.ts";
import type { LocalDate } from "../../../kernel/time.ts";
import type { BirthdayPrivacy } from "../../people/index.ts";
import type { YearDayRefusal } from "../year-day.ts";
import { dayOfWeek, leapDayName } from "./days.ts";

export const privacyNames = {
  public: say({ en: "Everybody", "zh-CN": "所有人" }),
  team: say({ en: "My team", "zh-CN": "仅本班组" }),
  none: say({ en: "Nobody", "zh-CN": "不公开" }),
} satisfies Record<BirthdayPrivacy, Say>;

const notADay: Readonly<Record<YearDayRefusal["why"], (value: string) => Say>> = {
  unread: (value) =>
    say({
      en: `I cannot read “${value}” as a day. Write the day and the month, such as 29 February or 02-29.`,
      "zh-CN": `无法识别“${value}”。请填写月和日，例如 2月29日 或 02-29。`,
    }),
  impossible: (value) =>
    say({
      en: `There is no such day as “${value}”. Please check the day and the month.`,
      "zh-CN": `没有“${value}”这一天，请检查月和日。`,
    }),
  "with-year": () =>
    say({
      en: "Only the day and the month, please: the year is not kept, and nobody needs to know it. For instance 29 February.",
      "zh-CN": "只需填写月和日，不需要年份，系统也不保存。例如 2月29日。",
    }),
};

/** What `/birthday` says. */
export const ownWords = {
  setSummary: say({ en: "Set your birthday", "zh-CN": "填写您的生日" }),
  clearSummary: say({ en: "Remove your birthday", "zh-CN": "清除您的生日" }),
  privacySummary: say({ en: "Choose who hears of your birthday", "zh-CN": "选择谁能知道您的生日" }),
  leapSummary: say({ en: "Choose where 29 February is kept", "zh-CN": "选择平年在哪天过生日" }),
  restoreSummary: say({ en: "Put your birthday back", "zh-CN": "恢复您的生日" }),
  day: say({ en: "Day and month", "zh-CN": "月和日" }),
  dayHint: say({ en: "Such as 29 February or 02-29; no year", "zh-CN": "例如 2月29日 或 02-29，不填年份" }),
  notADay,
  who: say({ en: "Who hears of it", "zh-CN": "谁能知道" }),
  whoHint: say({
    en: "My team: colleagues of your team are told by direct message",
    "zh-CN": "仅本班组：以私信告知同班组同事",
  }),

  title: say({ en: "Your birthday", "zh-CN": "您的生日" }),
  birthday: say({ en: "Birthday", "zh-CN": "生日" }),
  notKept: say({ en: "not known", "zh-CN": "未填写" }),
  toSet: say({ en: "To be greeted, tell it with ", "zh-CN": "想收到祝福，请填写：" }),
  otherYears: say({ en: "In years without it", "zh-CN": "平年" }),
  leapButton: (leapDay: string): Say => {
    return (locale) =>
      say({ en: `Keep it on ${leapDayName(leapDay, locale)}`, "zh-CN": `平年在${leapDayName(leapDay, locale)}过` })(
        locale,
      );
  },
  whichDay: say({
    en: "Most years have no 29 February. On which day shall it be kept then?",
    "zh-CN": "多数年份没有 2 月 29 日，平年想在哪天过生日？",
  }),
  next: say({ en: "Next greeting", "zh-CN": "下次祝福" }),
  nextOn: (on: LocalDate): Say => {
    return (locale) => dayOfWeek(on, locale);
  },
  hears: {
    public: (site: string) =>
      say({ en: `Everybody at ${site}, in its channel`, "zh-CN": `${site}的所有人（发在中心频道）` }),
    team: (team: string) => say({ en: `${team} alone, by direct message`, "zh-CN": `仅${team}（以私信告知）` }),
    noTeam: say({
      en: "Your team alone; you are in none now, so nobody hears of it",
      "zh-CN": "仅本班组；您目前不在任何班组，因此不会发布",
    }),
    none: say({
      en: "Nobody: no post, no card, and no work anniversary either",
      "zh-CN": "不公开：不发祝福、不做贺卡，也不发入职周年",
    }),
  } satisfies Record<string, Say | ((name: string) => Say)>,
  usual: say({ en: " (what is usual here)", "zh-CN": "（本中心默认）" }),
  tellButton: {
    public: say({ en: "Tell everybody", "zh-CN": "公开给所有人" }),
    team: say({ en: "Tell my team only", "zh-CN": "仅告诉本班组" }),
    none: say({ en: "Tell nobody", "zh-CN": "不公开" }),
  } satisfies Record<BirthdayPrivacy, Say>,
  clear: say({ en: "Forget my birthday", "zh-CN": "清除生日" }),
  undo: say({ en: "Undo", "zh-CN": "撤销" }),
  set: say({ en: "Noted.", "zh-CN": "已保存。" }),
  restored: say({ en: "It is back as it was.", "zh-CN": "已恢复原样。" }),
  cleared: say({
    en: "Your birthday is forgotten. Should a list from HR bring it back, nobody hears of it unless you choose so.",
    "zh-CN": "您的生日已清除。即使人事名册再次导入，未经您选择也不会公开。",
  }),
  nothingKept: say({ en: "There was no birthday to forget.", "zh-CN": "没有可清除的生日。" }),
  noYear: say({
    en: "Only the day and the month are kept, never a year.",
    "zh-CN": "只保存月和日，从不保存年份。",
  }),
} as const;
