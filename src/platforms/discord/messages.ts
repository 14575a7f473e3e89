import { say } from "../../kernel/locale.ts";

/** What Discord itself makes it needful to say. */
export const words = {
  tryAgain: say({ en: "Try again", "zh-CN": "再试一次" }),
  openForm: say({ en: "Fill in the form", "zh-CN": "填写表单" }),
  formWaits: say({ en: "A few details are needed first.", "zh-CN": "还需要填写几项内容。" }),
  formGoneTitle: say({ en: "This form is no longer open", "zh-CN": "该表单已关闭" }),
  formGone: say({
    en: "It waited too long. Nothing was changed. Please start again from the command or the button.",
    "zh-CN": "等待时间过长，未做任何更改。请重新使用命令或按钮。",
  }),
  confirmTitle: say({ en: "Please confirm", "zh-CN": "请确认" }),
  confirm: (label: string) =>
    say({
      en: `Send this to go on with “${label}”, or close it to leave all as it is.`,
      "zh-CN": `提交即执行“${label}”；关闭此窗口则不做任何更改。`,
    }),
  dateHint: say({ en: "year-month-day, for example 2026-03-09", "zh-CN": "年-月-日，例如 2026-03-09" }),
  fileKept: (name: string) =>
    say({ en: `${name} is kept; attach a file only to replace it.`, "zh-CN": `已保留 ${name}；如需替换请重新上传。` }),
  answeredInDm: say({ en: "I have answered you in a direct message.", "zh-CN": "我已通过私信回复您。" }),
  dmClosed: say({
    en: "I could not send you a direct message. Allow direct messages from members of this server, or use the command with a slash: its answer is seen by you alone.",
    "zh-CN": "无法给您发送私信。请允许来自本服务器成员的私信，或使用斜杠命令：其回复仅您可见。",
  }),
  notShown: say({
    en: "The answer could not be shown here. Please try again.",
    "zh-CN": "回复无法在此显示，请再试一次。",
  }),
} as const;
