import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { say } from "../kernel/locale.ts";
import { done } from "../kernel/outcome.ts";
import { day } from "../kernel/time.ts";
import { choice, date, id, optional, parsed, person, text } from "./param.ts";
import { missing, readLine, readValues } from "./parse.ts";

const label = say({ en: "x", "zh-CN": "某" });
const scope = { locale: "en", today: day("2026-03-09") } as const;
const appeal = {
  number: text({ label, max: 20 }),
  kind: optional(choice({ label, of: { fact: say({ en: "a fact", "zh-CN": "事实" }) } })),
  reason: text({ label, max: 200, paragraph: true }),
};
const read = (line: string, params: Parameters<typeof readLine>[0] = appeal) => {
  const given = readLine(params, line);
  return given.ok ? given.value : given.refusal.rest.map((why) => why("en"));
};

describe("reading a command line", () => {
  test.each([
    ["", {}],
    ["   ", {}],
    ["7", { number: "7" }],
    ["7 fact", { number: "7", kind: "fact" }],
    ["7 fact too low", { number: "7", kind: "fact", reason: "too low" }],
    ["7 fact  two   blanks stay ", { number: "7", kind: "fact", reason: "two   blanks stay" }],
    ["7 fact the “score” was: low", { number: "7", kind: "fact", reason: "the “score” was: low" }],
    ['"7 a" fact x', { number: "7 a", kind: "fact", reason: "x" }],
    ["“7 a” fact x", { number: "7 a", kind: "fact", reason: "x" }],
    ["kind:fact 7", { kind: "fact", number: "7" }],
    ["kind=fact 7", { kind: "fact", number: "7" }],
    ["kind：fact number：7", { kind: "fact", number: "7" }],
    ['reason:"too low" number:7', { reason: "too low", number: "7" }],
    ["reason：“太 低” number：7", { reason: "太 低", number: "7" }],
    ["7 number:8", { number: "8" }],
    ["colour:red", { number: "colour:red" }],
    ["12:30 fact see 12:30", { number: "12:30", kind: "fact", reason: "see 12:30" }],
    ['7 "unclosed', { number: "7", kind: '"unclosed' }],
    ["constructor:x", { number: "constructor:x" }],
  ])("“%s”", (line, given) => {
    expect(read(line)).toEqual(given);
  });

  test("words beyond the last parameter are refused where it takes no text", () => {
    const params = { on: date({ label }), who: optional(person({ label })) };
    expect(read("2026-03-09 Ana", params)).toEqual({ on: "2026-03-09", who: "Ana" });
    expect(read("2026-03-09 Ana Diaz", params)).toEqual(["“Diaz” was not expected."]);
    expect(read("anything", {})).toEqual(["“anything” was not expected."]);
  });

  test("what only buttons carry is never typed", () => {
    const params = { score: id(), note: text({ label, max: 9 }) };
    expect(read("hello", params)).toEqual({ note: "hello" });
    expect(read("score:1", params)).toEqual({ note: "score:1" });
  });

  test("the end of a line goes to the last parameter that surely knows it", () => {
    const period = parsed<string>({ label, knows: (end) => /^(last )?week$/.test(end.trim()) }, (value) => done(value));
    const params = { team: optional(text({ label, max: 40 })), period: optional(period) };
    expect(read("week", params)).toEqual({ period: "week" });
    expect(read("Blue last week", params)).toEqual({ team: "Blue", period: "last week" });
    expect(read("“Blue Team” last week", params)).toEqual({ team: "Blue Team", period: "last week" });
  });

  test("a value of any text comes back from its quotes", () => {
    const plain = fc.string({ unit: "grapheme" }).filter((value) => !/["“”]/.test(value));
    fc.assert(
      fc.property(plain, plain, (number, reason) => {
        expect(read(`reason:"${reason}" number:“${number}”`)).toEqual({ reason, number });
      }),
    );
  });

  test("any line at all is read or refused, in time that grows with its length", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (line) => {
        const given = readLine(appeal, line);
        if (given.ok) expect(Object.keys(given.value).every((name) => Object.hasOwn(appeal, name))).toBe(true);
      }),
    );
    for (const line of ['"'.repeat(40_000), "“a".repeat(20_000), "a:".repeat(20_000), "x ".repeat(20_000)]) {
      expect(readLine(appeal, line).ok).toBe(true);
    }
  });
});

describe("reading values", () => {
  test("everything that is wrong is said at once", () => {
    const outcome = readValues(appeal, { number: "x".repeat(21), kind: "rumour", colour: "red", toString: "y" }, scope);
    if (outcome.ok) throw new Error("was taken");
    expect(Object.fromEntries(Object.entries(outcome.refusal.by).map(([name, why]) => [name, why("en")]))).toEqual({
      number: "At most 20 characters fit; this has 21.",
      kind: "Choose a fact.",
      reason: "This is needed.",
    });
    expect(outcome.refusal.rest.map((why) => why("zh-CN"))).toEqual([
      "这里没有“colour”这一项。",
      "这里没有“toString”这一项。",
    ]);
  });

  test("optional values may be missing or blank; required ones are named", () => {
    expect(readValues(appeal, { number: "7", kind: " ", reason: "x" }, scope)).toEqual({
      ok: true,
      value: { number: "7", reason: "x" },
    });
    expect(missing(appeal, { number: " ", kind: "" })).toEqual(["number", "reason"]);
  });
});
