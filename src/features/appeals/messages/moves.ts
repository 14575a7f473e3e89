import { type Say, say } from "../../../kernel/locale.ts";
import type { Move } from "../card.ts";

/** What somebody is asked for who may act, and what their doing nothing means; nothing is asked where it is up to them. */
export const asked = {
  withdraw: undefined,
  answer: say({
    en: "Your lead needs something from you. Your answer goes to the panel with the rest; without one the panel hears it as it is.",
    "zh-CN": "班组长需要您补充材料。您的补充会一并交给评审组；到期未补充，则按现有材料评审。",
  }),
  forward: say({
    en: "Please look at it and pass it to the panel. If something is missing you may ask the agent once. You cannot turn it down; if you do nothing, it goes to the panel by itself.",
    "zh-CN": "请查看后转交评审组；如缺少材料，可请坐席补充一次。您不能驳回；如不处理，到期将自动转交。",
  }),
  return: undefined,
  grant: say({
    en: "It came after the days to file. Please say whether it is heard all the same; if you do nothing, it is.",
    "zh-CN": "此申诉逾期提交，请决定是否受理；如不处理，到期将自动受理。",
  }),
  deny: undefined,
  state: say({
    en: "You scored this. You may say why, for both sides and the panel to read. You do not sit on the panel, and nothing is held against you.",
    "zh-CN": "此项由您评分。您可以说明依据，供双方和评审组阅读。您不参与评审，也不会因此受到影响。",
  }),
  vote: say({
    en: "Please listen to the recording and score each item as you would have, with your reason. Nobody sees it until all are in, and you see nobody else's.",
    "zh-CN": "请听录音，按您自己的判断逐项评分并写明理由。全部评完之前互不可见。",
  }),
  again: say({
    en: "If you have new evidence, you may appeal once more.",
    "zh-CN": "如有新的证据，您可以再申诉一次。",
  }),
} as const satisfies Record<Move, Say | undefined>;

/** What the buttons of a case say. */
export const moveWords = {
  withdraw: say({ en: "Take it back", "zh-CN": "撤回申诉" }),
  sureWithdraw: say({
    en: "Take this appeal back? The score then stays as it is. Nothing is held against you.",
    "zh-CN": "确定撤回申诉吗？撤回后分数保持不变，不会对您有任何影响。",
  }),
  answer: say({ en: "Answer", "zh-CN": "补充材料" }),
  forward: say({ en: "Pass it to the panel", "zh-CN": "转交评审组" }),
  return: say({ en: "Ask the agent", "zh-CN": "请坐席补充" }),
  grant: say({ en: "Let it be heard", "zh-CN": "同意受理" }),
  deny: say({ en: "Do not make an exception", "zh-CN": "不予例外" }),
  sureDeny: say({
    en: "The appeal ends here then, and the score stays as it is. Are you sure?",
    "zh-CN": "申诉将到此结束，分数保持不变。确定吗？",
  }),
  state: say({ en: "State your grounds", "zh-CN": "说明评分依据" }),
  vote: (item: string) => say({ en: `Score “${item}”`, "zh-CN": `评分：${item}` }),
  pickItem: say({ en: "Score an item", "zh-CN": "选择评分项目" }),
  again: say({ en: "Appeal again", "zh-CN": "再次申诉" }),
  againUntil: say({ en: "That is possible until {when}.", "zh-CN": "截止 {when}。" }),
  readInFull: say({ en: "Read in full", "zh-CN": "阅读全文" }),
  evaluation: say({ en: "The evaluation", "zh-CN": "查看质检评分" }),
  open: (number: number) => say({ en: `Open appeal ${number}`, "zh-CN": `打开申诉 ${number}` }),
  back: say({ en: "To the appeal", "zh-CN": "返回申诉" }),
} as const;
