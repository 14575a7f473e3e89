import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { done } from "../../../kernel/outcome.ts";
import { delimitedRows } from "./delimited.ts";
import type { Row } from "./row.ts";

async function* texts(parts: readonly string[]) {
  for (const part of parts) yield done(part);
}

async function read(parts: readonly string[], separator = ",") {
  const rows: Row[] = [];
  for await (const part of delimitedRows(texts(parts), separator)) {
    if (!part.ok) return part.refusal;
    rows.push(...part.value);
  }
  return rows;
}

const cell = fc.string({ unit: fc.constantFrom("a", "é", "中", " ", ",", '"', "\n", "7", "😀"), maxLength: 6 });
const quoted = (text: string) => (/[",\n]/.test(text) || text === "" ? `"${text.replaceAll('"', '""')}"` : text);

test("reads what RFC 4180 quotes, however the text arrives", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 8 }),
      fc.constantFrom("\n", "\r\n"),
      fc.infiniteStream(fc.integer({ min: 1, max: 9 })),
      async (table, end, lengths) => {
        const text = table.map((row) => row.map(quoted).join(",") + end).join("");
        const parts: string[] = [];
        for (let at = 0; at < text.length; ) {
          const length = lengths.next().value ?? 1;
          parts.push(text.slice(at, at + length));
          at += length;
        }
        const rows = await read(parts);
        expect(Array.isArray(rows) && rows.map(({ cells }) => cells)).toEqual(table);
        expect(parse(text, { relax_column_count: true })).toEqual(table);
      },
    ),
  );
});

describe("lines", () => {
  test("are counted through blank lines and quoted line ends", async () => {
    expect(await read(['a,b\n\n"one\ntwo",c\nd,e'])).toEqual([
      { line: 1, cells: ["a", "b"] },
      { line: 3, cells: ["one\ntwo", "c"] },
      { line: 5, cells: ["d", "e"] },
    ]);
  });

  test("with NUL or text after a closing quote are in trouble", async () => {
    expect(await read(['a\0,b\n"x"y,z\n'])).toEqual([
      { line: 1, cells: ["a\0", "b"], trouble: { why: "nul" } },
      { line: 2, cells: ["xy", "z"], trouble: { why: "stray-quote" } },
    ]);
  });
});

test("a quote that is never closed is refused with the line that it opens on", async () => {
  expect(await read(['a,b\nc,"d\n', "e,f\n"])).toEqual({ why: "unclosed-quote", line: 2 });
});

test("a line without end is refused before it fills the memory", async () => {
  expect(await read(["a,b\n", "x".repeat(2 ** 20), "x"])).toEqual({ why: "line-too-long", line: 2 });
});
