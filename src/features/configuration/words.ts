import { type Say, say } from "../../kernel/locale.ts";
import type { Path } from "./problem.ts";
import type { WordKind, WordsState } from "./store.ts";

const kinds: readonly WordKind[] = ["metrics", "periods"];

type Meaning = { readonly text: string; readonly means: string; readonly path: Path };

const meanings = (words: WordsState): Meaning[] =>
  kinds.flatMap((kind) =>
    Object.entries(words[kind]).flatMap(([means, texts]) =>
      texts.map((text, index) => ({ text, means, path: ["words", kind, means, index] })),
    ),
  );

const twoMeanings = ({ text, means }: Meaning, other: string): Say =>
  say({
    en: `“${text}” cannot mean both “${means}” and “${other}”: take it away from one of them.`,
    "zh-CN": `“${text}”不能既指“${means}”又指“${other}”：请删去其中一处。`,
  });

/** What a set of words is written as: each once, in one order. */
export const wordList = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort();

/** Words of a file that would mean two things, in the file itself or beside what it leaves as it is. */
export function ambiguous(said: WordsState, current: WordsState): { readonly path: Path; readonly message: Say }[] {
  const staying = meanings(current).filter(({ path: [, kind, means] }) => {
    return !Object.hasOwn(said[kind as WordKind], means as string);
  });
  const known = new Map(staying.map((meaning) => [meaning.text, meaning.means]));
  return meanings(said).flatMap((meaning) => {
    const other = known.get(meaning.text);
    if (other === undefined) known.set(meaning.text, meaning.means);
    return other === undefined || other === meaning.means
      ? []
      : [{ path: meaning.path, message: twoMeanings(meaning, other) }];
  });
}
