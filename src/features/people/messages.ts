import { type Locale, type Say, say } from "../../kernel/locale.ts";
import { gap } from "./spans.ts";

/** How each language calls itself, and every name it is asked for by, in lower case. */
export const languageNames: Readonly<Record<Locale, { readonly own: string; readonly known: readonly string[] }>> = {
  en: { own: "English", known: ["english", "英文", "英语", "英語"] },
  "zh-CN": { own: "简体中文", known: ["chinese", "simplified chinese", "中文", "简体中文", "汉语", "华语", "普通话"] },
};

/** What is said about settings and about Fairline itself. */
export const words = {
  language: say({ en: "Language", "zh-CN": "语言" }),
  notALanguage: (text: string) =>
    say({
      en: `I do not speak “${text}” yet. Choose English or 简体中文.`,
      "zh-CN": `我还不会说“${text}”。请选择 English 或简体中文。`,
    }),
  settingsSummary: say({ en: "See and change your settings", "zh-CN": "查看和修改您的设置" }),
  switchSummary: say({ en: "Change your language", "zh-CN": "更换语言" }),
  settingsTitle: say({ en: "Your settings", "zh-CN": "您的设置" }),
  switched: say({
    en: "From now on I speak English with you.",
    "zh-CN": "从现在起，我用中文与您交流。",
  }),
  clock: (zone: string) =>
    say({ en: `Times are those of your site, ${zone}.`, "zh-CN": `时间以您所在中心的时区为准：${zone}。` }),
  /** Each in the language that it leads to, for a reader who cannot read the present one. */
  switchTo: say({ en: "Speak English", "zh-CN": "改用中文" }),

  fairlineSummary: say({ en: "What you can do here", "zh-CN": "您在这里能做什么" }),
  topic: say({ en: "Topic or command", "zh-CN": "主题或命令" }),
  topicHint: say({ en: "about, health, or any command", "zh-CN": "关于、状态，或任意命令" }),
  notATopic: say({ en: "Choose about, health, or a command.", "zh-CN": "请选择“关于”“状态”或某个命令。" }),
  hello: (name: string) =>
    say({ en: `Hello ${name}. This is what you can do here:`, "zh-CN": `${name}，您好。您在这里可以：` }),
  group: {
    work: say({ en: "Your own work", "zh-CN": "您的工作" }),
    role: say({ en: "In your role", "zh-CN": "您的职责" }),
    everyone: say({ en: "For everyone", "zh-CN": "人人可用" }),
  } satisfies Record<"work" | "role" | "everyone", Say>,
  moreAbout: say({ en: `What Fairline is and promises: ${gap}`, "zh-CN": `想了解 Fairline 和它的承诺：${gap}` }),

  moreCommands: say({ en: `What you can do here: ${gap}`, "zh-CN": `您在这里能做什么：${gap}` }),

  aboutTitle: say({ en: "Fairline, the fair scoreboard", "zh-CN": "Fairline，公平的计分牌" }),
  about: say({
    en: "I live in your team's chat and keep its scores fair and good work seen. Three things I promise:",
    "zh-CN": "我在您团队的聊天里，让评分公平，让好的工作被看见。我承诺三件事：",
  }),
  promises: [
    say({
      en: "Every number can be explained: how it was made, from what, and how sure it is.",
      "zh-CN": "每个数字都说得清：怎么算的，依据什么，有多可靠。",
    }),
    say({
      en: "Every decision can be challenged, and checked by anyone concerned.",
      "zh-CN": "每个决定都可以申诉，相关的人都能核查。",
    }),
    say({
      en: "Your numbers are for your eyes: nothing goes out twice, or to the wrong person, and what is late says so.",
      "zh-CN": "您的数字只给该看的人看：不重复发，不发错人，迟了会说明。",
    }),
  ],

  healthTitle: say({ en: "How Fairline is doing", "zh-CN": "Fairline 运行状况" }),
  well: say({ en: "All is well.", "zh-CN": "一切正常。" }),
  unwell: say({ en: "Something needs a look.", "zh-CN": "有项目需要处理。" }),
} as const;
