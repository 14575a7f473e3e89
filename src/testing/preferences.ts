import type { PreferenceBook, Preferences } from "../features/people/index.ts";
import { say } from "../kernel/locale.ts";

/** Preferences in memory; the daily score can be muted and nothing else. */
export function preferencesInMemory(): PreferenceBook {
  const kept = new Map<string, Preferences>();
  return {
    of: async (person) => kept.get(person) ?? { muted: [] },
    save: async (person, preferences) => void kept.set(person, preferences),
    mutable: () => [{ name: "daily-score", label: say({ en: "Daily score", "zh-CN": "每日得分" }) }],
  };
}
