import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leastShared, wordsOf } from "./words.ts";

describe("the words of a text", () => {
  test.each([
    ["English", "How do I refund the card, please? Refund it TODAY!", ["refund", "card", "today"]],
    ["a number and a name", "Error E-1042 in CRM 3.5", ["error", "e", "1042", "crm", "3.5"]],
    ["Chinese, each two characters side by side", "客户要退款", ["要退", "退款"]],
    ["a Chinese character that stands alone", "卡 坏", ["卡", "坏"]],
    ["Chinese that says nothing by itself", "请问 怎么 的", []],
    ["both, with and without a space", "VIP客户 refund退款", ["vip", "refund", "退款"]],
    ["full-width letters as the usual ones", "ＣＲＭ　系统", ["crm", "系统"]],
    ["characters beyond the usual plane", "𠮷野家", ["𠮷野", "野家"]],
    ["emoji as nothing", "😀👩‍💻 help 🙏", ["help"]],
    ["only emoji", "🙏🙏", []],
    ["nothing", "", []],
    ["only punctuation", " … ?! ——。", []],
    ["words of one alphabet with accents", "Café CAFÉ", ["café"]],
  ])("%s", (_, text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test("are 200 at most", () => {
    const text = Array.from({ length: 300 }, (_, n) => `w${n}`).join(" ");
    expect(wordsOf(text)).toHaveLength(200);
    expect(wordsOf(text)[199]).toBe("w199");
  });

  test("are each there once, and hold no space", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        const words = wordsOf(text);
        expect(new Set(words).size).toBe(words.length);
        expect(words.filter((word) => word === "" || /\s/.test(word))).toEqual([]);
      }),
    );
  });
});

test.each([
  [[], 0],
  [["refund"], 1],
  [["refund", "card"], 2],
  [["refund", "card", "limit"], 2],
])("texts are alike where they share two words, or the only one: %j", (words, least) => {
  expect(leastShared(words)).toBe(least);
});
