import { say } from "../../../kernel/locale.ts";

export const bulletinWords = {
  title: say({ en: "Draws", "zh-CN": "抽奖" }),
  colon: say({ en: ": ", "zh-CN": "：" }),
  openUntil: say({ en: "open until ", "zh-CN": "报名截止 " }),
} as const;
