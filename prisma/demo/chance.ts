/** A source of numbers from 0 up to 1. */
export type Chance = () => number;

/** A chance that runs the same for the same seed (FNV-1a, then mulberry32). */
export function seeded(...seed: readonly string[]): Chance {
  let state = 0x811c9dc5;
  for (const letter of seed.join("/")) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of several, each as likely as the next. */
export function pick<T>(from: readonly T[], chance: number): T {
  const picked = from[Math.floor(chance * from.length)];
  if (picked === undefined) throw new RangeError("nothing to pick from");
  return picked;
}

/** The same things in an order that the chance decides. */
export const shuffled = <T>(all: readonly T[], random: Chance): T[] =>
  all
    .map((one) => ({ one, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one);

/** About normal, with mean 0 and standard deviation 1, never beyond 3. */
export const bell = (random: Chance): number => (random() + random() + random() - 1.5) * 2;

/** Skewed as talk times are: most near the middle, few very long; whole seconds. */
export const skewed = (middle: number, random: Chance): number => Math.round(middle * Math.exp(0.44 * bell(random)));

export const between = (low: number, value: number, high: number): number => Math.min(high, Math.max(low, value));
