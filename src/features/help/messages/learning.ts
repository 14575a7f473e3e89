import { type Say, say } from "../../../kernel/locale.ts";
import type { AnswerState } from "../domain.ts";
import type { LearnRefusal } from "../learning.ts";

const stateNames: Readonly<Record<AnswerState, Say>> = {
  proposed: say({ en: "waits for a lead", "zh-CN": "待主管审核" }),
  approved: say({ en: "offered to whoever asks the like", "zh-CN": "已采用，遇到类似求助时自动推荐" }),
  rejected: say({ en: "not kept", "zh-CN": "未采用" }),
  retired: say({ en: "not offered any more", "zh-CN": "已停用" }),
};

/** What is said of answers that were learnt. */
export const learningWords = {
  label: say({ en: "Answers to approve", "zh-CN": "待审核的答案" }),
  summary: say({ en: "Answers that the floor has found", "zh-CN": "现场沉淀的答案" }),
  title: (name: string) => say({ en: `Answer ${name}`, "zh-CN": `答案 ${name}` }),
  asked: say({ en: "Asked", "zh-CN": "问题" }),
  answer: say({ en: "Answer", "zh-CN": "答案" }),
  state: (state: AnswerState) => stateNames[state],
  stateLabel: say({ en: "State", "zh-CN": "状态" }),
  solved: (times: number) =>
    say({
      en: times === 1 ? "It settled one request." : `It settled ${times} requests.`,
      "zh-CN": `已直接解决 ${times} 次求助。`,
    }),
  from: say({ en: "Proposed by", "zh-CN": "提出人" }),
  decided: say({ en: "Decided by", "zh-CN": "审核人" }),
  reason: say({ en: "Reason", "zh-CN": "原因" }),
  why: say({ en: "Why", "zh-CN": "原因" }),
  approve: say({ en: "Keep it", "zh-CN": "采用" }),
  reword: say({ en: "Change the words", "zh-CN": "修改" }),
  reject: say({ en: "Do not keep it", "zh-CN": "不采用" }),
  retire: say({ en: "Retire it", "zh-CN": "停用" }),
  open: say({ en: "Open one", "zh-CN": "打开其中一条" }),
  more: say({ en: "More", "zh-CN": "更多" }),
  showWaiting: (count: number) => say({ en: `Waiting: ${count}`, "zh-CN": `待审核 ${count} 条` }),
  showApproved: say({ en: "In use", "zh-CN": "使用中" }),
  listTitle: (state: AnswerState) =>
    state === "proposed"
      ? say({ en: "Answers that wait for a lead", "zh-CN": "待主管审核的答案" })
      : say({ en: "Answers of your site", "zh-CN": "本中心的答案" }),
  none: (state: AnswerState) =>
    state === "proposed"
      ? say({ en: "Nothing waits for a decision.", "zh-CN": "没有待审核的答案。" })
      : say({
          en: "There are none yet. When a request is resolved with a note, a lead can keep the note as an answer.",
          "zh-CN": "还没有答案。求助解决时填写处理说明，主管审核后即成为答案。",
        }),
  counted: (from: number, to: number, all: number) =>
    say({ en: `${from} to ${to} of ${all}`, "zh-CN": `第 ${from}–${to} 条，共 ${all} 条` }),
  refusedTitle: say({ en: "That was not done", "zh-CN": "未执行" }),
};

type Why = LearnRefusal["why"];
type Of<W extends Why> = Extract<LearnRefusal, { why: W }>;

const refusals: { readonly [W in Why]: (refusal: Of<W>) => Say } = {
  "no-such-answer": () =>
    say({
      en: "That answer is not there any more. See what there is with /helpme answers.",
      "zh-CN": "该答案已不存在。可用 /helpme answers 查看现有答案。",
    }),
  "other-site": () => say({ en: "That answer belongs to another site.", "zh-CN": "该答案属于其他中心。" }),
  "not-a-lead": () =>
    say({
      en: "Leads, deputies, supervisors and trainers decide which answers are kept. Ask one of them.",
      "zh-CN": "由组长、副组长、主管或培训师审核答案，请联系他们。",
    }),
  "own-answer": () =>
    say({
      en: "You wrote this answer yourself; another lead, a supervisor or a trainer decides about it.",
      "zh-CN": "这条答案由您提出，请由其他组长、主管或培训师审核。",
    }),
  decided: ({ state }) =>
    say({
      en: `That was decided already: the answer is ${stateNames[state]("en")}.`,
      "zh-CN": `该答案已处理过，当前状态：${stateNames[state]("zh-CN")}。`,
    }),
  "wrong-length": ({ what, min, max }) =>
    say({
      en: `The ${what} takes ${min} to ${max} characters.`,
      "zh-CN": `${what === "question" ? "问题" : "答案"}须为 ${min} 至 ${max} 个字符。`,
    }),
};

/** Why nothing was done about an answer, and what to do instead. */
export const learnRefusal = <W extends Why>(refusal: Of<W>): Say =>
  (refusals[refusal.why as W] as (r: Of<W>) => Say)(refusal);
