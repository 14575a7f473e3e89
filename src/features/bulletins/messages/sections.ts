import { type Say, say } from "../../../kernel/locale.ts";
import type { Submittable } from "../domain.ts";

/** What the sections are called that people write for. */
export const sectionTitles = {
  strategy: say({ en: "Strategy notes", "zh-CN": "策略要点" }),
  events: say({ en: "Events", "zh-CN": "活动预告" }),
  practice: say({ en: "Best practice", "zh-CN": "最佳实践" }),
  voices: say({ en: "Customer voices", "zh-CN": "客户之声" }),
  news: say({ en: "News", "zh-CN": "团队动态" }),
} satisfies Record<Submittable, Say>;

/** A sign before each title, for the eye; a section without one has none. */
export const signs: Readonly<Record<string, string>> = {
  operations: "📊",
  strategy: "🧭",
  news: "📰",
  events: "📅",
  birthdays: "🎂",
  anniversaries: "🎉",
  stars: "⭐",
  awards: "🏆",
  kudos: "🙌",
  draws: "🎟️",
  joiners: "👋",
  graduations: "🎓",
  practice: "💡",
  "good-calls": "🎧",
  voices: "💬",
};
