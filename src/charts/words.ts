import stringWidth from "string-width";

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const words = new Intl.Segmenter("zh-CN", { granularity: "word" });

/** Controls, characters that XML cannot carry, and marks that turn the direction of what follows. */
const unwanted =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\p{Cs}]/gu;

/** Emoji, with what joins and colours them: no font of letters has them. */
const emoji = /[\u{1f1e6}-\u{1f1ff}\u{1f300}-\u{1faff}\u2600-\u27bf\u{e0020}-\u{e007f}]|\u200d|[\ufe0e\ufe0f]|\u20e3/gu;

/** A name that the chart library would look up in its caches and find the prototype of every object under. */
const prototype = /__proto__/gu;

/** More than any picture has room for, in UTF-16 units. */
const longest = 1000;

/** Text on one line that any picture can carry, without emoji; it may still be too long. */
export const clean = (text: string): string =>
  text
    .slice(0, longest)
    .replace(unwanted, "")
    .replace(emoji, "")
    .replace(prototype, "proto")
    .replace(/\s+/gu, " ")
    .trim();

/** A character's width in em in the bundled font, by kind; at most a twentieth too small. */
function emOf(character: string): number {
  if (character === " ") return 0.23;
  if (/^[iIjl.,:;!'|]$/u.test(character)) return 0.31;
  if (/^[frt()-]$/u.test(character)) return 0.4;
  if (/^[csvxyzEFLJ]$/u.test(character)) return 0.56;
  if (/^[DGHNOQU]$/u.test(character)) return 0.74;
  if (/^[mwMW@%]$/u.test(character)) return 0.94;
  if (/^[A-Z&]$/u.test(character)) return 0.65;
  if (/^[\u0020-\u0060–]$/u.test(character)) return 0.57;
  if (/^[a-z\u007b-\u007e\u00c0-\u024f\u1e00-\u1eff]$/u.test(character)) return 0.62;
  return stringWidth(character) === 0 ? 0 : 1;
}

/** How wide a line is, in pixels at a font size. */
export function widthOf(text: string, size: number): number {
  let em = 0;
  for (const { segment } of graphemes.segment(text)) em += emOf(segment);
  return em * size;
}

/** One line cut to a width, the cut shown by an ellipsis. */
export function cut(text: string, width: number, size: number): string {
  if (widthOf(text, size) <= width) return text;
  let kept = "";
  let left = width - widthOf("…", size);
  for (const { segment } of graphemes.segment(text)) {
    left -= widthOf(segment, size);
    if (left < 0) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** Words with the punctuation that follows them, which does not begin a line. */
function pieces(text: string): string[] {
  const found: string[] = [];
  for (const { segment, isWordLike } of words.segment(text)) {
    const last = found.length - 1;
    if (last < 0 || isWordLike) found.push(segment);
    else found[last] += segment;
  }
  return found;
}

/** Text on as many lines as it needs, at most `lines`; what is left over is cut visibly. */
export function wrap(text: string, width: number, size: number, lines: number): string[] {
  const made = [""];
  for (const piece of pieces(cut(text, width * lines, size))) {
    const line = made.at(-1) ?? "";
    const fits = widthOf((line + piece).trimEnd(), size) <= width;
    if (fits || line === "" || made.length === lines) made[made.length - 1] = line + piece;
    else made.push(piece);
  }
  return made.map((line) => cut(line.trim(), width, size));
}

/** The largest size at which every text fits a width; undefined if even the smallest is too large. */
export function sizeFor(texts: readonly string[], width: number, sizes: { most: number; least: number }) {
  const widest = Math.max(1e-9, ...texts.map((text) => widthOf(text, 1)));
  const size = Math.min(sizes.most, Math.floor((width / widest) * 2) / 2);
  return size >= sizes.least ? size : undefined;
}
