import { z } from "zod";
import { type Locale, locales, type Say, say } from "../../kernel/locale.ts";

const badId = say({
  en: "a value's id begins with a small letter, then small letters, digits and dashes, 30 at most",
  "zh-CN": "价值观编号以小写字母开头，只能由小写字母、数字和连字符组成，最多 30 个字符",
});
const notSoMany = say({ en: "there are 1 to 12 values", "zh-CN": "价值观应有 1 至 12 项" });
const sameName = say({
  en: "no two values have one name: nobody could tell which is meant",
  "zh-CN": "两项价值观不能同名，否则无法区分",
});

const worded = (words: Say) => ({ error: words("en"), params: { say: words } });

const name = z.string().trim().min(1).max(40);
const both = z.strictObject({ en: name, "zh-CN": name }) satisfies z.ZodType<Record<Locale, string>>;

/** Values by id, each with its name in every language. */
const values = z
  .record(
    z.string().refine((id) => /^[a-z][a-z0-9-]{0,29}$/.test(id), worded(badId)),
    both,
  )
  .refine((all) => Object.keys(all).length >= 1 && Object.keys(all).length <= 12, worded(notSoMany))
  .refine(
    (all) =>
      locales.every((locale) => {
        const names = Object.values(all).map((one) => one[locale].toLowerCase());
        return new Set(names).size === names.length;
      }),
    worded(sameName),
  );
export type KudosValues = z.infer<typeof values>;

const usualValues: KudosValues = {
  helpful: { en: "Helpful", "zh-CN": "帮助同事" },
  "customer-first": { en: "Customer first", "zh-CN": "客户至上" },
  "know-how": { en: "Know-how", "zh-CN": "专业" },
  "good-spirit": { en: "Good spirit", "zh-CN": "乐观向上" },
};

/** What a site may set about its thank-yous. */
export const kudosConfig = z.strictObject({
  /** So many may be sent by each giver in a calendar month of the site. */
  allowance: z.number().int().min(1).max(100).default(5),
  /** So many of them may go to one and the same receiver. */
  pairCap: z.number().int().min(1).max(100).default(2),
  /** What people are thanked for. */
  values: values.default(usualValues),
  /** Days, today among them, in which one that closes a circle is not counted; 0 where circles do not matter. */
  ringDays: z.number().int().min(0).max(62).default(7),
  /** Minutes within which a giver may take one back. */
  takeBackMinutes: z.number().int().min(0).max(60).default(10),
});
export type KudosConfig = z.infer<typeof kudosConfig>;

/** A value's name; that of one which its site no longer has is the usual one, else its id. */
export function valueName(known: KudosValues, id: string): Say {
  const names = [known, usualValues].find((all) => Object.hasOwn(all, id))?.[id];
  return names === undefined ? () => id : (locale) => names[locale];
}

/** Texts are compared without regard to case, width and what stands between words. */
export const folded = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** The value that is meant by a text: its id or a name, or a part of just one; undefined where none or several fit. */
export function valueMeant(known: KudosValues, text: string): string | undefined {
  const wanted = folded(text);
  if (wanted === "") return undefined;
  const called = Object.entries(known).map(([id, names]) => ({ id, names: [id, ...Object.values(names)].map(folded) }));
  const [same] = called.filter(({ names }) => names.includes(wanted));
  if (same !== undefined) return same.id;
  const [near, ...others] = called.filter(({ names }) => names.some((one) => one.includes(wanted)));
  return others.length === 0 ? near?.id : undefined;
}

export const reasonLength = { min: 15, max: 500 } as const;
