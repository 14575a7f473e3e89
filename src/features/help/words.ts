const segmenter = new Intl.Segmenter("en", { granularity: "word" });
const han = /\p{Script=Han}+/gu;

/** Words that say nothing of what is meant; Chinese ones end the words beside them. */
const empty = new Set(
  "a an and are asks call caller client customer customers at be by can do does for from has have how i in is it my no need needs not of on or please pls the this to wants want was we what when with you".split(
    " ",
  ),
);
const emptyChinese = /请问|怎么样?|如何|什么|客户|用户|想要|需要|[的了吗呢请想]/gu;

/** Chinese has no spaces: each two characters that stand side by side are a word, and so is one that stands alone. */
function pairs(run: string): readonly string[] {
  const characters = [...run];
  if (characters.length < 2) return characters;
  return characters.slice(1).map((one, index) => `${characters[index]}${one}`);
}

/** The words by which texts are found and compared: Unicode NFKC in small letters, each once, in their order. */
export function wordsOf(text: string): readonly string[] {
  const plain = text.normalize("NFKC").toLowerCase().replace(emptyChinese, " ");
  const chinese = (plain.match(han) ?? []).flatMap(pairs);
  const others = [...segmenter.segment(plain.replace(han, " "))].flatMap(({ segment, isWordLike }) =>
    isWordLike === true ? [segment] : [],
  );
  return [...new Set([...others, ...chinese])].filter((word) => !empty.has(word)).slice(0, mostWords);
}

/** More words than this say no more of what is meant. */
const mostWords = 200;

/** How many of its words a text has to share with another to be alike: a third, and two unless there is only one. */
export const leastShared = (words: readonly string[]): number =>
  Math.min(words.length, Math.max(2, Math.ceil(words.length / 3)));
