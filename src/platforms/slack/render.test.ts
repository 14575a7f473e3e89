import type { KnownBlock } from "@slack/types";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { ActionId, Block, Span, View } from "../../chat/view.ts";
import { hostile, redPixel } from "../../testing/contracts/sample.ts";
import { messageRules } from "../../testing/peers/slack/rules.ts";
import { type Shapes, shapes } from "../../testing/peers/slack/schema.ts";
import { render } from "./render.ts";

const ink = { workspace: "T1", prefix: "fl-" };
const address = "open|1" as ActionId;
let shape: Shapes;
beforeAll(async () => {
  shape = await shapes();
});

const of = (...blocks: Block[]): View => ({ title: "Title", blocks });
const blocksOf = (...blocks: Block[]) => render(of(...blocks), ink).blocks.slice(1);
const problems = (view: View) => {
  const { text, blocks } = render(view, ink);
  return [...blocks.flatMap(shape.block), ...messageRules(text, blocks)];
};

describe("each block", () => {
  test("a title with its tone", () => {
    expect(render({ title: "Done", tone: "good", blocks: [] }, ink).blocks).toEqual([
      { type: "header", text: { type: "plain_text", text: "✅ Done", emoji: false } },
    ]);
  });

  test("text: spans become elements of rich text", () => {
    const at = new Date("2026-03-09T09:00:00Z");
    const ben = { platform: "slack", workspace: "T1", user: "U2" };
    const elsewhere = { platform: "discord", workspace: "G1", user: "77" };
    const spans: Span[] = [
      "plain ",
      { is: "strong", text: "strong" },
      { is: "code", text: "code" },
      { is: "command", text: "myscore week" },
      { is: "command", text: "fairline" },
      { is: "person", name: "Ben", accounts: [elsewhere, ben] },
      { is: "person", name: "Cleo", accounts: [elsewhere] },
      { is: "instant", at, style: "datetime", text: "9 March 2026, 09:00" },
      { is: "link", url: "https://example.org/", text: "a link" },
      { is: "link", url: "javascript:alert(1)", text: "no link" },
    ];
    expect(blocksOf({ is: "text", spans })).toEqual([
      {
        type: "rich_text",
        elements: [
          {
            type: "rich_text_section",
            elements: [
              { type: "text", text: "plain " },
              { type: "text", text: "strong", style: { bold: true } },
              { type: "text", text: "code", style: { code: true } },
              { type: "text", text: "/fl-myscore week", style: { code: true } },
              { type: "text", text: "/fairline", style: { code: true } },
              { type: "user", user_id: "U2" },
              { type: "text", text: "Cleo" },
              {
                type: "date",
                timestamp: 1773046800,
                format: "{date_short_pretty} {time}",
                fallback: "9 March 2026, 09:00",
              },
              { type: "link", url: "https://example.org/", text: "a link" },
              { type: "text", text: "no link (javascript:alert(1))" },
            ],
          },
        ],
      },
    ]);
  });

  test("small print: typed text is plain, instants and links are markup of ours", () => {
    const at = new Date("2026-03-09T09:00:00Z");
    expect(
      blocksOf({
        is: "note",
        spans: [
          "As of *now* ",
          { is: "instant", at, style: "time", text: "<09:00|>" },
          { is: "strong", text: " sure" },
        ],
      }),
    ).toEqual([
      {
        type: "context",
        elements: [
          { type: "plain_text", text: "As of *now* ", emoji: false },
          { type: "mrkdwn", text: "<!date^1773046800^{time}|&lt;09:00/&gt;>", verbatim: true },
          { type: "plain_text", text: " sure", emoji: false },
        ],
      },
    ]);
  });

  test("a table: header in bold, numbers to the right, empty cells blank", () => {
    const [table] = blocksOf({
      is: "table",
      columns: [
        { label: "Metric", align: "start" },
        { label: "Points", align: "end" },
      ],
      rows: [["Volume", ""]],
    });
    const cell = (text: string, style?: object) => ({
      type: "rich_text",
      elements: [{ type: "rich_text_section", elements: [{ type: "text", text, ...(style ? { style } : {}) }] }],
    });
    expect(table).toEqual({
      type: "table",
      column_settings: [
        { align: "left", is_wrapped: true },
        { align: "right", is_wrapped: true },
      ],
      rows: [
        [cell("Metric", { bold: true }), cell("Points", { bold: true })],
        [cell("Volume"), cell(" ")],
      ],
    });
  });

  test("a second table is set in a fixed-width face, for a message holds one", () => {
    const table: Block = { is: "table", columns: [{ label: "A", align: "start" }], rows: [["1"]] };
    expect(blocksOf(table, table).map(({ type }) => type)).toEqual(["table", "rich_text"]);
    expect(problems(of(table, { ...table }))).toEqual([]);
  });

  test("buttons and extras carry their address, and no two ids are the same", () => {
    const [actions, menu] = blocksOf(
      {
        is: "buttons",
        buttons: [
          { label: "Open", action: address, style: "primary" },
          { label: "Open again", action: address, confirm: "Really?" },
          { label: "Page", url: "https://example.org/" },
        ],
      },
      { is: "menu", label: "Fruit", action: address, options: [{ value: "a", label: "Apple" }] },
    );
    expect(actions).toMatchObject({
      elements: [
        { action_id: "0:open|1", style: "primary" },
        { action_id: "1:open|1", confirm: {} },
        { action_id: "2:" },
      ],
    });
    expect(menu).toMatchObject({ accessory: { action_id: "3:open|1", options: [{ value: "a" }] } });
  });

  test("a picture that is uploaded, one that is not, and a file", () => {
    const picture: Block = { is: "image", name: "p.png", alt: "a red pixel", png: redPixel };
    const file: Block = { is: "file", name: "r.csv", type: "text/csv", content: new Uint8Array([1]) };
    expect(render(of(picture), ink, new Map([[redPixel, "F1"]])).blocks[1]).toEqual({
      type: "image",
      slack_file: { id: "F1" },
      alt_text: "a red pixel",
    });
    expect(JSON.stringify(blocksOf(picture, file))).toMatch(/🖼 a red pixel.*📎 r\.csv/);
  });

  test("what is empty is left out or blank, never refused", () => {
    const empty: Block[] = [
      { is: "heading", text: "" },
      { is: "text", spans: [] },
      { is: "note", spans: [""] },
      { is: "list", items: [] },
      { is: "list", items: [[]] },
      { is: "facts", facts: [] },
      { is: "buttons", buttons: [] },
      { is: "menu", label: "None", action: address, options: [] },
    ];
    expect(problems({ title: "", blocks: empty })).toEqual([]);
  });
});

describe("hostile text", () => {
  const everywhere = (text: string): View => ({
    title: text,
    blocks: [
      { is: "heading", text },
      { is: "text", spans: [text, { is: "strong", text }, { is: "code", text }] },
      { is: "note", spans: [text, { is: "link", url: "https://example.org/", text }] },
      { is: "list", items: [[text]] },
      { is: "facts", facts: [{ label: text, value: [text] }] },
      { is: "table", columns: [{ label: text, align: "start" }], rows: [[text]] },
      { is: "buttons", buttons: [{ label: text, action: address, confirm: text }] },
      { is: "menu", label: text, action: address, options: [{ value: "v", label: text }] },
      { is: "image", name: "p.png", alt: text, png: redPixel },
    ],
  });

  const markup = (blocks: readonly KnownBlock[]) =>
    blocks.flatMap((block) => (block.type === "context" ? block.elements : [])).filter(({ type }) => type === "mrkdwn");

  test("stands in no place where Slack reads markup, but in the words of a link, escaped", () => {
    const { text, blocks } = render(everywhere(hostile), ink);
    expect(text).not.toMatch(/<[!@#]/);
    expect(markup(blocks)).toHaveLength(1);
    expect(JSON.stringify(markup(blocks))).not.toMatch(/<[!@#]|\*b\*[^&]*>\s*$/);
    const kinds = [...JSON.stringify(blocks).matchAll(/"type":"(broadcast|user|usergroup|channel|team)"/g)];
    expect(kinds).toEqual([]);
  });

  test("control characters and direction overrides are gone", () => {
    const shown = JSON.stringify(render(everywhere("a\u0000b\u0007c\u202Ed\u2066e"), ink));
    expect(shown).toContain("abcde");
    expect(shown).not.toMatch(/\\u0000|\\u0007|\u202E|\u2066/);
  });

  test("40,000 characters are cut, and it is said", () => {
    for (const one of ["x", "长", "👩‍👩‍👧‍👦", "&", "<"]) {
      const view = everywhere(one.repeat(Math.ceil(40_000 / one.length)));
      expect(problems(view)).toEqual([]);
      expect(JSON.stringify(render(view, ink))).toMatch(/…/);
    }
  });
});

describe("whatever a view holds, Slack takes it", () => {
  const words = fc.oneof(
    fc.string({ unit: "binary", maxLength: 400 }),
    fc.constant(hostile),
    fc.nat({ max: 2500 }).map((size) => "评分".repeat(size)),
  );
  const span: fc.Arbitrary<Span> = fc.oneof(
    words,
    words.map((text): Span => ({ is: "strong", text })),
    words.map((text): Span => ({ is: "command", text })),
    words.map((text): Span => ({ is: "link", url: "https://example.org/a?b=c&d=|<>", text })),
    words.map((text): Span => ({ is: "instant", at: new Date(0), style: "date", text })),
    words.map((name): Span => ({ is: "person", name, accounts: [{ platform: "slack", workspace: "T1", user: "U1" }] })),
  );
  const spans = fc.array(span, { maxLength: 14 });
  const block: fc.Arbitrary<Block> = fc.oneof(
    words.map((text): Block => ({ is: "heading", text })),
    spans.map((each): Block => ({ is: "text", spans: each })),
    spans.map((each): Block => ({ is: "note", spans: each })),
    fc.array(spans, { maxLength: 60 }).map((items): Block => ({ is: "list", items })),
    fc
      .array(fc.record({ label: words, value: spans }), { maxLength: 60 })
      .map((facts): Block => ({ is: "facts", facts })),
    fc.tuple(fc.integer({ min: 1, max: 25 }), fc.nat({ max: 130 }), words).map(
      ([columns, rows, text]): Block => ({
        is: "table",
        columns: Array.from({ length: columns }, () => ({ label: text, align: "end" as const })),
        rows: Array.from({ length: rows }, () => Array.from({ length: columns }, () => text)),
      }),
    ),
    fc.array(words, { maxLength: 40 }).map(
      (labels): Block => ({
        is: "buttons",
        buttons: labels.map((label) => ({ label, action: address, confirm: label })),
      }),
    ),
    fc.constant<Block>({ is: "divider" }),
  );

  const extra: fc.Arbitrary<Block> = fc.oneof(
    words.map((alt): Block => ({ is: "image", name: "p.png", alt, png: redPixel })),
    words.map((name): Block => ({ is: "file", name, type: "text/csv", content: redPixel })),
    fc.tuple(words, fc.nat({ max: 130 })).map(
      ([label, size]): Block => ({
        is: "menu",
        label,
        action: address,
        options: Array.from({ length: size }, (_, i) => ({ value: `v${i}`, label })),
      }),
    ),
  );

  test("shapes, lengths, counts and ids", () => {
    fc.assert(
      fc.property(
        words,
        fc.array(block, { maxLength: 12 }),
        fc.array(extra, { maxLength: 2 }),
        (title, blocks, extras) => {
          expect(problems({ title, blocks: [...blocks, ...extras] })).toEqual([]);
        },
      ),
      { numRuns: 50, interruptAfterTimeLimit: 15_000, markInterruptAsFailure: false },
    );
  });
});
