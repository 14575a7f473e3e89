import { describe, expect, test } from "vitest";
import { namesOf, withoutNames, withoutNumbers } from "./masking.ts";

describe("long numbers are taken out of a text", () => {
  test.each([
    ["a card 4111 1111 1111 1111 was read", "a card ••• was read"],
    ["call 13800138000 back", "call ••• back"],
    ["call 138-0013-8000。", "call •••。"],
    ["电话１３８００１３８０００，谢谢", "电话•••，谢谢"],
    ["+44 (020) 7946 0958!", "+•••!"],
    ["exactly 1234567", "exactly •••"],
    ["only 123456", "only 123456"],
    ["twice in 2025, at 3:20", "twice in 2025, at 3:20"],
    ["123456 and 123456", "123456 and 123456"],
    ["no digits", "no digits"],
  ])("%j → %j", (text, masked) => expect(withoutNumbers(text)).toBe(masked));
});

describe("names are taken out of a text", () => {
  const ana = namesOf({ name: "Ana Diaz" });
  const ming = namesOf({ name: "王小明" });
  test.each([
    [ana, "Ana Diaz was calm", "••• was calm"],
    [ana, "well done ana!", "well done •••!"],
    [ana, "Ms DIAZ's patience", "Ms •••'s patience"],
    [ana, "a banana and analysis", "a banana and analysis"],
    [ming, "王小明很耐心，小明做得好", "•••很耐心，•••做得好"],
    [ming, "王先生很满意", "王先生很满意"],
    [["a.b", ""], "a.b is not acb", "••• is not acb"],
    [[], "Ana", "Ana"],
  ])("%j: %j → %j", (names, text, masked) => expect(withoutNames(text, names)).toBe(masked));
});
