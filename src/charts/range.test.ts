import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rangeOf, spanOf } from "./range.ts";

const units = ["points", "percent", "seconds", "count"] as const;
const aUnit = fc.constantFrom(...units);
const someValues = fc.array(fc.double({ min: 0, max: 10_000, noNaN: true }), { minLength: 1, maxLength: 31 });

describe("an axis", () => {
  test("shows every value, on few round steps, and nothing below zero", () => {
    fc.assert(
      fc.property(aUnit, someValues, (unit, values) => {
        const { min, max, step } = rangeOf(values, unit);
        expect(min).toBeGreaterThanOrEqual(0);
        expect(min).toBeLessThanOrEqual(Math.min(...values));
        expect(max).toBeGreaterThanOrEqual(Math.max(...values));
        expect((max - min) / step).toBeGreaterThanOrEqual(1);
        expect((max - min) / step).toBeLessThanOrEqual(6);
      }),
    );
  });

  test.each([
    ["points", [78, 93], { min: 75, max: 100, step: 5 }],
    ["points", [99.9, 100], { min: 90, max: 100, step: 5 }],
    ["percent", [120], { min: 115, max: 125, step: 5 }],
    ["seconds", [280, 340], { min: 270, max: 360, step: 30 }],
    ["count", [0, 2], { min: 0, max: 4, step: 1 }],
    ["points", [], { min: 0, max: 100, step: 25 }],
  ] as const)("of %s %j is %j", (unit, values, range) => {
    expect(rangeOf(values, unit)).toEqual(range);
  });
});

test("a span is never so narrow that noise looks like news", () => {
  expect(spanOf([88], "points")).toEqual({ low: 83, high: 93 });
  expect(spanOf([99], "points")).toEqual({ low: 90, high: 100 });
  expect(spanOf([1], "seconds")).toEqual({ low: 0, high: 20 });
  expect(spanOf([70, 95], "points")).toEqual({ low: 70, high: 95 });
});
