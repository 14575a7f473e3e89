import { describe, expect, test } from "vitest";
import { day } from "../../kernel/time.ts";
import { anId } from "../../testing/builders.ts";
import { card, floor, worked } from "../../testing/floor.ts";

const components = [
  { metric: "volume", weight: 30, target: 40 },
  { metric: "handle-time", weight: 30, target: 300 },
  { metric: "quality", weight: 40, target: 90 },
];
const monitored = {
  monitored: 3,
  monitoredPoints: 262,
  monitoredSquares: 22_906,
  complaintsAbout: 1,
};
const days = [
  worked(1, "Ana Diaz", "2026-03-09", 38),
  {
    ...worked(1, "Ana Diaz", "2026-03-10", 42),
    sums: { ...worked(1, "Ana Diaz", "2026-03-10", 42).sums, ...monitored },
  },
];
const full = { cards: [card(1, components)], days };

describe("Explain", () => {
  test("puts the numbers into each formula and adds up to the shown points", async () => {
    const ana = floor("en", full).on("ANA");
    await ana.says("/myscore yesterday");
    await ana.presses("Explain");
    expect(ana.sees()).toMatchInlineSnapshot(`
      "How your score came to be · Tue, 10 Mar 2026
      30.0 + 27.3 + 34.1 = 91.4 points
      • Volume: 42 handled − 1 complaint = 41, against 40 (40 a day × 1 worked). Points: 41 ÷ 40 × 100 = 102.5, at most 100. Weight 30 ÷ 100 × 100.0 = 30.0
      • Handle time: (talk 3:30:00 + hold 7:00 + wrap-up 14:00) ÷ 42 handled = 5:30 each, target 5:00. Points: 300 s ÷ 330 s × 100 = 90.9. Weight 30 ÷ 100 × 90.9 = 27.3
      • Quality: monitoring mean 87.3 (n = 3; no test call, so it counts alone) − 1 complaint × 2 = 85.3. Points: 85.3. Weight 40 ÷ 100 × 85.3 = 34.1
      Scorecard “Agents”, version 1, counting from Thu, 1 Jan 2026.
      Sample: 42. 95% interval: 86.5–96.4. If every target were just met, it would be 96.0.
      It has not been corrected since it was first computed.
      Data as of 11 Mar 2026, 11:45
      A number that looks wrong? A quality mark can be appealed with /appeal new; with anything else ask your lead or quality staff. Whatever is put right is computed again and listed here.
      [The whole score]"
    `);
  });

  test("the same in Chinese", async () => {
    const ana = floor("zh-CN", full).on("ANA");
    await ana.says("/myscore 昨天");
    await ana.presses("如何得出");
    expect(ana.sees()).toMatchInlineSnapshot(`
      "您的得分如何得出 · 2026年3月10日周二
      30.0 + 27.3 + 34.1 = 91.4 分
      • 话务量：处理 42 − 投诉 1 = 41，目标 40（每天 40 × 出勤 1 天）。得分：41 ÷ 40 × 100 = 102.5，封顶 100。权重 30 ÷ 100 × 100.0 = 30.0
      • 平均处理时长：（通话 3:30:00 + 保持 7:00 + 话后 14:00）÷ 处理 42 = 平均 5:30，目标 5:00。得分：300 秒 ÷ 330 秒 × 100 = 90.9。权重 30 ÷ 100 × 90.9 = 27.3
      • 质检：监听均分 87.3（3 次；无拨测，单独计算） − 投诉 1 次 × 2 = 85.3。得分：85.3。权重 40 ÷ 100 × 85.3 = 34.1
      计分卡“坐席”第 1 版，自2026年1月1日周四起生效。
      样本：42。95% 区间：86.5–96.4。若各项恰好达标，得分为 96.0。
      首次计算后没有更正。
      数据截至 2026年3月11日 11:45
      数据有误？质检评分可用 /appeal new 申诉，其他数据请联系班组长或质检。更正后会自动重算，并列在此处。
      [总得分]"
    `);
  });

  test("names each part where the scorecard changed within the period", async () => {
    const second = { ...card(2, [{ metric: "handle-time", weight: 100, target: 330 }]), countsFrom: day("2026-03-10") };
    const ana = floor("en", { ...full, cards: [card(1, components), second] }).on("ANA");
    await ana.says("/myscore week");
    expect(ana.sees()).toContain("Mon, 9 Mar 2026 · Agents · 50% of the days worked");
    await ana.presses("Explain");
    expect(ana.sees()).toMatchInlineSnapshot(`
      "How your score came to be · week of Mon, 9 Mar 2026
      23.1 + 22.8 + 50.0 = 95.9 points
      Mon, 9 Mar 2026 · Agents · 50% of the days worked
      • Volume: 38 handled − 1 complaint = 37, against 40 (40 a day × 1 worked). Points: 37 ÷ 40 × 100 = 92.5. Weight 30 ÷ 60 × 92.5 × 50% = 23.1
      • Handle time: (talk 3:10:00 + hold 6:20 + wrap-up 12:40) ÷ 38 handled = 5:30 each, target 5:00. Points: 300 s ÷ 330 s × 100 = 90.9. Weight 30 ÷ 60 × 90.9 × 50% = 22.8
      Scorecard “Agents”, version 1, counting from Thu, 1 Jan 2026.
      Tue, 10 Mar 2026 to Wed, 11 Mar 2026 · Agents · 50% of the days worked
      • Handle time: (talk 3:30:00 + hold 7:00 + wrap-up 14:00) ÷ 42 handled = 5:30 each, target 5:30. Points: 330 s ÷ 330 s × 100 = 100.0. Weight 100 ÷ 100 × 100.0 × 50% = 50.0
      Scorecard “Agents”, version 2, counting from Tue, 10 Mar 2026.
      Sample: 80. 95% interval: 92.1–97.2. If every target were just met, it would be 100.0.
      It has not been corrected since it was first computed.
      Data as of 11 Mar 2026, 11:45
      A number that looks wrong? A quality mark can be appealed with /appeal new; with anything else ask your lead or quality staff. Whatever is put right is computed again and listed here.
      [The whole score]"
    `);
  });

  test("lists every correction with what brought it about", async () => {
    const { on, store, made, clock } = floor("en", {
      ...full,
      due: [
        {
          site: "leeds",
          person: anId(1),
          from: day("2026-03-10"),
          to: day("2026-03-10"),
          cause: { why: "import", file: "calls-again.csv", batch: "b1", dataset: "interactions" },
        },
      ],
    });
    const ana = on("ANA");
    await ana.says("/myscore yesterday");
    store.days.push({ ...worked(1, "Ana Diaz", "2026-03-10", 0), sums: { complaintsAbout: 2 } });
    expect(await made.recompute(clock.now())).toBe(1);
    await ana.says("/myscore yesterday");
    expect(ana.sees()).toContain("Revision 2");
    await ana.presses("Explain");
    expect(ana.sees()).toContain("Corrections since");
    expect(ana.sees()).toMatch(/Revision 2, .*: 91\.4 → 89\.8 \(import of calls-again\.csv\)/);
  });

  test("explains a team's result, its deductions shared out among its people", async () => {
    const bo = {
      ...worked(2, "Bo Lund", "2026-03-10", 30),
      sums: { ...worked(2, "Bo Lund", "2026-03-10", 30).sums, ...monitored },
    };
    const { on, audited } = floor("en", { ...full, days: [...days, bo] });
    const lee = on("LEE");
    await lee.says("/teamscore yesterday");
    await lee.presses("Explain");
    expect(lee.sees()).toMatchInlineSnapshot(`
      "How North's score came to be · Tue, 10 Mar 2026
      26.3 + 27.3 + 34.1 = 87.7 points
      • Volume: 72 handled − 2 complaints = 70, against 80 (40 a day × 2 worked). Points: 70 ÷ 80 × 100 = 87.5. Weight 30 ÷ 100 × 87.5 = 26.3
      • Handle time: (talk 6:00:00 + hold 12:00 + wrap-up 24:00) ÷ 72 handled = 5:30 each, target 5:00. Points: 300 s ÷ 330 s × 100 = 90.9. Weight 30 ÷ 100 × 90.9 = 27.3
      • Quality: monitoring mean 87.3 (n = 6; no test call, so it counts alone) − 2 complaints × 2 ÷ 2 people = 85.3. Points: 85.3. Weight 40 ÷ 100 × 85.3 = 34.1
      Scorecard “Agents”, version 1, counting from Thu, 1 Jan 2026.
      Sample: 72. 95% interval: 85.3–90.1. If every target were just met, it would be 96.0.
      Data as of 11 Mar 2026, 11:45
      A number that looks wrong? A quality mark can be appealed with /appeal new; with anything else ask your lead or quality staff. Whatever is put right is computed again and listed here.
      [The team's result]"
    `);
    expect(audited.at(-1)).toMatchObject({ action: "read team explanation", subject: "team:north" });
    await lee.presses("The team's result");
    expect(lee.sees()).toContain("North · Tue, 10 Mar 2026");
  });

  test("is for those who may read the score", async () => {
    const { on, audited } = floor("en", full);
    const lee = on("LEE");
    await lee.says("/teamscore yesterday");
    await lee.picks("Open a person", "Ana Diaz");
    await lee.presses("Explain");
    expect(lee.sees()).toContain("How Ana Diaz's score came to be");
    expect(audited.at(-1)).toMatchObject({ action: "read explanation", subject: anId(1) });
  });
});
