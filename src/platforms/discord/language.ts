import { type Locale, nearestLocale } from "../../kernel/locale.ts";

/** The language of somebody's Discord screens, as far as we speak it. */
export const screenLocale = (tag: string): Locale => nearestLocale(tag) ?? "en";
