import { describe, expect, test } from "vitest";
import { exceptions, type Member, mostImproved } from "./team-score.ts";

type Told = { readonly points: number; readonly n?: number; readonly high?: number };

const standingOf = (n: number) => (n < 5 ? "few" : n < 10 ? "provisional" : "firm");
const summary = ({ points, n = 40, high }: Told) => ({
  points,
  n,
  standing: standingOf(n),
  atTarget: 80,
  ...(high === undefined ? {} : { interval: { low: points - 5, high } }),
});
const member = (name: string, now: Told, ...earlier: readonly (Told | undefined)[]) =>
  ({ person: name, name, ...summary(now), earlier: earlier.map((one) => one && summary(one)) }) as Member;
const names = (all: readonly Member[]) => all.map(({ name }) => name);

describe("who may need a hand", () => {
  test.each([
    ["with the better end of the interval a point below the targets", { points: 70, high: 79 }, ["Ana"]],
    ["not where the interval comes near the targets", { points: 70, high: 79.1 }, []],
    ["by the points themselves where nothing was sampled", { points: 79 }, ["Ana"]],
    ["not with fewer than five results", { points: 10, n: 4, high: 20 }, []],
    ["with five", { points: 10, n: 5, high: 20 }, ["Ana"]],
  ])("below target: %s", (_, now, expected) => {
    expect(names(exceptions([member("Ana", now)], false).below)).toEqual(expected);
  });

  test("nobody is below the targets of a whole day while it is under way", () => {
    expect(exceptions([member("Ana", { points: 10, high: 20 })], true).below).toEqual([]);
  });

  test.each([
    ["three falls in a row", [{ points: 81 }, { points: 83 }, { points: 85 }], ["Ana"]],
    ["two falls and a rise", [{ points: 81 }, { points: 83 }, { points: 82 }], []],
    ["a standstill among them", [{ points: 80 }, { points: 83 }, { points: 85 }], []],
    ["a gap among them", [{ points: 81 }, undefined, { points: 85 }], []],
    ["too few results in one", [{ points: 81 }, { points: 83, n: 9 }, { points: 85 }], []],
    ["only two periods before", [{ points: 81 }, { points: 83 }], []],
  ])("sliding: %s", (_, earlier, expected) => {
    expect(names(exceptions([member("Ana", { points: 80 }, ...earlier)], false).sliding)).toEqual(expected);
  });

  test("too few: from one result to four", () => {
    const all = [
      member("One", { points: 50, n: 1 }),
      member("Four", { points: 50, n: 4 }),
      member("Five", { points: 90, n: 5 }),
    ];
    expect(names(exceptions(all, false).few)).toEqual(["One", "Four"]);
  });
});

describe("the most improved", () => {
  test("are at most three, the largest rise first, from ten results in both periods", () => {
    const all = [
      member("Two up", { points: 82 }, { points: 80 }),
      member("Nine up, few before", { points: 89 }, { points: 80, n: 9 }),
      member("Five up", { points: 85 }, { points: 80 }),
      member("Down", { points: 70 }, { points: 80 }),
      member("Four up", { points: 84 }, { points: 80 }),
      member("New", { points: 99 }),
      member("One up", { points: 81 }, { points: 80 }),
    ];
    expect(names(mostImproved(all))).toEqual(["Five up", "Four up", "Two up"]);
  });
});
