import { describe, expect, test } from "vitest";
import type { Chart } from "../../chat/chart.ts";
import { day } from "../../kernel/time.ts";
import { anId } from "../../testing/builders.ts";
import { card, type FloorOptions, floor, worked } from "../../testing/floor.ts";

const components = [
  { metric: "volume", weight: 50, target: 35 },
  { metric: "handle-time", weight: 50, target: 300 },
];

/** Seconds of talk in each contact, day by day, for the days before 11 March. */
const days = (person: number, name: string, talk: readonly number[]) =>
  talk.map((each, index) => {
    const on = ["2026-03-05", "2026-03-06", "2026-03-09", "2026-03-10"][index] ?? "2026-03-10";
    const handled = 36;
    return {
      ...worked(person, name, on, handled),
      sums: { handled, talkS: handled * each, handleS2: handled * each * each * 1.02 },
    };
  });

const team: FloorOptions = {
  cards: [card(1, components)],
  days: [
    ...days(1, "Ana Diaz", [305, 330, 360, 420]),
    ...days(2, "Bo Lund", [330, 330, 330, 290]),
    ...days(3, "Cy Park", [300, 300, 300, 301]),
  ],
};

describe("/teamscore", () => {
  test("tells exceptions first, praise next, and draws how the points are spread", async () => {
    const drawn: Chart[] = [];
    const draw = async (chart: Chart) => {
      drawn.push(chart);
      return new Uint8Array([1]);
    };
    const lee = floor("en", { ...team, draw }).on("LEE");
    await lee.says("/teamscore yesterday");
    expect(lee.sees()).toMatchInlineSnapshot(`
      "North · Tue, 10 Mar 2026
      94.5 points of 100, very likely between 92.7 and 96.5 (95% interval)
      ▼ down 0.9 from Mon, 9 Mar 2026
      Who may need a hand
      • Surely below what their targets come to: Ana Diaz (85.7 of 100.0)
      • Falling three periods in a row: Ana Diaz (99.2 → 85.7)
      At the top, too close to tell apart: Bo Lund and Cy Park.
      Most improved: Bo Lund ▲ 4.5.
      Metric       Value  Target  Points        95%  Weight    n
      Volume         108     105   100.0                50%  108
      Handle time   5:37    5:00    89.0  85.3–93.1     50%  108
      3 people with results, the median is 99.8
      [Bars: how many people are in each band of points. 85–90: 1 and 95–100: 2.]
      Name      Points   n
      Ana Diaz    85.7  36
      Bo Lund    100.0  36
      Cy Park     99.8  36
      In order of name, never of score. Numbers from fewer than 10 results are marked ~.
      Scorecard “Agents”, version 1 · Data as of 11 Mar 2026, 11:45
      Only you see this. Opening somebody's numbers is recorded.
      [Open a person ▾]
      [Explain] [By hour] [By queue] [By project] [By day] [Trend]
      [Today] [Yesterday] [This week] [Last week] [This month]"
    `);
    expect(drawn).toMatchObject([{ is: "distribution", title: "North · Tue, 10 Mar 2026", mark: "median" }]);
  });

  test("the same in Chinese", async () => {
    const lee = floor("zh-CN", team).on("LEE");
    await lee.says("/teamscore 昨天");
    expect(lee.sees()).toMatchInlineSnapshot(`
      "North · 2026年3月10日周二
      94.5 分（满分 100），95% 区间为 92.7 至 96.5
      ▼ 比2026年3月9日周一低 0.9
      可能需要帮助的成员
      • 明显低于目标：Ana Diaz（85.7，各项达标为 100.0）
      • 连续三期下滑：Ana Diaz（99.2 → 85.7）
      并列领先（差距在误差之内）：Bo Lund和Cy Park。
      进步最大：Bo Lund ▲ 4.5。
      指标          实际  目标   得分   95% 区间  权重  样本
      话务量         108   105  100.0              50%   108
      平均处理时长  5:37  5:00   89.0  85.3–93.1   50%   108
      有数据的成员 3 人，中位数为 99.8
      [柱状图：各分数段人数。85–90：1 人和95–100：2 人。]
      姓名       得分  样本
      Ana Diaz   85.7    36
      Bo Lund   100.0    36
      Cy Park    99.8    36
      按姓名排列，不按得分排名。样本不足 10 个的数值标有 ~。
      计分卡“坐席”第 1 版 · 数据截至 2026年3月11日 11:45
      仅您可见。查看他人数据会留下记录。
      [查看成员 ▾]
      [如何得出] [分时段] [分队列] [分项目] [分日] [走势]
      [今天] [昨天] [本周] [上周] [本月]"
    `);
  });

  test("tells an agent the middle of the team and nobody's name", async () => {
    const bo = floor("en", team).on("BO");
    await bo.says("/myscore yesterday");
    expect(bo.sees()).toContain("0.2 above the median of North (99.8, 3 people)");
    expect(bo.sees()).not.toMatch(/Ana|Cy/);
  });

  test("a team of two has no middle", async () => {
    const bo = floor("en", { ...team, days: team.days?.filter(({ person }) => person !== anId(3)) ?? [] }).on("BO");
    await bo.says("/myscore yesterday");
    expect(bo.sees()).not.toContain("median");
  });
});

const trial = {
  ...card(1, [
    { metric: "volume", weight: 10, target: 35 },
    { metric: "handle-time", weight: 90, target: 300 },
  ]),
  id: "agents-next",
  name: { en: "Agents next year", "zh-CN": "明年坐席" },
  state: "shadow" as const,
};
const withTrial: FloorOptions = { ...team, cards: [card(1, components), trial] };

describe("/scorecard", () => {
  test("shows everybody what counts and what is tried, each formula in whole", async () => {
    const ana = floor("en", withTrial).on("ANA");
    await ana.says("/scorecard");
    expect(ana.sees()).toMatchInlineSnapshot(`
      "Scorecards
      Agents, version 1
      for agents · counts from Thu, 1 Jan 2026
      Metric       Weight    Target  Points           Least n
      Volume          50%  35 a day  result ÷ target        1
      Handle time     50%      5:00  target ÷ result        1
      Agents next year, version 1
      for agents · trial: computed, counts for nothing
      Metric       Weight    Target  Points           Least n
      Volume          10%  35 a day  result ÷ target        1
      Handle time     90%      5:00  target ÷ result        1"
    `);
  });

  test("tells a supervisor who would move, by how much and why, before it counts", async () => {
    const { on, audited } = floor("en", withTrial);
    const sam = on("SAM");
    await sam.says("/scorecard");
    await sam.presses("Compare: Agents next year");
    expect(sam.sees()).toMatchInlineSnapshot(`
      "Trial of Agents next year · March 2026
      1 person of 3 would move by more than 5 points.
      On average the trial gives 2.9 points less.
      • Mostly because of Volume: 1 person
      Name       Now  Trial  Mostly because of
      Ana Diaz  92.4   86.3  Volume −3.0
      The trial counts for nothing until its state is set to live and applied.
      [Last week] [This month] [Last month]"
    `);
    expect(audited).toMatchObject([{ action: "read trial", subject: "scorecard:agents-next" }]);
  });

  test("the same in Chinese", async () => {
    const sam = floor("zh-CN", withTrial).on("SAM");
    await sam.says("/scorecard");
    await sam.presses("对比试算：明年坐席");
    expect(sam.sees()).toMatchInlineSnapshot(`
      "明年坐席试算 · 2026年3月
      3 人中有 1 人的得分变动将超过 5 分。
      试算平均少 2.9 分。
      • 主要原因是话务量：1 人
      姓名      现行  试算  主要原因
      Ana Diaz  92.4  86.3  话务量 −3.0
      试算不计入成绩；将其状态改为 live 并应用后才会生效。
      [上周] [本月] [上月]"
    `);
  });

  test("a trial counts for nothing", async () => {
    const bo = floor("en", withTrial).on("BO");
    await bo.says("/myscore yesterday");
    expect(bo.sees()).toContain("Scorecard “Agents”, version 1");
  });

  test("without any says who adds one", async () => {
    const ana = floor("en", { ...team, cards: [] }).on("ANA");
    await ana.says("/scorecard");
    expect(ana.sees()).toContain("No scorecard counts today. An admin adds one to fairline.yaml");
  });
});

describe("a correction", () => {
  test("is told as what changed for whom", async () => {
    const cause = { why: "import", file: "again.csv", batch: "b7", dataset: "interactions" };
    const on = day("2026-03-10");
    const { store, made, clock, on: user } = floor("en", team);
    const ana = user("ANA");
    await ana.says("/myscore yesterday");
    const bo = user("BO");
    await bo.says("/myscore yesterday");
    store.days.push({ ...worked(1, "Ana Diaz", "2026-03-10", 0), sums: { complaints: 10 } });
    store.touch({ site: "leeds", person: anId(1), from: on, to: on, cause });
    clock.pass(1);
    expect(await made.recompute(clock.now(), "leeds")).toBe(1);
    const changes = await made.changes("leeds", new Date("2026-03-11T12:00:00Z"), "b7");
    expect(changes).toMatchObject([{ person: anId(1), from: on, to: on, revision: 2, reason: "data", cause }]);
    expect(changes[0]?.before).toBeGreaterThan(changes[0]?.after ?? 100);
    expect(await made.changes("leeds", clock.now())).toEqual([]);
    expect(await made.recompute(clock.now(), "leeds")).toBe(0);
  });
});

describe("plain words", () => {
  test.each([
    ["ANA", "how was my AHT yesterday?", "Your handle time · Tue, 10 Mar 2026"],
    ["ANA", "我昨天多少分", "Your score · Tue, 10 Mar 2026"],
    ["LEE", "team handle time last week", "North · Handle time · week of Mon, 2 Mar 2026"],
    ["LEE", "how was Ana's score yesterday?", "Ana Diaz · Tue, 10 Mar 2026"],
    ["BO", "how was Ana's score yesterday?", "Ana Diaz's numbers are open to Ana Diaz"],
    ["ANA", "team score yesterday", "This is for team leads, supervisors, quality staff or auditors."],
    ["ANA", "compare my volume yesterday with 2026-03-05", "Before that (Thu, 5 Mar 2026): 36."],
    ["ANA", "what is for lunch", "I did not catch that"],
  ])("%s asks %j", async (user, line, expected) => {
    const actor = floor("en", team).on(user);
    await actor.says(line);
    expect(actor.sees()).toContain(expected);
  });
});
