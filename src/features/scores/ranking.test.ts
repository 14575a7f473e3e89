import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Ranked, rank, shrink } from "./ranking.ts";

const result = (points: number, half: number, n = 50) => ({
  points,
  n,
  interval: { low: points - half, high: points + half },
});
const results = fc.array(
  fc
    .tuple(fc.double({ min: 0, max: 100, noNaN: true }), fc.double({ min: 0, max: 20, noNaN: true }), fc.nat(40))
    .map(([points, half, n]) => result(points, half, n)),
  { maxLength: 30 },
);
const meanOf = (all: readonly Ranked[]) => all.reduce((sum, one) => sum + one.points, 0) / all.length;

describe("shrinking towards the mean", () => {
  test("lies between one's own and the mean", () => {
    fc.assert(
      fc.property(results, (all) => {
        const mean = meanOf(all);
        for (const [index, shrunk] of shrink(all).entries()) {
          const own = all[index]?.points ?? Number.NaN;
          expect(shrunk).toBeGreaterThanOrEqual(Math.min(own, mean) - 1e-9);
          expect(shrunk).toBeLessThanOrEqual(Math.max(own, mean) + 1e-9);
        }
      }),
    );
  });

  test("w = τ²/(τ²+σ²/n), by hand: 70, 80 and 90, each ± 9.8", () => {
    // σ²/n = (9.8 / 1.96)² = 25; τ² = 100 − 25 = 75; w = 0.75
    const made = shrink([result(70, 9.8), result(80, 9.8), result(90, 9.8)]);
    expect(made[0]).toBeCloseTo(72.5, 9);
    expect(made[1]).toBeCloseTo(80, 9);
    expect(made[2]).toBeCloseTo(87.5, 9);
  });

  test("an uncertain result moves further than a certain one", () => {
    const [sure = 0, unsure = 0] = shrink([result(90, 2), result(90, 15), result(60, 5), result(70, 5)]);
    expect(sure).toBeGreaterThan(unsure);
    expect(unsure).toBeLessThan(90);
  });

  test("results that differ by no more than chance come to the mean; those without any doubt stay", () => {
    for (const made of shrink([result(79, 30), result(81, 30)])) expect(made).toBeCloseTo(80, 9);
    expect(
      shrink([
        { points: 70, n: 10 },
        { points: 90, n: 10 },
      ]),
    ).toEqual([70, 90]);
    expect(shrink([])).toEqual([]);
  });
});

describe("ranks", () => {
  const placesOf = (...all: Ranked[]) => rank(all).map(({ points, place }) => [points, place]);

  test("need n ≥ 10", () => {
    expect(placesOf(result(99, 1, 9), result(50, 1, 10))).toEqual([[50, 1]]);
    expect(rank([])).toEqual([]);
  });

  test("are tied where intervals overlap, and the next place counts everybody before", () => {
    expect(placesOf(result(50, 2), result(90, 4), result(84, 3), result(70, 1))).toEqual([
      [90, 1],
      [84, 1],
      [70, 3],
      [50, 4],
    ]);
  });

  test("touching is overlapping, a hair apart is not", () => {
    expect(placesOf(result(90, 5), result(80, 5))).toEqual([
      [90, 1],
      [80, 1],
    ]);
    expect(placesOf(result(90, 5), result(80, 4.999))).toEqual([
      [90, 1],
      [80, 2],
    ]);
  });

  test("a chain of overlaps does not carry the first place down: each is held against the first of the place", () => {
    expect(placesOf(result(90, 4), result(84, 4), result(78, 4))).toEqual([
      [90, 1],
      [84, 1],
      [78, 3],
    ]);
  });

  test("where all differences may be chance, the higher points still come first", () => {
    // The spread of 50 ± 1, 90 ± 1 and 70 ± 80 is less than their doubt: all shrink to 70.
    const all = [result(50, 1), result(70, 80), result(90, 1)];
    for (const some of [all, [...all].reverse()]) {
      expect(placesOf(...some)).toEqual([
        [90, 1],
        [70, 1],
        [50, 3],
      ]);
    }
  });

  test("are the same whatever the order that people come in, and never beyond those before", () => {
    const people = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.nat(20), fc.nat(40)), {
      selector: ([points]) => points,
    });
    fc.assert(
      fc.property(people, (some) => {
        const all = some.map(([points, half, n]) => result(points, half, n));
        const placed = placesOf(...all);
        expect(placesOf(...[...all].reverse())).toEqual(placed);
        expect(placed).toHaveLength(all.filter(({ n }) => n >= 10).length);
        for (const [index, [, place = 0]] of placed.entries()) {
          expect(place).toBeLessThanOrEqual(index + 1);
          expect(place).toBeGreaterThanOrEqual(placed[index - 1]?.[1] ?? 1);
        }
      }),
    );
  });
});
