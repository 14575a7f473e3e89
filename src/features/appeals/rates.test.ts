import { describe, expect, test } from "vitest";
import { anId, aSite } from "../../testing/builders.ts";
import { itemsToMend, meanDays, overturnRates, upholdRates } from "./rates.ts";
import type { OutcomeRow } from "./store.ts";

const row = (n: number, but: Partial<OutcomeRow> = {}): OutcomeRow => ({
  appeal: anId(n),
  agent: anId(1),
  scorer: anId(5),
  form: "phone",
  item: "greeting",
  outcome: "rejected",
  code: "no-error",
  decidedAt: new Date("2026-03-10T09:00:00Z"),
  ...but,
});
const rows = (upheld: number, rejected: number, but: Partial<OutcomeRow> = {}) => [
  ...Array.from({ length: upheld }, (_, n) => row(n, { outcome: n % 2 === 0 ? "upheld" : "partly", ...but })),
  ...Array.from({ length: rejected }, (_, n) => row(100 + n, but)),
];

describe("rates", () => {
  test("are told of five decided items and more, of both sides, with their interval", () => {
    expect(overturnRates(rows(2, 2))).toEqual([]);
    expect(upholdRates(rows(2, 2))).toEqual([]);
    const [scorer] = overturnRates(rows(2, 3));
    expect(scorer).toMatchObject({ key: anId(5), rate: { hits: 2, n: 5 } });
    // Wilson 1927, 2 of 5.
    expect(scorer?.rate.interval.low).toBeCloseTo(0.1176, 4);
    expect(scorer?.rate.interval.high).toBeCloseTo(0.7693, 4);
    expect(upholdRates(rows(2, 3))).toMatchObject([{ key: anId(1), rate: { hits: 2, n: 5 } }]);
  });

  test("of a scorer leave out what nobody is known to have scored", () => {
    const { scorer: _, ...nobodys } = row(1);
    expect(overturnRates(Array.from({ length: 6 }, () => nobodys))).toEqual([]);
  });
});

describe("items rise to the list of those to mend", () => {
  test("when half of what was decided was overturned, from five on", () => {
    expect(itemsToMend(rows(2, 3))).toEqual([]);
    expect(itemsToMend(rows(2, 2))).toEqual([]);
    expect(itemsToMend(rows(3, 3))).toMatchObject([{ item: "greeting", overturned: { hits: 3, n: 6 }, unclear: [] }]);
  });

  test("when a panel found the rule unclear even once, those found so most first", () => {
    const once = row(1, { item: "solution", code: "rule-unclear" });
    const twice = [row(2, { code: "rule-unclear" }), row(3, { code: "rule-unclear" })];
    expect(itemsToMend([once, ...twice]).map(({ item, unclear }) => [item, unclear.length])).toEqual([
      ["greeting", 2],
      ["solution", 1],
    ]);
  });
});

test("stages are timed in business days, over five appeals and more", () => {
  const clock = { calendar: aSite().calendar, zone: "Europe/London" };
  const course = {
    filedAt: new Date("2026-03-13T12:00:00Z"),
    panelAt: new Date("2026-03-16T12:00:00Z"),
    decidedAt: new Date("2026-03-18T12:00:00Z"),
  };
  expect(meanDays([course, course, course, course], clock)).toBeUndefined();
  const mean = meanDays([course, course, course, course, course], clock);
  expect(mean?.n).toBe(5);
  expect(mean?.review).toBeCloseTo(1, 6);
  expect(mean?.panel).toBeCloseTo(2, 6);
});
