import { say } from "../../../kernel/locale.ts";

/** What an evaluation that is published says. */
export const cardWords = {
  title: (number: string) => say({ en: `Evaluation ${number}`, "zh-CN": `质检评分 ${number}` }),
  told: (number: string) => say({ en: `Your evaluation ${number}`, "zh-CN": `您的质检评分 ${number}` }),
  points: (points: number) =>
    say(({ number }) => ({ en: `${number(points, 2)} points`, "zh-CN": `${number(points, 2)} 分` })),
  failedBy: (items: readonly string[], without: number) =>
    say(({ number, allOf }) => ({
      en: `No points for ${allOf(items)}, which fails all of it. Without that it would be ${number(without, 2)}.`,
      "zh-CN": `${allOf(items)}得零分，整单不合格。若不计此规则，得分为 ${number(without, 2)}。`,
    })),
  of: say({ en: "Agent: ", "zh-CN": "坐席：" }),
  by: say({ en: "Scored by ", "zh-CN": "评分人：" }),
  published: say({ en: "Published on ", "zh-CN": "发布时间：" }),
  on: say({ en: ", ", "zh-CN": "，" }),
  somebody: say({ en: "somebody", "zh-CN": "某位同事" }),
  contact: (contact: string) => say({ en: `Contact ${contact}`, "zh-CN": `通话 ${contact}` }),
  form: (name: string, version?: number) =>
    say(({ number }) => ({
      en: version === undefined ? `Form: ${name}` : `Form: ${name}, version ${number(version)}`,
      "zh-CN": version === undefined ? `评分表：${name}` : `评分表：${name}（第 ${number(version)} 版）`,
    })),
  item: say({ en: "Item", "zh-CN": "项目" }),
  mark: say({ en: "Mark", "zh-CN": "得分" }),
  weight: say({ en: "Weight", "zh-CN": "权重" }),
  ofMost: (points: number, most: number) =>
    say(({ number }) => ({
      en: `${number(points, 2)} of ${number(most, 2)}`,
      "zh-CN": `${number(points, 2)} / ${number(most, 2)}`,
    })),
  step: (name: string, points: number) =>
    say(({ number }) => ({ en: `${name} (${number(points, 2)})`, "zh-CN": `${name}（${number(points, 2)}）` })),
  notApplying: say({ en: "does not apply", "zh-CN": "不适用" }),
  share: (points: number) =>
    say(({ percent }) => ({ en: percent(points / 100, 2), "zh-CN": percent(points / 100, 2) })),
  noItems: say({
    en: "It was brought in from another system, which tells the points alone.",
    "zh-CN": "此评分由其他系统导入，仅有总分。",
  }),
  comments: say({ en: "Comments", "zh-CN": "评语" }),
  about: (item: string) => say({ en: `${item}: `, "zh-CN": `${item}：` }),
  all: say({ en: "All of it", "zh-CN": "整体" }),
  history: say({ en: "How it came to this", "zh-CN": "变更记录" }),
  asPublished: (points: number) =>
    say(({ number }) => ({ en: `Published with ${number(points, 2)}, `, "zh-CN": `发布时 ${number(points, 2)} 分，` })),
  restated: (from: number, to: number, appeal?: number) =>
    say(({ number }) => {
      const change = `${number(from, 2)} → ${number(to, 2)}`;
      return {
        en:
          appeal === undefined ? `Restated after an appeal: ${change}, ` : `Restated by appeal ${appeal}: ${change}, `,
        "zh-CN": appeal === undefined ? `申诉后改判：${change}，` : `经申诉 ${appeal} 改判：${change}，`,
      };
    }),
  changedItem: (item: string, from: string, to: string) =>
    say({ en: `${item}: ${from} → ${to}`, "zh-CN": `${item}：${from} → ${to}` }),
  acknowledged: say({ en: "Acknowledged on ", "zh-CN": "已确认：" }),
  said: say({ en: " with the comment: ", "zh-CN": "，留言：" }),
  thanks: say({
    en: "You have acknowledged it. That does not mean that you agree.",
    "zh-CN": "您已确认收到。确认不代表认可。",
  }),
  already: say({
    en: "You had acknowledged it already; nothing was changed.",
    "zh-CN": "您此前已确认过，未做任何更改。",
  }),
  appealUntil: say({ en: "You can appeal until ", "zh-CN": "申诉截止：" }),
  appealEnded: say({ en: "The time to appeal ended on ", "zh-CN": "申诉已于以下时间截止：" }),
  appealLate: say({
    en: "; a late appeal asks the supervisor for an exception.",
    "zh-CN": "；逾期申诉需由主管破例受理。",
  }),
  canBeAppealed: say({ en: "It can be appealed until ", "zh-CN": "申诉截止：" }),
  end: say({ en: ".", "zh-CN": "。" }),
  consent: say({
    en: "Acknowledging says that you have read it, not that you agree: you can still appeal.",
    "zh-CN": "“确认”仅表示已阅读，不代表认可，之后仍可申诉。",
  }),
  page: (page: number, pages: number) =>
    say(({ number }) => ({
      en: `Page ${number(page)} of ${number(pages)}.`,
      "zh-CN": `第 ${number(page)} 页，共 ${number(pages)} 页。`,
    })),
  whole: say({ en: "The whole evaluation", "zh-CN": "查看整份评分" }),
  itemByItem: say({ en: "Item by item", "zh-CN": "逐项查看" }),
  open: say({ en: "Open items", "zh-CN": "查看明细" }),
  acknowledge: say({ en: "Acknowledge", "zh-CN": "确认" }),
  acknowledgeWith: say({ en: "Acknowledge with a comment", "zh-CN": "确认并留言" }),
  appeal: say({ en: "Appeal", "zh-CN": "申诉" }),
  takenBack: say({
    en: "This evaluation was taken back; it no longer counts.",
    "zh-CN": "该质检评分已撤回，不再计入成绩。",
  }),
  label: say({ en: "Quality evaluations", "zh-CN": "质检评分" }),
} as const;
