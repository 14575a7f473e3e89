import type { Limits } from "./platform.ts";

type Measure = Limits["measure"];

/** The longest start of `text` that measures at most `max`, never half a character. */
export function startOf(text: string, max: number, measure: Measure): string {
  if (measure(text) <= max) return text;
  let low = 0;
  let high = Math.min(text.length, Math.max(0, max));
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(text.slice(0, middle)) <= max) low = middle;
    else high = middle - 1;
  }
  const characters = new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text);
  return text.slice(0, characters.containing(low)?.index ?? text.length);
}

/** Text cut to measure at most `max`, the cut shown by an ellipsis. */
export const cut = (text: string, max: number, measure: Measure): string =>
  measure(text) <= max ? text : `${startOf(text, max - measure("…"), measure).trimEnd()}…`;

/** The first of `items`, with a last one that says how many more there are. */
export function first<T>(items: readonly T[], max: number, more: (left: number) => T): readonly T[] {
  return items.length <= max ? items : [...items.slice(0, max - 1), more(items.length - max + 1)];
}
