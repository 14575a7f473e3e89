import { colours, letters, margin, size } from "./look.ts";
import { type Mark, type Place, words } from "./sketch.ts";
import { cut, widthOf, wrap } from "./words.ts";

/** Marks at the top of a picture, and where they end. */
export type Above = { readonly marks: readonly Mark[]; readonly bottom: number };

const room = size.width - 2 * margin;

/** The title in one line, or smaller in two, what is longer cut visibly. */
export function heading(title: string): Above {
  const fits = widthOf(title, letters.title) <= room;
  const lettering = { size: fits ? letters.title : letters.text };
  const lines = fits ? [title] : wrap(title, room, lettering.size, 2);
  const height = lettering.size * 1.3;
  const marks = lines.map((line, i) => words(line, [margin, 18 + height * (i + 0.5)], lettering));
  return { marks, bottom: 18 + height * lines.length };
}

/** What a sign in the picture means; the sign is drawn left of its words. */
export type Sign = { readonly means: string; readonly draw: (at: Place) => readonly Mark[] };

const signWidth = 40;
const gap = 28;

/** The signs in a row below a title; none take no room. */
export function legend(signs: readonly Sign[], top: number): Above {
  const each = (room - gap * (signs.length - 1)) / signs.length - signWidth;
  const marks: Mark[] = [];
  const y = top + 20;
  let x: number = margin;
  for (const { means, draw } of signs) {
    const shown = cut(means, each, letters.small);
    marks.push(...draw([x, y]), words(shown, [x + signWidth, y], { size: letters.small, colour: colours.quiet }));
    x += signWidth + widthOf(shown, letters.small) + gap;
  }
  return { marks, bottom: signs.length === 0 ? top : top + 36 };
}
