import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeXlsx, writeXlsxStream } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bytesSource, fileSource, type Source } from "./source.ts";
import { openTable, type Reading } from "./table.ts";

/** The columns and the rows, each as `line: cells`; or the refusal. */
async function read(source: Source, reading: Reading = {}, wanted: readonly string[] = []) {
  const table = await openTable(source, reading, wanted);
  if (!table.ok) return table.refusal;
  const rows: string[] = [];
  for await (const part of table.value.rows) {
    if (!part.ok) return part.refusal;
    rows.push(
      ...part.value.map(
        ({ line, cells, trouble }) => `${line}: ${cells.join("|")}${trouble ? ` (${trouble.why})` : ""}`,
      ),
    );
  }
  return { columns: table.value.columns, rows };
}
const file = (name: string, content: string | Uint8Array) =>
  bytesSource(name, typeof content === "string" ? Buffer.from(content) : content);
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
/** “坐席,姓名” and “1,王芳” as GBK writes them. */
const gbk = Buffer.from("d7f8cfaf2cd0d5c3fb0a312ccdf5b7bc0a", "hex");

describe("text", () => {
  const table = { columns: ["a", "b"], rows: ["2: 1|2"] };
  test.each([
    ["CSV", file("x.csv", "a,b\n1,2\n")],
    ["CSV with a byte order mark and CRLF", file("x.csv", "\uFEFFa,b\r\n1,2\r\n")],
    ["TSV", file("x.tsv", "a\tb\n1\t2\n")],
    ["TSV without a name that says so", file("x", "a\tb\n1\t2\n")],
    ["UTF-16 by its byte order mark", file("x.csv", utf16("a,b\n1,2\n"))],
  ])("%s", async (_, source) => {
    expect(await read(source)).toEqual(table);
  });

  test("of another encoding is read when it is named", async () => {
    expect(await read(file("x.csv", gbk), { encoding: "gb18030" })).toEqual({
      columns: ["坐席", "姓名"],
      rows: ["2: 1|王芳"],
    });
  });

  test("of another encoding is refused by line and byte, with the encoding that it may be", async () => {
    const mixed = Buffer.concat([Buffer.from("a,b\n1,é\n"), gbk]);
    expect(await read(file("x.csv", mixed))).toEqual({
      why: "not-encoded",
      encoding: "utf-8",
      at: { line: 3, byte: 11 },
      perhaps: "gb18030",
    });
  });

  test("in an encoding that nobody knows is refused", async () => {
    expect(await read(file("x.csv", "a,b\n"), { encoding: "klingon" })).toEqual({
      why: "unknown-encoding",
      encoding: "klingon",
    });
  });

  test("cut into other columns than its header is told by row", async () => {
    expect(await read(file("x.csv", "a,b\n1\n1,2,3\n"))).toEqual({
      columns: ["a", "b"],
      rows: ["2: 1 (ragged)", "3: 1|2|3 (ragged)"],
    });
  });

  test.each([
    ["x.csv", "a;b;c\n", { why: "wrong-separator", separator: ",", seems: ";" }],
    ["x.tsv", "a,b\n", { why: "wrong-separator", separator: "\t", seems: "," }],
    ["x.csv", "", { why: "empty" }],
    ["x.csv", "\uFEFF \n\n", { why: "empty" }],
    ["x.json", '[\n{"a": 1},\n{"a": }\n]', { why: "bad-json", line: 3 }],
    ["x.json", '[{"a": 1}, {"a": 2', { why: "bad-json", line: 1 }],
    ["x.json", "[]", { why: "no-rows" }],
    ["x.csv", '[{"a": 1}]', { why: "other-format", said: "csv", seems: "json" }],
    ["x.json", "a,b\n1,2\n", { why: "other-format", said: "json", seems: "csv" }],
    ["x.csv", "PK\u0003\u0004", { why: "other-format", said: "csv", seems: "xlsx" }],
    ["x.xlsx", "a,b\n", { why: "other-format", said: "xlsx", seems: "csv" }],
    ["x.csv", "%PDF-1.4", { why: "other-format", said: "csv", seems: "pdf" }],
  ])("%s with %j is refused", async (name, content, refusal) => {
    expect(await read(file(name, content))).toEqual(refusal);
  });
});

describe("JSON", () => {
  test("is read as an array, its lists joined, its missing keys blank", async () => {
    const source = file(
      "x.json",
      '[\n  {"a": "x", "b": ["p", "q"]},\n  {"b": 2, "a": null}, {"c": true, "a": "{\\"}"}\n]\n',
    );
    expect(await read(source, {}, ["a", "b", "c"])).toEqual({
      columns: ["a", "b", "c"],
      rows: ["2: x|p;q|", "3: |2|", '3: {"}||true'],
    });
  });

  test("is read as one object a line", async () => {
    expect(await read(file("x.ndjson", '{"a": 1}\n{"a": 2}\n'))).toEqual({ columns: ["a"], rows: ["1: 1", "2: 2"] });
  });

  test("with an escaped NUL is in trouble", async () => {
    expect(await read(file("x.json", '{"a": "\\u0000"}'))).toEqual({ columns: ["a"], rows: ["1: \0 (nul)"] });
  });
});

describe("XLSX", () => {
  const when = new Date("2026-03-09T08:05:00Z");
  const rows = [
    ["when", "who", "n", "yes"],
    [when, "Ana", 1.5, true],
    [null, null, null, null],
    [when, "王芳", 2, null],
  ];
  const asRead = {
    columns: ["when", "who", "n", "yes"],
    rows: ["2: 2026-03-09 08:05:00|Ana|1.5|true", "4: 2026-03-09 08:05:00|王芳|2|"],
  };
  let plain: Uint8Array;
  let streamed: Uint8Array;
  beforeAll(async () => {
    plain = await writeXlsx({ sheets: [{ name: "Calls", rows }] });
    streamed = new Uint8Array(
      await new Response(writeXlsxStream(rows, { name: "Calls", inlineStrings: false })).arrayBuffer(),
    );
  });

  test("is read with dates, numbers and shared strings, whoever wrote it", async () => {
    expect(await read(file("x.xlsx", plain))).toEqual(asRead);
    expect(await read(file("x.xlsx", streamed))).toEqual(asRead);
  });

  test("cut short anywhere is refused", async () => {
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      const cut = plain.subarray(0, Math.floor(plain.length * share));
      expect(await read(file("x.xlsx", cut))).toMatchObject({ why: "damaged-spreadsheet" });
    }
  });

  test("whose content is damaged is refused", async () => {
    const damaged = Uint8Array.from(plain);
    damaged.fill(0x55, 200, plain.length - 400);
    expect(await read(file("x.xlsx", damaged))).toMatchObject({ why: "damaged-spreadsheet" });
  });
});

describe("a file", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "fairline-table-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test("on disk is read as any other", async () => {
    await writeFile(join(folder, "x.csv"), "a,b\n1,2\n");
    const source = await fileSource(join(folder, "x.csv"));
    expect(source.ok && (await read(source.value))).toEqual({ columns: ["a", "b"], rows: ["2: 1|2"] });
  });

  test("that is not there, or a folder, is refused", async () => {
    expect(await fileSource(join(folder, "nope.csv"))).toEqual({
      ok: false,
      refusal: { why: "unreadable", code: "ENOENT" },
    });
    expect(await fileSource(folder)).toEqual({ ok: false, refusal: { why: "not-a-file" } });
  });
});
