import stringWidth from "string-width";

/** The columns of a character that is the same whatever stands beside it; nothing of any other. */
function plainWidth(code: number): 1 | 2 | undefined {
  if (code >= 0x20 && code <= 0x7e) return 1;
  // Dashes, quotation marks, the bullet and the ellipsis.
  if ((code >= 0x2010 && code <= 0x2015) || (code >= 0x2018 && code <= 0x201f)) return 1;
  if (code === 0xb7 || code === 0x2022 || code === 0x2026) return 1;
  // Chinese characters, and the stops that go with them.
  if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3001 && code <= 0x3002) || code === 0xff0c || code === 0xff1a)
    return 2;
  return undefined;
}

/** How many columns of a fixed-width face a text takes; a Chinese character takes two. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (let i = 0; i < text.length; i += 1) {
    const width = plainWidth(text.charCodeAt(i));
    // Accents, joined emoji and the like are looked at whole, which takes a hundred times as long.
    if (width === undefined) return stringWidth(text);
    columns += width;
  }
  return columns;
}
