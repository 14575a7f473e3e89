import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "../../kernel/time.ts";
import { aGiven, aScorecard, only, took } from "../../testing/score-builders.ts";
import { type Part, roundTogether, type Score, score, standingOf, whole } from "./domain.ts";
import { noSums, type Sums, together } from "./sums.ts";

const both = aScorecard([
  { metric: "volume", weight: 60, target: 10 },
  { metric: "handle-time", weight: 40, target: 300 },
]);
const seconds = (min: number) => fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: min, maxLength: 60 });

describe("small samples are said to be small", () => {
  test.each([
    [0, "none"],
    [1, "few"],
    [4, "few"],
    [5, "provisional"],
    [9, "provisional"],
    [10, "firm"],
  ])("n = %d is %s", (n, standing) => {
    expect(standingOf(n)).toBe(standing);
    if (n > 0) {
      const made = score(only("handle-time", 300), aGiven(took(...Array.from({ length: n }, () => 60))));
      expect(made).toMatchObject({ n, standing });
    }
  });

  test("no interval below n = 5, one from 5 on, for means and for shares", () => {
    expect(score(only("handle-time", 300), aGiven(took(1, 2, 3, 4))).interval).toBeUndefined();
    expect(score(only("handle-time", 300), aGiven(took(1, 2, 3, 4, 5))).interval).toBeDefined();
    expect(score(only("csat", 80), aGiven({ csatAnswers: 4, csatTop: 3 })).interval).toBeUndefined();
    expect(score(only("csat", 80), aGiven({ csatAnswers: 5, csatTop: 3 })).interval).toBeDefined();
  });
});

describe("a line", () => {
  test("keeps the raw points beside the clamped ones", () => {
    const of = (seconds: number, more: object) => score(only("handle-time", 300, more), aGiven(took(seconds))).lines[0];
    expect(of(200, {})).toMatchObject({ raw: 150, points: 100 });
    expect(of(200, { cap: 120 })).toMatchObject({ raw: 150, points: 120 });
    expect(of(200, { cap: 160 })).toMatchObject({ raw: 150, points: 150 });
    expect(of(1500, {})).toMatchObject({ raw: 20, points: 20 });
    expect(of(1500, { floor: 40 })).toMatchObject({ raw: 20, points: 40 });
    expect(of(1500, { floor: 10 })).toMatchObject({ raw: 20, points: 20 });
  });

  test("tells the inputs that its formula took", () => {
    const sums = { handled: 2, talkS: 100, holdS: 20, wrapS: 30, complaints: 1, daysWorked: 1, csatAnswers: 7 };
    expect(score(only("handle-time", 300), aGiven(sums)).lines[0]?.inputs).toEqual({
      talkS: 100,
      holdS: 20,
      wrapS: 30,
      handled: 2,
    });
  });

  test.each([
    ["as it is, higher", "csat", {}, 80],
    ["as it is, lower", "csat", { direction: "lower" }, 20],
    ["by target", "csat", { points: "by-target" }, 100],
    ["capped below 100", "csat", { points: "by-target", cap: 90 }, 90],
  ] as const)("says what its points would be at the target: %s", (_, metric, more, atTarget) => {
    const made = score(only(metric, 80, more), aGiven({ csatAnswers: 10, csatTop: 3 }));
    expect([made.atTarget, made.lines[0]?.atTarget]).toEqual([atTarget, atTarget]);
  });
});

describe("a component with fewer results than it asks for", () => {
  const card = aScorecard([
    { metric: "csat", weight: 50, target: 80, minimumN: 10 },
    { metric: "handle-time", weight: 50, target: 300 },
  ]);
  const answers = (csatAnswers: number) => aGiven({ ...took(600, 600), csatAnswers, csatTop: csatAnswers });

  test.each([0, 1, 9])("waits and weighs nothing: %d", (n) => {
    const made = score(card, answers(n));
    expect(made).toMatchObject({ points: 50, waiting: [{ metric: "csat", n, minimumN: 10 }] });
    expect(made.lines.map(({ metric }) => metric)).toEqual(["handle-time"]);
  });

  test("counts from just as many on", () => {
    expect(score(card, answers(10))).toMatchObject({ points: 75, waiting: [] });
  });
});

describe("a score", () => {
  test("is the weighted mean of its lines, between 0 and 100, inside its own interval", () => {
    fc.assert(
      fc.property(seconds(1), (some) => {
        const made = score(both, aGiven(took(...some)));
        const [first, second] = made.lines;
        expect(made.points).toBeCloseTo(((first?.points ?? 0) * 60 + (second?.points ?? 0) * 40) / 100, 9);
        expect(made.points).toBeGreaterThanOrEqual(0);
        expect(made.points).toBeLessThanOrEqual(100);
        expect(made.interval !== undefined).toBe(some.length >= 5);
        if (made.interval === undefined) return;
        expect(made.interval.low).toBeLessThanOrEqual(made.points + 1e-9);
        expect(made.interval.high).toBeGreaterThanOrEqual(made.points - 1e-9);
      }),
    );
  });

  test("is the same however the contacts are split into tallies", () => {
    fc.assert(
      fc.property(seconds(2), fc.array(fc.nat(4), { minLength: 60, maxLength: 60 }), (some, bucketOf) => {
        const tallies = [0, 1, 2, 3, 4].map((bucket): Sums => {
          const own = took(...some.filter((_, index) => bucketOf[index] === bucket));
          return { ...own, daysWorked: 0, people: 0 };
        });
        const joined = { ...tallies.reduce(together, noSums), daysWorked: 1, people: 1 };
        expect(score(both, aGiven(joined))).toEqual(score(both, aGiven(took(...some))));
      }),
    );
  });

  test("shares a missing metric's weight among the others", () => {
    const made = score(both, aGiven(took(0, 0, 0)));
    expect(made.lines.map((line) => line.metric)).toEqual(["volume"]);
    expect(made.points).toBeCloseTo(30, 10);
    expect(made.waiting).toEqual([{ metric: "handle-time", n: 0, minimumN: 1 }]);
  });

  test("of nothing is nothing", () => {
    const made = score(both, aGiven({}));
    expect(made).toMatchObject({ points: 0, n: 0, standing: "none", lines: [] });
    expect(made.waiting.map(({ metric }) => metric)).toEqual(["volume", "handle-time"]);
    expect(made.interval).toBeUndefined();
  });

  test("has the contacts handled as its n where it weighs any, else the largest of its lines'", () => {
    const card = aScorecard([
      { metric: "quality", weight: 50, target: 90 },
      { metric: "training", weight: 50, target: 90 },
    ]);
    const sums = { monitored: 3, monitoredPoints: 270, exams: 1, examPoints: 90 };
    expect(score(card, aGiven(sums))).toMatchObject({ n: 3, standing: "few" });
    expect(score(card, aGiven({ ...sums, handled: 200 }))).toMatchObject({ n: 3, standing: "few" });
    expect(score(both, aGiven({ ...sums, ...took(300), handled: 200 }))).toMatchObject({ n: 200, standing: "firm" });
  });

  test("is at its targets where every line is", () => {
    const card = aScorecard([
      { metric: "csat", weight: 25, target: 80 },
      { metric: "handle-time", weight: 75, target: 300 },
    ]);
    const made = score(card, aGiven({ ...took(300), csatAnswers: 5, csatTop: 4 }));
    expect(made.points).toBeCloseTo(95, 10);
    expect(made.atTarget).toBeCloseTo(95, 10);
  });
});

describe("the whole of several parts", () => {
  const part = (made: Partial<Score>, share: number): Part => ({
    points: 0,
    n: 0,
    standing: "firm",
    atTarget: 100,
    lines: [],
    waiting: [],
    from: day("2026-03-02"),
    to: day("2026-03-06"),
    scorecard: "agents",
    version: 1,
    share,
    ...made,
  });

  test("weighs each by the days worked in it", () => {
    const parts = [
      part({ points: 90, n: 60, atTarget: 80, interval: { low: 88, high: 92 } }, 0.75),
      part({ points: 50, n: 20, atTarget: 100 }, 0.25),
    ];
    expect(whole(parts)).toEqual({
      points: 80,
      n: 80,
      standing: "firm",
      atTarget: 85,
      // A part without an interval is taken for what it is.
      interval: { low: 78.5, high: 81.5 },
      parts,
    });
  });

  test("leaves out a part of which nothing is known", () => {
    const parts = [part({ points: 90, n: 4, standing: "few" }, 1), part({ standing: "none", n: 3 }, 0)];
    expect(whole(parts)).toMatchObject({ points: 90, n: 4, standing: "few" });
    expect(whole([part({ standing: "none" }, 0)])).toMatchObject({ points: 0, n: 0, standing: "none" });
    expect(whole([])).toEqual({ points: 0, n: 0, standing: "none", atTarget: 0, parts: [] });
  });

  test("of one part is that part", () => {
    fc.assert(
      fc.property(seconds(1), (some) => {
        const made = score(both, aGiven(took(...some)));
        const { points, n, standing, interval } = whole([part(made, 1)]);
        expect({ points, n, standing, interval }).toEqual({
          points: made.points,
          n: made.n,
          standing: made.standing,
          interval: made.interval,
        });
      }),
    );
  });
});

describe("rounding together", () => {
  const shown = (value: number, digits: number) =>
    new Intl.NumberFormat("en", {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      useGrouping: false,
    }).format(value);
  const values = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 7 });

  test("adds up to the whole as it is shown, and moves nothing by a whole last digit", () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 2 }), (all, digits) => {
        const total = all.reduce((a, b) => a + b, 0);
        const rounded = roundTogether(all, total, digits);
        expect(
          shown(
            rounded.reduce((a, b) => a + b, 0),
            digits,
          ),
        ).toBe(shown(total, digits));
        for (const [index, value] of rounded.entries()) {
          expect(Math.abs(value - (all[index] ?? 0))).toBeLessThan(10 ** -digits + 1e-8);
          expect(Number(shown(value, digits))).toBe(value);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("the largest remainders go up, the first of equals", () => {
    expect(roundTogether([33.34, 33.33, 33.33], 100, 1)).toEqual([33.4, 33.3, 33.3]);
    expect(roundTogether([0.5, 0.5], 1, 0)).toEqual([1, 0]);
    expect(roundTogether([10, 20.04], 30.04, 1)).toEqual([10, 20]);
    expect(roundTogether([], 0, 1)).toEqual([]);
  });

  test("a whole just short of a half is shown down, and so are its parts", () => {
    expect(roundTogether([3.3499999999999996], 3.3499999999999996, 1)).toEqual([3.3]);
    expect(roundTogether([8.35], 8.35, 1)).toEqual([8.4]);
  });
});
