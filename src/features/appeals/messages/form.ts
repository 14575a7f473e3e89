import { say } from "../../../kernel/locale.ts";

/** What commands, buttons and the fields of their forms are called. */
export const formWords = {
  new: say({ en: "Appeal an evaluation", "zh-CN": "对质检评分提出申诉" }),
  status: say({ en: "Your appeals, and what waits for you", "zh-CN": "查看我的申诉和待办" }),
  withdraw: say({ en: "Take an appeal back", "zh-CN": "撤回申诉" }),
  add: say({ en: "Add what was asked for", "zh-CN": "补充申诉材料" }),
  vote: say({ en: "Score one item anew", "zh-CN": "重新评分（评审）" }),
  precedents: say({ en: "What was decided before", "zh-CN": "查找以往先例" }),
  open: say({ en: "Open an appeal", "zh-CN": "打开申诉" }),
  item: say({ en: "An item of an evaluation", "zh-CN": "查看评分项目" }),
  file: say({ en: "Appeal", "zh-CN": "提交申诉" }),
  read: say({ en: "Read in full", "zh-CN": "阅读全文" }),
  evidence: say({ en: "A file of an appeal", "zh-CN": "查看申诉附件" }),
  forward: say({ en: "Pass it to the panel", "zh-CN": "转交评审组" }),
  giveBack: say({ en: "Ask the agent", "zh-CN": "请坐席补充" }),
  except: say({ en: "Decide about a late appeal", "zh-CN": "处理逾期申诉" }),
  state: say({ en: "State your grounds", "zh-CN": "说明评分依据" }),

  evaluation: say({ en: "Evaluation", "zh-CN": "质检评分" }),
  evaluationHint: say({
    en: "The number of the evaluation or of the recording",
    "zh-CN": "质检评分编号或录音编号",
  }),
  number: say({ en: "Appeal", "zh-CN": "申诉编号" }),
  numberHint: say({ en: "Its number, such as 12", "zh-CN": "例如 12" }),
  points: say({ en: "Points that you propose", "zh-CN": "您认为应得的分数" }),
  pointsHint: say({
    en: "Item = points, such as greeting=10, closing=5. All of an evaluation: 95",
    "zh-CN": "项目=分数，例如 greeting=10，closing=5；整份评分只写分数，例如 95",
  }),
  kind: say({ en: "What is wrong", "zh-CN": "申诉类型" }),
  reason: say({ en: "Reason", "zh-CN": "申诉理由" }),
  reasonHint: say({
    en: "20 to 2,000 characters: what happened, and where it can be heard. No customer data, please.",
    "zh-CN": "20 至 2,000 个字符：当时的情况，以及录音中的位置。请勿包含客户信息。",
  }),
  link: say({ en: "Link to evidence", "zh-CN": "证据链接" }),
  linkHint: say({ en: "Begins with https://", "zh-CN": "以 https:// 开头" }),
  file5: say({ en: "Evidence as a file", "zh-CN": "证据文件" }),
  fileHint: say({ en: "At most 5 MB", "zh-CN": "最大 5 MB" }),
  text: say({ en: "Your answer", "zh-CN": "补充内容" }),
  question: say({ en: "What do you need from the agent?", "zh-CN": "需要坐席补充什么？" }),
  questionHint: say({
    en: "You can ask once. Then the panel hears it.",
    "zh-CN": "只能询问一次，之后由评审组评审。",
  }),
  statement: say({ en: "Why it was scored so", "zh-CN": "评分依据" }),
  statementHint: say({
    en: "20 to 2,000 characters. Both sides and the panel read it.",
    "zh-CN": "20 至 2,000 个字符，双方和评审组都会看到。",
  }),
  voteItem: say({ en: "Item", "zh-CN": "项目" }),
  voteItemHint: say({ en: "Its name, its id or its place", "zh-CN": "项目名称、编号或序号" }),
  votePoints: say({ en: "Points that it earns", "zh-CN": "应得分数" }),
  votePointsHint: say({
    en: "As you would have scored it; 0 or more",
    "zh-CN": "按您自己的判断评分，0 分以上",
  }),
  code: say({ en: "Where was the fault?", "zh-CN": "差错原因" }),
  voteReason: say({ en: "Your reason", "zh-CN": "评分理由" }),
  voteReasonHint: say({
    en: "20 to 2,000 characters. Shown to both sides when all are in.",
    "zh-CN": "20 至 2,000 个字符，全部评完后向双方公开。",
  }),
  words: say({ en: "Words", "zh-CN": "关键词" }),

  notPoints: say({
    en: "Write it as item = points, such as greeting=10, or greeting=10, closing=5. For an evaluation without items just the points, such as 95.",
    "zh-CN": "请写成“项目=分数”，例如 greeting=10，或 greeting=10，closing=5。没有分项的评分只写分数，例如 95。",
  }),
  notANumber: say({ en: "Write the points as a number, such as 8.", "zh-CN": "请用数字填写分数，例如 8。" }),
  notAnAppeal: say({
    en: "Write the number of an appeal, such as 12.",
    "zh-CN": "请填写申诉编号，例如 12。",
  }),
  notALink: say({
    en: "A link begins with https:// and has at most 500 characters.",
    "zh-CN": "链接须以 https:// 开头，最多 500 个字符。",
  }),
  oldButton: say({ en: "This button is of an older version.", "zh-CN": "该按钮来自旧版本。" }),
} as const;
