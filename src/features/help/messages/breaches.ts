import { say } from "../../../kernel/locale.ts";

/** How many requests were late on a day. */
export const lateCount = (count: number) =>
  say({
    en: count === 1 ? "1 was late on this day" : `${count} were late on this day`,
    "zh-CN": `当日超时 ${count} 次`,
  });
