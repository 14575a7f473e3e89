/** Marks that change the direction of what follows them, and controls that no screen shows. */
const unseen = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF]/g;
const loneSurrogate = /\p{Surrogate}/gu;
/** Accents piled higher than any script writes them. */
const piled = /(\p{Mark}{4})\p{Mark}+/gu;

/** One line of Latin and Chinese as it is mostly written: nothing in it is to be taken out. */
const usual = /^[\u0020-\u007e\u00b7\u2010-\u2015\u2018-\u201f\u2022\u2026\u3001\u3002\uff0c\uff1a\u4e00-\u9fff]*$/;

/** Text without what would reach beyond itself on the screen: controls, direction marks, towers of accents. */
export const clean = (text: string): string =>
  usual.test(text)
    ? text
    : text
        .replace(/\r\n?|[\u2028\u2029]/g, "\n")
        .replace(unseen, "")
        .replace(loneSurrogate, "\uFFFD")
        .replace(piled, "$1");

export const oneLine = (text: string): string => clean(text).replace(/\s*\n\s*/g, " ");

/** What may be markup in a line; a list begins only at its start. */
const suspicious = /[\\*_~`|<>[\]@]|:(?=\/\/|[\w+-]+:)|^[ \t]*(?:[-+#](?=[\s#]|$)|\d+\.(?=\s|$))/;

const isPlain = (text: string) => usual.test(text) && !suspicious.test(text);

/** Text that Discord shows as it is: no markup, mention, link, emoji name or list comes of it. */
export const escaped = (text: string): string => (isPlain(text) ? text : marked(text));

const marked = (text: string): string =>
  clean(text)
    .replace(/[\\*_~`|<>[\]@]/g, "\\$&")
    .replace(/:(?=\/\/|[\w+-]+:)/g, "\\:")
    .replace(/^([ \t]*)([-+#])(?=[\s#]|$)/gm, "$1\\$2")
    .replace(/^([ \t]*\d+)\.(?=\s|$)/gm, "$1\\.");

/** The most room that a text takes once escaped and set in lines of small print or of a list. */
export const measure = (text: string): number =>
  isPlain(text) ? text.length : marked(text).length + 3 * (text.match(/[\n\r\u2028\u2029]/g)?.length ?? 0);

/** Text for inside a code block, which no run of ticks in it can close. */
export const inCode = (text: string): string => oneLine(text).replaceAll("`", "`\u200B");
