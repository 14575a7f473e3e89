import { heat, shareOf } from "./colour.ts";
import { colours, letters, margin, size } from "./look.ts";
import { valueIn } from "./numbers.ts";
import type { Span } from "./range.ts";
import { box, type Mark, strokes, words } from "./sketch.ts";
import type { Strip } from "./strip.ts";
import { cut, widthOf } from "./words.ts";

const bar = { width: 190, height: 20 };
const gap = 24;
const y = size.height - 30;
const quiet = { size: letters.small, colour: colours.quiet };
const right = size.width - margin;

const gradient = {
  type: "linear",
  x: 0,
  y: 0,
  x2: 1,
  y2: 0,
  colorStops: Array.from({ length: 10 }, (_, i) => ({ offset: i / 9, color: heat(i / 9) })),
};

/** An upright stroke through the scale, set off on both sides. */
function pin(x: number): readonly Mark[] {
  const line = [
    [
      [x, y - 15],
      [x, y + 15],
    ],
  ] as const;
  return [strokes(line, { colour: colours.paper, width: 8 }), strokes(line, { colour: colours.target, width: 4 })];
}

/** What the colours, the target's pin and `n` stand for, in a row at the bottom. */
export function scaleOf({ unit, locale, counts, target }: Strip, ends: Span | undefined): readonly Mark[] {
  const meaningOfN = (from: number) =>
    words(cut(`n = ${counts}`, right - from, letters.small), [right, y], { ...quiet, align: "right" });
  if (ends === undefined) return [meaningOfN(margin)];

  const write = valueIn(unit, locale);
  const [low, high] = [ends.low, ends.high].map((end) => cut(write(end), 110, letters.small)) as [string, string];
  const start = margin + widthOf(low, letters.small) + 10;
  const end = start + bar.width + 10;
  const after = end + widthOf(high, letters.small) + gap;
  const marks = [
    words(low, [margin, y], quiet),
    box({ x: start, y: y - bar.height / 2, ...bar }, gradient),
    words(high, [end, y], quiet),
  ];
  if (target === undefined) return [...marks, meaningOfN(after)];

  const said = cut(`${target.label} ${write(target.value)}`, (right - after) * 0.6 - 16, letters.small);
  return [
    ...marks,
    ...pin(start + bar.width * shareOf(target.value, ends)),
    ...pin(after + 4),
    words(said, [after + 16, y], quiet),
    meaningOfN(after + 16 + widthOf(said, letters.small) + gap),
  ];
}
