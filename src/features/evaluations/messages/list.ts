import { type Say, say } from "../../../kernel/locale.ts";
import type { EvaluationState } from "../domain.ts";

/** What the list of evaluations says. */
export const listWords = {
  summary: say({ en: "Your quality evaluations", "zh-CN": "查看质检评分" }),
  person: say({ en: "Person", "zh-CN": "人员" }),
  personHint: say({
    en: "Whose, if not your own; for those who may read them",
    "zh-CN": "查看他人的评分（需有权限），不填则为本人",
  }),
  own: say({ en: "Your evaluations", "zh-CN": "您的质检评分" }),
  of: (name: string) => say({ en: `Evaluations of ${name}`, "zh-CN": `${name}的质检评分` }),
  day: say({ en: "Day", "zh-CN": "日期" }),
  number: say({ en: "Number", "zh-CN": "编号" }),
  form: say({ en: "Form", "zh-CN": "评分表" }),
  points: say({ en: "Points", "zh-CN": "得分" }),
  state: say({ en: "State", "zh-CN": "状态" }),
  states: {
    new: say({ en: "new", "zh-CN": "未确认" }),
    acknowledged: say({ en: "acknowledged", "zh-CN": "已确认" }),
    restated: say({ en: "restated", "zh-CN": "已改判" }),
  } satisfies Record<EvaluationState, Say>,
  open: say({ en: "Open one", "zh-CN": "查看其中一份" }),
  option: (number: string, day: string, points: number) =>
    say((format) => ({
      en: `${number} · ${format.shortDay(day)} · ${format.number(points, 2)}`,
      "zh-CN": `${number} · ${format.shortDay(day)} · ${format.number(points, 2)} 分`,
    })),
  newest: (shown: number) =>
    say(({ number }) => ({
      en: `The newest ${number(shown)} are shown.`,
      "zh-CN": `仅显示最近的 ${number(shown)} 份。`,
    })),
  unread: (unread: number) =>
    say(({ number }) => ({
      en: `${number(unread)} not acknowledged yet. Open it, or acknowledge the newest with `,
      "zh-CN": `有 ${number(unread)} 份未确认。可打开查看，或确认最近的一份：`,
    })),
  none: say({
    en: "Nothing of yours has been evaluated yet. As soon as something is, you are told here. Until then, see how you do with ",
    "zh-CN": "您还没有质检评分。有新评分时会在这里通知您。您可以先查看自己的成绩：",
  }),
  noneOwn: say({
    en: "You have no evaluations of your own. Those of somebody whom you may read you open like this: ",
    "zh-CN": "您没有自己的质检评分。可这样查看您有权查看的人员：",
  }),
  noneOf: (name: string) =>
    say({
      en: `Nothing of ${name} has been evaluated yet. Quality staff evaluate a contact with `,
      "zh-CN": `${name}还没有质检评分。质检人员可用以下命令评分：`,
    }),
} as const;
