import { say } from "../../../kernel/locale.ts";

/** What the forms of bulletins and their commands are called. */
export const formWords = {
  submit: say({ en: "Write for the bulletin", "zh-CN": "为周报供稿" }),
  draft: say({ en: "The draft of the bulletin", "zh-CN": "查看周报草稿" }),
  approve: say({ en: "Approve the whole draft", "zh-CN": "通过整份周报草稿" }),
  list: say({ en: "Past bulletins", "zh-CN": "查看往期周报" }),
  change: say({ en: "Change it", "zh-CN": "修改稿件" }),
  section: say({ en: "Section", "zh-CN": "栏目" }),
  title: say({ en: "Title", "zh-CN": "标题" }),
  titleHint: say({ en: "A few words", "zh-CN": "几个字即可" }),
  text: say({ en: "Text", "zh-CN": "正文" }),
  textHint: say({
    en: "20 to 2,000 characters. Your name stands below it. No customer data, please.",
    "zh-CN": "20 至 2,000 个字符，将署您的姓名。请勿包含客户信息。",
  }),
} as const;
