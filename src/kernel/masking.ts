import { findPhoneNumbersInText } from "libphonenumber-js";
import validator from "validator";

const hidden = "•••";

/** Marks that people write between the digits of one number. */
const gap = "[ \\t\\u00a0\\u3000.\\-‐-―·]?";

/** A run of these with at most one mark between two of them, and no letter or digit beside it. */
const run = (one: string, least: number, most: number) =>
  new RegExp(`(?<![a-z0-9])${one}(?:${gap}${one}){${least - 1},${most - 1}}(?![a-z0-9])`, "giu");

const bare = (text: string): string => text.replace(/[^a-z0-9]/gi, "").toUpperCase();

/** The first digits of the cards that banks give out: Visa, Mastercard, Amex and its like, UnionPay, Discover, Maestro. */
const cardBegins = /^(?:4|5[0-8]|2[2-7]|3[0-8]|6)/;

/** A Chinese identity number of 15 digits, as it was until 1999: region, date of birth, serial. */
const oldIdentity = /^[1-8]\d{5}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}$/;

/** Area, group and serial of a US social security number, none of them one that is never given. */
const socialSecurity = /^(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}$/;

/** What looks like a number of a kind, and whether it is one. */
const kinds: readonly { readonly looks: RegExp; readonly isOne: (found: string) => boolean }[] = [
  { looks: run("\\d", 13, 19), isOne: (found) => cardBegins.test(bare(found)) && validator.isLuhnNumber(bare(found)) },
  { looks: run("\\d", 15, 18), isOne: (found) => oldIdentity.test(bare(found)) },
  {
    looks: new RegExp(`(?<![a-z0-9])\\d(?:${gap}\\d){16}${gap}[\\dX](?![a-z0-9])`, "giu"),
    isOne: (found) => validator.isIdentityCard(bare(found), "zh-CN"),
  },
  {
    looks: /(?<![a-z0-9])[a-z]{2}\d{2}(?:[ -]?[a-z0-9]{4}){2,7}(?:[ -]?[a-z0-9]{1,3})?(?![a-z0-9])/giu,
    isOne: (found) => validator.isIBAN(bare(found)),
  },
  { looks: /(?<![\w-])\d{3}-\d{2}-\d{4}(?![\w-])/gu, isOne: (found) => socialSecurity.test(found) },
  { looks: /(?<=\b(?:ssn|social security)\D{0,20})\d{3} ?\d{2} ?\d{4}(?!\d)/giu, isOne: () => true },
];

/** Whose numbers people write without a country before them. */
const homes = ["CN", "GB", "US"] as const;

/** Whether somebody wrote it as a telephone number: orders have no mark and no plus, days have eight digits. */
const isWrittenAsPhone = (found: string): boolean =>
  bare(found).length > 8 && (/^\+|\d[^\d]+\d/u.test(found) || /^(?:0?0?86)?1[3-9]\d{9}$/.test(found));

type Span = readonly [start: number, end: number];

function phonesIn(text: string): readonly Span[] {
  return homes.flatMap((defaultCountry) =>
    findPhoneNumbersInText(text, { defaultCountry })
      .filter(({ startsAt, endsAt }) => isWrittenAsPhone(text.slice(startsAt, endsAt)))
      .map(({ startsAt, endsAt }): Span => [startsAt, endsAt]),
  );
}

const numbersIn = (text: string): readonly Span[] =>
  kinds.flatMap(({ looks, isOne }) =>
    [...text.matchAll(looks)].flatMap(({ 0: found, index }): Span[] =>
      isOne(found) ? [[index, index + found.length]] : [],
    ),
  );

/** The same text in the same places with digits and letters of full width as plain ones. */
const narrow = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));

/**
 * A text in which card, phone, bank account and identity numbers are dots: cards by Luhn's sum, Chinese identity numbers
 * by theirs (GB 11643), IBANs by ISO 13616, US social security numbers as they are written, phones as
 * libphonenumber knows them. Other long numbers, such as of orders, stay.
 */
export function withoutNumbers(text: string): string {
  const plain = narrow(text);
  const spans = [...numbersIn(plain), ...phonesIn(plain)].sort(([a], [b]) => a - b);
  let made = "";
  let from = 0;
  for (const [start, end] of spans) {
    if (start >= from) made += text.slice(from, start) + hidden;
    from = Math.max(from, end);
  }
  return made + text.slice(from);
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** What would make a name a part of another word; Chinese stands beside names without a space. */
const beside = "(?!\\p{Script=Han})[\\p{L}\\p{N}]";

/** What somebody goes by: the whole name, its words, and a Chinese one without the surname. */
export function namesOf({ name }: { readonly name: string }): readonly string[] {
  const parts = name.split(/\s+/).filter((part) => [...part].length > 1);
  const given = /^\p{Script=Han}{3,4}$/u.test(name) ? [[...name].slice(-2).join("")] : [];
  return [name, ...parts, ...given];
}

/** A text in which none of some names stands, however it is capitalised; a name within another word stays. */
export function withoutNames(text: string, names: readonly string[]): string {
  const all = [...new Set(names.map((name) => name.trim()).filter(Boolean))].sort((a, b) => b.length - a.length);
  if (all.length === 0) return text;
  const one = all.map((name) => {
    const isHan = /\p{Script=Han}/u.test(name);
    return isHan ? escaped(name) : `(?<!${beside})${escaped(name)}(?!${beside})`;
  });
  return text.replace(new RegExp(one.join("|"), "giu"), hidden);
}
