/** The languages Fairline speaks. */
export const locales = ["en", "zh-CN"] as const;
export type Locale = (typeof locales)[number];

/** A sentence in every language, chosen by its reader. */
export type Say = (locale: Locale) => string;

/** Who reads a text: the language and the clock it is written for. */
export type Reader = { readonly locale: Locale; readonly zone: string };

/** A value that is made anew for each reader. */
export type Localised<T> = (reader: Reader) => T;

/** Numbers, lists and days as a language writes them. */
export type Format = {
  /** At most `digits` decimals (default 0). */
  readonly number: (value: number, digits?: number) => string;
  /** Exactly `digits` decimals. */
  readonly fixed: (value: number, digits: number) => string;
  /** A share of 1 as per cent. */
  readonly percent: (share: number, digits?: number) => string;
  readonly megabytes: (bytes: number) => string;
  readonly anyOf: (items: readonly string[]) => string;
  readonly allOf: (items: readonly string[]) => string;
  /** The order of two names: by letter, or by pinyin. */
  readonly byName: (a: string, b: string) => number;
  /** A calendar day (`YYYY-MM-DD`) with its weekday. */
  readonly day: (day: string) => string;
  /** A calendar day without weekday and year, for where there is little room. */
  readonly shortDay: (day: string) => string;
  /** A calendar month, from any day in it. */
  readonly month: (day: string) => string;
  readonly shortMonth: (day: string) => string;
  readonly time: (at: Date, zone: string) => string;
  readonly dateTime: (at: Date, zone: string) => string;
};

/** Intl formatters are costly to make, so each is made once, when it is first wanted. */
function memo<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
}

/** English dates are written day first with a 24-hour clock, which nobody on the floor can misread. */
const tags: Readonly<Record<Locale, string>> = { en: "en-GB", "zh-CN": "zh-CN" };

function formatIn(language: Locale): Format {
  const locale = tags[language];
  const numbers = memo((key) => {
    const [min, max] = key.split(":").map(Number);
    return new Intl.NumberFormat(locale, { minimumFractionDigits: min ?? 0, maximumFractionDigits: max ?? 0 });
  });
  const percents = memo((digits) => {
    return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: Number(digits) });
  });
  const lists = memo((type) => new Intl.ListFormat(locale, { type: type as "conjunction" | "disjunction" }));
  const sizes = memo(() => {
    return new Intl.NumberFormat(locale, { style: "unit", unit: "megabyte", maximumFractionDigits: 1 });
  });
  const days = memo(() => {
    return new Intl.DateTimeFormat(locale, {
      timeZone: "UTC",
      weekday: "short",
      year: "numeric",
      month: "short",
      day: "numeric",
    });
  });
  const shortDays = memo(() => new Intl.DateTimeFormat(locale, { timeZone: "UTC", month: "short", day: "numeric" }));
  const shortMonths = memo(() => new Intl.DateTimeFormat(locale, { timeZone: "UTC", month: "short" }));
  const months = memo(() => new Intl.DateTimeFormat(locale, { timeZone: "UTC", year: "numeric", month: "long" }));
  const times = memo((zone) => new Intl.DateTimeFormat(locale, { timeZone: zone, hour: "2-digit", minute: "2-digit" }));
  const moments = memo((zone) => {
    return new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: "medium", timeStyle: "short" });
  });
  const names = memo(() => new Intl.Collator(locale));
  const noon = (day: string) => new Date(`${day}T12:00:00Z`);
  return {
    number: (value, digits = 0) => numbers(`0:${digits}`).format(value),
    fixed: (value, digits) => numbers(`${digits}:${digits}`).format(value),
    percent: (share, digits = 0) => percents(String(digits)).format(share),
    megabytes: (bytes) => sizes("").format(bytes / 1e6),
    anyOf: (items) => lists("disjunction").format(items),
    allOf: (items) => lists("conjunction").format(items),
    byName: (a, b) => names("").compare(a, b),
    day: (day) => days("").format(noon(day)),
    shortDay: (day) => shortDays("").format(noon(day)),
    month: (day) => months("").format(noon(day)),
    shortMonth: (day) => shortMonths("").format(noon(day)),
    time: (at, zone) => times(zone).format(at),
    dateTime: (at, zone) => moments(zone).format(at),
  };
}

const formats: Readonly<Record<Locale, Format>> = { en: formatIn("en"), "zh-CN": formatIn("zh-CN") };
export const format = (locale: Locale): Format => formats[locale];

type Words = Readonly<Record<Locale, string>>;

/** Builds a sentence from its wording in each language; a language left out does not compile. */
export function say(words: Words | ((format: Format) => Words)): Say {
  if (typeof words !== "function") return (locale) => words[locale];
  return (locale) => words(formats[locale])[locale];
}

/** The nearest language we speak to a BCP 47 tag such as `zh-Hans-CN` or `en_GB`; undefined if none is near. */
export function nearestLocale(tag: string | undefined): Locale | undefined {
  const language = tag?.toLowerCase().split(/[-_]/)[0];
  return locales.find((locale) => locale.toLowerCase().split("-")[0] === language);
}
