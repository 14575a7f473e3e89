import type { StripHour } from "../chat/chart.ts";
import { format } from "../kernel/locale.ts";
import { heat, inkOn, shareOf } from "./colour.ts";
import { colours, letters, margin, size } from "./look.ts";
import { roundIn, valueIn } from "./numbers.ts";
import type { Span } from "./range.ts";
import { box, hatch, type Mark, type Place, plate, words } from "./sketch.ts";
import type { Strip } from "./strip.ts";
import { cut, sizeFor } from "./words.ts";

/** Where the hours are: so many side by side, each so wide and, with what is written at it, so tall. */
export type Rows = { readonly columns: number; readonly pitch: number; readonly top: number; readonly tall: number };

const perRow = 12;
const mostRows = 3;
const left = margin + 18;
const between = 4;
const labelled = 28;
const counted = 30;

/** Hours in rows of at most twelve, so that a phone can show a day's numbers. */
export function rowsOf(hours: number, { top, bottom }: { top: number; bottom: number }): Rows {
  const rows = Math.min(mostRows, Math.ceil(Math.max(1, hours) / perRow));
  const columns = Math.ceil(Math.max(1, hours) / rows);
  const tall = Math.min((bottom - top) / rows, 170);
  const pitch = Math.min(110, (size.width - left - margin) / columns);
  return { columns, pitch, tall, top: top + (bottom - top - tall * rows) / 2 };
}

type Written = { readonly texts: readonly string[]; readonly size: number };

/** Texts as large as all of them fit. */
const fitted = (texts: readonly string[], width: number, most: number): Written => ({
  texts,
  size: sizeFor(texts, width, { most, least: letters.least }) ?? letters.least,
});

/** The values, rounded where that is what makes them legible. */
function valuesOf({ hours, unit, locale }: Strip, width: number): Written {
  const all = (write: (value: number) => string) =>
    hours.map(({ value }) => (value === undefined ? "–" : write(value)));
  const fine = fitted(all(valueIn(unit, locale)), width, 26);
  return fine.size >= 18 ? fine : fitted(all(roundIn(unit, locale)), width, 26);
}

/** Each hour's name, its value on its colour, and how many it counts. */
export function cellsOf(strip: Strip, rows: Rows, ends: Span | undefined): readonly Mark[] {
  const width = rows.pitch - between;
  const names = fitted(
    strip.hours.map(({ label }) => label),
    width - 6,
    letters.small,
  );
  const values = valuesOf(strip, width - 8);
  const counts = fitted(
    strip.hours.map(({ n }) => format(strip.locale).number(n)),
    width - 6,
    letters.small,
  );

  function cell({ value }: StripHour, i: number): readonly Mark[] {
    const top = rows.top + rows.tall * Math.floor(i / rows.columns);
    const x = left + rows.pitch * (i % rows.columns) + between / 2;
    const shape = { x, y: top + labelled, width, height: rows.tall - labelled - counted - 8 };
    const middle: Place = [x + width / 2, shape.y + shape.height / 2];
    const below = shape.y + shape.height + counted / 2;
    const written = ({ texts, size }: Written, y: number, colour: string) =>
      words(cut(texts[i] ?? "", width, size), [middle[0], y], { align: "center", size, colour });
    const fill = value === undefined || ends === undefined ? undefined : heat(shareOf(value, ends));
    return [
      written(names, top + labelled / 2, colours.ink),
      ...(fill === undefined
        ? [
            box(shape, colours.empty, colours.hatch),
            hatch(shape, { colour: colours.hatch, width: 1.5 }),
            ...plate("–", middle, 26, colours.ink),
          ]
        : [box(shape, fill), written(values, middle[1], inkOn(fill))]),
      written(counts, below, colours.quiet),
      ...(i % rows.columns === 0 ? [words("n", [margin, below], { size: letters.small, colour: colours.quiet })] : []),
    ];
  }
  return strip.hours.flatMap(cell);
}
