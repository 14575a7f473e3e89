import { distance } from "fastest-levenshtein";
import type { LocalDate } from "../../../kernel/time.ts";
import { writtenPeriods } from "./dates.ts";
import type { Entry, Meaning } from "./meaning.ts";
import { isEdge, isWordy } from "./plain.ts";
import { longWords, lookalikes } from "./vocabulary.ts";

/** A stretch of text from some place on, with one of its meanings. */
type Piece = { readonly end: number; readonly means: readonly Meaning[] };

/** Every known word by its first character. */
export type Lexicon = ReadonlyMap<string, readonly Entry[]>;

export function lexicon(known: readonly Entry[]): Lexicon {
  const byHead = new Map<string, Entry[]>();
  for (const entry of known) {
    const head = entry.word.charAt(0);
    const same = byHead.get(head);
    if (same === undefined) byHead.set(head, [entry]);
    else same.push(entry);
  }
  return byHead;
}

/** The word that a text has at a place with one letter wrong; never the first, which a typo seldom hits. */
function misspelt(text: string, at: number, known: readonly Entry[]): Piece[] {
  const [typed = ""] = /^[a-z]{6,}/.exec(text.slice(at, at + 40)) ?? [];
  if (typed === "" || lookalikes.has(typed) || known.some(({ word }) => word === typed)) return [];
  const near = known.find(({ word }) => longWords.has(word) && distance(word, typed) === 1);
  return near === undefined ? [] : [{ end: at + typed.length, means: near.means }];
}

/** Everything that a text may say at a place. */
function piecesAt(text: string, at: number, today: LocalDate, known: Lexicon): Piece[] {
  if (!isEdge(text, at)) return [];
  const words = known.get(text.charAt(at)) ?? [];
  const pieces = words.flatMap(({ word, means }): Piece[] =>
    text.startsWith(word, at) ? [{ end: at + word.length, means }] : [],
  );
  for (const { form, read } of writtenPeriods) {
    form.lastIndex = at;
    const [whole, ...parts] = form.exec(text) ?? [];
    const period = whole && read(parts, today);
    if (whole && period) pieces.push({ end: at + whole.length, means: [period] });
  }
  return [...pieces, ...misspelt(text, at, words)].filter(({ end }) => isEdge(text, end));
}

/** More readings than this mean nothing. */
const mostReadings = 24;

/**
 * The readings of a text as the fewest pieces that leave no letter or digit unexplained; none where there is no such
 * reading, or where there are too many.
 */
export function readings(text: string, today: LocalDate, known: Lexicon): readonly (readonly Meaning[])[] {
  const fewest = new Array<number>(text.length + 1).fill(Number.POSITIVE_INFINITY);
  const next = new Array<Piece[]>(text.length + 1).fill([]);
  fewest[text.length] = 0;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const steps = piecesAt(text, at, today, known).map((piece) => ({ piece, cost: 1 + (fewest[piece.end] ?? 0) }));
    if (!isWordy(character)) {
      const end = at + character.length;
      steps.push({ piece: { end, means: [] }, cost: fewest[end] ?? 0 });
    }
    const best = Math.min(...steps.map(({ cost }) => cost));
    fewest[at] = best;
    next[at] = Number.isFinite(best) ? steps.filter(({ cost }) => cost === best).map(({ piece }) => piece) : [];
  }
  const found: Meaning[][] = [];
  const walk = (at: number, said: readonly Meaning[]) => {
    if (found.length > mostReadings) return;
    if (at >= text.length) found.push([...said]);
    else for (const { end, means } of next[at] ?? []) walk(end, [...said, ...means]);
  };
  walk(0, []);
  return found.length > mostReadings ? [] : found;
}
