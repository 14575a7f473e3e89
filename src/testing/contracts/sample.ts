import { randomUUID } from "node:crypto";
import type { AccountRef, ReplyAsk } from "../../chat/ask.ts";
import type { Asker } from "../../chat/asker.ts";
import { action, command, form, view } from "../../chat/command.ts";
import { choice, date, file, optional, parsed, person, text as textParam } from "../../chat/param.ts";
import { registry } from "../../chat/registry.ts";
import { type Router, router } from "../../chat/router.ts";
import { code, note, type Spans, strong, text, typed, type View } from "../../chat/view.ts";
import { say } from "../../kernel/locale.ts";
import { done, refuse } from "../../kernel/outcome.ts";

/** A PNG of one red pixel. */
export const redPixel = new Uint8Array(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
    "base64",
  ),
);

/** Text that attacks whatever shows it: pings, markup, code fences, direction marks, controls, emoji. */
export const hostile =
  "<!channel> <!here> @everyone @here <@U0001> <@&1> <#C1> &amp; <script>alert(1)</script> *b* _i_ ~s~ ||x|| `c` ```f``` [t](http://x.test) \u202Eevil\u202C \u0007 # h\n> q\n- l\n👩‍👩‍👧‍👦 é 汉字";

const words = (en: string, zh: string) => say({ en, "zh-CN": zh });
const simple = (title: string, ...spans: Spans): View => ({ title, blocks: [text(...spans)] });

/** What the root command itself takes; everything else after it is a command. */
const topic = parsed<string>({ label: words("Topic", "主题") }, (value) =>
  value === "about" ? done(value) : refuse({ say: words("Say about.", "请写 about。") }),
);

const bump = action({
  name: "bump",
  summary: words("Bump", "加一"),
  params: { count: textParam({ label: words("Count", "计数"), max: 10 }) },
  audience: "replace",
  allow: "everyone",
  run: async ({ values }) => view(() => counter(Number(values.count) + 1)),
});

const pick = action({
  name: "pick",
  summary: words("Pick", "选择"),
  params: { fruit: textParam({ label: words("Fruit", "水果"), max: 20 }) },
  audience: "asker",
  allow: "everyone",
  run: async ({ values }) => view(() => simple("Picked", "You picked ", strong(values.fruit))),
});

const refill = action({
  name: "refill",
  summary: words("Refill", "重填"),
  params: {},
  audience: "asker",
  allow: "everyone",
  opensForm: true,
  run: async () => form("order", { item: "tea" }),
});

const counter = (count: number): View => ({
  title: "Counter",
  blocks: [
    text("Count is ", strong(String(count))),
    {
      is: "buttons",
      buttons: [
        { label: "Bump", action: bump.to({ count: String(count) }), style: "primary" },
        { label: "Order", action: refill.to({}) },
        { label: "Docs", url: "https://example.org/docs" },
      ],
    },
    {
      is: "menu",
      label: "Fruit",
      action: pick.to({}),
      options: [
        { value: "apple", label: "Apple" },
        { value: "pear", label: "Pear" },
      ],
    },
  ],
});

/** Every kind of block at once. */
const everything = (at: Date, mentioned: AccountRef): View => ({
  title: "Everything",
  tone: "good",
  blocks: [
    { is: "heading", text: "A heading" },
    text("Plain, ", strong("strong"), " and ", code("code"), " by ", {
      is: "person",
      name: "Ben",
      accounts: [mentioned],
    }),
    text({ is: "instant", at, style: "datetime", text: "9 March 2026, 09:00" }, " ", {
      is: "link",
      url: "https://example.org/",
      text: "a link",
    }),
    { is: "list", items: [["first"], ["second ", strong("item")]] },
    {
      is: "facts",
      facts: [
        { label: "Points", value: ["87.5"] },
        { label: "Handled", value: [strong("42")] },
      ],
    },
    {
      is: "table",
      columns: [
        { label: "Metric", align: "start" },
        { label: "Points", align: "end" },
      ],
      rows: [
        ["Volume", "90.0"],
        ["通话时长", "85.5"],
      ],
    },
    { is: "divider" },
    note("Small print, see ", typed("hello")),
  ],
});

const rows = Array.from({ length: 150 }, (_, i) => [`row ${i + 1}`, String(i)]);
const big: View = {
  title: "T".repeat(400),
  blocks: [
    text("x".repeat(40_000)),
    { is: "list", items: rows.map(([label]) => [label ?? ""]) },
    {
      is: "table",
      columns: [
        { label: "Row", align: "start" },
        { label: "Number", align: "end" },
      ],
      rows,
    },
    ...Array.from({ length: 70 }, (_, i) => text(`paragraph ${i + 1}`)),
    {
      is: "buttons",
      buttons: Array.from({ length: 40 }, (_, i) => ({
        label: `Button ${i + 1} ${"b".repeat(90)}`,
        action: bump.to({ count: String(i) }),
      })),
    },
    {
      is: "menu",
      label: "Many",
      action: pick.to({}),
      options: Array.from({ length: 150 }, (_, i) => ({ value: `v${i}`, label: `Option ${i + 1} ${"o".repeat(120)}` })),
    },
  ],
};

/** The commands that the contract is tried with: one of each manner of answering. */
export const sampleCommands = [
  command({
    name: "fairline",
    summary: words("All commands", "全部命令"),
    params: { topic: optional(topic) },
    audience: "asker",
    allow: "everyone",
    run: async () => view(() => simple("Fairline", "what can I do here?")),
  }),
  command({
    name: "hello",
    summary: words("Says hello", "问好"),
    params: { words: optional(textParam({ label: words("Words", "内容"), max: 60_000 })) },
    audience: "asker",
    allow: "everyone",
    run: async ({ asker, values }) =>
      view(({ locale }) => simple(locale === "en" ? "Hello" : "您好", `${asker.name}: ${values.words ?? ""}`)),
  }),
  command({
    name: "shout",
    summary: words("Says it to all", "公开说"),
    params: { words: textParam({ label: words("Words", "内容"), max: 200 }) },
    audience: "place",
    allow: "everyone",
    run: async ({ values }) => view(({ locale }) => simple(locale === "en" ? "Heard" : "听到", values.words)),
  }),
  command({
    name: "counter",
    summary: words("Buttons and a menu", "按钮与菜单"),
    params: {},
    audience: "asker",
    allow: "everyone",
    run: async () => view(() => counter(0)),
  }),
  command({
    name: "everything",
    summary: words("Every block", "全部内容块"),
    params: {},
    audience: "asker",
    allow: "everyone",
    run: async ({ account, at }) => view(() => everything(at, account)),
  }),
  command({
    name: "big",
    summary: words("Too much of all", "超量内容"),
    params: {},
    audience: "asker",
    allow: "everyone",
    run: async () => view(() => big),
  }),
  command({
    name: "order",
    summary: words("Orders something", "下单"),
    params: {
      item: textParam({ label: words("Item", "物品"), hint: words("What you want", "想要什么"), min: 3, max: 20 }),
      size: choice({ label: words("Size", "大小"), of: { small: words("Small", "小"), large: words("Large", "大") } }),
      day: optional(date({ label: words("Day", "日期") })),
      reason: optional(textParam({ label: words("Reason", "理由"), max: 500, paragraph: true })),
    },
    audience: "asker",
    allow: "everyone",
    run: async ({ values }) =>
      view(() => simple("Ordered", `${values.item} / ${values.size} / ${values.day ?? "-"} / ${values.reason ?? "-"}`)),
  }),
  command({
    name: "parcel send",
    summary: words("Sends a parcel", "寄包裹"),
    params: { to: person({ label: words("To", "收件人") }) },
    audience: "asker",
    allow: "everyone",
    run: async ({ values: { to } }) =>
      view(() => simple("Parcel", "account" in to ? `to ${to.account.user}` : `to “${to.text}”`)),
  }),
  command({
    name: "parcel list",
    summary: words("Lists parcels", "查包裹"),
    params: {},
    audience: "asker",
    allow: "everyone",
    run: async () => view(() => simple("Parcels", "none yet")),
  }),
  command({
    name: "report",
    summary: words("A picture and a file", "图片与文件"),
    params: {},
    audience: "asker",
    allow: "everyone",
    run: async () =>
      view(() => ({
        title: "Report",
        blocks: [
          { is: "image", name: "pixel.png", alt: "a red pixel", png: redPixel },
          { is: "file", name: "report.csv", type: "text/csv", content: new TextEncoder().encode("a,b\n1,2\n") },
        ],
      })),
  }),
  command({
    name: "measure",
    summary: words("Measures a file", "量文件"),
    params: { sheet: file({ label: words("Sheet", "表格"), maxBytes: 100_000 }) },
    audience: "asker",
    allow: "everyone",
    run: async ({ values: { sheet } }) => {
      const content = new TextDecoder().decode(await sheet.read());
      return view(() => simple("Measured", `${sheet.name}: ${content}`));
    },
  }),
  command({
    name: "secret",
    summary: words("For admins", "管理员专用"),
    params: {},
    audience: "asker",
    allow: ["admin"],
    run: async () => view(() => simple("Secret", "the vault")),
  }),
  command({
    name: "broken",
    summary: words("Fails", "出错"),
    params: {},
    audience: "asker",
    allow: "everyone",
    run: async () => {
      throw new Error("the fault of a test");
    },
  }),
];

export const sampleRegistry = () => registry(sampleCommands, [bump, pick, refill]);

type SampleRouter = Router & { readonly faults: unknown[]; readonly replies: ReplyAsk[] };

/**
 * A router over the sample commands: Ana reads English, Ben Chinese. Of words in threads it refuses those that begin with
 * “no”, leaves those that are commands to be that, and takes all others.
 */
export function sampleRouter(ana: AccountRef): SampleRouter {
  const heard = new Set<string>();
  const faults: unknown[] = [];
  const replies: ReplyAsk[] = [];
  const asker = (name: string, locale: Asker["locale"]): Asker => {
    return { person: name, name, roles: ["agent"], site: "harbour", siteLocale: "en", locale, zone: "Europe/London" };
  };
  const made = router({
    registry: sampleRegistry(),
    clock: () => new Date("2026-03-09T09:00:00Z"),
    identify: async (ask) => (ask.by.user === ana.user ? asker("Ana", "en") : asker("Ben", "zh-CN")),
    wayIn: () => simple("Who are you?", "Link first"),
    firstTime: async (key) => !heard.has(key) && Boolean(heard.add(key)),
    fault: (error) => faults.push(error),
    reference: () => randomUUID().slice(0, 8),
    replied: async (ask) => {
      replies.push(ask);
      if (ask.text.startsWith("hello")) return undefined;
      const refused = ({ locale }: { locale: string }) => simple(locale === "en" ? "Not taken" : "未采纳", ask.text);
      return ask.text.startsWith("no") ? { is: "view", view: refused } : { is: "nothing" };
    },
  });
  return { ...made, faults, replies };
}
