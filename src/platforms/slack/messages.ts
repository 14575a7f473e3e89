import { say } from "../../kernel/locale.ts";

/** What this platform itself says. */
export const words = {
  confirmTitle: say({ en: "Are you sure?", "zh-CN": "确定吗？" }),
  yes: say({ en: "Yes", "zh-CN": "确定" }),
  no: say({ en: "No", "zh-CN": "取消" }),
  alsoInDirect: say({
    en: "Slack cannot keep pictures and files in a private note like this one, so they are also in our direct conversation.",
    "zh-CN": "Slack 的私密消息无法保存图片和文件，已同时发送到我们的私信中。",
  }),
  openForm: say({ en: "Open the form", "zh-CN": "打开表单" }),
  formWaits: say({
    en: "This needs a form. Press the button to open it.",
    "zh-CN": "此操作需要填写表单，请点击按钮打开。",
  }),
  notRepeatedTitle: say({ en: "No private answer", "zh-CN": "无法单独回复" }),
  notRepeated: say({
    en: "Slack did not let me answer you privately, and this answer is not to stay in a conversation, so I do not repeat it here. Please ask again with the slash command.",
    "zh-CN": "Slack 未能向您单独显示回复。该回复不应留在会话中，因此这里不再显示。请用斜杠命令重新操作。",
  }),
  formTooLate: say({
    en: "Slack did not let the form open in time. Nothing was lost: please ask once more.",
    "zh-CN": "Slack 未能及时打开表单，没有任何内容丢失，请重新操作一次。",
  }),
};
