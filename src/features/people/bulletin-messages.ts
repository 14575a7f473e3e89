import { format, type Locale, type Say, say } from "../../kernel/locale.ts";
import { type LocalDate, type Weekday, weekday } from "../../kernel/time.ts";

const weekdays: Readonly<Record<Weekday, Say>> = {
  1: say({ en: "Mon", "zh-CN": "周一" }),
  2: say({ en: "Tue", "zh-CN": "周二" }),
  3: say({ en: "Wed", "zh-CN": "周三" }),
  4: say({ en: "Thu", "zh-CN": "周四" }),
  5: say({ en: "Fri", "zh-CN": "周五" }),
  6: say({ en: "Sat", "zh-CN": "周六" }),
  7: say({ en: "Sun", "zh-CN": "周日" }),
};

/** A day of the week in view, without its year. */
export const dayOfWeek = (on: LocalDate, locale: Locale): string =>
  say(({ shortDay }) => {
    const name = weekdays[weekday(on)](locale);
    return { en: `${name} ${shortDay(on)}`, "zh-CN": `${shortDay(on)}（${name}）` };
  })(locale);

/** What separates a list's members, from before the first to after the last, as the language writes lists. */
export const between = (count: number, locale: Locale): readonly string[] =>
  format(locale)
    .allOf(Array.from({ length: count }, () => "\uFFFC"))
    .split("\uFFFC");

/** What people contribute to the weekly bulletin. */
export const bulletinWords = {
  birthdays: say({ en: "Birthdays this week", "zh-CN": "本周寿星" }),
  wishes: say({ en: "Many happy returns!", "zh-CN": "祝生日快乐！" }),
  joiners: say({ en: "New colleagues", "zh-CN": "欢迎新同事" }),
  colon: say({ en: ": ", "zh-CN": "：" }),
  joined: (on: LocalDate): Say => {
    return (locale) =>
      say({ en: `, since ${dayOfWeek(on, locale)}`, "zh-CN": `，${dayOfWeek(on, locale)}入职` })(locale);
  },
  joins: (on: LocalDate): Say => {
    return (locale) =>
      say({ en: `, starts on ${dayOfWeek(on, locale)}`, "zh-CN": `，将于${dayOfWeek(on, locale)}入职` })(locale);
  },
  inTeam: (team: string) => say({ en: `, ${team}`, "zh-CN": `，${team}` }),
} as const;
