import { wordsOf } from "./words.js";

/** @type {Record<string, Intl.DateTimeFormatOptions>} */
const styles = {
  time: { timeStyle: "short" },
  date: { dateStyle: "medium" },
  datetime: { dateStyle: "medium", timeStyle: "short" },
};

/**
 * Whoever reads the page: their words, their clock, and what is theirs.
 * @param {{ id: string, locale: string, zone: string } | undefined} person
 */
export function readerOf(person, at = new Date()) {
  const locale = person?.locale ?? (navigator.language.toLowerCase().startsWith("zh") ? "zh-CN" : "en");
  const zone = person?.zone;
  // As in Fairline's own words: days first and a 24-hour clock, which nobody can misread.
  const tag = locale === "en" ? "en-GB" : locale;
  const say = wordsOf(locale);
  const formats = Object.fromEntries(
    Object.entries(styles).map(([name, style]) => [name, new Intl.DateTimeFormat(tag, { ...style, timeZone: zone })]),
  );
  const days = new Intl.DateTimeFormat(tag, { weekday: "long", month: "long", day: "numeric", timeZone: zone });
  // Swedish writes days as ISO 8601 does, so that they can be compared.
  const isoDay = new Intl.DateTimeFormat("sv", { timeZone: zone });
  const sizes = new Intl.NumberFormat(tag, { style: "unit", unit: "kilobyte", maximumFractionDigits: 1 });
  const dayOf = (instant) => isoDay.format(instant);
  const yesterday = dayOf(new Date(at.getTime() - 86_400_000));
  return {
    id: person?.id,
    locale,
    say,
    dayOf,
    instant: (instant, style) => formats[style].format(instant),
    day(instant) {
      const day = dayOf(instant);
      if (day === dayOf(new Date())) return say.today;
      return day === yesterday ? say.yesterday : days.format(instant);
    },
    size: (bytes) => sizes.format(Math.max(0.1, bytes / 1000)),
  };
}
