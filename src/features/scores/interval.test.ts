import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { meanMargin, wilson } from "./interval.ts";

const percent = ({ low, high }: { low: number; high: number }) => [Math.round(low * 100), Math.round(high * 100)];

describe("the Wilson interval of a share", () => {
  test.each([
    [4, 5, [38, 96]],
    [18, 20, [70, 97]],
    [0, 10, [0, 28]],
    [10, 10, [72, 100]],
    [1, 1, [21, 100]],
  ])("%d of %d", (hits, n, expected) => {
    expect(percent(wilson(hits, n))).toEqual(expected);
  });

  const shares = fc
    .integer({ min: 1, max: 5000 })
    .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

  test("lies between 0 and 1 around the share, and mirrors the share of the others", () => {
    fc.assert(
      fc.property(shares, ([hits, n]) => {
        const { low, high } = wilson(hits, n);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(hits / n + 1e-12);
        expect(high).toBeGreaterThanOrEqual(hits / n - 1e-12);
        const rest = wilson(n - hits, n);
        expect(1 - rest.high).toBeCloseTo(low, 10);
      }),
    );
  });

  test("its ends are where the share would be just 1.96 standard errors away, which is how Wilson found it", () => {
    fc.assert(
      fc.property(shares, ([hits, n]) => {
        for (const end of Object.values(wilson(hits, n))) {
          expect((hits / n - end) ** 2).toBeCloseTo((3.8414588 * end * (1 - end)) / n, 6);
        }
      }),
    );
  });
});

describe("the t interval of a mean", () => {
  const marginOf = (...all: number[]) =>
    meanMargin(
      all.length,
      all.reduce((a, b) => a + b, 0),
      all.reduce((a, b) => a + b * b, 0),
    );

  test("Student's sleep data of 1908: 1.58 hours, 0.70 to 2.46", () => {
    const gained = [1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4];
    expect(1.58 - marginOf(...gained)).toBeCloseTo(0.7001142, 6);
    expect(1.58 + marginOf(...gained)).toBeCloseTo(2.4598858, 6);
  });

  test.each([
    ["1 to 5: s² = 2.5, t = 2.776", [1, 2, 3, 4, 5], 1.9632432],
    ["two: t = 12.706", [10, 20], 63.5310237],
    ["no spread", [7, 7, 7], 0],
  ])("%s", (_, all, margin) => {
    expect(marginOf(...all)).toBeCloseTo(margin, 6);
  });

  test("comes to the normal quantile for many", () => {
    expect(meanMargin(1_000_000, 0, 1_000_000)).toBeCloseTo(1.96 / 1000, 5);
  });

  test("rounding that makes squares too few is no spread, not a root of something negative", () => {
    expect(meanMargin(3, 0.3, 0.03 - 1e-17)).toBe(0);
  });
});
