import { describe, expect, test } from "vitest";
import { day } from "../../kernel/time.ts";
import { anId, aPerson, aSite } from "../../testing/builders.ts";
import { aDraw as anyDraw } from "../../testing/draw-builders.ts";
import type { Staff } from "../people/index.ts";
import type { Standing } from "../scores/index.ts";
import type { Draw, Entry } from "./domain.ts";
import { type Chance, eligibility, monthOf } from "./eligibility.ts";

const at = new Date("2026-03-10T09:00:00Z");
const february = { from: "2026-02-01", to: "2026-02-28" };

const aDraw = (but: Partial<Draw> = {}): Draw => anyDraw({ entry: "everybody", ...but });

const staff: readonly Staff[] = [
  aPerson({ id: anId(1), name: "Ana" }),
  aPerson({ id: anId(2), name: "Bo" }),
  aPerson({ id: anId(3), name: "Cy", hiredOn: day("2026-03-11") }),
  aPerson({ id: anId(4), name: "Aud", roles: ["auditor"] }),
  aPerson({ id: anId(5), name: "Max", roles: ["admin"] }),
];

const standing = (person: number, points: number, n: number, value?: number): Standing<Staff> => ({
  of: staff[person - 1] as Staff,
  points,
  n,
  standing: "firm",
  atTarget: 100,
  ...(value === undefined ? {} : { value }),
});

type Known = {
  readonly score?: readonly Standing<Staff>[];
  readonly attendance?: readonly Standing<Staff>[];
  readonly awards?: readonly { person: string; rule: string }[];
  readonly kudos?: ReadonlyMap<string, number>;
  readonly won?: readonly string[];
  readonly entries?: readonly Entry[];
};

function eligible({ score = [], attendance = [], awards = [], kudos = new Map(), won = [], entries = [] }: Known) {
  const asked: unknown[] = [];
  const door = eligibility({
    roster: { site: async () => aSite(), staffOf: async () => staff },
    standings: {
      agents: async (_, of) => {
        asked.push(of);
        return of.metric === "attendance" ? attendance : score;
      },
    },
    awards: async () => awards,
    kudos: async () => kudos,
    store: { wonSince: async () => new Set(won), entriesOf: async () => entries },
  });
  return { ...door, asked };
}

const score90 = { by: "score", atLeast: 90, minimumN: 10 } as const;
const rule = (but: Partial<Draw["eligibility"]>): Partial<Draw> => ({
  eligibility: { over: "last-month", conditions: [], awards: [], noWinWithinDays: 0, ...but },
});

describe("who may take part", () => {
  const cases: readonly [string, Partial<Draw>, Known, number, Chance][] = [
    ["everybody who is here, where nothing is asked", {}, {}, 1, { tickets: 1 }],
    ["not who comes later", {}, {}, 3, { why: "not-here" }],
    ["not who is not on the roster any more", {}, {}, 8, { why: "not-here" }],
    ["not who made it", { organiser: anId(5) }, {}, 5, { why: "organiser" }],
    ["not an auditor, who checks it", {}, {}, 4, { why: "auditor" }],
    ["who reached the score", rule({ conditions: [score90] }), { score: [standing(1, 90, 10)] }, 1, { tickets: 1 }],
    [
      "not who fell short of it",
      rule({ conditions: [score90] }),
      { score: [standing(1, 89.9, 10)] },
      1,
      { why: "condition", condition: score90, value: 89.9 },
    ],
    [
      "not who has too few results to tell",
      rule({ conditions: [score90] }),
      { score: [standing(1, 99, 9)] },
      1,
      { why: "condition", condition: score90 },
    ],
    ["not who has none", rule({ conditions: [score90] }), {}, 1, { why: "condition", condition: score90 }],
    [
      "who reached a metric in its own unit, whatever its points",
      rule({ conditions: [{ by: "attendance", atLeast: 98, minimumN: 1 }] }),
      { attendance: [standing(1, 20, 20, 98)] },
      1,
      { tickets: 1 },
    ],
    ["not who won lately", rule({ noWinWithinDays: 90 }), { won: [anId(1)] }, 1, { why: "won-lately", days: 90 }],
    [
      "who holds one of the awards",
      rule({ awards: ["best", "kind"] }),
      { awards: [{ person: anId(1), rule: "kind" }] },
      1,
      { tickets: 1 },
    ],
    [
      "not who holds another",
      rule({ awards: ["best"] }),
      { awards: [{ person: anId(1), rule: "kind" }] },
      1,
      { why: "no-award", awards: [{ en: "best", "zh-CN": "best" }] },
    ],
    [
      "not who holds another, which is told by its name",
      { ...rule({ awards: ["best"] }), awardNames: [{ en: "Best", "zh-CN": "最佳" }] },
      {},
      1,
      { why: "no-award", awards: [{ en: "Best", "zh-CN": "最佳" }] },
    ],
  ];
  test.each(cases)("%s", async (_, draw, known, person, chance) => {
    expect(await eligible(known).chanceOf(aDraw(draw), anId(person), at)).toEqual(chance);
  });

  test("tickets are one and more for what was earned, up to the cap", async () => {
    const awards = [
      { person: anId(1), rule: "best" },
      { person: anId(1), rule: "kind" },
    ];
    const known = {
      awards,
      kudos: new Map([
        [anId(1), 3],
        [anId(2), 1],
      ]),
    };
    const tickets = { perAward: 2, perKudos: 1, cap: 6 };
    expect(await eligible(known).of(aDraw({ tickets }), at)).toEqual([
      { person: anId(1), tickets: 6 },
      { person: anId(2), tickets: 2 },
      { person: anId(5), tickets: 1 },
    ]);
  });

  test("where one enters oneself, only who did and may", async () => {
    const entry = (person: number, entered: boolean): Entry => ({ person: anId(person), at, entered });
    const found = eligible({ entries: [entry(1, true), entry(2, false), entry(4, true)] });
    expect(await found.of(aDraw({ entry: "by-oneself" }), at)).toEqual([{ person: anId(1), tickets: 1 }]);
  });

  test("in one answer about many draws by standings that are read once for each month and metric", async () => {
    const attendance = { by: "attendance", atLeast: 98, minimumN: 1 } as const;
    const found = eligible({ score: [standing(1, 95, 20)], attendance: [standing(1, 20, 20, 99)] });
    const both = rule({ conditions: [score90, attendance] });
    const draws = [aDraw(both), aDraw(both), aDraw(rule({ conditions: [score90], over: "this-month" }))];
    const answer = found.forOneAnswer();
    const chances = await Promise.all(draws.map((draw) => answer.chanceOf(draw, anId(1), at)));
    expect(chances).toEqual(Array(3).fill({ tickets: 1 }));
    expect(found.asked).toEqual([
      { days: february },
      { days: february, metric: "attendance" },
      { days: { from: "2026-03-01", to: "2026-03-10" } },
    ]);
    await found.forOneAnswer().chanceOf(aDraw(rule({ conditions: [score90] })), anId(1), at);
    expect(found.asked).toHaveLength(4);
  });

  test("by the month that the rule names", async () => {
    const found = eligible({});
    await found.of(aDraw(rule({ conditions: [score90] })), at);
    expect(found.asked).toEqual([{ days: february }]);
  });
});

test.each([
  ["last-month", "2026-03-10", "2026-02-01", "2026-02-28"],
  ["last-month", "2026-01-01", "2025-12-01", "2025-12-31"],
  ["this-month", "2026-03-10", "2026-03-01", "2026-03-09"],
  ["this-month", "2026-03-01", "2026-03-01", "2026-03-01"],
] as const)("%s of a draw that closes on %s is from %s to %s", (over, closes, from, to) => {
  expect(monthOf({ over }, day(closes))).toEqual({ from, to });
});
