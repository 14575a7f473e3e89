import type { View } from "../chat/view.ts";
import type { Locale } from "../kernel/locale.ts";
import { floor } from "./floor.ts";

/** What is asked in each scene, by whom, and what is pressed then. */
const scenes = {
  score: ["ANA", { en: "/myscore yesterday", "zh-CN": "/myscore 昨天" }],
  "score-of-few": ["CY", { en: "/myscore today", "zh-CN": "/myscore 今天" }],
  "score-of-nothing": ["ANA", { en: "/myscore 2026-03-02", "zh-CN": "/myscore 2026-03-02" }],
  team: ["LEE", { en: "/teamscore", "zh-CN": "/teamscore" }],
  help: ["LEE", { en: "/fairline", "zh-CN": "/fairline" }],
  settings: ["ANA", { en: "/settings", "zh-CN": "/settings" }],
  accounts: ["ANA", { en: "/link", "zh-CN": "/link" }],
  "not-allowed": ["ANA", { en: "/teamscore", "zh-CN": "/teamscore" }],
  "not-understood": ["ANA", { en: "what now", "zh-CN": "怎么办" }],
  "wrong-value": ["ANA", { en: "/myscore tomorrow", "zh-CN": "/myscore 明天" }],
} as const satisfies Record<string, readonly [string, Readonly<Record<Locale, string>>]>;

export type Scene = keyof typeof scenes;
export const sceneNames = Object.keys(scenes) as Scene[];

/** The view that a scene of the product ends with, in one language. */
export async function played(scene: Scene, locale: Locale): Promise<View> {
  const [user, lines] = scenes[scene];
  const actor = floor(locale).on(user);
  await actor.says(lines[locale]);
  const view = actor.views().at(-1);
  if (view === undefined) throw new Error(`nothing was seen in ${scene}`);
  return view;
}
