import { type Say, say } from "../../../kernel/locale.ts";
import type { LocalDate } from "../../../kernel/time.ts";
import { dayOfWeek } from "./days.ts";

const on =
  (words: (day: string) => { readonly en: string; readonly "zh-CN": string }) =>
  (day: LocalDate): Say =>
  (locale) =>
    words(dayOfWeek(day, locale))[locale];

/** What posts of a day say. */
export const postWords = {
  gone: say({ en: "There is nothing to celebrate here any more.", "zh-CN": "此处已没有要庆祝的内容。" }),
  trueDay: on((day) => ({ en: `, on ${day}`, "zh-CN": `，生日是${day}` })),
  anniversaryOn: on((day) => ({ en: `, on ${day}`, "zh-CN": `，纪念日是${day}` })),
  since: on((day) => ({ en: `, since ${day}`, "zh-CN": `，${day}` })),
  inTeam: (team: string) => say({ en: `, ${team}`, "zh-CN": `，${team}` }),

  birthdays: say({ en: "Birthdays", "zh-CN": "生日祝福" }),
  birthdaysTitle: say({ en: "🎂 Happy birthday!", "zh-CN": "🎂 生日快乐！" }),
  many: say({ en: "Many happy returns to", "zh-CN": "今天送上生日祝福：" }),
  sign: (name: string) => say({ en: `Sign ${name}'s card`, "zh-CN": `给${name}的贺卡签名` }),
  signOne: say({ en: "Sign a card for…", "zh-CN": "给谁的贺卡签名…" }),

  anniversaries: say({ en: "Work anniversaries", "zh-CN": "入职周年" }),
  anniversariesTitle: say({ en: "🏅 Work anniversaries", "zh-CN": "🏅 入职周年" }),
  years: (years: number) =>
    say(({ number }) => ({
      en: years === 1 ? "1 year with us" : `${number(years)} years with us`,
      "zh-CN": `入职${number(years)}周年`,
    })),
  thanks: say({ en: "Thank you for every one of them.", "zh-CN": "感谢一路同行。" }),

  joiners: say({ en: "New colleagues", "zh-CN": "欢迎新同事" }),
  joinersTitle: say({ en: "👋 Welcome!", "zh-CN": "👋 欢迎新同事！" }),
  welcome: say({ en: "Say hello and make them feel at home.", "zh-CN": "见面打个招呼，多多关照。" }),

  graduations: say({ en: "Graduations from training", "zh-CN": "培训结业" }),
  graduationsTitle: say({ en: "🎓 Graduated from training", "zh-CN": "🎓 培训结业" }),
  wellDone: say({ en: "Well done, and welcome on the floor.", "zh-CN": "祝贺结业，欢迎上线！" }),
} as const;

/** What celebrations contribute to the weekly bulletin. */
export const bulletinWords = {
  birthdays: say({ en: "Birthdays this week", "zh-CN": "本周寿星" }),
  wishes: say({ en: "Many happy returns!", "zh-CN": "祝生日快乐！" }),
  joiners: say({ en: "New colleagues", "zh-CN": "欢迎新同事" }),
  joined: on((day) => ({ en: `, since ${day}`, "zh-CN": `，${day}入职` })),
  joins: on((day) => ({ en: `, starts on ${day}`, "zh-CN": `，将于${day}入职` })),
  anniversaries: say({ en: "Work anniversaries this week", "zh-CN": "本周入职周年" }),
  graduations: say({ en: "Graduated from training", "zh-CN": "培训结业" }),
  on: on((day) => ({ en: `, ${day}`, "zh-CN": `，${day}` })),
} as const;
