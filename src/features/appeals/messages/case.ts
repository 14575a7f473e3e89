import { type Say, say } from "../../../kernel/locale.ts";
import type { ItemOutcome } from "../domain.ts";
import type { State } from "../states.ts";

/** Where an appeal stands. */
export const stateNames = {
  submitted: say({ en: "Filed", "zh-CN": "已提交" }),
  exception: say({ en: "Came late: asks for an exception", "zh-CN": "逾期提交，等待例外批准" }),
  "lead-review": say({ en: "With the lead", "zh-CN": "班组长处理中" }),
  returned: say({ en: "Waits for the agent's answer", "zh-CN": "等待坐席补充" }),
  panel: say({ en: "With the panel", "zh-CN": "评审组评审中" }),
  decided: say({ en: "Decided", "zh-CN": "已裁定" }),
  corrected: say({ en: "Decided and put right", "zh-CN": "已裁定并更正" }),
  closed: say({ en: "Closed", "zh-CN": "已结案" }),
  withdrawn: say({ en: "Taken back", "zh-CN": "已撤回" }),
  expired: say({ en: "Not heard", "zh-CN": "未受理" }),
  void: say({ en: "Void", "zh-CN": "已作废" }),
} as const satisfies Record<State, Say>;

/** What a state means for whoever has nothing to do about it. */
export const stateMeans = {
  submitted: say({ en: "It has come in.", "zh-CN": "申诉已收到。" }),
  exception: say({
    en: "It came after the days to file, so it became a request for an exception: a supervisor says whether it is heard. Without an answer in time it is heard.",
    "zh-CN": "提交时已超过申诉期限，因此转为例外申请，由主管决定是否受理。到期未答复则自动受理。",
  }),
  "lead-review": say({
    en: "The lead looks at it first and may ask the agent for something once, but cannot turn it down. Without an answer in time it goes to the panel by itself.",
    "zh-CN": "班组长先行查看，可请坐席补充一次，但不能驳回。到期未处理则自动转交评审组。",
  }),
  returned: say({
    en: "The lead has asked the agent for something. With the answer, or without one when the time is over, the panel hears it.",
    "zh-CN": "班组长请坐席补充材料。补充后，或到期未补充，均由评审组评审。",
  }),
  panel: say({
    en: "Three people score the items anew, each without seeing the others. It is decided when all are in.",
    "zh-CN": "三位评审各自重新评分，互不可见，全部评完后裁定。",
  }),
  decided: say({ en: "What was decided is being carried out.", "zh-CN": "裁定正在执行。" }),
  corrected: say({
    en: "The evaluation is put right, and so is every score that stands on it.",
    "zh-CN": "质检评分及相关成绩均已更正。",
  }),
  closed: say({ en: "It is decided, and what was decided is done.", "zh-CN": "已裁定，并已执行完毕。" }),
  withdrawn: say({
    en: "The agent has taken it back. Nothing was changed, and nothing is held against anybody.",
    "zh-CN": "坐席已撤回申诉。未做任何更改，也不会对任何人产生影响。",
  }),
  expired: say({
    en: "It came after the days to file, and no exception was made. The score stays as it is. It costs nothing to have asked.",
    "zh-CN": "提交时已超过申诉期限，例外申请未获批准，分数保持不变。提出申请不会对您有任何影响。",
  }),
  void: say({
    en: "There is nothing left to decide: the evaluation was taken back, or the agent is not here any more.",
    "zh-CN": "质检评分已被撤销，或坐席已离职，无需再裁定。",
  }),
} as const satisfies Record<State, Say>;

/** How a decision turned out as a whole. */
export const decisionNames = {
  upheld: say({ en: "Upheld", "zh-CN": "申诉成立" }),
  partly: say({ en: "Upheld in part", "zh-CN": "申诉部分成立" }),
  rejected: say({ en: "The score stands", "zh-CN": "维持原分" }),
} as const satisfies Record<ItemOutcome, Say>;

/** What a case says. */
export const caseWords = {
  title: (number: number, evaluation: string) =>
    say({ en: `Appeal ${number} · evaluation ${evaluation}`, "zh-CN": `申诉 ${number} · 质检评分 ${evaluation}` }),
  second: (number: number | undefined) =>
    say({
      en: number === undefined ? "Second hearing, the last one." : `Second hearing of appeal ${number}, the last one.`,
      "zh-CN": number === undefined ? "第二次申诉，为最终申诉。" : `对申诉 ${number} 的第二次申诉，为最终申诉。`,
    }),
  waits: say({ en: "Waits for {who} until {when}.", "zh-CN": "等待{who}处理，截止 {when}。" }),
  waitsForYou: say({ en: "It waits for you until {when}.", "zh-CN": "等待您处理，截止 {when}。" }),
  waitsForNobody: say({
    en: "Nobody is there who could act on it; it goes on by itself at {when}.",
    "zh-CN": "目前无人可处理，{when} 将自动进入下一步。",
  }),

  agent: say({ en: "Agent", "zh-CN": "坐席" }),
  scorer: say({ en: "Scored by", "zh-CN": "评分人" }),
  form: say({ en: "Form", "zh-CN": "评分表" }),
  contact: say({ en: "Contact", "zh-CN": "联络" }),
  kind: say({ en: "What is wrong", "zh-CN": "申诉类型" }),
  filed: say({ en: "Filed", "zh-CN": "提交时间" }),
  score: say({ en: "Score of the evaluation", "zh-CN": "质检评分总分" }),
  evaluationGone: say({ en: "taken back", "zh-CN": "已撤销" }),
  of: (form: string, version: number | undefined) =>
    say({
      en: version === undefined ? form : `${form}, version ${version}`,
      "zh-CN": version === undefined ? form : `${form}（第 ${version} 版）`,
    }),

  challenged: say({ en: "What is challenged", "zh-CN": "申诉项目" }),
  challenge: (had: number, most: number | undefined, asked: number) =>
    say(({ number }) => ({
      en: `had ${number(had, 2)}${most === undefined ? "" : ` of ${number(most, 2)}`}, asked for ${number(asked, 2)}`,
      "zh-CN": `原得 ${number(had, 2)} 分${most === undefined ? "" : `（满分 ${number(most, 2)}）`}，申请 ${number(asked, 2)} 分`,
    })),
  decidedAs: (decided: number, outcome: string, code: string) =>
    say(({ number }) => ({
      en: `, decided ${number(decided, 2)}: ${outcome} (${code.toLowerCase()})`,
      "zh-CN": `，裁定 ${number(decided, 2)} 分：${outcome}（${code}）`,
    })),
  colon: say({ en: ": ", "zh-CN": "：" }),
  youScored: (points: number) =>
    say(({ number }) => ({ en: ` · you scored ${number(points, 2)}`, "zh-CN": ` · 您评 ${number(points, 2)} 分` })),

  comment: (words: string) => say({ en: `The scorer's comment: ${words}`, "zh-CN": `评分人评语：${words}` }),
  commentOn: (item: string) => say({ en: `${item}: the scorer's comment`, "zh-CN": `${item}：评分人评语` }),

  reason: say({ en: "The agent's reason", "zh-CN": "申诉理由" }),
  evidence: say({ en: "Evidence: ", "zh-CN": "证据：" }),
  link: (host: string) => say({ en: `link (${host})`, "zh-CN": `链接（${host}）` }),
  question: say({ en: "The lead asked", "zh-CN": "班组长的询问" }),
  answer: say({ en: "The agent answered", "zh-CN": "坐席的补充" }),
  noAnswer: say({ en: "No answer came in time.", "zh-CN": "到期未补充。" }),
  statement: say({ en: "The scorer's grounds", "zh-CN": "评分人的依据" }),
  noStatement: say({ en: "The scorer has not stated grounds yet.", "zh-CN": "评分人尚未说明依据。" }),
  guide: say({ en: "What earns the marks", "zh-CN": "评分标准" }),
  range: (most: number) =>
    say(({ number }) => ({
      en: `Whole points from 0 to ${number(most)}.`,
      "zh-CN": `0 到 ${number(most)} 的整数分。`,
    })),
  steps: (steps: readonly string[]) =>
    say({ en: `Steps: ${steps.join(" · ")}`, "zh-CN": `分档：${steps.join(" · ")}` }),

  outcome: say({ en: "The decision", "zh-CN": "裁定" }),
  bySilence: say({
    en: "No vote came in time, so it was decided for the agent.",
    "zh-CN": "评审组到期未评分，因此按坐席的申请裁定。",
  }),
  byPurge: say({
    en: "The recording is gone, so nobody can check any more: it was decided for the agent.",
    "zh-CN": "录音已清除，无法再核实，因此按坐席的申请裁定。",
  }),
  ballot: (seat: string, points: number, code: string) =>
    say(({ number }) => ({
      en: `${seat}: ${number(points, 2)} points, ${code.toLowerCase()}. `,
      "zh-CN": `${seat}：${number(points, 2)} 分，${code}。`,
    })),
  missed: (seat: string) => say({ en: `${seat}: no vote in time.`, "zh-CN": `${seat}：到期未评分。` }),
  notLower: say({
    en: "An appeal never lowers a score: where a vote was lower, the points stay.",
    "zh-CN": "申诉不会降低分数：如有评审评分更低，仍按原分。",
  }),
  corrected: (from: string, to: string) =>
    say({
      en: `The evaluation went from ${from} to ${to}. The scores, ranks and eligibility that stand on it follow.`,
      "zh-CN": `质检评分由 ${from} 更正为 ${to}，相关成绩、排名和资格随之更新。`,
    }),
  bookedOn: (day: string) =>
    say((format) => ({
      en: `The month of the contact is closed for pay, so the difference counts on ${format.day(day)}.`,
      "zh-CN": `该联络所在月份的薪资已结算，差额计入${format.day(day)}。`,
    })),
  youVoted: say({
    en: "You have voted. Your votes stay unseen until all are in.",
    "zh-CN": "您已评完，全部评完之前互不可见。",
  }),
  inGoodFaith: say({
    en: "To have asked in good faith costs nothing, and it is not held against you. Thank you for saying what seemed wrong.",
    "zh-CN": "善意提出申诉不会有任何代价，也不会对您产生不利影响。感谢您说出疑问。",
  }),
  scorerKindly: say({
    en: "Contacts can be heard in more than one way. That is what appeals are for; it is no judgement of you.",
    "zh-CN": "同一通联络可能有不同理解，申诉正是为此而设，并非对您的评判。",
  }),
  ruleUnclear: say({
    en: "The panel found the rule unclear. The form's owner has it on their list.",
    "zh-CN": "评审组认为标准不明确，已列入评分表负责人的待办。",
  }),

  nobody: say({ en: "nobody", "zh-CN": "空缺" }),
  history: say({ en: "What happened", "zh-CN": "经过" }),
  earlier: (count: number) =>
    say(({ number }) => ({ en: `${number(count)} earlier steps`, "zh-CN": `更早的 ${number(count)} 步` })),
  more: (count: number) =>
    say(({ number }) => ({
      en: `… (${number(count)} more characters below under “Read in full”)`,
      "zh-CN": `…（还有 ${number(count)} 个字符，见下方“阅读全文”）`,
    })),
  fullTitle: (number: number, of: string) => say({ en: `Appeal ${number} · ${of}`, "zh-CN": `申诉 ${number} · ${of}` }),
  fileIsTheirs: say({
    en: "Evidence of the appeal. It is for this case alone.",
    "zh-CN": "申诉附件，仅供本案使用。",
  }),
  nothingThere: say({ en: "There is nothing to read here yet.", "zh-CN": "这里暂无内容。" }),
  reasonOf: (seat: string, item: string) => say({ en: `${item}: ${seat}`, "zh-CN": `${item}：${seat}` }),
} as const;
