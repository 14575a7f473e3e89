import { describe, expect, it } from "vitest";

// The page's own modules are plain JavaScript for the browser, checked by the tsconfig beside them.
const page = async (name: string) => import(new URL(`./page/${name}.js`, import.meta.url).href);

type Suggestions = {
  readonly items: readonly { readonly line: string; readonly label: string }[];
  readonly param?: unknown;
};

const period = {
  name: "period",
  kind: { is: "choice", options: ["today", "week", "last week"].map((value) => ({ value, label: `(${value})` })) },
};
const who = { name: "who", kind: { is: "person" } };
const commands = [
  { name: "myscore", usage: "myscore [period]", summary: "您的得分", params: [period] },
  {
    name: "kudos",
    usage: "kudos <who> <reason>",
    summary: "thanks",
    params: [who, { name: "reason", kind: { is: "line" } }],
  },
  { name: "appeal new", usage: "appeal new", summary: "challenges a score", params: [] },
  { name: "appeal status", usage: "appeal status", summary: "how it stands", params: [] },
];
const people = [{ name: "Ana Torres" }, { name: "王芳" }];

describe("completion", () => {
  const linesAfter = async (typed: string) => {
    const found: Suggestions = (await page("completion")).complete(typed, commands, people);
    return found.items.map(({ line }) => line);
  };

  it.each([
    ["/", ["/appeal new ", "/appeal status ", "/kudos ", "/myscore "]],
    ["/my", ["/myscore "]],
    ["／my", ["/myscore "]],
    ["/score", ["/myscore ", "/appeal new "]],
    ["/appeal s", ["/appeal status "]],
    ["/得分", ["/myscore "]],
    ["/nothing", []],
    ["hello", []],
    ["", []],
    ["/kudos\nAna", []],
  ])("of commands after %j", async (typed, lines) => {
    expect(await linesAfter(typed)).toEqual(lines);
  });

  it.each([
    ["/myscore ", ["/myscore today ", "/myscore week ", '/myscore "last week" ']],
    ["/myscore we", ["/myscore week ", '/myscore "last week" ']],
    ['/myscore "last', ['/myscore "last week" ']],
    ["/myscore period:to", ["/myscore period:today "]],
    ["/myscore today", []],
    ["/myscore today more", []],
    ["/kudos tor", ['/kudos "Ana Torres" ']],
    ["/kudos 王", ["/kudos 王芳 "]],
    ['/kudos "Ana Torres" wo', []],
  ])("of values after %j", async (typed, lines) => {
    expect(await linesAfter(typed)).toEqual(lines);
  });
});

describe("the page's words", () => {
  it("say the same things in both languages", async () => {
    const { words } = await page("words");
    const shape = (value: unknown): unknown =>
      typeof value === "object" && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]))
        : typeof value;
    expect(shape(words["zh-CN"])).toEqual(shape(words.en));
  });

  it("lead only to the web from links", async () => {
    const { safeUrl } = await page("spans");
    expect(safeUrl("https://example.org/a?b=c")).toBe("https://example.org/a?b=c");
    for (const url of [
      "javascript:alert(1)",
      " javascript:alert(1)",
      "data:text/html,x",
      "file:///etc/passwd",
      "/x",
      "",
    ]) {
      expect(safeUrl(url)).toBeUndefined();
    }
  });
});
