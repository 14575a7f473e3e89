import fc from "fast-check";
import stringWidth from "string-width";
import { expect, test } from "vitest";
import { columnsOf } from "./width.ts";

const usual = fc.constantFrom(
  ..."aZ09 ,.%–—’“”·•…汉字鿿一、。，：",
  "é",
  "e\u0301",
  "👩‍👩‍👧‍👦",
  "ｱ",
  "\u200d",
  "\ufe0f",
  "한",
  "が",
);

test("a text is as wide as its characters are together, joined ones once", () => {
  expect(columnsOf("84.1–90.3")).toBe(9);
  expect(columnsOf("质量：汉")).toBe(8);
  expect(columnsOf("👩‍👩‍👧‍👦")).toBe(2);
  const texts = fc.oneof(
    fc.array(usual).map((all) => all.join("")),
    fc.string({ unit: "grapheme" }),
  );
  fc.assert(
    fc.property(texts, (text) => columnsOf(text) === stringWidth(text)),
    { numRuns: 500 },
  );
});
