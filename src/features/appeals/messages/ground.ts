import { say } from "../../../kernel/locale.ts";

/** What somebody reads who thinks of appealing. */
export const groundWords = {
  listTitle: say({ en: "What you can appeal", "zh-CN": "可申诉的质检评分" }),
  none: say({
    en: "You have no evaluations to appeal. As soon as one is published you are told here, with the way to appeal.",
    "zh-CN": "目前没有可申诉的质检评分。有新的评分公布时会在这里通知您，并附申诉入口。",
  }),
  line: (number: string, day: string, points: number) =>
    say((format) => ({
      en: `${number} · ${format.shortDay(day)} · ${format.number(points, 2)} points`,
      "zh-CN": `${number} · ${format.shortDay(day)} · ${format.number(points, 2)} 分`,
    })),
  until: say({ en: " · until {when}", "zh-CN": " · 截止 {when}" }),
  noneInTime: say({
    en: "The days to file are over for all of your evaluations.",
    "zh-CN": "您的质检评分均已过申诉期限。",
  }),
  late: say({
    en: "You can still choose an older one: its days to file are over, so it becomes a request for an exception.",
    "zh-CN": "仍可选择更早的评分：因已过申诉期限，将作为例外申请处理。",
  }),
  lateMark: say({ en: " (exception)", "zh-CN": "（例外申请）" }),
  pick: say({ en: "Choose an evaluation", "zh-CN": "选择质检评分" }),

  title: (number: string) => say({ en: `Appeal evaluation ${number}`, "zh-CN": `对质检评分 ${number} 提出申诉` }),
  form: say({ en: "Form", "zh-CN": "评分表" }),
  contact: say({ en: "Contact", "zh-CN": "联络" }),
  score: say({ en: "Score", "zh-CN": "总分" }),
  comment: say({ en: "The scorer's comment", "zh-CN": "评分人评语" }),
  earned: (points: number, most: number) =>
    say(({ number }) => ({
      en: `${number(points, 2)} of ${number(most, 2)}`,
      "zh-CN": `${number(points, 2)} / ${number(most, 2)}`,
    })),
  notApplicable: say({ en: "does not apply", "zh-CN": "不适用" }),
  failed: say({ en: " · failed all of it", "zh-CN": " · 致命项，整份为 0 分" }),
  underAppeal: (number: number) => say({ en: ` · under appeal ${number}`, "zh-CN": ` · 申诉 ${number} 处理中` }),
  decided: (number: number) => say({ en: ` · decided in appeal ${number}`, "zh-CN": ` · 已由申诉 ${number} 裁定` }),
  inTime: say({
    en: "You can appeal until {when}. Items that you do not challenge stay as they are, and an appeal never lowers a score.",
    "zh-CN": "申诉截止 {when}。未申诉的项目不变，申诉也不会降低分数。",
  }),
  tooLate: say({
    en: "The days to file ended on {when}. You can still file: it becomes a request for an exception, on which a supervisor decides first.",
    "zh-CN": "申诉期限已于 {when} 结束。您仍可提交，将作为例外申请，先由主管决定是否受理。",
  }),
  purged: say({
    en: "The recording is gone, so nobody can check any more: an appeal is decided for you at once.",
    "zh-CN": "录音已清除，无法再核实：提交申诉后将直接按您的申请裁定。",
  }),
  nothingToAppeal: say({
    en: "Nothing is left to appeal here: every item has all its points, does not apply or is under appeal already.",
    "zh-CN": "这里没有可申诉的项目：均已得满分、不适用，或已在申诉中。",
  }),
  pickItem: say({ en: "Choose an item", "zh-CN": "选择项目" }),
  several: say({ en: "Appeal several items", "zh-CN": "申诉多个项目" }),
  appeal: (item: string) => say({ en: `Appeal “${item}”`, "zh-CN": `申诉：${item}` }),
  appealWhole: say({ en: "Appeal it", "zh-CN": "提出申诉" }),

  itemTitle: (item: string, number: string) =>
    say({ en: `${item} · evaluation ${number}`, "zh-CN": `${item} · 质检评分 ${number}` }),
  mark: say({ en: "It earned", "zh-CN": "得分" }),
  guide: say({ en: "What earns the marks", "zh-CN": "评分标准" }),
  steps: say({ en: "Steps", "zh-CN": "分档" }),
  weight: say({ en: "Weight", "zh-CN": "权重" }),
  before: say({ en: "Decided before on the same item", "zh-CN": "同一项目的以往裁定" }),
  noneBefore: say({
    en: "Nobody has appealed this item before. Yours would be the first precedent.",
    "zh-CN": "此项目尚无先例，您的申诉将成为第一例。",
  }),
  cannot: {
    open: (number: number) =>
      say({
        en: `It is under appeal ${number} already. One open appeal per item is enough.`,
        "zh-CN": `此项目已在申诉 ${number} 中，每个项目同时只能有一份申诉。`,
      }),
    decided: (number: number) =>
      say({
        en: `It was decided in appeal ${number}. It can be heard once more, on new evidence: add a link or a file.`,
        "zh-CN": `此项目已由申诉 ${number} 裁定。如有新证据，可再申诉一次，请附链接或文件。`,
      }),
    full: say({
      en: "It has all the points that it can have.",
      "zh-CN": "此项目已得满分。",
    }),
    notApplicable: say({
      en: "It was marked as not applying, so it has no points and took none away.",
      "zh-CN": "此项目标为不适用，未计分，也未扣分。",
    }),
  },

  filed: (number: number) =>
    say({
      en: `Appeal ${number} is filed. Thank you for saying so.`,
      "zh-CN": `申诉 ${number} 已提交，感谢您的反馈。`,
    }),
  filedHow: {
    review: say({
      en: "Its message is kept up to date as it goes on; you need not ask. Nothing of this is held against you.",
      "zh-CN": "进展会更新在同一条消息里，无需反复查询。申诉不会对您产生任何不利影响。",
    }),
    late: say({
      en: "It came after the days to file, so it is a request for an exception now: a supervisor decides whether it is heard.",
      "zh-CN": "已超过申诉期限，因此转为例外申请，由主管决定是否受理。",
    }),
    purged: say({
      en: "The recording is gone, so it was decided for you at once.",
      "zh-CN": "录音已清除，因此已直接按您的申请裁定。",
    }),
  },

  precedentsTitle: say({ en: "What was decided before", "zh-CN": "以往裁定" }),
  precedentsOf: (words: string) => say({ en: `What was decided before: ${words}`, "zh-CN": `以往裁定：${words}` }),
  noPrecedents: say({
    en: "Nothing was found. Try fewer words, or other ones.",
    "zh-CN": "没有找到。请减少或更换关键词。",
  }),
  noPrecedentsYet: say({ en: "Nothing was decided yet.", "zh-CN": "目前还没有裁定。" }),
  anonymous: say({
    en: "Precedents name nobody. Search in more detail: ",
    "zh-CN": "先例均不含姓名。进一步查找：",
  }),
  precedent: (number: number) => say({ en: `Appeal ${number}`, "zh-CN": `申诉 ${number}` }),
  change: (from: number, to: number) =>
    say(({ number }) => ({
      en: `${number(from, 2)} → ${number(to, 2)}`,
      "zh-CN": `${number(from, 2)} → ${number(to, 2)}`,
    })),
  stays: (at: number) =>
    say(({ number }) => ({ en: `stays at ${number(at, 2)}`, "zh-CN": `维持 ${number(at, 2)} 分` })),
  comma: say({ en: ", ", "zh-CN": "，" }),
  colon: say({ en: ": ", "zh-CN": "：" }),
  ellipsis: () => say({ en: "…", "zh-CN": "…" }),
} as const;

/** What lists of appeals say. */
export const listWords = {
  title: say({ en: "Appeals", "zh-CN": "申诉" }),
  waiting: (count: number) =>
    say(({ number }) => ({
      en: count === 1 ? "One waits for you" : `${number(count)} wait for you`,
      "zh-CN": `等待您处理的申诉：${number(count)} 件`,
    })),
  nothingWaits: say({ en: "Nothing waits for you.", "zh-CN": "没有等待您处理的申诉。" }),
  mine: say({ en: "Your own appeals", "zh-CN": "我的申诉" }),
  noneOwn: say({ en: "You have not appealed anything. To do so: ", "zh-CN": "您还没有提出过申诉。如需申诉：" }),
  line: (number: number, evaluation: string, state: string) =>
    say({
      en: `Appeal ${number} · evaluation ${evaluation} · ${state}`,
      "zh-CN": `申诉 ${number} · 质检评分 ${evaluation} · ${state}`,
    }),
  due: say({ en: " · until {when}", "zh-CN": " · 截止 {when}" }),
  pickWaiting: say({ en: "Open what waits for you", "zh-CN": "打开待处理的申诉" }),
  morePrecedents: (count: number) =>
    say(({ number }) => ({
      en: `${number(count)} more: add a word to find the one you mean.`,
      "zh-CN": `还有 ${number(count)} 条，请增加关键词缩小范围。`,
    })),
  pickOwn: say({ en: "Open one of yours", "zh-CN": "打开我的申诉" }),
  moreOf: (count: number) =>
    say(({ number }) => ({
      en: `${number(count)} more: open one by its number, such as `,
      "zh-CN": `另有 ${number(count)} 件，可按编号打开，例如 `,
    })),
} as const;
