import { say } from "../../../kernel/locale.ts";
import { mostAdditions } from "../domain.ts";

/** What `/suggest` and its forms ask, and what is pressed. */
export const formWords = {
  summary: say({ en: "Suggest something", "zh-CN": "提建议" }),
  line: say({ en: "Idea", "zh-CN": "建议" }),
  lineHint: say({
    en: "Your idea, or: list [state], mine, status with a number or code. Nothing opens the form.",
    "zh-CN": "您的建议；或输入：列表 [状态]、我的、状态加编号或查询码。留空则打开表单。",
  }),
  text: say({ en: "Your idea", "zh-CN": "您的建议" }),
  textHint: say({
    en: "What would be better, and how? 15 to 2,000 characters. Everybody at your site can read it.",
    "zh-CN": "怎样做会更好？15 至 2,000 个字符。本中心所有人可见。",
  }),
  as: say({ en: "Signed or anonymous", "zh-CN": "署名方式" }),
  asHint: say({
    en: "Anonymous keeps no name; you get a code. Your chat platform may keep what you type; use the form.",
    "zh-CN": "匿名建议不保存姓名，凭查询码跟进。聊天平台可能保留您输入的命令，请在表单中填写。",
  }),
  signed: say({ en: "Signed with my name", "zh-CN": "署名" }),
  anonymous: say({ en: "Anonymous", "zh-CN": "匿名" }),

  vote: say({ en: "Vote for it", "zh-CN": "支持" }),
  unvote: say({ en: "Take my vote back", "zh-CN": "取消支持" }),
  follow: say({ en: "Follow", "zh-CN": "关注" }),
  unfollow: say({ en: "Follow no more", "zh-CN": "取消关注" }),
  open: say({ en: "Open", "zh-CN": "查看" }),
  mine: say({ en: "My suggestions", "zh-CN": "我的建议" }),
  list: say({ en: "All suggestions", "zh-CN": "全部建议" }),

  add: say({ en: "Add something", "zh-CN": "补充" }),
  addText: say({ en: "What to add", "zh-CN": "补充内容" }),
  addHint: say({
    en: `Signed, it shows at once; anonymous, from the next morning. ${mostAdditions} additions at most.`,
    "zh-CN": `署名建议的补充立即可见，匿名建议的补充次日早上起可见。最多补充 ${mostAdditions} 次。`,
  }),
  withdraw: say({ en: "Withdraw", "zh-CN": "撤回" }),
  withdrawSure: say({
    en: "Withdraw it for good? Its words are deleted, and its voters are told.",
    "zh-CN": "确定撤回吗？内容将被删除，支持者会收到通知，且无法恢复。",
  }),

  take: say({ en: "I look after it", "zh-CN": "由我跟进" }),
  give: say({ en: "Give it an owner", "zh-CN": "指定负责人" }),
  giveTo: say({ en: "Owner", "zh-CN": "负责人" }),
  giveHint: say({ en: "A lead, supervisor or admin of your site", "zh-CN": "本中心的班组长、主管或管理员" }),
  decide: {
    considered: say({ en: "Consider it", "zh-CN": "开始研究" }),
    planned: say({ en: "Plan it", "zh-CN": "列入计划" }),
    done: say({ en: "It is done", "zh-CN": "标为已落实" }),
    declined: say({ en: "Decline it", "zh-CN": "不采纳" }),
  },
  decideTitle: say({ en: "Move a suggestion on", "zh-CN": "更新建议状态" }),
  reason: say({ en: "Why", "zh-CN": "说明" }),
  reasonHint: say({
    en: "Its author, its voters and the channel read it. 5 to 500 characters.",
    "zh-CN": "提出人、支持者和频道成员都会看到。5 至 500 个字符。",
  }),
  undo: say({ en: "Undo the last step", "zh-CN": "撤销上一步" }),
} as const;
