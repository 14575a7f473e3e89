import { describe, expect, test } from "vitest";
import { day } from "../../kernel/time.ts";
import { only } from "../../testing/score-builders.ts";
import { fitting, inForce, type Scorecard, scorecardConfig, trials } from "./scorecard.ts";

const made = (id: string, version: number, but: Partial<Scorecard> = {}) =>
  only("csat", 80, {}, { id, version, ...but });
const names = (all: readonly Scorecard[]) => all.map(({ id, version }) => `${id} ${version}`);
const on = day("2026-03-09");

describe("the scorecard in force", () => {
  test("is the newest version that has begun", () => {
    const all = [made("a", 2), made("a", 1), made("a", 3, { countsFrom: day("2026-03-10") }), made("b", 1)];
    expect(names(inForce(all, on))).toEqual(["a 2", "b 1"]);
    expect(names(inForce(all, day("2026-03-10")))).toEqual(["a 3", "b 1"]);
    expect(inForce(all, day("2025-12-31"))).toEqual([]);
  });

  test.each(["draft", "shadow"] as const)("is never a %s, which leaves the version before in force", (state) => {
    expect(names(inForce([made("a", 1), made("a", 2, { state })], on))).toEqual(["a 1"]);
    expect(inForce([made("a", 1, { state })], on)).toEqual([]);
  });

  test("is none once its newest version is retired", () => {
    const all = [made("a", 1), made("a", 2, { state: "retired", countsFrom: on })];
    expect(names(inForce(all, day("2026-03-08")))).toEqual(["a 1"]);
    expect(inForce(all, on)).toEqual([]);
  });

  test("counts on its last day and not after it", () => {
    const all = [made("a", 1), made("a", 2, { to: on })];
    expect(names(inForce(all, on))).toEqual(["a 2"]);
    expect(inForce(all, day("2026-03-10"))).toEqual([]);
  });
});

describe("the scorecard that fits", () => {
  const team = made("team", 1, { for: { team: "blue" } });
  const project = made("project", 1, { for: { project: "night" } });
  const agents = made("agents", 1);
  const leads = made("leads", 1, { for: { role: "lead" } });
  const all = [agents, leads, project, team];

  test.each([
    ["their team's", { roles: ["agent"], teams: ["blue"], project: "night" }, "team"],
    ["their project's before their role's", { roles: ["agent"], teams: ["green"], project: "night" }, "project"],
    ["their role's", { roles: ["agent"], teams: ["green"], project: "day" }, "agents"],
    ["their role's, without a project", { roles: ["agent"], teams: [] }, "agents"],
    ["that of the first of several roles", { roles: ["agent", "lead"], teams: [] }, "leads"],
    ["that of a role which has one", { roles: ["supervisor", "agent"], teams: [] }, "agents"],
    ["none", { roles: ["hr"], teams: [] }, undefined],
  ])("is %s", (_, whose, id) => {
    expect(fitting(all, whose)?.id).toBe(id);
  });
});

test("a trial is a scorecard's newest version while that is a shadow", () => {
  const all = [
    made("a", 1),
    made("a", 2, { state: "shadow" }),
    made("b", 1, { state: "shadow" }),
    made("b", 2),
    made("c", 1, { state: "draft" }),
  ];
  expect(names(trials(all))).toEqual(["a 2"]);
});

describe("a scorecard is refused", () => {
  const config = (components: unknown, but: object = {}) =>
    scorecardConfig.safeParse({
      name: { en: "x", "zh-CN": "x" },
      for: { role: "agent" },
      from: "2026-01-01",
      components,
      ...but,
    });
  const why = (...of: Parameters<typeof config>) => config(...of).error?.issues.map((issue) => issue.message);
  const component = (metric: string, weight: number, more: object = {}) => ({ metric, weight, target: 1, ...more });
  const eight = [
    "volume",
    "handle-time",
    "quality",
    "training",
    "attendance",
    "csat",
    "occupancy",
    "service-level",
  ].map((metric) => component(metric, 12.5));

  test("when its weights do not sum to 100", () => {
    expect(why([component("volume", 59), component("csat", 40)])).toEqual(["the weights sum to 99, not to 100"]);
    expect(why([component("volume", 59.9), component("csat", 40.1)])).toBeUndefined();
    expect(why([component("volume", 33.3), component("csat", 33.3), component("quality", 33.3)])).toEqual([
      "the weights sum to 99.9, not to 100",
    ]);
  });

  test("when it has more than seven components, with the reason: focus", () => {
    expect(why(eight)).toEqual(["at most seven components: a scorecard with more has no focus"]);
    expect(why([...eight.slice(0, 6), component("service-level", 25)])).toBeUndefined();
  });

  test("when a metric stands twice, or nothing stands there", () => {
    expect(why([component("volume", 50), component("volume", 50)])).toEqual(["each metric at most once"]);
    expect(config([]).success).toBe(false);
  });

  test("when a target or a weight is not above 0", () => {
    expect(why([component("volume", 100, { target: 0 })])?.[0]).toMatch(/target must be above 0/);
    expect(why([component("volume", 100), component("csat", 0)])?.[0]).toMatch(/weight must be above 0/);
  });

  test("when it would end before it begins, or names no day", () => {
    const one = [component("volume", 100)];
    expect(why(one, { to: "2025-12-31" })?.[0]).toMatch(/ends? on 2025-12-31, before it begins on 2026-01-01/);
    expect(why(one, { to: "2026-01-01" })).toBeUndefined();
    expect(why(one, { from: "2026-02-30" })?.[0]).toMatch(/not a day/);
  });

  test("in the reader's language as well", () => {
    const [issue] = config([component("volume", 59)]).error?.issues ?? [];
    const params = issue !== undefined && "params" in issue ? issue.params : undefined;
    const say = params?.say as ((locale: string) => string) | undefined;
    expect(say?.("zh-CN")).toBe("权重合计为 59，应为 100");
  });
});
