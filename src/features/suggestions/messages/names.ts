import { type Say, say } from "../../../kernel/locale.ts";
import type { State } from "../states.ts";

/** How a suggestion stands. */
export const stateNames: Readonly<Record<State, Say>> = {
  new: say({ en: "new", "zh-CN": "新建议" }),
  considered: say({ en: "being considered", "zh-CN": "研究中" }),
  planned: say({ en: "planned", "zh-CN": "已列入计划" }),
  done: say({ en: "done", "zh-CN": "已落实" }),
  declined: say({ en: "declined", "zh-CN": "未采纳" }),
  withdrawn: say({ en: "withdrawn", "zh-CN": "已撤回" }),
};

/** What `/settings` calls the messages. */
export const kindNames = {
  post: say({ en: "Suggestions in the channel", "zh-CN": "频道里的建议" }),
  moved: say({ en: "News of suggestions I made, voted for or follow", "zh-CN": "我提出、支持或关注的建议" }),
  owner: say({ en: "Suggestions given to me", "zh-CN": "交由我跟进的建议" }),
} as const;
