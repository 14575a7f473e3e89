/** The awards of a site that says nothing else, as `fairline.yaml` would write them. */
export const usualRules = {
  "daily-best": {
    name: { en: "Best of the day", "zh-CN": "每日之星" },
    period: "day",
    repeats: { wins: 3, days: 30 },
  },
  "weekly-best-team": {
    name: { en: "Team of the week", "zh-CN": "每周最佳班组" },
    period: "week",
    of: "teams",
    repeats: { wins: 2, days: 30 },
  },
  "monthly-best": { name: { en: "Best of the month", "zh-CN": "月度之星" }, period: "month" },
  "most-improved": { name: { en: "Most improved", "zh-CN": "进步之星" }, period: "month", by: "improvement" },
  attendance: {
    name: { en: "Always there", "zh-CN": "出勤之星" },
    period: "month",
    by: { metric: "attendance" },
    goesTo: "everybody",
    atLeast: 98,
    repeats: "any",
  },
  "customer-praise": {
    name: { en: "Customers' favourite", "zh-CN": "客户好评之星" },
    period: "month",
    by: { metric: "csat" },
  },
} as const;
