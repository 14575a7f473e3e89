import { describe, expect, test } from "vitest";
import { day } from "../../../kernel/time.ts";
import { aGiven, march, only, took } from "../../../testing/score-builders.ts";
import { score } from "../domain.ts";
import type { Sums } from "../sums.ts";
import type { Given, OwnDays, Span } from "./measured.ts";

const line = (...of: Parameters<typeof score>) => score(...of).lines[0];

const sat = (person: string, from = "2026-03-01", through = "2026-03-31"): OwnDays => ({
  person,
  from: day(from),
  through: day(through),
});

describe("volume", () => {
  const month = { handled: 5000, complaints: 500, daysWorked: 22, people: 1 };

  test.each([
    ["subtract", 90, 90],
    ["neutral", 100, 100],
    ["credit", 110, 100],
  ])(
    "5,000 handled, 500 of them complaints, against 5,000 a month: %s → %d raw, %d points",
    (complaintMode, raw, points) => {
      const made = line(only("volume", 5000, { per: "month", complaintMode }), aGiven(month));
      expect(made?.raw).toBeCloseTo(raw, 10);
      expect(made?.points).toBeCloseTo(points, 10);
      expect(made).toMatchObject({ value: raw * 50, target: 5000, n: 5000, atTarget: 100 });
    },
  );

  test("subtracts complaints unless told otherwise", () => {
    expect(line(only("volume", 5000, { per: "month" }), aGiven(month))?.points).toBeCloseTo(90, 10);
  });

  test("a daily target counts the days worked, so that a day of leave changes nothing", () => {
    const sums = { handled: 80, daysWorked: 2, people: 1 };
    expect(line(only("volume", 40), aGiven(sums))).toMatchObject({ points: 100, target: 80 });
    expect(line(only("volume", 40), aGiven({ ...sums, leaveDays: 3 }))).toMatchObject({ points: 100, target: 80 });
    expect(line(only("volume", 40), aGiven({ ...sums, daysWorked: 4 }))?.points).toBe(50);
  });

  test.each<[string, Partial<Span>, number]>([
    ["the whole month", {}, 2200],
    // March 2026 has 22 workdays, 5 of them by Friday the 6th.
    ["its first week", { through: day("2026-03-06") }, 500],
    ["a day", { from: day("2026-03-04"), through: day("2026-03-04") }, 100],
    // February 2026 has 20 workdays, 110 each; the last week has 5.
    ["the end of one month and the start of the next", { from: day("2026-02-23"), through: day("2026-03-06") }, 1050],
    ["three months", { from: day("2026-01-01") }, 6600],
  ])("a monthly target is spread over the workdays that have come to pass: %s", (_, span, target) => {
    const given = aGiven(took(1, 1, 1), { span: { ...march, ...span } });
    expect(line(only("volume", 2200, { per: "month" }), given)?.target).toBeCloseTo(target, 9);
  });

  test("a holiday and a make-up workday move the spread", () => {
    const calendar = { weekend: [6, 7], holidays: [day("2026-03-02")], workdays: [day("2026-03-07")] } as const;
    const span: Span = { from: day("2026-03-02"), through: day("2026-03-07"), calendar };
    expect(line(only("volume", 2200, { per: "month" }), aGiven(took(1), { span }))?.target).toBeCloseTo(500, 9);
  });

  test.each([
    [0, 2200],
    [1, 2100],
    [11, 1100],
    [21, 100],
  ])("%d days of leave are neutral for a monthly target", (leaveDays, target) => {
    const made = line(only("volume", 2200, { per: "month" }), aGiven({ ...took(1), leaveDays }));
    expect(made?.target).toBeCloseTo(target, 9);
  });

  test("a team's monthly target is that of each of its people, leave aside", () => {
    const team = { handled: 4000, daysWorked: 40, people: 2, leaveDays: 4 };
    const made = line(only("volume", 2200, { per: "month" }), aGiven(team));
    expect(made?.target).toBeCloseTo(4000, 9);
    expect(made?.points).toBeCloseTo(100, 9);
  });

  test.each<[string, OwnDays[], Partial<Sums>, number]>([
    // March 2026 has 22 workdays, 100 each.
    ["hired on Monday the 16th, 12 workdays are left", [sat("a", "2026-03-16")], {}, 1200],
    ["hired then and 2 days on leave", [sat("a", "2026-03-16")], { leaveDays: 2 }, 1000],
    ["left on Friday the 6th", [sat("a", "2026-03-01", "2026-03-06")], {}, 500],
    ["away from the team for a week", [sat("a", "2026-03-01", "2026-03-06"), sat("a", "2026-03-16")], {}, 1700],
    ["a team into which somebody came on the 16th", [sat("a"), sat("b", "2026-03-16")], { people: 2 }, 3400],
    ["a team with somebody of whom there is nothing", [sat("a"), sat("b")], { people: 1, staff: 1 }, 2200],
    ["a team with somebody who took no contacts", [sat("a"), sat("b")], { people: 1, staff: 2 }, 4400],
  ])("a monthly target counts the days that people were there for: %s", (_, own, sums, target) => {
    const made = line(only("volume", 2200, { per: "month" }), aGiven({ ...took(1), ...sums }, { own }));
    expect(made?.target).toBeCloseTo(target, 9);
  });

  test("more complaints than contacts is 0 points, the raw value kept below it", () => {
    expect(line(only("volume", 10), aGiven({ ...took(60), complaints: 3 }))).toMatchObject({
      points: 0,
      raw: -20,
      value: -2,
    });
  });

  test.each<[string, Given]>([
    ["nothing handled", aGiven({ leaveDays: 2 })],
    [
      "a period without workdays",
      aGiven(took(60), { span: { ...march, from: day("2026-03-07"), through: day("2026-03-08") } }),
    ],
    ["a month on leave", aGiven({ ...took(60), leaveDays: 22 })],
  ])("%s leaves a monthly target without a line", (_, given) => {
    expect(score(only("volume", 5000, { per: "month" }), given)).toMatchObject({ standing: "none", lines: [] });
  });

  test("has no interval: it is a count of all", () => {
    expect(line(only("volume", 40), aGiven(took(...Array.from({ length: 50 }, () => 60))))?.interval).toBeUndefined();
  });
});

describe("handle time", () => {
  test("(talk + hold + wrap) ÷ handled, and lower is better", () => {
    const sums = { handled: 10, talkS: 2000, holdS: 500, wrapS: 1500, handleS2: 1_600_000 };
    expect(line(only("handle-time", 300), aGiven(sums))).toMatchObject({
      value: 400,
      points: 75,
      n: 10,
      atTarget: 100,
    });
  });

  test("faster than the target is capped, and the raw points tell", () => {
    expect(line(only("handle-time", 300), aGiven(took(150)))).toMatchObject({ raw: 200, points: 100 });
    expect(line(only("handle-time", 300, { cap: 110 }), aGiven(took(150)))?.points).toBe(110);
  });

  test("higher is better where the scorecard says so", () => {
    expect(line(only("handle-time", 200, { direction: "higher" }), aGiven(took(100)))?.points).toBe(50);
  });

  test("its interval is the t interval of the mean, turned into points", () => {
    // 1, 2, 3, 4, 5: mean 3, margin 1.9632
    const made = line(only("handle-time", 3, { cap: 1000 }), aGiven(took(1, 2, 3, 4, 5)));
    expect(made?.interval?.low).toBeCloseTo((3 / 4.9632432) * 100, 4);
    expect(made?.interval?.high).toBeCloseTo((3 / 1.0367568) * 100, 4);
  });

  test("squares that nobody told leave the number without an interval", () => {
    const known = took(...Array.from({ length: 20 }, (_, index) => index + 100));
    const made = line(only("handle-time", 100), aGiven({ ...known, handleS2: Number.NaN }));
    expect(made).toMatchObject({ value: 109.5, n: 20 });
    expect(made?.interval).toBeUndefined();
    expect(line(only("handle-time", 100), aGiven(known))?.interval).toBeDefined();
  });

  test("contacts without any time leave it without a line", () => {
    expect(score(only("handle-time", 300), aGiven(took(0, 0))).lines).toEqual([]);
  });
});

describe("csat and first-contact resolution", () => {
  test("csat is top-2-box ÷ responses, with its Wilson interval", () => {
    const made = line(only("csat", 85), aGiven({ handled: 100, csatAnswers: 20, csatTop: 18 }));
    expect(made).toMatchObject({ value: 90, points: 90, n: 20, atTarget: 85 });
    expect([made?.interval?.low.toFixed(0), made?.interval?.high.toFixed(0)]).toEqual(["70", "97"]);
  });

  test("4 of 5 top marks is 80, very likely between 38 and 96", () => {
    const made = line(only("csat", 85), aGiven({ csatAnswers: 5, csatTop: 4 }));
    expect([made?.points, made?.interval?.low.toFixed(0), made?.interval?.high.toFixed(0)]).toEqual([80, "38", "96"]);
  });

  test("csat by target: 72 of 80 is 90", () => {
    const made = line(only("csat", 80, { points: "by-target" }), aGiven({ csatAnswers: 25, csatTop: 18 }));
    expect(made).toMatchObject({ value: 72, raw: 90, points: 90, atTarget: 100 });
  });

  test("resolution is those without a repeat ÷ those whose customer is known", () => {
    const made = line(only("first-contact-resolution", 75), aGiven({ handled: 500, known: 40, repeated: 6 }));
    expect(made).toMatchObject({ value: 85, points: 85, n: 40 });
    expect(made?.interval?.low).toBeCloseTo(70.93, 1);
  });

  test.each(["csat", "first-contact-resolution"] as const)("%s of nothing has no line", (metric) => {
    expect(score(only(metric, 80), aGiven({ handled: 9 })).lines).toEqual([]);
  });
});
