import { action, command, form, view } from "../../chat/command.ts";
import { choice, date, file, optional, person, text as textParam } from "../../chat/param.ts";
import { code, note, strong, text, typed } from "../../chat/view.ts";
import { bars } from "./local-picture.ts";
import { bump, counter, explain, forget, in_, queue, score, words } from "./local-views.ts";

const period = choice({
  label: words("Period", "时段"),
  hint: words("today unless you say otherwise", "默认为今天"),
  of: {
    today: words("today", "今天"),
    yesterday: words("yesterday", "昨天"),
    week: words("this week", "本周"),
    "last week": words("last week", "上周"),
    month: words("this month", "本月"),
  },
});
/** Commands that show every kind of block and way of answering on the page. */
export const localCommands = [
  command({
    name: "fairline",
    summary: words("Everything you can do here", "查看您能用的全部命令"),
    params: { command: optional(textParam({ label: words("Command", "命令"), max: 60_000 })) },
    audience: "asker",
    allow: "everyone",
    run: async () =>
      view(({ locale }) => ({
        title: "Fairline",
        blocks: [{ is: "list", items: [[typed("myscore [period]"), in_(locale, " — your score", " — 您的得分")]] }],
      })),
  }),
  command({
    name: "myscore",
    summary: words("Your score, how it was made and how sure it is", "您的得分、构成与可信度"),
    params: { period: optional(period) },
    audience: "asker",
    allow: "everyone",
    run: async ({ asker }) => view(({ locale }) => score(locale, asker.name)),
  }),
  command({
    name: "teamscore",
    summary: words("The team’s result, exceptions first", "班组成绩，异常优先"),
    params: { team: optional(textParam({ label: words("Team", "班组"), max: 80 })), period: optional(period) },
    audience: "asker",
    allow: ["lead", "admin"],
    run: async () =>
      view(() => ({
        title: "Team Kestrel",
        blocks: [
          {
            is: "image",
            name: "week.png",
            alt: "Points by day: 82, 84, 91, 87, 90",
            png: bars([82, 84, 91, 87, 90, 61, 74]),
          },
        ],
      })),
  }),
  command({
    name: "appeal new",
    summary: words("Challenges an evaluation", "对质检结果提出申诉"),
    params: {
      evaluation: textParam({ label: words("Evaluation number", "质检编号"), min: 3, max: 20 }),
      kind: choice({
        label: words("What is wrong", "问题类型"),
        of: { fact: words("A fact", "事实有误"), rule: words("The rule was misapplied", "规则使用不当") },
      }),
      day: optional(date({ label: words("Day of the call", "通话日期") })),
      witness: optional(person({ label: words("Who else heard it", "证人") })),
      reason: textParam({
        label: words("Reason", "理由"),
        hint: words("What happened, in your own words", "请用自己的话说明"),
        min: 20,
        max: 2_000,
        paragraph: true,
      }),
      recording: optional(file({ label: words("Recording", "录音"), maxBytes: 1_000 })),
    },
    audience: "asker",
    allow: "everyone",
    run: async ({ values }) => {
      const { witness, recording } = values;
      const sent = recording ? `${recording.name}: ${Buffer.from(await recording.read()).toString()}` : "-";
      const by =
        witness === undefined ? "-" : "account" in witness ? `account ${witness.account.user}` : `text ${witness.text}`;
      return view(({ locale }) => ({
        title: in_(locale, "Appeal filed", "申诉已提交"),
        tone: "good",
        blocks: [text(`${values.evaluation} / ${values.kind} / ${values.day ?? "-"} / ${by} / ${sent}`)],
      }));
    },
  }),
  command({
    name: "kudos",
    summary: words("Thanks a colleague in public", "公开感谢同事"),
    params: {
      who: person({ label: words("Colleague", "同事") }),
      reason: textParam({ label: words("Reason", "理由"), min: 5, max: 500, paragraph: true }),
    },
    audience: "place",
    allow: "everyone",
    run: async ({ asker, account, values: { who, reason } }) =>
      view(() => ({
        title: "Kudos",
        tone: "good",
        blocks: [
          text(
            { is: "person", name: asker.name, accounts: [account] },
            " thanks ",
            strong("text" in who ? who.text : who.account.user),
          ),
          text(reason),
        ],
      })),
  }),
  command({
    name: "report",
    summary: words("A chart and a spreadsheet", "图表与表格文件"),
    params: {},
    audience: "asker",
    allow: "everyone",
    run: async ({ at }) =>
      view(({ locale }) => ({
        title: in_(locale, "Weekly report", "周报"),
        tone: "attention",
        blocks: [
          { is: "heading", text: in_(locale, "Points by day", "每日得分") },
          {
            is: "image",
            name: "week.png",
            alt: in_(locale, "Points by day, highest on Wednesday", "每日得分，周三最高"),
            png: bars([82, 84, 91, 87, 90, 61, 74]),
          },
          {
            is: "list",
            items: [
              [strong(in_(locale, "Wednesday", "周三")), in_(locale, " was the best day", "成绩最好")],
              [in_(locale, "Saturday fell short: see ", "周六未达标，见 "), code("queue=support")],
            ],
          },
          { is: "divider" },
          {
            is: "file",
            name: in_(locale, "week 11.csv", "第11周.csv"),
            type: "text/csv",
            content: Buffer.from("day,points\nMon,82\n"),
          },
          note(
            in_(locale, "Made ", "生成于 "),
            { is: "instant", at, style: "datetime", text: at.toISOString() },
            in_(locale, ", see the ", "，见"),
            { is: "link", url: "https://example.org/how", text: in_(locale, "method", "方法说明") },
          ),
        ],
      })),
  }),
  command({
    name: "counter",
    summary: words("A message that changes in its place", "原地更新的消息"),
    params: {},
    audience: "place",
    allow: "everyone",
    run: async () => view(() => counter(0)),
  }),
];

/** What their buttons and menus do. */
export const localActions = [
  action({
    ...explain,
    summary: words("Explain", "说明"),
    audience: "asker",
    allow: "everyone",
    run: async () =>
      view(({ locale }) => ({
        title: in_(locale, "How it was made", "得分构成"),
        blocks: [text("90.0 × 60 % + 84.0 × 25 % + 100.0 × 15 %")],
      })),
  }),
  action({
    ...queue,
    summary: words("By queue", "按队列"),
    audience: "asker",
    allow: "everyone",
    run: async ({ values }) => view(() => ({ title: `Queue ${values.name}`, blocks: [text("82.1")] })),
  }),
  action({
    ...bump,
    summary: words("Bump", "加一"),
    audience: "replace",
    allow: "everyone",
    run: async ({ values }) => view(() => counter(Number(values.count))),
  }),
  action({
    ...forget,
    summary: words("Forget", "删除"),
    audience: "replace",
    allow: "everyone",
    opensForm: true,
    run: async ({ place }) =>
      place.kind === "dm"
        ? view(() => ({ title: "Taken down", blocks: [text("Nothing is left.")] }))
        : form("kudos", { reason: "for letting go" }),
  }),
];
