import { address } from "../../chat/command.ts";
import { text as textParam } from "../../chat/param.ts";
import { note, strong, text, typed, type View } from "../../chat/view.ts";
import { type Locale, say } from "../../kernel/locale.ts";

export const words = (en: string, zh: string) => say({ en, "zh-CN": zh });
export const in_ = (locale: Locale, en: string, zh: string) => (locale === "en" ? en : zh);

export const explain = address("explain", {});
export const queue = address("queue", { name: textParam({ label: words("Queue", "队列"), max: 30 }) });
export const bump = address("bump", { count: textParam({ label: words("Count", "计数"), max: 9 }) });
export const forget = address("forget", {});

export const score = (locale: Locale, name: string): View => ({
  title: in_(locale, `Score of ${name}, Monday 9 March`, `${name} 3月9日（周一）的得分`),
  tone: "good",
  blocks: [
    {
      is: "facts",
      facts: [
        { label: in_(locale, "Points", "得分"), value: [strong("87.4")] },
        { label: in_(locale, "Since last week", "较上周"), value: ["+3.2"] },
        { label: in_(locale, "Calls handled", "处理通话"), value: ["1,204"] },
        { label: in_(locale, "Data as of", "数据截至"), value: ["09:00"] },
      ],
    },
    {
      is: "table",
      columns: [
        { label: in_(locale, "Metric", "指标"), align: "start" },
        { label: in_(locale, "Value", "数值"), align: "end" },
        { label: in_(locale, "Target", "目标"), align: "end" },
        { label: in_(locale, "Weight", "权重"), align: "end" },
        { label: in_(locale, "Points", "得分"), align: "end" },
      ],
      rows: [
        [in_(locale, "Volume", "业务量"), "4,500", "5,000", "60 %", "90.0"],
        [in_(locale, "Handle time", "通话时长"), "312 s", "300 s", "25 %", "84.0"],
        [in_(locale, "Quality (provisional)", "质检（样本少）"), "88.1", "85.0", "15 %", "100.0"],
      ],
    },
    text(
      in_(locale, "The number stands on 1,204 calls; the 95 % interval is ", "样本 1,204 通，95% 置信区间为 "),
      strong("85.9–88.8"),
      in_(locale, ". Compare with ", "。可比较 "),
      typed("teamscore [team]"),
      ".",
    ),
    {
      is: "buttons",
      buttons: [
        { label: in_(locale, "Explain", "说明"), action: explain.to({}), style: "primary" },
        { label: in_(locale, "Guide", "指南"), url: "https://example.org/guide" },
        {
          label: in_(locale, "Forget it", "删除"),
          action: forget.to({}),
          style: "danger",
          confirm: in_(locale, "The score is taken down for everybody.", "将对所有人撤下该得分。"),
        },
      ],
    },
    {
      is: "menu",
      label: in_(locale, "By queue", "按队列"),
      action: queue.to({}),
      options: [
        { value: "support", label: in_(locale, "Support", "售后") },
        { value: "sales", label: in_(locale, "Sales", "销售") },
      ],
    },
    note(in_(locale, "Scorecard “Agents 2026”, version 3.", "计分卡“坐席 2026”，第 3 版。")),
  ],
});

export const counter = (count: number): View => ({
  title: "Counter",
  blocks: [
    text("Count is ", strong(String(count))),
    { is: "buttons", buttons: [{ label: "Bump", action: bump.to({ count: String(count + 1) }), style: "primary" }] },
  ],
});
