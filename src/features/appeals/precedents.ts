/** The form in which words are kept and looked for: Unicode NFKC, small letters. */
const folded = (text: string): string => text.normalize("NFKC").toLowerCase();

const segmenter = new Intl.Segmenter("zh-CN", { granularity: "word" });

/** The words that a search is for; Chinese, which has no spaces, is cut by dictionary. */
export const searched = (text: string): readonly string[] => [
  ...new Set(
    [...segmenter.segment(folded(text))].flatMap(({ segment, isWordLike }) => (isWordLike === true ? [segment] : [])),
  ),
];
