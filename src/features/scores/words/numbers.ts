const english = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const more: Readonly<Record<string, number>> = { twelve: 12, fourteen: 14, thirty: 30, 两: 2 };
const digit = (character: string | undefined) => "零一二三四五六七八九".indexOf(character ?? "");

/** A whole number below 1,000 as figures, as an English word or, below 100, as a Chinese numeral. */
export function numberIn(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,3}$/.test(text)) return Number(text);
  const named = more[text] ?? english.indexOf(text);
  if (named >= 0) return named;
  const [, tens, ten, ones] = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(text) ?? [];
  if (tens === undefined || text === "") return undefined;
  if (ten === "") return ones === "" || tens === "" ? digit(tens || ones) : undefined;
  return 10 * (tens === "" ? 1 : digit(tens)) + (ones === "" ? 0 : digit(ones));
}
