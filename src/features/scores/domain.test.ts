import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "../../kernel/time.ts";
import { meanMargin, noSums, type Span, type Sums, score, scorecardFor, standingOf, together } from "./domain.ts";
import { type Scorecard, type ScorecardConfig, scorecardConfig } from "./scorecard.ts";

const calendar = { weekend: [6, 7], holidays: [], workdays: [] } as const;
const march: Span = { from: day("2026-03-01"), through: day("2026-03-31"), calendar };

const card = (components: unknown, but: Partial<ScorecardConfig> = {}) => ({
  ...scorecardConfig.parse({
    name: { en: "Agents", "zh-CN": "坐席" },
    for: { role: "agent" },
    from: "2026-01-01",
    components,
  }),
  ...but,
});
const onlyVolume = (target: number, more: object = {}) => card([{ metric: "volume", weight: 100, target, ...more }]);
const onlyHandleTime = (target: number, more: object = {}) =>
  card([{ metric: "handle-time", weight: 100, target, ...more }]);

/** The sums of contacts that took so many seconds each. */
const took = (...seconds: number[]): Sums => ({
  ...noSums,
  handled: seconds.length,
  talkS: seconds.reduce((a, b) => a + b, 0),
  handleS2: seconds.reduce((a, b) => a + b * b, 0),
  daysWorked: 1,
  people: 1,
});

describe("volume", () => {
  const month: Sums = {
    ...took(...Array.from({ length: 100 }, () => 60)),
    handled: 5000,
    complaints: 500,
    daysWorked: 22,
  };

  test("5,000 handled with 500 complaints against a target of 5,000 a month is 90", () => {
    expect(score(onlyVolume(5000, { per: "month" }), month, march).points).toBeCloseTo(90, 10);
  });

  test.each([
    ["subtract", 90],
    ["neutral", 100],
    ["credit", 110],
  ])("complaints count as the scorecard says: %s → %d raw points", (complaintMode, raw) => {
    const made = score(onlyVolume(5000, { per: "month", complaintMode }), month, march);
    expect(made.lines[0]?.raw).toBeCloseTo(raw, 10);
    expect(made.points).toBeCloseTo(Math.min(100, raw), 10);
  });

  test("a daily target counts the days worked, so that a day of leave changes nothing", () => {
    const sums = { ...took(...Array.from({ length: 80 }, () => 60)), daysWorked: 2 };
    expect(score(onlyVolume(40), sums, march).points).toBeCloseTo(100, 10);
    expect(score(onlyVolume(40), { ...sums, daysWorked: 4 }, march).points).toBeCloseTo(50, 10);
  });

  test("a monthly target is spread over the workdays that have come to pass", () => {
    const firstWeek: Span = { from: day("2026-03-01"), through: day("2026-03-06"), calendar };
    // March 2026 has 22 workdays, 5 of them by Friday the 6th.
    expect(score(onlyVolume(2200, { per: "month" }), took(1, 1, 1), firstWeek).lines[0]?.target).toBeCloseTo(500, 10);
  });

  test("a holiday and a make-up workday move the spread", () => {
    const moved = { weekend: [6, 7], holidays: [day("2026-03-02")], workdays: [day("2026-03-07")] } as const;
    const span: Span = { from: day("2026-03-02"), through: day("2026-03-07"), calendar: moved };
    expect(score(onlyVolume(2200, { per: "month" }), took(1), span).lines[0]?.target).toBeCloseTo(500, 10);
  });

  test("more complaints than contacts is 0 points, the raw value kept below it", () => {
    const made = score(onlyVolume(10), { ...took(60), complaints: 3 }, march);
    expect(made.lines[0]).toMatchObject({ points: 0, raw: -20, value: -2 });
  });

  test("a period without workdays and a monthly target leaves the metric out", () => {
    const weekend: Span = { from: day("2026-03-07"), through: day("2026-03-08"), calendar };
    expect(score(onlyVolume(5000, { per: "month" }), took(60), weekend)).toMatchObject({ standing: "none", lines: [] });
  });
});

describe("handle time", () => {
  test("(talk + hold + wrap) ÷ handled, and lower is better", () => {
    const sums = {
      ...took(),
      handled: 10,
      talkS: 2000,
      holdS: 500,
      wrapS: 1500,
      handleS2: 1_600_000,
      daysWorked: 1,
      people: 1,
    };
    expect(score(onlyHandleTime(300), sums, march).lines[0]).toMatchObject({ value: 400, points: 75, n: 10 });
  });

  test("faster than the target is capped, and the raw points tell", () => {
    expect(score(onlyHandleTime(300), took(150), march).lines[0]).toMatchObject({ raw: 200, points: 100 });
    expect(score(onlyHandleTime(300, { cap: 110 }), took(150), march).lines[0]?.points).toBe(110);
  });

  test("higher is better where the scorecard says so", () => {
    expect(score(onlyHandleTime(200, { direction: "higher" }), took(100), march).points).toBe(50);
  });

  test("its interval is the t interval of the mean", () => {
    // 1, 2, 3, 4, 5: mean 3, s² 2.5, t(0.975, 4) = 2.776, margin 1.963
    expect(meanMargin(5, 15, 55)).toBeCloseTo(1.9632, 4);
    const [line] = score(onlyHandleTime(3, { cap: 1000 }), took(1, 2, 3, 4, 5), march).lines;
    expect(line?.interval?.low).toBeCloseTo((3 / 4.9632) * 100, 2);
    expect(line?.interval?.high).toBeCloseTo((3 / 1.03675) * 100, 1);
  });
});

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
  });

  test("no interval below n = 5, one from 5 on", () => {
    expect(score(onlyHandleTime(300), took(1, 2, 3, 4), march).interval).toBeUndefined();
    expect(score(onlyHandleTime(300), took(1, 2, 3, 4, 5), march).interval).toBeDefined();
  });
});

describe("a score", () => {
  const both = card([
    { metric: "volume", weight: 60, target: 10 },
    { metric: "handle-time", weight: 40, target: 300 },
  ]);
  const sums = fc
    .array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 60 })
    .map((seconds) => took(...seconds));

  test("is the weighted mean of its lines, between 0 and 100, inside its own interval", () => {
    fc.assert(
      fc.property(sums, (some) => {
        const made = score(both, some, march);
        const [first, second] = made.lines;
        expect(made.points).toBeCloseTo(((first?.points ?? 0) * 60 + (second?.points ?? 0) * 40) / 100, 9);
        expect(made.points).toBeGreaterThanOrEqual(0);
        expect(made.points).toBeLessThanOrEqual(100);
        if (made.interval) {
          expect(made.interval.low).toBeLessThanOrEqual(made.points + 1e-9);
          expect(made.interval.high).toBeGreaterThanOrEqual(made.points - 1e-9);
        }
      }),
    );
  });

  test("is the same however the contacts are split into tallies", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 2, maxLength: 60 }),
        fc.nat(60),
        (seconds, cut) => {
          const whole = took(...seconds);
          const parts = together(took(...seconds.slice(0, cut)), took(...seconds.slice(cut)));
          const joined = { ...parts, daysWorked: 1, people: 1 };
          expect(score(both, joined, march)).toEqual(score(both, whole, march));
        },
      ),
    );
  });

  test("shares a missing metric's weight among the others", () => {
    const noTimes = { ...took(0, 0, 0), daysWorked: 1 };
    const made = score(both, noTimes, march);
    expect(made.lines.map((line) => line.metric)).toEqual(["volume"]);
    expect(made.points).toBeCloseTo(30, 10);
  });

  test("of nothing is nothing", () => {
    expect(score(both, noSums, march)).toEqual({ points: 0, n: 0, standing: "none", lines: [] });
  });
});

describe("the scorecard that counts", () => {
  const made = (id: string, version: number, but: Partial<ScorecardConfig> = {}): Scorecard => ({
    ...onlyVolume(1),
    id,
    version,
    ...but,
  });
  const who = { roles: ["agent"], teams: ["blue"] };
  const on = day("2026-03-09");

  test("is the newest version that has begun", () => {
    const all = [made("a", 1), made("a", 2), made("a", 3, { from: day("2026-03-10") })];
    expect(scorecardFor(all, who, on)?.version).toBe(2);
    expect(scorecardFor(all, who, day("2026-03-10"))?.version).toBe(3);
  });
  test("is the team's own before the role's", () => {
    expect(scorecardFor([made("a", 1), made("b", 1, { for: { team: "blue" } })], who, on)?.id).toBe("b");
    expect(scorecardFor([made("a", 1), made("b", 1, { for: { team: "green" } })], who, on)?.id).toBe("a");
  });
  test("is never a draft, a shadow or a retired one", () => {
    for (const state of ["draft", "shadow", "retired"] as const) {
      expect(scorecardFor([made("a", 1, { state })], who, on)).toBeUndefined();
    }
  });
});

describe("a scorecard is refused", () => {
  const why = (components: unknown) =>
    scorecardConfig.safeParse({
      name: { en: "x", "zh-CN": "x" },
      for: { role: "agent" },
      from: "2026-01-01",
      components,
    }).error?.issues[0]?.message;

  test("when its weights do not sum to 100", () => {
    expect(
      why([
        { metric: "volume", weight: 59, target: 1 },
        { metric: "handle-time", weight: 40, target: 1 },
      ]),
    ).toBe("the weights sum to 99, not to 100");
  });
  test("when a metric stands twice, a target is 0, or there is none", () => {
    expect(
      why([
        { metric: "volume", weight: 50, target: 1 },
        { metric: "volume", weight: 50, target: 1 },
      ]),
    ).toMatch(/at most once/);
    expect(why([{ metric: "volume", weight: 100, target: 0 }])).toMatch(/>0/);
    expect(why([])).toMatch(/>=1|at least/i);
  });
});
