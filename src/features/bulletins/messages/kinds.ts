import { say } from "../../../kernel/locale.ts";

/** What `/settings` calls the notices of bulletins. */
export const kindWords = {
  draft: say({ en: "Drafts of the weekly bulletin", "zh-CN": "周报草稿" }),
  issue: say({ en: "The weekly bulletin", "zh-CN": "周报" }),
} as const;
