import type { Span } from "./range.ts";

type Rgb = readonly [red: number, green: number, blue: number];

/** Cividis: dark blue to yellow, ever lighter, and the same to those who see no red or no green (Nuñez, Anderton and Renslow 2018). */
const cividis: readonly Rgb[] = [
  [0, 34, 78],
  [18, 53, 112],
  [59, 73, 108],
  [87, 93, 109],
  [112, 113, 115],
  [138, 134, 120],
  [165, 156, 116],
  [195, 179, 105],
  [225, 204, 85],
  [254, 232, 56],
];

const hex = (rgb: Rgb) => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;

/** The colour at a share from 0, dark, to 1, light. */
export function heat(share: number): string {
  const place = Math.min(1, Math.max(0, share)) * (cividis.length - 1);
  const below = cividis[Math.floor(place)];
  const over = cividis[Math.ceil(place)];
  if (below === undefined || over === undefined) throw new RangeError(`${share} is no share`);
  const [r, g, b] = below.map((part, i) => part + ((over[i] ?? part) - part) * (place % 1));
  return hex([r ?? 0, g ?? 0, b ?? 0]);
}

/** How far up a span a value is, from 0 to 1. */
export const shareOf = (value: number, { low, high }: Span): number => (value - low) / (high - low);

/** Relative luminance of `#rrggbb`, 0 to 1 (WCAG 2.2). */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Black or white, whichever is easier to read on a colour. */
export const inkOn = (colour: string): string =>
  contrast(colour, "#000000") >= contrast(colour, "#ffffff") ? "#000000" : "#ffffff";
