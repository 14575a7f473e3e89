import { colours, family, letters } from "./look.ts";
import { widthOf } from "./words.ts";

/** Something that is drawn at a place of its own, in pixels from the top left. */
export type Mark =
  | { readonly type: "text"; readonly style: object; readonly z2: number }
  | {
      readonly type: "path";
      readonly shape: { readonly pathData: string };
      readonly style: object;
      readonly z2: number;
    }
  | {
      readonly type: "rect";
      readonly shape: Box & { readonly r: number };
      readonly style: object;
      readonly z2: number;
    };

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
export type Place = readonly [x: number, y: number];

type Lettering = {
  readonly size?: number;
  readonly colour?: string;
  readonly align?: "left" | "center" | "right";
  /** Sets it off against what is drawn below it. */
  readonly halo?: true;
};

/** One line of words, its middle at a height. */
export const words = (text: string, [x, y]: Place, { size, colour, align, halo }: Lettering = {}): Mark => ({
  type: "text",
  z2: 20,
  style: {
    text,
    x,
    y,
    fontFamily: family,
    fontSize: size ?? letters.text,
    fill: colour ?? colours.ink,
    align: align ?? "left",
    verticalAlign: "middle",
    ...(halo && { stroke: colours.paper, lineWidth: 5 }),
  },
});

/** Words that cover what is below them. */
export function plate(text: string, [x, y]: Place, size: number, colour: string): readonly Mark[] {
  const [width, height] = [widthOf(text, size) + 12, size * 1.2];
  const shape = { x: x - width / 2, y: y - height / 2, width, height };
  return [{ ...box(shape, colours.paper), z2: 10 }, words(text, [x, y], { size, colour, align: "center" })];
}

/** A filled box; `fill` is a colour or one of ECharts' gradients. */
export const box = (shape: Box, fill: string | object, edge?: string): Mark => ({
  type: "rect",
  z2: 1,
  shape: { ...shape, r: 3 },
  style: { fill, ...(edge !== undefined && { stroke: edge, lineWidth: 1.5 }) },
});

type Stroke = { readonly colour: string; readonly width: number; readonly dash?: readonly number[] };

const pathOf = (places: readonly Place[]) => `M${places.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}`;

/** Lines, each through its places. */
export const strokes = (lines: readonly (readonly Place[])[], { colour, width, dash }: Stroke): Mark => ({
  type: "path",
  z2: 5,
  shape: { pathData: lines.map(pathOf).join("") },
  style: { fill: "none", stroke: colour, lineWidth: width, ...(dash && { lineDash: dash }) },
});

/** A filled shape around its corners. */
export const area = (corners: readonly Place[], fill: string): Mark => ({
  type: "path",
  z2: 2,
  shape: { pathData: `${pathOf(corners)}Z` },
  style: { fill },
});

/** The edge of a box. */
export const outline = ({ x, y, width, height }: Box, stroke: Stroke): Mark =>
  strokes(
    [
      [
        [x, y],
        [x + width, y],
        [x + width, y + height],
        [x, y + height],
        [x, y],
      ],
    ],
    stroke,
  );

/** Diagonal lines that fill a box exactly. */
export function hatch({ x, y, width, height }: Box, stroke: Stroke, gap = 10): Mark {
  const lines: (readonly Place[])[] = [];
  for (let d = gap / 2; d < width + height; d += gap) {
    const top: Place = d <= width ? [x + d, y] : [x + width, y + d - width];
    const left: Place = d <= height ? [x, y + d] : [x + d - height, y + height];
    lines.push([top, left]);
  }
  return strokes(lines, stroke);
}

/** The marks as a series for ECharts, above the axes of the other ones. */
export const marksOf = (marks: readonly Mark[]) => ({
  type: "custom" as const,
  coordinateSystem: "none" as const,
  silent: true,
  data: [0],
  z: 3,
  renderItem: () => ({ type: "group" as const, children: [...marks] }),
});
