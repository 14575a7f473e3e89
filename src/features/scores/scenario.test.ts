import { describe, expect, test } from "vitest";
import { plainView } from "../../chat/plain.ts";
import { registry } from "../../chat/registry.ts";
import { day } from "../../kernel/time.ts";
import { anAccount, anId } from "../../testing/builders.ts";
import { testRouter } from "../../testing/conversation.ts";
import { card, floor, worked } from "../../testing/floor.ts";
import { showScore } from "./actions.ts";

describe("/myscore", () => {
  test("says the points, each metric's line, the sample, the interval, the revision and the time of the data", async () => {
    const ana = floor("en").on("ANA");
    await ana.says("/myscore yesterday");
    expect(ana.sees()).toMatchInlineSnapshot(`
      "Your score · Tue, 10 Mar 2026
      95.5 points of 100, very likely between 93.2 and 98.0 (95% interval)
      ▲ up 3.8 from Mon, 9 Mar 2026
      Metric       Value  Target  Points        95%  Weight   n
      Volume          41      40   100.0                50%  42
      Handle time   5:30    5:00    90.9  86.3–96.0     50%  42
      Scorecard “Agents”, version 1 · Data as of 11 Mar 2026, 11:45
      [Explain] [By hour] [By queue] [By project] [By day] [Trend]
      [Today] [Yesterday] [This week] [Last week] [This month]"
    `);
  });

  test("the same in Chinese", async () => {
    const ana = floor("zh-CN").on("ANA");
    await ana.says("/myscore 昨天");
    expect(ana.sees()).toMatchInlineSnapshot(`
      "您的得分 · 2026年3月10日周二
      95.5 分（满分 100），95% 区间为 93.2 至 98.0
      ▲ 比2026年3月9日周一高 3.8
      指标          实际  目标   得分   95% 区间  权重  样本
      话务量          41    40  100.0              50%    42
      平均处理时长  5:30  5:00   90.9  86.3–96.0   50%    42
      计分卡“坐席”第 1 版 · 数据截至 2026年3月11日 11:45
      [如何得出] [分时段] [分队列] [分项目] [分日] [走势]
      [今天] [昨天] [本周] [上周] [本月]"
    `);
  });

  test("says that a small sample is small", async () => {
    const { on } = floor("en");
    const ana = on("ANA");
    await ana.says("/myscore");
    expect(ana.sees()).toContain("Provisional: made from 7 results.");
    const cy = on("CY");
    await cy.says("/myscore");
    expect(cy.sees()).toContain("Only 3 results so far: too few to judge");
    expect(cy.sees()).not.toContain("interval");
  });

  test("compares with the period before, but never a day that is not over with a whole one", async () => {
    const ana = floor("en").on("ANA");
    await ana.says("/myscore yesterday");
    expect(ana.sees()).toMatch(/▲ up [\d.]+ from Mon, 9 Mar 2026/);
    await ana.says("/myscore today");
    expect(ana.sees()).not.toMatch(/up|down/);
  });

  test("another period is one press away, in place of the first", async () => {
    const ana = floor("en").on("ANA");
    await ana.says("/myscore");
    await ana.presses("This week");
    expect(ana.sees()).toContain("Your score · week of Mon, 9 Mar 2026");
    expect(ana.sees()).toMatch(/Volume\s+84\s+120/);
    expect(ana.views()).toHaveLength(1);
  });

  test("an empty period says so and what to do next", async () => {
    const ana = floor("en").on("ANA");
    await ana.says("/myscore 2026-03-02");
    expect(ana.sees()).toContain("You have no results in this period, so there is nothing to score.");
    expect(ana.sees()).toContain("[Today]");
  });

  test("every wrong period is told why", async () => {
    const { on } = floor("en");
    const ana = on("ANA");
    await ana.says("/myscore tomorrow");
    expect(ana.sees()).toContain("Write today, yesterday, week");
    await ana.says("/myscore 2026-03-12");
    expect(ana.sees()).toContain("That is still to come.");
    const ned = on("NED");
    await ned.says("/myscore yesterday");
    expect(ned.sees()).toContain("Ned New joined on Wed, 11 Mar 2026");
  });

  test("no scorecard: says who adds one", async () => {
    const ana = floor("en", { cards: [] }).on("ANA");
    await ana.says("/myscore");
    expect(ana.sees()).toContain("There is no live scorecard for Ana Diaz");
  });

  test("is for agents", async () => {
    const sam = floor("en").on("SAM");
    await sam.says("/myscore");
    expect(sam.sees()).toContain("This is for agents, team leads or quality staff.");
  });

  test("a changed input or scorecard makes a new revision, asking again does not", async () => {
    const { on, store } = floor("en");
    const ana = on("ANA");
    const asks = async () => {
      await ana.says("/myscore yesterday");
      return /version \d+(\. Revision \d+)?/.exec(ana.sees())?.[0];
    };
    expect(await asks()).toBe("version 1");
    expect(await asks()).toBe("version 1");
    store.days.push(worked(1, "Ana Diaz", "2026-03-10", 1));
    expect(await asks()).toBe("version 1. Revision 2");
    store.cards.push(card(2, [{ metric: "volume", weight: 100, target: 40 }]));
    expect(await asks()).toBe("version 2. Revision 3");
  });
});

describe("/teamscore", () => {
  test("says the team's result and lists its people by name, never by score", async () => {
    const lee = floor("en").on("LEE");
    await lee.says("/teamscore");
    expect(lee.sees()).toMatchInlineSnapshot(`
      "North · Wed, 11 Mar 2026
      60.9 points of 100, very likely between 58.5 and 63.5 (95% interval)
      Who may need a hand
      • Too few results to judge: Cy Park (n = 3)
      Metric       Value  Target  Points        95%  Weight   n
      Volume          37     120    30.8                50%  40
      Handle time   5:30    5:00    90.9  86.2–96.2     50%  40
      3 people with results
      Name      Points   n
      Ana Diaz   ~53.0   7
      Bo Lund     81.7  30
      Cy Park    ~48.0   3
      In order of name, never of score. Numbers from fewer than 10 results are marked ~.
      So far: this period is not over, and the targets are for whole days.
      Scorecard “Agents”, version 1 · Data as of 11 Mar 2026, 11:45
      Only you see this. Opening somebody's numbers is recorded.
      [Open a person ▾]
      [Explain] [By hour] [By queue] [By project] [By day] [Trend]
      [Today] [Yesterday] [This week] [Last week] [This month]"
    `);
  });

  test("opens a person, and the reading is recorded", async () => {
    const { on, audited } = floor("en");
    const lee = on("LEE");
    await lee.says("/teamscore today");
    await lee.picks("Open a person", "Bo Lund");
    expect(lee.sees()).toContain("Bo Lund · Wed, 11 Mar 2026");
    expect(audited).toMatchObject([
      { actor: anId(4), action: "read team score", subject: "team:north", detail: { right: "lead" } },
      { actor: anId(4), action: "read score", subject: anId(2), detail: { right: "lead" } },
    ]);
  });

  test("one's own score leaves no audit row", async () => {
    const { on, audited } = floor("en");
    await on("ANA").says("/myscore");
    expect(audited).toEqual([]);
  });

  test("fewer than three people are not broken out", async () => {
    const lee = floor("en", {
      days: [worked(1, "Ana Diaz", "2026-03-11", 20), worked(2, "Bo Lund", "2026-03-11", 20)],
    }).on("LEE");
    await lee.says("/teamscore");
    expect(lee.sees()).toContain("Fewer than three people");
    expect(lee.sees()).not.toMatch(/Ana Diaz\s+\d/);
  });

  test.each([
    ["SAM", "/teamscore North", "North · Wed"],
    ["AUD", "/teamscore north", "North · Wed"],
    ["LEE", "/teamscore South", "The result of South is open to its lead and deputies"],
    ["MAX", "/teamscore North", "The result of North is open to its lead and deputies"],
    ["MAX", "/teamscore", "You lead no team at present."],
    ["SAM", "/teamscore Norht", "There is no team “Norht”. You may see North or South."],
    ["ANA", "/teamscore", "This is for team leads, supervisors, quality staff or auditors."],
  ])("%s types %s", async (user, line, expected) => {
    const actor = floor("en").on(user);
    await actor.says(line);
    expect(actor.sees()).toContain(expected);
  });

  test.each([
    ["MAX", "Ana Diaz's numbers are open to"],
    ["BO", "Ana Diaz's numbers are open to"],
    ["SAM", "Ana Diaz · Wed, 11 Mar 2026"],
  ])("permission is checked again on the press: %s presses a button to Ana's score", async (user, expected) => {
    const { commands, actions, people, clock } = floor("en");
    const talk = testRouter(registry(commands, actions), { people, clock });
    const by = anAccount(user);
    const place = { platform: by.platform, workspace: by.workspace, id: "floor", kind: "channel" } as const;
    const action = showScore.to({ person: anId(1), period: "today" });
    const reply = await talk.answer({ is: "press", key: "press", by, place, action });
    expect(reply.is === "view" && plainView(reply.view)).toContain(expected);
  });
});

describe("a site's day", () => {
  test("is scored for everybody who handled a contact, once", async () => {
    const { made, store, on } = floor("en");
    expect(await made.scoreDay("leeds", day("2026-03-11"), new Date("2026-03-12T02:30:00Z"))).toBe(3);
    expect(await made.scoreDay("leeds", day("2026-03-11"), new Date("2026-03-12T02:30:00Z"))).toBe(3);
    const ana = on("ANA");
    await ana.says("/myscore 2026-03-11");
    expect(ana.sees()).not.toContain("Revision");
    expect(store.days).toHaveLength(5);
  });
});
