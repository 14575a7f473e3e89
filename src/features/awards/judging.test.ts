import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, day } from "../../kernel/time.ts";
import { anAwardRule } from "../../testing/award-builders.ts";
import { type Candidate, judge, type PastWin } from "./judging.ts";

const march = { from: day("2026-03-01"), to: day("2026-03-31") };

const one = (id: string, points: number, but: { half?: number; n?: number; figure?: number } = {}): Candidate => {
  const { half = 1, n = 40, figure = points } = but;
  return { of: { is: "person", id }, points, figure, n, interval: { low: points - half, high: points + half } };
};
const won = (id: string, on: string, rule = "r"): PastWin => ({ of: { is: "person", id }, rule, day: day(on) });

/** The winners by id, an asterisk after whoever was passed over, and nothing where nobody stands out. */
function told(but: object, candidates: readonly Candidate[], past: readonly PastWin[] = []): string {
  const judged = judge(anAwardRule({ period: "month", ...but }), candidates, past, march);
  if (judged === undefined) return "nobody";
  return [...judged.winners.map(({ of }) => of.id), ...judged.passedOver.map(({ of }) => `${of.id}*`)].join(" ");
}

const [a, b, c, d] = [one("a", 95), one("b", 90), one("c", 85), one("d", 80)] as const;

describe("the best", () => {
  test.each([
    ["stands alone", {}, [a, b, c], "a"],
    ["is shared where intervals overlap", {}, [a, one("b", 93.5), c], "a b"],
    ["is shared where they touch", {}, [a, one("b", 93), c], "a b"],
    ["is not shared a hair further apart", {}, [a, one("b", 92.999), c], "a"],
    ["of three with enough results is named", {}, [a, b, c], "a"],
    ["of two is not", {}, [a, b], "nobody"],
    ["of three is not, where one has too few results", {}, [a, b, one("c", 85, { n: 9 })], "nobody"],
    ["may have exactly as many results as it takes", {}, [one("a", 95, { n: 10 }), b, c], "a"],
    ["with too few results is not compared", {}, [one("a", 95, { n: 9 }), b, c, d], "b"],
    [
      "takes as many results as the rule says",
      { minimumN: 41 },
      [one("a", 95, { n: 40 }), one("b", 90, { n: 41 }), one("c", 85, { n: 41 }), one("d", 80, { n: 41 })],
      "b",
    ],
    ["takes ten, whatever less the rule says", { minimumN: 5 }, [one("a", 95, { n: 9 }), b, c, d], "b"],
    ["is nobody where all are tied", {}, [a, one("b", 94), one("c", 94.5)], "nobody"],
    ["is shared by as many as the rule says", { most: 2 }, [a, one("b", 94), c], "a b"],
    ["is nobody where more are tied", { most: 2 }, [a, one("b", 94), one("c", 94.5), d], "nobody"],
    ["reaches what the rule asks for", { atLeast: 95 }, [a, b, c], "a"],
    ["is nobody where none reaches it", { atLeast: 95.1 }, [a, b, c], "nobody"],
    ["of the tied are only those who reach it", { atLeast: 94 }, [a, one("b", 93.5), c], "a"],
  ] as const)("%s", (_, but, all, expected) => expect(told(but, all)).toBe(expected));

  test("of teams are compared from two on", () => {
    expect(told({ of: "teams" }, [a, b])).toBe("a");
    expect(told({ of: "teams" }, [a])).toBe("nobody");
  });

  test("in rising has risen", () => {
    const rise = { by: "improvement" };
    expect(told(rise, [one("a", 3), one("b", -1), one("c", -4)])).toBe("a");
    expect(told(rise, [one("a", 0), one("b", -3), one("c", -6)])).toBe("nobody");
  });

  test("says what it was found by: the figures, how many were compared, and how far ahead", () => {
    expect(judge(anAwardRule(), [a, b, c, one("d", 99, { n: 3 })], [], march)).toEqual({
      winners: [{ of: a.of, figure: 95, n: 40, interval: { low: 94, high: 96 } }],
      passedOver: [],
      among: 3,
      ahead: 5,
    });
  });

  test("is the same whatever the order that people come in", () => {
    const people = fc.uniqueArray(
      fc.tuple(fc.integer({ min: 0, max: 100 }), fc.nat(10), fc.integer({ min: 5, max: 60 })),
      {
        selector: ([points]) => points,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(people, (some) => {
        const all = some.map(([points, half, n]) => one(String(points), points, { half, n }));
        const found = judge(anAwardRule(), all, [], march);
        expect(judge(anAwardRule(), [...all].reverse(), [], march)).toEqual(found);
        if (found === undefined) return;
        expect(found.winners.every(({ n = 0 }) => n >= 10)).toBe(true);
        expect(found.winners.length).toBeLessThanOrEqual(5);
        expect(found.winners.length).toBeLessThan(found.among);
      }),
    );
  });
});

describe("whoever won too often lately", () => {
  const twice = { repeats: { wins: 2, days: 90 } };
  const past = [won("a", "2026-01-31"), won("a", "2026-02-28")];

  test.each([
    ["is passed over, and named as such", twice, [a, b, c, d], past, "b a*"],
    ["wins a second time", twice, [a, b, c, d], past.slice(1), "a"],
    ["wins again once the days are over", twice, [a, b, c, d], [won("a", "2025-12-31"), won("a", "2026-02-28")], "a"],
    [
      "is passed over on the last of the days",
      twice,
      [a, b, c, d],
      [won("a", "2026-01-01"), won("a", "2026-02-28")],
      "b a*",
    ],
    [
      "is not held back by what was won for the same days",
      twice,
      [a, b, c, d],
      [won("a", "2026-03-31"), won("a", "2026-02-28")],
      "a",
    ],
    [
      "is not named where they would not have won",
      twice,
      [a, b, c, d],
      [won("d", "2026-01-31"), won("d", "2026-02-28")],
      "a",
    ],
    ["is not held back where winning again is no matter", { repeats: "any" }, [a, b, c, d], past, "a"],
    ["leaves a tie to the other", twice, [a, one("b", 94), c, d], past, "b a*"],
    ["leaves nobody where too few are left to compare", twice, [a, b, c], past, "nobody"],
  ] as const)("%s", (_, but, all, before, expected) => expect(told(but, all, before)).toBe(expected));

  test("is named with how often, in how many days", () => {
    const judged = judge(anAwardRule({ period: "month", ...twice }), [a, b, c, d], past, march);
    expect(judged?.passedOver).toEqual([{ of: a.of, wins: 2, days: 90 }]);
  });

  test("tied with one who holds two apart does not make these two share", () => {
    // a overlaps both, b and c do not overlap each other.
    const all = [one("a", 90, { half: 8 }), one("b", 86), one("c", 83), d];
    expect(told(twice, all, past)).toBe("b a*");
  });
});

describe("an award for everybody", () => {
  const rule = { goesTo: "everybody", atLeast: 98, by: { metric: "attendance" }, minimumN: 10, repeats: "any" };
  const of = (id: string, figure: number, n = 20): Candidate => ({
    of: { is: "person", id },
    points: figure,
    figure,
    n,
  });

  test.each([
    ["goes to all who reach it, to the hair", [of("a", 98), of("b", 97.999), of("c", 100)], "a c"],
    ["needs enough results", [of("a", 99, 9), of("b", 99, 10)], "b"],
    [
      "goes to any number",
      Array.from({ length: 12 }, (_, n) => of(String.fromCharCode(97 + n), 99)),
      "a b c d e f g h i j k l",
    ],
    ["goes to one alone", [of("a", 98), of("b", 90)], "a"],
    ["goes to nobody where nobody reaches it", [of("a", 97)], "nobody"],
  ] as const)("%s", (_, all, expected) => expect(told(rule, all)).toBe(expected));

  test("can have its cap as well", () => {
    const capped = { ...rule, repeats: { wins: 1, days: 60 } };
    const lately = addDays(march.from, -1);
    expect(told(capped, [of("a", 99), of("b", 99)], [won("a", lately)])).toBe("b a*");
  });
});
