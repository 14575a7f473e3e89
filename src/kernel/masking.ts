import cardValidator from "card-validator";
import { findPhoneNumbersInText } from "libphonenumber-js";
import validator from "validator";

const hidden = "•••";

type Span = readonly [start: number, end: number];

const bare = (text: string): string => text.replace(/[^a-z0-9]/gi, "").toUpperCase();

/** Groups of digits with at most two marks between two of them. */
const groups = /(?<![a-z\d])\d+(?:[\s.,_/\-‐-―·]{1,2}\d+)*(?![a-z\d])/giu;

const cardLength = { min: 13, max: 19 } as const;

/** Nobody writes a card in smaller groups than of four digits, but for the last. */
const leastOfGroup = 4;

const isCard = (digits: string): boolean =>
  digits.length >= cardLength.min && cardValidator.number(digits, { luhnValidateUnionPay: true }).isValid;

/** A card among groups of digits, however it is parted and whatever stands beside it, such as when it expires. */
function cardsAmong(found: string, index: number): readonly Span[] {
  const parts = [...found.matchAll(/\d+/g)].map(({ 0: digits, index: at }) => ({ digits, at: index + at }));
  const spans: Span[] = [];
  for (let from = 0; from < parts.length; from += 1) {
    let digits = "";
    let end = from;
    for (let to = from; to < parts.length && digits.length < cardLength.max; to += 1) {
      digits += parts[to]?.digits ?? "";
      if (isCard(digits)) {
        const [first, last] = [parts[from], parts[to]];
        if (first && last) spans.push([first.at, last.at + last.digits.length]);
        end = to;
      }
      if ((parts[to]?.digits.length ?? 0) < leastOfGroup) break;
    }
    from = end;
  }
  return spans;
}

const cardsIn = (text: string): readonly Span[] =>
  [...text.matchAll(groups)].flatMap(({ 0: found, index }) => cardsAmong(found, index));

/** Area, group and serial of a US social security number, none of them one that is never given. */
const socialSecurity = /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/;

/** What is said before a number that is of a thing and of nobody: an order, a contract, a part, a version. */
const ofThing =
  /(?:\b(?:order|ticket|case|part|item|invoice|sku|ref(?:erence)?|version|build|ip|contract|model|serial)s?\b|单号|订单|合同|工单|编号|型号|版本)[^\d\n]{0,12}$|#\s?$/iu;
/** What is said before a number that somebody is called by. */
const ofPhone =
  /(?:\b(?:call|ring|tel|phone|mobile|cell|number|dial|whatsapp|text|fax)\w*|电话|手机|座机|热线|回电|致电|拨打|联系)[^\d\n]{0,20}$/iu;

const beforeOf = (text: string, index: number): string => text.slice(Math.max(0, index - 40), index);

/** What looks like a number of a kind, and whether it is one; `before` is what is said before it. */
const kinds: readonly { readonly looks: RegExp; readonly isOne: (found: string, before: string) => boolean }[] = [
  {
    looks: /(?<![a-z\d])\d(?:[ \t.\-‐-―]?\d){16}[ \t.\-‐-―]?[\dx](?![a-z\d])/giu,
    isOne: (found) => validator.isIdentityCard(bare(found), "zh-CN"),
  },
  // Identity numbers of fifteen digits, as they were until 1999, are like any order's.
  { looks: /(?<=(?:身份证|证件|旧证)\D{0,6})\d{15}(?!\d)/gu, isOne: () => true },
  {
    looks: /(?<![a-z\d])[a-z]{2}\d{2}(?:[ -]?[a-z\d]{4}){2,7}(?:[ -]?[a-z\d]{1,3})?(?![a-z\d])/giu,
    isOne: (found) => validator.isIBAN(bare(found)),
  },
  {
    looks: /(?<![\w-])\d{3}[-‐-―]\d{2}[-‐-―]\d{4}(?![\w-])/gu,
    isOne: (found, before) => socialSecurity.test(bare(found)) && !ofThing.test(before),
  },
  { looks: /(?<=\b(?:ssn|social security)\D{0,20})\d{3}[ -]?\d{2}[ -]?\d{4}(?!\d)/giu, isOne: () => true },
];

const numbersIn = (text: string): readonly Span[] =>
  kinds.flatMap(({ looks, isOne }) =>
    [...text.matchAll(looks)].flatMap(({ 0: found, index }): Span[] =>
      isOne(found, beforeOf(text, index)) ? [[index, index + found.length]] : [],
    ),
  );

/** Whose numbers people write without a country before them. */
const homes = ["CN", "GB", "US"] as const;

/**
 * Whether somebody means a telephone by it: as mobiles are written in China and Britain, with brackets or dashes, from a
 * leading zero or plus, or after words for it; what else has marks in it may be an address, a version or a list.
 */
function isMeantAsPhone(found: string, before: string): boolean {
  if (bare(found).length < 9 || ofThing.test(before)) return false;
  if (ofPhone.test(before) || /^(?:\+|0\d|\(?0)/u.test(found) || /^(?:0?0?86)?1[3-9]\d{9}$/.test(bare(found)))
    return true;
  return /^\(\d|^\d{3,4}[-‐-―]\d{3,4}[-‐-―]\d{4}$/u.test(found);
}

const phonesIn = (text: string): readonly Span[] =>
  homes.flatMap((defaultCountry) =>
    findPhoneNumbersInText(text, { defaultCountry })
      .map(({ startsAt, endsAt }): Span => [startsAt, endsAt])
      .filter(([start, end]) => isMeantAsPhone(text.slice(start, end), beforeOf(text, start))),
  );

/** The same text in the same places with digits and letters of full width as plain ones. */
const narrow = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));

/**
 * A text in which card, phone, bank account and identity numbers are dots: cards by their brand's length and
 * Luhn's sum, Chinese identity numbers by theirs (GB 11643), IBANs by ISO 13616, US social security numbers as they are written, phones as
 * libphonenumber knows them. Other long numbers, such as of orders, stay.
 */
export function withoutNumbers(text: string): string {
  const plain = narrow(text);
  const spans = [...cardsIn(plain), ...numbersIn(plain), ...phonesIn(plain)].sort(([a], [b]) => a - b);
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
