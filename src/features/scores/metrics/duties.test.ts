import { describe, expect, test } from "vitest";
import { day } from "../../../kernel/time.ts";
import { aGiven, march, only } from "../../../testing/score-builders.ts";
import { score } from "../domain.ts";

const line = (...of: Parameters<typeof score>) => score(...of).lines[0];
const sum = (all: readonly number[]) => all.reduce((a, b) => a + b, 0);
const squares = (all: readonly number[]) => sum(all.map((one) => one * one));

describe("quality", () => {
  const reviewed = (monitored: readonly number[], testCalls: readonly number[], complaintsAbout = 0) =>
    aGiven({
      monitored: monitored.length,
      monitoredPoints: sum(monitored),
      monitoredSquares: squares(monitored),
      testCalls: testCalls.length,
      testPoints: sum(testCalls),
      testSquares: squares(testCalls),
      complaintsAbout,
    });

  test("(monitoring mean + test-call mean) ÷ 2 − complaints × coefficient", () => {
    const made = line(only("quality", 90), reviewed([90, 94], [80], 3));
    expect(made).toMatchObject({ value: 80, points: 80, n: 3, atTarget: 90 });
    expect(made).not.toHaveProperty("flag");
    expect(line(only("quality", 90, { coefficient: 5 }), reviewed([90, 94], [80], 3))?.value).toBe(71);
    expect(line(only("quality", 90, { coefficient: 0 }), reviewed([90, 94], [80], 3))?.value).toBe(86);
  });

  test("a missing test call is not zero: monitoring counts alone and that is flagged", () => {
    expect(line(only("quality", 90), reviewed([90, 94], [], 1))).toMatchObject({
      value: 90,
      n: 2,
      flag: "no-test-call",
    });
    expect(line(only("quality", 90), reviewed([], [80]))).toMatchObject({ value: 80, n: 1, flag: "no-monitoring" });
    expect(score(only("quality", 90), reviewed([], [], 2)).lines).toEqual([]);
  });

  test("complaints may take it below zero; the points stay at the floor", () => {
    const given = reviewed([10], [10], 8);
    expect(line(only("quality", 90), given)).toMatchObject({ value: -6, raw: -6, points: 0 });
    expect(line(only("quality", 90, { floor: 40 }), given)).toMatchObject({ raw: -6, points: 40 });
  });

  test("its interval is that of the means: from 5 reviews on, their spread pooled", () => {
    const interval = (...of: Parameters<typeof reviewed>) =>
      line(only("quality", 90, { cap: 200 }), reviewed(...of))?.interval;
    expect(interval([80, 85, 90, 95], [])).toBeUndefined();
    const alone = interval([80, 82, 84, 86, 88], []);
    // 84, s² = 10, t = 2.776: ± 3.926
    expect([alone?.low.toFixed(2), alone?.high.toFixed(2)]).toEqual(["80.07", "87.93"]);
    const both = interval([80, 82, 84, 86, 88], [80, 82, 84, 86, 88]);
    // Pooled: s² = 10 on 8 degrees of freedom, t = 2.306, × √(10 × (1/5 + 1/5)) ÷ 2 = 2.306
    expect([both?.low.toFixed(2), both?.high.toFixed(2)]).toEqual(["81.69", "86.31"]);
    // The one test call is taken to spread as the reviews do: t = 2.776 × √(10 × (1/5 + 1)) ÷ 2 = 4.809
    const single = interval([80, 82, 84, 86, 88], [84]);
    expect([single?.low.toFixed(2), single?.high.toFixed(2)]).toEqual(["79.19", "88.81"]);
    expect(interval([96, 97, 98, 99, 100], [])?.high).toBeCloseTo(99.96, 2);
    expect(interval([95, 95, 100, 100, 100], [])?.high).toBe(100);
  });
});

describe("a team's deductions", () => {
  const people = { people: 4 };
  test.each([
    [
      "quality",
      only("quality", 90, { coefficient: 3 }),
      { monitored: 8, monitoredPoints: 720, monitoredSquares: 64_800, complaintsAbout: 2 },
      88.5,
    ],
    [
      "training",
      only("training", 90, { coefficient: 5 }),
      { exams: 4, examPoints: 360, examSquares: 32_400, examAbsences: 2 },
      87.5,
    ],
    ["attendance", only("attendance", 95, { mode: "deductions" }), { scheduledDays: 80, late: 4, absences: 2 }, 93],
  ] as const)("are those of one person in the middle: %s", (_, card, sums, points) => {
    expect(line(card, aGiven({ ...sums, ...people }))?.points).toBeCloseTo(points, 9);
  });
});

describe("training", () => {
  const sat = (points: readonly number[], examAbsences = 0) =>
    aGiven({ exams: points.length, examPoints: sum(points), examSquares: squares(points), examAbsences });

  test.each([
    ["both sat", [80, 90], 0, 85, 2],
    ["one absence", [80, 90], 1, 80, 3],
    ["absent from the only one", [], 1, -5, 1],
  ])("mean exam score − absences × coefficient: %s", (_, points, absences, value, n) => {
    expect(line(only("training", 80), sat(points, absences))).toMatchObject({ value, n, points: Math.max(0, value) });
  });

  test("another coefficient, and no exam at all is no line", () => {
    expect(line(only("training", 80, { coefficient: 10 }), sat([80, 90], 2))?.value).toBe(65);
    expect(score(only("training", 80), sat([])).lines).toEqual([]);
  });

  test("has an interval from 5 exams on, and absences alone have none", () => {
    const made = line(only("training", 80), sat([80, 82, 84, 86, 88], 2));
    expect([made?.interval?.low.toFixed(2), made?.interval?.high.toFixed(2)]).toEqual(["70.07", "77.93"]);
    expect(line(only("training", 80), sat([80, 82, 84, 86]))?.interval).toBeUndefined();
    expect(line(only("training", 80), sat([], 6))?.interval).toBeUndefined();
    expect(line(only("training", 80), sat([90], 6))?.interval).toEqual({ low: 0, high: 100 });
  });
});

describe("attendance", () => {
  const scheduled = { scheduledDays: 2, scheduledS: 57_600, inServiceS: 45_000, offS: 6840 };

  test("adherence = (in service as scheduled + off as scheduled) ÷ scheduled; events do not count twice", () => {
    const made = line(only("attendance", 95), aGiven({ ...scheduled, late: 3, absences: 1 }));
    expect(made).toMatchObject({ value: 90, points: 90, n: 2, atTarget: 95 });
    expect(made?.interval).toBeUndefined();
  });

  test("leave has no schedule and is neutral", () => {
    expect(line(only("attendance", 95), aGiven({ ...scheduled, leaveDays: 5 }))?.points).toBe(90);
    expect(score(only("attendance", 95), aGiven({ leaveDays: 5 })).lines).toEqual([]);
    expect(score(only("attendance", 95, { mode: "deductions" }), aGiven({ leaveDays: 5 })).lines).toEqual([]);
  });

  test.each([
    ["none", {}, 100],
    ["late", { late: 2 }, 96],
    ["early leave", { earlyLeave: 1 }, 98],
    ["absence", { absences: 1 }, 90],
    ["conduct on the floor", { conduct: 2 }, 90],
    ["all", { late: 1, earlyLeave: 1, absences: 1, conduct: 1 }, 81],
  ])("direct deductions per event: %s", (_, events, points) => {
    const made = line(only("attendance", 95, { mode: "deductions" }), aGiven({ ...scheduled, ...events }));
    expect(made).toMatchObject({ value: points, points, n: 2 });
  });

  test("deductions as the scorecard sets them, down to the floor", () => {
    const deductions = { late: 1, earlyLeave: 0, absence: 60, conduct: 0 };
    const card = only("attendance", 95, { mode: "deductions", deductions });
    expect(line(card, aGiven({ ...scheduled, late: 1, earlyLeave: 4, conduct: 9 }))?.points).toBe(99);
    expect(line(card, aGiven({ ...scheduled, absences: 2 }))).toMatchObject({ raw: -20, points: 0 });
  });

  test("an event without a schedule counts", () => {
    const card = only("attendance", 95, { mode: "deductions" });
    expect(line(card, aGiven({ absences: 1 }))).toMatchObject({ points: 90, n: 1 });
  });
});

describe("a lead's team result", () => {
  test("is the team's points, with its sample and interval", () => {
    const team = { points: 83.5, n: 400, interval: { low: 80, high: 87 } };
    expect(line(only("team-result", 85), aGiven({}, { team }))).toMatchObject({ ...team, value: 83.5, atTarget: 85 });
    expect(score(only("team-result", 85), aGiven({})).lines).toEqual([]);
  });
});

describe("a scorer's own", () => {
  test("evaluations ÷ target per workday, leave aside", () => {
    const made = line(only("evaluations", 5), aGiven({ scored: 99 }));
    expect(made).toMatchObject({ value: 99, target: 110, n: 99 });
    expect(made?.points).toBeCloseTo(90, 9);
    expect(line(only("evaluations", 5), aGiven({ scored: 99, leaveDays: 4 }))).toMatchObject({
      target: 90,
      points: 100,
    });
  });

  test("evaluations ÷ target per month, spread over the workdays so far", () => {
    const span = { ...march, through: day("2026-03-16") };
    const made = line(only("evaluations", 220, { per: "month" }), aGiven({ scored: 55 }, { span }));
    expect(made?.target).toBeCloseTo(110, 9);
    expect(made?.points).toBeCloseTo(50, 9);
    expect(score(only("evaluations", 220), aGiven({ calibrated: 3 })).lines).toEqual([]);
  });

  test("agreement = 100 − mean distance in calibrations, with its t interval", () => {
    const gaps = [2, 4, 6, 8, 10];
    const sums = { calibrated: 5, gapPoints: sum(gaps), gapSquares: squares(gaps) };
    const made = line(only("agreement", 90), aGiven(sums));
    expect(made).toMatchObject({ value: 94, points: 94, n: 5 });
    expect([made?.interval?.low.toFixed(2), made?.interval?.high.toFixed(2)]).toEqual(["90.07", "97.93"]);
    expect(score(only("agreement", 90), aGiven({ scored: 9 })).lines).toEqual([]);
  });

  test("overturns ÷ evaluations, and lower is better", () => {
    const made = line(only("overturns", 2), aGiven({ scored: 200, overturned: 8 }));
    expect(made).toMatchObject({ value: 4, points: 50, n: 200 });
    expect(line(only("overturns", 2, { points: "as-is" }), aGiven({ scored: 200, overturned: 8 }))?.points).toBe(96);
    expect(line(only("overturns", 2), aGiven({ scored: 200 }))).toMatchObject({ points: 100, atTarget: 100 });
  });

  test("overturns are at most all, also where some of a closed month are booked to a month of few", () => {
    const of = (overturned: number) => line(only("overturns", 2), aGiven({ scored: 5, overturned }));
    expect(of(7)).toMatchObject({ value: 100, interval: of(5)?.interval });
    expect(of(7)?.interval?.low).not.toBeNaN();
  });
});
