import { describe, expect, test } from "vitest";
import type { Chart } from "../../chat/chart.ts";
import { card, floor, worked } from "../../testing/floor.ts";

const days = [
  { ...worked(1, "Ana Diaz", "2026-03-05", 40), hour: 10 },
  { ...worked(1, "Ana Diaz", "2026-03-06", 36), hour: 10 },
  { ...worked(1, "Ana Diaz", "2026-03-09", 38), hour: 9 },
  { ...worked(1, "Ana Diaz", "2026-03-10", 30), hour: 9, queue: "sales" },
  { ...worked(1, "Ana Diaz", "2026-03-10", 8), hour: 11, queue: "billing" },
  { ...worked(2, "Bo Lund", "2026-03-10", 30), hour: 9 },
  { ...worked(3, "Cy Park", "2026-03-10", 33), hour: 9 },
];

/** A floor that keeps what was drawn. */
function drawing(locale: "en" | "zh-CN") {
  const drawn: Chart[] = [];
  const draw = async (chart: Chart) => {
    drawn.push(chart);
    return new Uint8Array([1]);
  };
  return { drawn, ...floor(locale, { days, draw }) };
}

describe("a score opened up", () => {
  test("by hour, with a strip of the hours", async () => {
    const { on, drawn } = drawing("en");
    const ana = on("ANA");
    await ana.says("/myscore yesterday");
    await ana.presses("By hour");
    expect(ana.sees()).toMatchInlineSnapshot(`
      "Your contacts by hour · Tue, 10 Mar 2026
      [Handle time by hour: 09:00 5:30 (n = 30) and 11:00 5:30 (n = 8).]
      Hour   Handled  Handle time
      09:00       30         5:30
      11:00        8        ~5:30
      Handle time: target 5:00.
      Values from fewer than 10 results are marked ~.
      Only what single contacts can tell is shown here; other metrics are of whole days.
      Data as of 11 Mar 2026, 11:45
      [Back to the score]"
    `);
    expect(drawn).toMatchObject([{ is: "strip", unit: "seconds", target: { value: 300 } }]);
    expect(drawn[0]?.is === "strip" && drawn[0].hours.map(({ label, n }) => `${label} ${n}`)).toEqual([
      "09:00 30",
      "10:00 0",
      "11:00 8",
    ]);
  });

  test("by queue in Chinese", async () => {
    const ana = drawing("zh-CN").on("ANA");
    await ana.says("/myscore 昨天");
    await ana.presses("分队列");
    expect(ana.sees()).toMatchInlineSnapshot(`
      "您的联络 · 分队列 · 2026年3月10日周二
      队列     处理量  平均处理时长
      sales        30          5:30
      billing       8         ~5:30
      平均处理时长：目标 5:00。
      样本不足 10 个的数值标有 ~。
      此处仅显示可按单个联络统计的指标，其余指标按整天计算。
      数据截至 2026年3月11日 11:45
      [返回得分]"
    `);
  });

  test("by day", async () => {
    const ana = drawing("en").on("ANA");
    await ana.says("/myscore 2026-03-05..2026-03-10");
    await ana.presses("By day");
    expect(ana.sees()).toMatch(/Thu, 5 Mar 2026\s+40/);
    expect(ana.sees()).toMatch(/Tue, 10 Mar 2026\s+38/);
  });

  test("of a team tells nothing of fewer than three people", async () => {
    const lee = drawing("en").on("LEE");
    await lee.says("/teamscore yesterday");
    await lee.presses("By hour");
    expect(lee.sees()).toMatch(/09:00\s+93/);
    expect(lee.sees()).toMatch(/11:00\s+–\s+–/);
    expect(lee.sees()).toContain("Where fewer than three people took part, nothing is shown");
  });

  test("leads back to the score", async () => {
    const ana = drawing("en").on("ANA");
    await ana.says("/myscore yesterday");
    await ana.presses("By queue");
    await ana.presses("Back to the score");
    expect(ana.sees()).toContain("Your score · Tue, 10 Mar 2026");
  });
});

describe("a trend", () => {
  test("is a line with its target and interval, and a table that says the same", async () => {
    const { on, drawn } = drawing("en");
    const ana = on("ANA");
    await ana.says("/myscore yesterday");
    await ana.presses("Trend");
    expect(ana.sees()).toMatchInlineSnapshot(`
      "Your trend
      [Line of points: 5 Mar 94.2, 6 Mar 89.2, 9 Mar 91.7 and 10 Mar 90.5.]
      Period  Points        95%   n
      5 Mar     94.2  91.8–96.8  40
      6 Mar     89.2  86.7–92.0  36
      9 Mar     91.7  89.3–94.4  38
      10 Mar    90.5  88.0–93.2  38
      Data as of 11 Mar 2026, 11:45
      [Trend of one metric ▾]
      [Back to the score]"
    `);
    const [chart] = drawn;
    expect(chart).toMatchObject({ is: "trend", unit: "points", target: { value: 100 } });
    expect(chart?.is === "trend" && chart.points).toHaveLength(4);
    expect(chart?.is === "trend" && chart.points.at(-1)).toMatchObject({ label: "10 Mar" });
  });

  test("of one metric, in Chinese", async () => {
    const ana = drawing("zh-CN").on("ANA");
    await ana.says("/myscore 昨天");
    await ana.presses("走势");
    await ana.picks("单项走势", "平均处理时长");
    expect(ana.sees()).toContain("您的平均处理时长走势");
  });

  test("without any result says so", async () => {
    const { on, drawn } = drawing("en");
    const cy = on("CY");
    await cy.says("/myscore 2026-02-02");
    expect(cy.sees()).not.toContain("[Trend]");
    expect(drawn).toEqual([]);
  });
});

describe("one metric", () => {
  test("its value, how it came to be and what it was before", async () => {
    const ana = drawing("en").on("ANA");
    await ana.says("/myscore yesterday aht");
    expect(ana.sees()).toMatchInlineSnapshot(`
      "Your handle time · Tue, 10 Mar 2026
      5:30, target 5:00: 90.9 points
      By its sample, very likely worth between 86.1 and 96.3 points (95% interval).
      (talk 3:10:00 + hold 6:20 + wrap-up 12:40) ÷ 38 handled = 5:30 each, target 5:00 · Points: 300 s ÷ 330 s × 100 = 90.9
      Before that (Mon, 9 Mar 2026): 5:30.
      Scorecard “Agents”, version 1 · Data as of 11 Mar 2026, 11:45
      [The whole score] [Trend] [Explain]"
    `);
  });

  test("in Chinese, against another period", async () => {
    const ana = drawing("zh-CN").on("ANA");
    await ana.says("/myscore 昨天 话务量 2026-03-05");
    expect(ana.sees()).toMatchInlineSnapshot(`
      "您的话务量 · 2026年3月10日周二
      36，目标 40，得 90.0 分
      处理 38 − 投诉 2 = 36，目标 40（每天 40 × 出勤 1 天） · 得分：36 ÷ 40 × 100 = 90.0
      此前（2026年3月5日周四）：39。
      计分卡“坐席”第 1 版 · 数据截至 2026年3月11日 11:45
      [总得分] [走势] [如何得出]"
    `);
  });

  test.each([
    ["/myscore yesterday csat", "Satisfaction is not on the scorecard of this period. Ask for Volume or Handle time."],
    ["/myscore yesterday nonsense", "There is no such metric. Ask for Volume"],
    ["/myscore 2026-03-10..2026-03-01", "Write the earlier day first: 2026-03-01..2026-03-10."],
    ["/myscore 2024-01-01..2026-03-01", "That is longer than 366 days."],
    ["/myscore 2026-04", "That is still to come."],
  ])("%s: %s", async (line, words) => {
    const ana = drawing("en").on("ANA");
    await ana.says(line);
    expect(ana.sees()).toContain(words);
  });

  test("with no data says so", async () => {
    const cards = [
      card(1, [
        { metric: "volume", weight: 50, target: 40 },
        { metric: "csat", weight: 50, target: 85 },
      ]),
    ];
    const ana = floor("en", { days, cards }).on("ANA");
    await ana.says("/myscore yesterday csat");
    expect(ana.sees()).toContain("There is no data for Satisfaction in this period.");
    await ana.says("/myscore yesterday");
    expect(ana.sees()).toContain("No data for Satisfaction in this period; the other weights share its part.");
  });

  test("of a team", async () => {
    const lee = drawing("en").on("LEE");
    await lee.says("/teamscore yesterday aht");
    expect(lee.sees()).toContain("North · Handle time · Tue, 10 Mar 2026");
    expect(lee.sees()).toContain("5:30, target 5:00: 90.9 points");
  });
});
