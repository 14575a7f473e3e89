import { distance } from "fastest-levenshtein";
import { format, type Say, say } from "../../kernel/locale.ts";

/** A rule with its words in every language, which whoever reads the issue finds in its `params`. */
export const worded = (words: Say) => ({ error: words("en"), params: { say: words } });

const perhaps = (name: string, nearest: string) =>
  say({
    en: `There is no “${name}”. Perhaps you mean “${nearest}”.`,
    "zh-CN": `没有“${name}”，您是不是想写“${nearest}”？`,
  });

const choose =
  (known: readonly string[]): Say =>
  (locale) => {
    const all = format(locale).anyOf(known);
    return say({ en: `Write ${all}.`, "zh-CN": `请写${all}。` })(locale);
  };

/** What to say of a name that is nearly one of the known ones; undefined where none is near. */
export function perhapsOf(name: string, known: readonly string[]): Say | undefined {
  const written = name.slice(0, 60);
  const [nearest] = known
    .map((one) => ({ one, far: distance(written.toLowerCase(), one.toLowerCase()) }))
    .sort((a, b) => a.far - b.far);
  return nearest !== undefined && nearest.far <= Math.max(2, nearest.one.length / 3)
    ? perhaps(written, nearest.one)
    : undefined;
}

/** What to say of a name that is none of the known ones: the nearest, or all of them where none is near. */
export const nearestOf = (name: unknown, known: readonly string[]): Say =>
  (typeof name === "string" ? perhapsOf(name, known) : undefined) ?? choose(known);
