import type { TrendPoint } from "../chat/chart.ts";
import { letters } from "./look.ts";
import type { Span } from "./range.ts";
import { type Box, type Mark, type Place, words } from "./sketch.ts";
import { cut, widthOf } from "./words.ts";

type Tagged = {
  readonly points: readonly TrendPoint[];
  readonly at: (index: number, value: number) => Place;
  readonly write: (value: number) => string;
  /** Between what, in pixels from the left, they stay. */
  readonly within: Span;
  /** Above what, in pixels from the top, they stay. */
  readonly floor: number;
};

type Known = { readonly i: number; readonly value: number };
const allUpTo = 8;
const far = 24;

const apart = (a: Box, b: Box) =>
  a.x + a.width < b.x || b.x + b.width < a.x || a.y + a.height < b.y || b.y + b.height < a.y;

/** The points worth a number, the weightiest first: the last, the first, the extremes, and the others where they are few. */
function telling(known: readonly Known[]): readonly Known[] {
  const by = (better: (a: number, b: number) => boolean) =>
    known.reduce<Known | undefined>((best, one) => (best && !better(one.value, best.value) ? best : one), undefined);
  const first = [
    known.at(-1),
    known[0],
    by((a, b) => a > b),
    by((a, b) => a < b),
    ...(known.length <= allUpTo ? known : []),
  ];
  return [...new Set(first.filter((one) => one !== undefined))];
}

/** Values written beside their points: below a dip, else above, and left out where they would cover one another. */
export function tagsOf({ points, at, write, within, floor }: Tagged): readonly Mark[] {
  const known = points.flatMap(({ value }, i) => (value === undefined ? [] : [{ i, value }]));
  const taken: Box[] = [];
  const marks: Mark[] = [];
  for (const { i, value } of telling(known)) {
    const text = cut(write(value), 150, letters.text);
    const width = widthOf(text, letters.text);
    const [x, y] = at(i, value);
    const sides = [points[i - 1]?.value, points[i + 1]?.value].filter((side) => side !== undefined);
    const isDip = sides.length > 0 && sides.every((side) => side > value);
    const middle = Math.max(within.low + width / 2, Math.min(x, within.high - width / 2));
    const spots = (isDip ? [y + far, y - far] : [y - far, y + far]).map((spot) => ({
      spot,
      box: { x: middle - width / 2 - 3, y: spot - 13, width: width + 6, height: 26 },
    }));
    const free = spots.find(({ box }) => box.y + box.height <= floor && taken.every((other) => apart(box, other)));
    if (free === undefined) continue;
    taken.push(free.box);
    marks.push(words(text, [middle, free.spot], { align: "center", halo: true }));
  }
  return marks;
}
