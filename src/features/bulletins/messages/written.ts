import { say } from "../../../kernel/locale.ts";

/** Above what somebody wrote that could not be saved. */
export const writtenWords = {
  yours: say({ en: "What you wrote, so that it is not lost:", "zh-CN": "您刚才填写的内容（以免丢失）：" }),
} as const;
