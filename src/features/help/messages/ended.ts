import { say } from "../../../kernel/locale.ts";

/** What whoever is concerned is told when a request leaves their hands or is over. */
export const endedWords = {
  solved: (name: string) => say({ en: `${name} is solved`, "zh-CN": `${name} 坐席确认已解决` }),
  cancelled: (name: string) => say({ en: `${name} was cancelled`, "zh-CN": `${name} 坐席已取消` }),
  closed: (name: string) => say({ en: `${name} is closed`, "zh-CN": `${name} 已关闭` }),
  closedMore: say({
    en: "It waited for you for too long, so it was closed. Still in need? Reopen it, or ask again with /helpme.",
    "zh-CN": "您长时间未补充信息，该求助已自动关闭。如仍需协助，请重新打开，或用 /helpme 再次求助。",
  }),
  taken: (name: string) => say({ en: `${name} is in other hands now`, "zh-CN": `${name} 已由他人接手` }),
} as const;
