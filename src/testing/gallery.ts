import type { View } from "../chat/view.ts";
import type { Locale } from "../kernel/locale.ts";
import { floor } from "./floor.ts";

type Played = { readonly by: string; readonly says: string; readonly presses?: string };
const both = (
  by: string,
  says: string,
  presses?: Readonly<Record<Locale, string>>,
): Readonly<Record<Locale, Played>> => ({
  en: { by, says, ...(presses ? { presses: presses.en } : {}) },
  "zh-CN": { by, says, ...(presses ? { presses: presses["zh-CN"] } : {}) },
});

/** What is asked in each scene, by whom, and what is pressed then. */
const scenes = {
  score: both("ANA", "/myscore yesterday"),
  "score-of-few": both("CY", "/myscore today"),
  "score-of-nothing": both("ANA", "/myscore 2026-03-02"),
  explanation: both("ANA", "/myscore yesterday", { en: "Explain", "zh-CN": "如何得出" }),
  "by-hour": both("ANA", "/myscore week", { en: "By hour", "zh-CN": "分时段" }),
  trend: both("ANA", "/myscore yesterday", { en: "Trend", "zh-CN": "走势" }),
  metric: both("ANA", "/myscore yesterday aht"),
  team: both("LEE", "/teamscore"),
  scorecards: both("LEE", "/scorecard"),
  help: both("LEE", "/fairline"),
  settings: both("ANA", "/settings"),
  accounts: both("ANA", "/link"),
  "not-allowed": both("ANA", "/teamscore"),
  "not-understood": {
    en: { by: "ANA", says: "what now" },
    "zh-CN": { by: "ANA", says: "怎么办" },
  },
  "wrong-value": both("ANA", "/myscore tomorrow"),
} as const satisfies Record<string, Readonly<Record<Locale, Played>>>;

export type Scene = keyof typeof scenes;
export const sceneNames = Object.keys(scenes) as Scene[];

/** The view that a scene of the product ends with, in one language. */
export async function played(scene: Scene, locale: Locale): Promise<View> {
  const { by, says, presses }: Played = scenes[scene][locale];
  const actor = floor(locale).on(by);
  await actor.says(says);
  if (presses !== undefined) await actor.presses(presses);
  const view = actor.views().at(-1);
  if (view === undefined) throw new Error(`nothing was seen in ${scene}`);
  return view;
}
