import { describe, expect, test } from "vitest";
import { day } from "../../kernel/time.ts";
import { aSite } from "../../testing/builders.ts";
import { lastPeriods, overPeriodOf, periodBefore } from "./periods.ts";
import { awardsConfig } from "./rules.ts";

const aRule = (but: object = {}) => ({ name: { en: "Quick", "zh-CN": "快手" }, period: "week", ...but });
const read = (rule: object) => awardsConfig.safeParse({ rules: { quick: rule } });

describe("the rules of a site", () => {
  test("are the usual ones where it says nothing", () => {
    const { rules } = awardsConfig.parse({});
    expect(
      Object.entries(rules).map(([id, { period, of, goesTo, minimumN }]) => [id, period, of, goesTo, minimumN]),
    ).toEqual([
      ["daily-best", "day", "agents", "best", 10],
      ["weekly-best-team", "week", "teams", "best", 10],
      ["monthly-best", "month", "agents", "best", 10],
      ["most-improved", "month", "agents", "best", 10],
      ["attendance", "month", "agents", "everybody", 10],
      ["customer-praise", "month", "agents", "best", 10],
    ]);
    expect(rules.attendance).toMatchObject({ atLeast: 98, repeats: "any", by: { metric: "attendance" } });
    expect(rules["monthly-best"]?.repeats).toEqual({ wins: 2, days: 90 });
  });

  test("add to these, and replace one as a whole", () => {
    const { rules } = awardsConfig.parse({ rules: { quick: aRule(), attendance: aRule({ isOn: false }) } });
    expect(rules.quick).toMatchObject({ period: "week", by: "score" });
    expect(rules.attendance).toMatchObject({ isOn: false, by: "score", goesTo: "best" });
    expect(rules["daily-best"]?.isOn).toBe(true);
    expect(Object.keys(rules)).toHaveLength(7);
  });

  test("are read the same when they were read before", () => {
    const once = awardsConfig.parse({ rules: { quick: aRule({ prize: { en: "Coffee", "zh-CN": "咖啡" } }) } });
    expect(awardsConfig.parse(JSON.parse(JSON.stringify(once)))).toEqual(once);
  });

  test.each([
    ["a prize that forgives, in English", aRule({ prize: { en: "One waived deduction", "zh-CN": "咖啡" } }), false],
    ["a prize that forgives, in Chinese", aRule({ prize: { en: "Coffee", "zh-CN": "免一次扣分" } }), false],
    ["a coupon that forgives", aRule({ coupon: "late pass" }), false],
    ["a prize that is one", aRule({ prize: { en: "Half a day off", "zh-CN": "半天调休" }, coupon: "HR desk" }), true],
    ["everybody without a line", aRule({ goesTo: "everybody" }), false],
    ["everybody with a line", aRule({ goesTo: "everybody", atLeast: 90 }), true],
    ["teams within teams", aRule({ of: "teams", in: "team" }), false],
    ["agents within teams", aRule({ in: "team" }), true],
    ["at least so much of what should be little", aRule({ by: { metric: "handle-time" }, atLeast: 90 }), false],
    ["at least so much of what should be much", aRule({ by: { metric: "csat" }, atLeast: 90 }), true],
    ["no such metric", aRule({ by: { metric: "smiles" } }), false],
    ["a key that nobody knows", aRule({ size: 3 }), false],
  ])("%s", (_, rule, isTaken) => expect(read(rule).success).toBe(isTaken));

  test("a refused prize says why, in both languages", () => {
    const result = read(aRule({ prize: { en: "Coffee", "zh-CN": "取消一次警告" } }));
    const [issue] = result.success ? [] : result.error.issues;
    const said = issue?.code === "custom" ? issue.params?.say : undefined;
    expect(issue?.path).toEqual(["rules", "quick", "prize", "zh-CN"]);
    expect(issue?.message).toContain("no prize may forgive");
    expect(said?.("zh-CN")).toContain("不得用于免除");
  });
});

describe("what awards are for", () => {
  const site = aSite({ calendar: { weekend: [6, 7], holidays: [day("2026-03-06")], workdays: [day("2026-03-08")] } });
  test.each([
    ["day", "2026-03-10", "2026-03-09", "2026-03-09"],
    ["day", "2026-03-09", "2026-03-08", "2026-03-08"],
    ["day", "2026-03-08", "2026-03-05", "2026-03-05"],
    ["week", "2026-03-09", "2026-03-02", "2026-03-08"],
    ["week", "2026-03-15", "2026-03-02", "2026-03-08"],
    ["month", "2026-03-03", "2026-02-01", "2026-02-28"],
    ["month", "2026-01-31", "2025-12-01", "2025-12-31"],
  ] as const)("the %s before %s", (kind, on, from, to) =>
    expect(periodBefore(kind, site, day(on))).toEqual({ from, to }),
  );

  test("the last of them are five workdays and a week, and from the 4th on the month", () => {
    const last = (kind: "day" | "week" | "month", on: string) =>
      lastPeriods(kind, site, day(on)).map(({ from }) => from);
    expect(last("day", "2026-03-10")).toEqual(["2026-03-09", "2026-03-08", "2026-03-05", "2026-03-04", "2026-03-03"]);
    expect(last("week", "2026-03-09")).toEqual(["2026-03-02"]);
    expect(last("month", "2026-03-03")).toEqual(["2026-01-01"]);
    expect(last("month", "2026-03-04")).toEqual(["2026-02-01"]);
  });

  test.each([
    ["day", "2026-03-09", "2026-03-09", "2026-03-10", "2026-03-09"],
    ["day", "2026-03-10", "2026-03-10", "2026-03-10", undefined],
    ["day", "2026-03-06", "2026-03-06", "2026-03-10", undefined],
    ["day", "2026-03-01", "2026-03-31", "2026-04-10", undefined],
    ["week", "2026-03-08", "2026-03-08", "2026-03-09", "2026-03-02"],
    ["week", "2026-03-09", "2026-03-09", "2026-03-15", undefined],
    ["month", "2026-02-01", "2026-02-28", "2026-03-04", "2026-02-01"],
    ["month", "2026-02-09", "2026-02-09", "2026-03-03", undefined],
  ] as const)("the %s that holds %s to %s, as of %s, is from %s", (kind, from, to, on, expected) => {
    expect(overPeriodOf(kind, site, { from: day(from), to: day(to) }, day(on))?.from).toBe(expected);
  });
});
