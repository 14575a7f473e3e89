import { readFileSync } from "node:fs";
import { Resvg } from "@resvg/resvg-wasm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import "./png.ts";
import { clean, cut, sizeFor, widthOf, wrap } from "./words.ts";

const fonts = ["noto-sans-sc-medium", "noto-sans-medium"].map((name) =>
  readFileSync(new URL(`font/${name}.ttf`, import.meta.url)),
);

/** How wide the bundled font really draws a text of this size. */
function inkOf(text: string, size: number): number {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="50"><text y="40" font-size="${size}">${text}</text></svg>`;
  const reader = new Resvg(svg, {
    font: { loadSystemFonts: false, fontBuffers: fonts, defaultFontFamily: "Noto Sans SC" },
  });
  return reader.getBBox()?.width ?? 0;
}

describe("a text's width", () => {
  test.each([
    "The quick brown fox jumps over the lazy dog",
    "SERVICE LEVEL OF THE SALES QUEUE",
    "0123456789",
    "12:05",
    "92.4%",
    "90–100",
    "Müller, Łukasz, Zoë",
    "华东一组平均处理时长",
    "2025 年第 12 周（含外包）",
  ])("%s is what the font needs, within an eighth", (text) => {
    const ratio = widthOf(text, 20) / inkOf(text, 20);
    expect(ratio).toBeGreaterThan(0.97);
    expect(ratio).toBeLessThan(1.13);
  });
});

describe("a text too long for its place", () => {
  const anyText = fc.string({ unit: "grapheme", maxLength: 60 });

  test("is cut to the width, and the cut is visible", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 30, max: 300 }), (text, width) => {
        const shown = cut(text, width, 20);
        expect(widthOf(shown, 20)).toBeLessThanOrEqual(width);
        expect(shown === text || shown.endsWith("…")).toBe(true);
      }),
    );
  });

  test("is wrapped into so many lines, none wider than its place, nothing lost without an ellipsis", () => {
    fc.assert(
      fc.property(anyText.map(clean), fc.integer({ min: 40, max: 400 }), (text, width) => {
        const lines = wrap(text, width, 20, 2);
        expect(lines.length).toBeLessThanOrEqual(2);
        for (const line of lines) expect(widthOf(line, 20)).toBeLessThanOrEqual(width);
        if (!lines.some((line) => line.endsWith("…")))
          expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
      }),
    );
  });

  test("breaks between words, and never before a comma", () => {
    expect(wrap("Average handling time", 160, 20, 2)).toEqual(["Average", "handling time"]);
    for (let width = 90; width < 240; width += 5)
      for (const line of wrap("平均处理时长，含保持时长", width, 20, 4)) expect(line).not.toMatch(/^，/u);
  });

  test("is set as large as fits, down to a smallest size", () => {
    expect(sizeFor(["ab", "质检"], 40, { most: 22, least: 15 })).toBe(20);
    expect(sizeFor(["质检"], 100, { most: 22, least: 15 })).toBe(22);
    expect(sizeFor(["质检"], 20, { most: 22, least: 15 })).toBeUndefined();
  });
});

test("a text is cleaned of controls, direction marks and emoji, and kept on one line", () => {
  expect(clean("a\u0000b\n c\u202e\ud83d d 👩‍💻 e 1️⃣")).toBe("ab c d e 1");
  expect(clean("欧阳㛃 𫖯 שלום")).toBe("欧阳㛃 𫖯 שלום");
});
