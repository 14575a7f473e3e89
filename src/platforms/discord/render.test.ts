import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodeAction } from "../../chat/action-id.ts";
import { type Block, type Button, code, note, type Span, strong, text, typed, type View } from "../../chat/view.ts";
import type { Locale } from "../../kernel/locale.ts";
import { hostile, redPixel } from "../../testing/contracts/sample.ts";
import { message } from "../../testing/peers/discord/rules.ts";
import { unmarked } from "../../testing/peers/discord/shown.ts";
import { world } from "../../testing/peers/discord/world.ts";
import { escaped } from "./escape.ts";
import { actionOf, isAsking } from "./ids.ts";
import { type Rendered, render } from "./render.ts";

const ids = new Map([
  ["myscore", "123456789012345678"],
  ["appeal new", "223456789012345678"],
]);
const of = world();
const view = (...blocks: Block[]): View => ({ title: "Title", blocks });
const saidIn = (locale: Locale, ...spans: Span[]) =>
  render({ ...view({ is: "text", spans }), locale }, ids).embeds[0]?.description;
const said = (...spans: Span[]) => saidIn("en", ...spans);

/** What discord.js makes of it, held against the vendor's rules. */
function refusalsOf({ embeds, components, files, allowedMentions }: Rendered) {
  const body = {
    embeds,
    components,
    allowed_mentions: { parse: allowedMentions.parse, users: allowedMentions.users },
    attachments: files.map(({ description }, id) => ({ id, ...(description ? { description } : {}) })),
  };
  const parsed = message.safeParse(JSON.parse(JSON.stringify(body)));
  return parsed.success ? [] : parsed.error.issues;
}

describe("text is never markup", () => {
  test.each([
    "@everyone @here <@1> <@!1> <@&2> <#3> </x:1> <id:home> <t:0:R> <a:b:1>",
    "**b** __u__ *i* _i_ ~~s~~ ||x|| `c` ```f``` [t](http://x.test)",
    "# h\n## h\n-# s\n> q\n>>> q\n- l\n* l\n+ l\n1. l",
    "https://discord.gg/abc http://x.test :smile: a:b 10:30",
    "back\\slash \\* trailing\\",
    "@everyone@here",
  ])("%j is shown as it is", (words) => {
    expect(unmarked(escaped(words), of)).toBe(words);
    expect(escaped(words)).not.toMatch(/(?<!\\)(?:\\\\)*[<@`|*_~[\]]/);
  });

  test("whatever was typed is read as it was typed", () => {
    const marks = fc.string({ unit: fc.constantFrom(..."\\*_~`|<>[]()@#:-+1.a \n") });
    fc.assert(
      fc.property(marks, (words) => {
        expect(unmarked(escaped(words), of)).toBe(words);
      }),
      { numRuns: 500 },
    );
  });

  test("what reaches beyond itself is taken out: controls, direction marks, lone surrogates, towers of accents", () => {
    expect(escaped("a\u0000\u0007\u202Eb\u2067c\uD800d")).toBe("abc\uFFFDd");
    expect(escaped(`Z${"\u0335".repeat(60)}!`)).toBe(`Z${"\u0335".repeat(4)}!`);
    expect(escaped("👩‍👩‍👧‍👦 é 汉字")).toBe("👩‍👩‍👧‍👦 é 汉字");
  });

  test("ticks close neither a table nor code in a line", () => {
    expect(said(code("a`b```"))).toMatch(/^``\u200B[^`]/);
    const table = view({ is: "table", columns: [{ label: "```", align: "start" }], rows: [["``` **x**"], ["`"]] });
    const shown = render(table, ids).embeds[0]?.description ?? "";
    expect(shown.match(/```/g)).toHaveLength(2);
    expect(unmarked(shown, of)).toBe("```\n``` **x**\n`");
  });
});

describe("spans", () => {
  test("are written in Discord's markup, marks that meet kept apart", () => {
    expect(said(strong("a"), strong("b"), " ", code("c"))).toBe("**a**\u200B**b** `c`");
  });

  test("an instant is in the reader's own zone", () => {
    expect(said({ is: "instant", at: new Date(1_000_500), style: "datetime", text: "" })).toBe("<t:1000:f>");
  });

  test("a person is mentioned and alone may be pinged", () => {
    const ben = {
      is: "person",
      name: "Ben",
      accounts: [{ platform: "discord", workspace: "discord", user: "123456789012345678" }],
    } as const;
    const slack = {
      is: "person",
      name: "<@U1>",
      accounts: [{ platform: "slack", workspace: "t", user: "U1" }],
    } as const;
    const rendered = render(view(text(ben, " and ", slack)), ids);
    expect(rendered.embeds[0]?.description).toBe("<@123456789012345678> and \\<\\@U1\\>");
    expect(rendered.allowedMentions).toEqual({ parse: [], users: ["123456789012345678"], repliedUser: false });
  });

  test("a command can be pressed where it is known", () => {
    expect(said(typed("myscore [period]"))).toBe("</myscore:123456789012345678> \\[period\\]");
    expect(said(typed("appeal new"))).toBe("</appeal new:223456789012345678>");
    expect(said(typed("link CODE"))).toBe("/link CODE");
  });

  test("only a web address becomes a link", () => {
    expect(said({ is: "link", url: "https://x.test/a)b c", text: "[t]" })).toBe("[\\[t\\]](https://x.test/a%29b%20c)");
    expect(said({ is: "link", url: "javascript:alert(1)", text: "t" })).not.toMatch(/(?<!\\)\]\(/);
  });
});

describe("blocks", () => {
  test("keep their order, in as many embeds as it takes", () => {
    const facts: Block = { is: "facts", facts: [{ label: "Points", value: ["87.5"] }] };
    const picture: Block = { is: "image", name: "p.png", alt: "dot", png: redPixel };
    const { embeds, files } = render({ ...view(text("a"), facts, text("b"), picture, note("c")), tone: "good" }, ids);
    expect(embeds).toEqual([
      { title: "Title", color: 0x2e9e5b, description: "a", fields: [{ name: "Points", value: "87.5", inline: true }] },
      { color: 0x2e9e5b, description: "b", image: { url: "attachment://picture-1.png" } },
      { color: 0x2e9e5b, description: "-# c" },
    ]);
    expect(files).toMatchObject([{ name: "picture-1.png", description: "dot" }]);
  });

  test("a button that asks first carries a mark, and an id used twice is still one of its own", () => {
    const action = encodeAction("drop", ["1"]);
    const buttons: Button[] = [
      { label: "Drop", action, confirm: "Sure?", style: "danger" },
      { label: "Keep", action },
      { label: "Keep too", action },
      { label: "Bad", url: "javascript:x" },
    ];
    const { components, embeds } = render(view({ is: "buttons", buttons }), ids);
    const found = components.flatMap((row) => row.components.flatMap((c) => ("custom_id" in c ? [c.custom_id] : [])));
    expect(new Set(found).size).toBe(3);
    expect(found.map(actionOf)).toEqual([action, action, action]);
    expect(found.map(isAsking)).toEqual([true, false, false]);
    expect(embeds[0]?.description).toContain("Bad: javascript");
  });

  test("too many pictures, rows and too large a file: what is left out is said", () => {
    const picture: Block = { is: "image", name: "p.png", alt: "", png: redPixel };
    const menu: Block = {
      is: "menu",
      label: "M",
      action: encodeAction("m", []),
      options: [{ value: "a", label: "A" }],
    };
    const press: Block = { is: "buttons", buttons: [{ label: "B", action: encodeAction("b", []) }] };
    const huge: Block = {
      is: "file",
      name: "huge.csv",
      type: "text/csv",
      content: new Uint8Array(10 * 1024 * 1024 + 1),
    };
    const rendered = render(view(huge, ...Array(12).fill(picture), ...Array(7).fill(menu), press), ids);
    expect(refusalsOf(rendered)).toEqual([]);
    expect(rendered.components).toHaveLength(5);
    expect(JSON.stringify(rendered.embeds)).toMatch(/huge\.csv.*at most/);
    expect(JSON.stringify(rendered.embeds)).toMatch(/more…/);
  });
});

const words = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 400 }),
  fc.constantFrom(
    hostile,
    "",
    " ",
    "\n\n",
    "`".repeat(3_000),
    "长".repeat(5_000),
    "x".repeat(40_000),
    "*_".repeat(2_000),
  ),
);
const span = fc.oneof<fc.Arbitrary<Span>[]>(
  words,
  words.map(strong),
  words.map(code),
  words.map(typed),
  words.map((name) => ({ is: "person", name, accounts: [] })),
  fc.record({ is: fc.constant("link" as const), url: fc.webUrl({ withQueryParameters: true }), text: words }),
);
const spans = fc.array(span, { maxLength: 4 });
const label = words;
let count = 0;
const action = fc.constant(0).map(() => encodeAction("act", [String(count++ % 30)]));
const block = fc.oneof<fc.Arbitrary<Block>[]>(
  words.map((heading) => ({ is: "heading", text: heading })),
  spans.map((all) => ({ is: "text", spans: all })),
  spans.map((all) => ({ is: "note", spans: all })),
  fc.array(spans, { maxLength: 30 }).map((items) => ({ is: "list", items })),
  fc.array(fc.record({ label, value: spans }), { maxLength: 40 }).map((facts) => ({ is: "facts", facts })),
  fc
    .tuple(
      fc.array(label, { minLength: 1, maxLength: 14 }),
      fc.array(fc.array(words, { maxLength: 14 }), { maxLength: 80 }),
    )
    .map(([labels, rows]) => ({
      is: "table",
      columns: labels.map((of) => ({ label: of, align: "end" as const })),
      rows,
    })),
  fc.constant({ is: "divider" }),
  fc.array(fc.record({ label, action }), { maxLength: 30 }).map((buttons) => ({ is: "buttons", buttons })),
  fc
    .tuple(
      label,
      action,
      fc.array(fc.record({ value: fc.string({ minLength: 1, maxLength: 80 }), label }), { maxLength: 40 }),
    )
    .map(([shown, id, options]) => ({ is: "menu", label: shown, action: id, options })),
  words.map((alt) => ({ is: "image", name: alt, alt, png: redPixel })),
  words.map((name) => ({ is: "file", name: name.slice(0, 100), type: "text/plain", content: redPixel })),
);

describe("limits", () => {
  test("any view at all is taken by Discord", () => {
    const views = fc.record({ title: words, blocks: fc.array(block, { maxLength: 30 }) });
    fc.assert(
      fc.property(views, (any) => {
        expect(refusalsOf(render(any, ids))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("a text that is cut says so in its own language", () => {
    expect(said("x".repeat(40_000))).toMatch(/more characters\\?\)$/);
    expect(saidIn("zh-CN", "长".repeat(40_000))).toMatch(/还有 .* 个字符）$/);
  });
});
