import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { locales, say } from "../kernel/locale.ts";
import { day } from "../kernel/time.ts";
import type { Raw } from "./ask.ts";
import { choice, date, file, id, optional, type Param, person, text } from "./param.ts";

const label = say({ en: "x", "zh-CN": "某" });
const scope = { locale: "en", today: day("2026-03-09") } as const;
const take = (param: Param, raw: Raw) => {
  const outcome = param.parse(raw, scope);
  return outcome.ok ? { value: outcome.value } : { refused: locales.map((locale) => outcome.refusal.say(locale)) };
};
const account = { account: { platform: "slack", workspace: "w1", user: "U1" } };
const upload = (bytes: number) => ({ file: { name: "a.csv", bytes, read: async () => new Uint8Array() } });

describe("text", () => {
  const short = text({ label, min: 3, max: 5 });
  test("lengths are kept on both sides, counted after trimming", () => {
    expect(take(short, "ab")).toEqual({
      refused: ["At least 3 characters are needed; this has 2.", "至少需要 3 个字符，目前为 2 个。"],
    });
    expect(take(short, " abc ")).toEqual({ value: "abc" });
    expect(take(short, "abcde")).toEqual({ value: "abcde" });
    expect(take(short, "abcdef")).toEqual({
      refused: ["At most 5 characters fit; this has 6.", "最多 5 个字符，目前为 6 个。"],
    });
  });

  test("what is taken is one way of writing, without NUL", () => {
    expect(take(short, "e\u0301e\u0301e\u0301")).toEqual({ value: "ééé" });
    expect(take(short, "a\u0000b\u0000c")).toEqual({ value: "abc" });
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (raw) => {
        const taken = text({ label, min: 0, max: 100 }).parse(raw, scope);
        if (taken.ok)
          expect([taken.value.includes("\u0000"), taken.value.normalize("NFC")]).toEqual([false, taken.value]);
      }),
    );
  });

  test("an account or a file is no text", () => {
    for (const raw of [account, upload(1)]) {
      expect(take(short, raw)).toEqual({ refused: ["Write this as text.", "请用文字填写。"] });
    }
  });
});

describe("choice", () => {
  const kind = choice({
    label,
    of: { fact: say({ en: "A fact", "zh-CN": "事实" }), rule: say({ en: "The rule", "zh-CN": "规则" }) },
  });
  test.each([
    ["fact", "fact"],
    [" FACT ", "fact"],
    ["a fact", "fact"],
    ["事实", "fact"],
    ["the rule", "rule"],
  ])("“%s” is %s", (raw, value) => expect(take(kind, raw)).toEqual({ value }));

  test("anything else is refused with what there is", () => {
    expect(take(kind, "toString")).toEqual({ refused: ["Choose A fact or The rule.", "请选择事实或规则。"] });
    expect(kind.field("zh-CN")).toEqual({
      is: "choice",
      options: [
        { value: "fact", label: "事实" },
        { value: "rule", label: "规则" },
      ],
    });
  });
});

describe("date", () => {
  test("a day is taken as it is written, and nothing near it", () => {
    expect(take(date({ label }), " 2028-02-29 ")).toEqual({ value: "2028-02-29" });
    for (const raw of ["2026-02-29", "today", "9/3/2026", ""]) {
      expect(take(date({ label }), raw)).toMatchObject({
        refused: [expect.stringContaining("2026-03-09"), expect.any(String)],
      });
    }
  });
});

describe("person", () => {
  test("an account or what somebody is called", () => {
    expect(take(person({ label }), account)).toEqual({ value: account });
    expect(take(person({ label }), " Ana Diaz ")).toEqual({ value: { text: "Ana Diaz" } });
    expect(take(person({ label }), " ")).toEqual({ refused: ["This is needed.", "此项必填。"] });
    expect(take(person({ label }), upload(1))).toMatchObject({ refused: ["Write this as text.", expect.any(String)] });
  });
});

describe("file", () => {
  const sheet = file({ label, maxBytes: 5_000_000 });
  test("its size is kept on both sides", () => {
    expect(take(sheet, upload(5_000_000))).toHaveProperty("value.bytes", 5_000_000);
    expect(take(sheet, upload(5_000_001))).toHaveProperty("refused");
    expect(take(sheet, upload(7_200_000))).toEqual({
      refused: ["The file is 7.2 MB; at most 5 MB can be sent here.", expect.stringContaining("7.2")],
    });
    expect(take(sheet, "a.csv")).toEqual({ refused: ["Attach a file.", "请附上文件。"] });
  });
});

test("an optional parameter is the same one, and an id has no field", () => {
  const maybe = optional(date({ label }));
  expect([maybe.required, take(maybe, "2026-03-09")]).toEqual([false, { value: "2026-03-09" }]);
  expect([id().field("en"), take(id(), "7")]).toEqual([undefined, { value: "7" }]);
});
