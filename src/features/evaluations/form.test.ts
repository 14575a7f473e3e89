import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canEarn, type FormItem, formConfig, itemsOf, type Mark, mostOf, resultOf } from "./form.ts";

const both = (text: string) => ({ en: text, "zh-CN": text });
const anItem = (id: string, weight: number, but: object = {}) => ({ id, name: both(id), weight, points: 5, ...but });
const aForm = (...items: readonly object[]) => ({
  name: both("Form"),
  sections: [{ id: "all", name: both("All"), items }],
});
const read = (...items: readonly object[]) => formConfig.parse(aForm(...items));

/** What is wrong with a form, in English. */
const wrongWith = (form: unknown) => formConfig.safeParse(form).error?.issues.map(({ message }) => message) ?? [];

/** What an item can earn, from nothing to the most. */
const earnable = (item: FormItem): readonly number[] =>
  item.scale?.map(({ points }) => points) ?? Array.from({ length: (item.points ?? 0) + 1 }, (_, n) => n);

/** Whole weights that add up to 100, one for each item. */
const weights = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 0, maxLength: 11 }).map((parts) => {
  const kept = parts.filter((_, index) => parts.slice(0, index + 1).reduce((sum, part) => sum + part, 0) < 100);
  return [...kept, 100 - kept.reduce((sum, part) => sum + part, 0)];
});

const itemOf = (index: number, weight: number) =>
  fc
    .record({
      na: fc.boolean(),
      autoFail: fc.boolean(),
      by: fc.oneof(
        fc.record({ points: fc.integer({ min: 1, max: 20 }) }),
        fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { minLength: 2, maxLength: 6 }).map((steps) => ({
          scale: [...steps].sort((a, b) => a - b).map((points) => ({ points, name: both(`${points}`) })),
        })),
      ),
    })
    .map(({ na, autoFail, by }) => ({ id: `item-${index}`, name: both("x"), weight, na, autoFail, ...by }));

/** A form with marks for each of its items. */
const marked = weights
  .chain((all) => fc.tuple(...all.map((weight, index) => itemOf(index, weight))))
  .map((items) => formConfig.parse(aForm(...items)))
  .chain((form) =>
    fc
      .tuple(
        ...itemsOf(form).map((item) =>
          fc
            .constantFrom<number | "na">(...earnable(item), ...(item.na ? ["na" as const] : []))
            .map((points): Mark => ({ item: item.id, points })),
        ),
      )
      .map((marks) => ({ form, marks })),
  );

/** The share of the weights that was earned, counted in whole numbers over one denominator. */
function recount(items: readonly FormItem[], marks: readonly Mark[]): number | undefined {
  const denominator = items.reduce((product, item) => product * BigInt(mostOf(item)), 1n);
  let [earned, possible] = [0n, 0n];
  for (const [index, item] of items.entries()) {
    const points = marks[index]?.points ?? "na";
    if (points === "na") continue;
    earned += (BigInt(item.weight) * BigInt(points) * denominator) / BigInt(mostOf(item));
    possible += BigInt(item.weight) * denominator;
  }
  return possible === 0n ? undefined : Number((earned * 100_000_000n) / possible) / 1_000_000;
}

describe("the points of an evaluation", () => {
  test("are the weighted share of what could be earned, as an independent count has it", () => {
    fc.assert(
      fc.property(marked, ({ form, marks }) => {
        const [result, expected] = [resultOf(form, marks), recount(itemsOf(form), marks)];
        if (expected === undefined) {
          expect(result).toBeUndefined();
          return;
        }
        expect(Math.abs((result?.withoutAutoFail ?? -1) - expected)).toBeLessThanOrEqual(0.005_001);
        const failed = itemsOf(form).filter(
          ({ id, autoFail }) => autoFail && marks.find((one) => one.item === id)?.points === 0,
        );
        expect(result?.failedBy).toEqual(failed.map(({ id }) => id));
        expect(result?.points).toBe(failed.length > 0 ? 0 : result?.withoutAutoFail);
      }),
    );
  });

  test("never fall when one mark rises", () => {
    fc.assert(
      fc.property(marked, fc.nat(), ({ form, marks }, at) => {
        const index = at % marks.length;
        const item = itemsOf(form)[index];
        const raised = marks.map((mark, n) =>
          n === index && mark.points !== "na" && item ? { ...mark, points: mostOf(item) } : mark,
        );
        expect(resultOf(form, raised)?.points ?? 0).toBeGreaterThanOrEqual(resultOf(form, marks)?.points ?? 0);
      }),
    );
  });

  test.each([
    ["everything earned", [5, 5, 5], { points: 100, withoutAutoFail: 100, failedBy: [] }],
    ["weights count", [5, 0, 5], { points: 70, withoutAutoFail: 70, failedBy: [] }],
    [
      "what does not apply is left out of both sums",
      [5, "na", 0],
      { points: 0, withoutAutoFail: 71.43, failedBy: ["c"] },
    ],
    ["one point keeps it from failing", [5, "na", 1], { points: 77.14, withoutAutoFail: 77.14, failedBy: [] }],
  ] as const)("%s", (_, points, result) => {
    const form = read(anItem("a", 50), anItem("b", 30, { na: true }), anItem("c", 20, { autoFail: true }));
    const marks = points.map((one, index) => ({ item: "abc"[index] ?? "", points: one }));
    expect(resultOf(form, marks)).toEqual(result);
  });

  test("are undefined where nothing applies, and run along while marks are missing", () => {
    const form = read(anItem("a", 50, { na: true }), anItem("b", 50));
    expect(resultOf(form, [{ item: "a", points: "na" }])).toBeUndefined();
    expect(resultOf(form, [{ item: "b", points: 4 }])?.points).toBe(80);
  });
});

describe("what an item can earn", () => {
  test("is a whole number up to its points, or a step of its scale", () => {
    const [points, scale] = itemsOf(
      read(
        anItem("a", 50),
        anItem("b", 50, { points: undefined, scale: [0, 2.5, 10].map((one) => ({ points: one, name: both("step") })) }),
      ),
    ) as [FormItem, FormItem];
    expect([-1, 0, 2.5, 5, 6, Number.NaN].filter((mark) => canEarn(points, mark))).toEqual([0, 5]);
    expect([0, 2, 2.5, 10, 11, Number.NaN].filter((mark) => canEarn(scale, mark))).toEqual([0, 2.5, 10]);
    expect([mostOf(points), mostOf(scale)]).toEqual([5, 10]);
  });
});

describe("a form in the configuration is refused", () => {
  const rising = (...steps: readonly number[]) => ({
    points: undefined,
    scale: steps.map((points) => ({ points, name: both("step") })),
  });

  test.each([
    ["weights that miss 100", aForm(anItem("a", 60), anItem("b", 39.5)), /add up to 99\.5, not to 100/],
    ["weights beyond 100", aForm(anItem("a", 60), anItem("b", 41)), /add up to 101/],
    ["an item twice", aForm(anItem("a", 50), anItem("a", 50)), /two items are called a/],
    ["an item called overall", aForm(anItem("overall", 100)), /means all of an evaluation/],
    ["points and a scale", aForm(anItem("a", 100, { ...rising(0, 1), points: 5 })), /either points or a scale/],
    ["neither points nor a scale", aForm(anItem("a", 100, { points: undefined })), /either points or a scale/],
    ["a scale that falls", aForm(anItem("a", 100, rising(5, 3))), /rise from 0/],
    ["a scale with a step twice", aForm(anItem("a", 100, rising(0, 5, 5))), /rise from 0/],
    ["an id that does not fit a button", aForm(anItem("a".repeat(21), 100)), /20 at most/],
    ["an id with a bar", aForm(anItem("a|b", 100)), /small letters, digits and dashes/],
    [
      "more items than fit",
      aForm(...Array.from({ length: 40 }, (_, n) => anItem(`i${n}`, 2)), anItem("last", 20)),
      /at most 40|expected array to have <=40/,
    ],
  ])("for %s", (_, form, message) => {
    expect(wrongWith(form).join("\n")).toMatch(message);
  });

  test("but not for weights whose sum is 100 but for what a computer makes of decimals", () => {
    expect(wrongWith(aForm(...Array.from({ length: 10 }, (_, n) => anItem(`i${n}`, n === 9 ? 99.1 : 0.1))))).toEqual(
      [],
    );
    expect(wrongWith(aForm(anItem("a", 33.3), anItem("b", 33.3), anItem("c", 33.4)))).toEqual([]);
  });
});
