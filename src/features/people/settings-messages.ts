import { type Say, say } from "../../kernel/locale.ts";

/** What is said about quiet hours and about what can be muted. */
export const words = {
  quiet: say({ en: "Quiet hours", "zh-CN": "免打扰时段" }),
  quietHint: say({ en: "22:00-07:00, or off", "zh-CN": "22:00-07:00，或“关闭”" }),
  notHours: (text: string) =>
    say({
      en: `“${text}” are no hours. Write them like 22:00-07:00, or off.`,
      "zh-CN": `无法识别“${text}”。请写成 22:00-07:00，或“关闭”。`,
    }),
  none: say({ en: "none", "zh-CN": "未设置" }),
  quietOff: say({ en: "No quiet hours", "zh-CN": "关闭免打扰" }),
  quietNights: say({ en: "Quiet from 22:00 to 07:00", "zh-CN": "22:00 至 07:00 免打扰" }),
  quietMeans: say({
    en: "What comes in quiet hours waits for their end.",
    "zh-CN": "免打扰时段内的消息会在时段结束后发送。",
  }),
  mute: say({ en: "Mute or hear again", "zh-CN": "静音或恢复接收" }),
  muted: say({ en: "Muted", "zh-CN": "已静音" }),
  nothingMuted: say({ en: "nothing", "zh-CN": "无" }),
  muteOption: (label: Say) => say({ en: `Mute: ${label("en")}`, "zh-CN": `静音：${label("zh-CN")}` }),
  hearOption: (label: Say) => say({ en: `Hear again: ${label("en")}`, "zh-CN": `恢复：${label("zh-CN")}` }),
  notMutable: (names: readonly Say[]) =>
    say(({ anyOf }) => ({
      en: `This cannot be muted. What can be: ${anyOf(names.map((name) => name("en")))}.`,
      "zh-CN": `该项不能静音。可以静音的有：${anyOf(names.map((name) => name("zh-CN")))}。`,
    })),
  nothingToMute: say({ en: "There is nothing here that can be muted.", "zh-CN": "目前没有可以静音的内容。" }),
  changed: say({ en: "Saved.", "zh-CN": "已保存。" }),
  setQuiet: say({ en: "Set your quiet hours", "zh-CN": "设置免打扰时段" }),
  setMute: say({ en: "Mute something or hear it again", "zh-CN": "静音或恢复某类消息" }),
} as const;
