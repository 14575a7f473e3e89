import { format, type Locale, type Say, say } from "../../../kernel/locale.ts";
import { type LocalDate, type Weekday, weekday } from "../../../kernel/time.ts";
import { type YearDay, yearDayText } from "../days.ts";

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

/** A day of the year. */
export const yearDayName = (of: YearDay, locale: Locale): string =>
  // Any leap year has every day.
  format(locale).shortDay(`2000-${yearDayText(of)}`);

/** A day of the year as a choice for 29 February. */
export const leapDayName = (leapDay: string, locale: Locale): string => format(locale).shortDay(`2001-${leapDay}`);

/** What separates a list's members, from before the first to after the last, as the language writes lists. */
export const between = (count: number, locale: Locale): readonly string[] =>
  format(locale)
    .allOf(Array.from({ length: count }, () => "\uFFFC"))
    .split("\uFFFC");

export const colon = say({ en: ": ", "zh-CN": "：" });
