import { describe, expect, test } from "vitest";
import { aGiven, only } from "../../../testing/score-builders.ts";
import { score } from "../domain.ts";

const line = (...of: Parameters<typeof score>) => score(...of).lines[0];

describe("service level", () => {
  const sums = {
    handled: 50,
    queueAnswered: 1000,
    queueAnsweredInTime: 860,
    queueAbandoned: 60,
    queueAbandonedInTime: 20,
  };

  test("860 of 1,000 answered in threshold, 60 abandoned of which 20 in threshold is 82.7", () => {
    const made = line(only("service-level", 80), aGiven(sums));
    expect(made?.value).toBeCloseTo((860 / 1040) * 100, 10);
    expect(made?.points.toFixed(1)).toBe("82.7");
    expect(made?.n).toBe(1040);
    expect([made?.interval?.low.toFixed(1), made?.interval?.high.toFixed(1)]).toEqual(["80.3", "84.9"]);
  });

  test("who gave up in time costs nothing, who gave up later does", () => {
    const level = (but: object) => line(only("service-level", 80), aGiven({ ...sums, ...but }))?.value;
    expect(level({ queueAbandoned: 20 })).toBeCloseTo(86, 10);
    expect(level({ queueAbandoned: 160, queueAbandonedInTime: 120 })).toBeCloseTo((860 / 1040) * 100, 10);
  });

  test("nobody who waited is no line", () => {
    expect(score(only("service-level", 80), aGiven({ handled: 3 })).lines).toEqual([]);
  });
});

describe("abandon rate", () => {
  test("abandoned ÷ (answered + abandoned), and lower is better", () => {
    const made = line(only("abandon-rate", 5), aGiven({ queueAnswered: 900, queueAbandoned: 100 }));
    expect(made).toMatchObject({ value: 10, points: 50, n: 1000, atTarget: 100 });
    // 10 % is between 8.29 and 12.02 %.
    expect([made?.interval?.low.toFixed(1), made?.interval?.high.toFixed(1)]).toEqual(["41.6", "60.3"]);
  });

  test("nobody abandoned is the cap, not a division by zero", () => {
    expect(line(only("abandon-rate", 5), aGiven({ queueAnswered: 4 }))).toMatchObject({
      value: 0,
      raw: 100,
      points: 100,
    });
  });
});

describe("occupancy", () => {
  test("(talk + hold + wrap) ÷ time signed in, against its target", () => {
    const sums = { handled: 40, talkS: 12_000, holdS: 1200, wrapS: 3000, staffedS: 24_000 };
    const made = line(only("occupancy", 75), aGiven(sums));
    expect(made).toMatchObject({ value: 67.5, raw: 90, points: 90, n: 40 });
    expect(made?.interval).toBeUndefined();
  });

  test("nobody signed in is no line", () => {
    expect(score(only("occupancy", 75), aGiven({ handled: 4, talkS: 100 })).lines).toEqual([]);
  });
});
