const hidden = "•••";

/** Seven digits or more, of any script, with at most two marks between them. */
const longNumber = /\p{Nd}(?:[ \t\u00a0\u3000.\-‐-―·/()（）]{0,2}\p{Nd}){6,}/gu;

/** A text without card and phone numbers: each run of seven digits or more becomes dots. */
export const withoutNumbers = (text: string): string => text.replace(longNumber, hidden);

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

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
    return isHan ? escaped(name) : `(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])`;
  });
  return text.replace(new RegExp(one.join("|"), "giu"), hidden);
}
