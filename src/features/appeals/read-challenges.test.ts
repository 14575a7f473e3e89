import fc from "fast-check";
import { expect, test } from "vitest";
import { aForm } from "../../testing/appeal-builders.ts";
import type { Ground } from "./card.ts";
import { challengesOf, pointsText, readPoints } from "./read-challenges.ts";

const form = aForm();
const inTime = { closesAt: new Date("2026-03-16T10:00:00Z"), isLate: false };
const items = [
  { item: "greeting", points: 3, most: 10, ...inTime },
  { item: "identity", points: 5, most: 5, ...inTime },
  { item: "solution", points: 6, most: 10, ...inTime },
];
const three: Pick<Ground, "items" | "form"> = { items, form };
const whole: Pick<Ground, "items" | "form"> = { items: [{ item: "overall", points: 71, most: 100, ...inTime }] };

function read(text: string, of = three) {
  const points = readPoints(text);
  if (!points.ok) return "not understood";
  const challenges = challengesOf(points.value, of);
  return challenges.ok
    ? challenges.value.map(({ item, proposed }) => `${item}=${proposed}`).join(" ")
    : challenges.refusal.why;
}

test.each([
  ["by its id", "greeting=10", "greeting=10"],
  ["several at once", "greeting=10, solution = 8", "greeting=10 solution=8"],
  ["by its name", "Right answer=8", "solution=8"],
  ["by its name, in small letters", "right answer: 8", "solution=8"],
  ["by its Chinese name", "问候=9；答复正确=10", "greeting=9 solution=10"],
  ["with full-width signs", "问候：９，答复正确：１０", "greeting=9 solution=10"],
  ["with the mark of a Chinese list", "问候=9、身份核实=5", "greeting=9 identity=5"],
  ["by its place", "1=10", "greeting=10"],
  ["by how its name begins", "right=8", "solution=8"],
  ["line by line", "greeting=10\nsolution=8", "greeting=10 solution=8"],
  ["with decimals", "greeting=7.5", "greeting=7.5"],
  ["one that the form does not have, as it was called", "parking=3", "parking=3"],
  ["points alone, where there are several items", "95", "which-item"],
  ["points alone and named ones", "greeting=10, 5", "which-item"],
])("an item is understood %s", (_, text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ["95", "overall=95"],
  ["overall=95", "overall=95"],
  ["1=95", "overall=95"],
  ["greeting=10", "greeting=10"],
])("of an evaluation without items, %s is %s", (text, expected) => {
  expect(read(text, whole)).toBe(expected);
});

test.each([
  "",
  "more please",
  "greeting",
  "greeting=",
  "=10",
  "greeting=ten",
  "greeting=10 solution=",
  "greeting==10",
  "-5",
])("%j says nothing that can be asked for", (text) => {
  expect(read(text)).toBe("not understood");
});

test("a name that holds a comma or a colon is one name", () => {
  const named = aForm();
  const [opening, ...more] = named.sections;
  const [first, ...rest] = opening?.items ?? [];
  if (opening === undefined || first === undefined) throw new Error("the form has a first item");
  const name = { en: "Opening: name, company", "zh-CN": "开场：姓名，公司" };
  const odd = { ...named, sections: [{ ...opening, items: [{ ...first, name }, ...rest] }, ...more] };
  expect(read("Opening: name, company=10, solution=7", { items, form: odd })).toBe("greeting=10 solution=7");
  expect(read("开场：姓名，公司=10", { items, form: odd })).toBe("greeting=10");
});

test("what is written back to the form reads as it was", () => {
  const wanted = fc.record({ item: fc.constantFrom("greeting", "identity", "solution"), points: fc.nat({ max: 100 }) });
  fc.assert(
    fc.property(fc.array(wanted, { minLength: 1, maxLength: 20 }), (all) => {
      expect(readPoints(pointsText(all))).toEqual({ ok: true, value: all });
    }),
  );
});

test("whatever is typed is answered at once, understood or not", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("a", " ", "=", "1", ",", ":", "，", "\n"), maxLength: 2_500 }),
      (text) => {
        const began = performance.now();
        const points = readPoints(text);
        expect(performance.now() - began).toBeLessThan(200);
        if (points.ok) expect(points.value.length).toBeGreaterThan(0);
      },
    ),
  );
});
