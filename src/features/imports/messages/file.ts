import { type Say, say } from "../../../kernel/locale.ts";
import type { FileRefusal } from "../reading/refusal.ts";
import { shown } from "./shown.ts";

type Words = { readonly [W in FileRefusal["why"]]: (refusal: Extract<FileRefusal, { why: W }>) => Say };

const formats: Readonly<Record<string, string>> = {
  csv: "CSV",
  tsv: "TSV",
  json: "JSON",
  xlsx: "XLSX",
  xls: "XLS",
  pdf: "PDF",
};
const format = (name: string): Say =>
  name === "binary" ? say({ en: "no text at all", "zh-CN": "并非文本" }) : say({ en: name, "zh-CN": name });
const inCapitals = (name: string) => formats[name] ?? name;

const separators: Readonly<Record<string, Say>> = {
  ",": say({ en: "a comma", "zh-CN": "逗号" }),
  "\t": say({ en: "a tab", "zh-CN": "制表符" }),
  ";": say({ en: "a semicolon", "zh-CN": "分号" }),
  "|": say({ en: "a vertical bar", "zh-CN": "竖线" }),
};
const separator = (char: string): Say => separators[char] ?? say({ en: `“${char}”`, "zh-CN": `“${char}”` });

/** What is done to a file before it is tried again. */
const otherFormat = ({ said, seems }: Extract<FileRefusal, { why: "other-format" }>): Say => {
  return (locale) => {
    const is = inCapitals(format(seems)(locale));
    const mend = {
      en: seems === "xls" ? "Save it as XLSX or CSV." : `Give it the name or the preset of its own format.`,
      "zh-CN": seems === "xls" ? "请另存为 XLSX 或 CSV。" : "请使用与其格式相符的文件名或预设。",
    };
    return say({
      en: `The file should be ${inCapitals(said)}, and seems to be ${is}. ${mend.en}`,
      "zh-CN": `文件应为 ${inCapitals(said)}，但内容像是 ${is}。${mend["zh-CN"]}`,
    })(locale);
  };
};

const codes: Readonly<Record<string, Say>> = {
  ENOENT: say({ en: "There is no such file.", "zh-CN": "找不到该文件。" }),
  EACCES: say({ en: "You may not read this file.", "zh-CN": "没有读取该文件的权限。" }),
};

/** Why a file cannot be read, in words. */
export const fileWords: Words = {
  unreadable: ({ code }) =>
    codes[code] ?? say({ en: `The file cannot be read (${code}).`, "zh-CN": `无法读取该文件（${code}）。` }),
  "not-a-file": () =>
    say({ en: "This is a folder or a pipe. Name a file.", "zh-CN": "这是文件夹或管道，请指定一个文件。" }),
  empty: () => say({ en: "The file is empty.", "zh-CN": "文件是空的。" }),
  "no-rows": () => say({ en: "The file has no rows below its header.", "zh-CN": "文件只有表头，没有数据行。" }),
  "other-format": otherFormat,
  "unknown-encoding": ({ encoding }) =>
    say({
      en: `“${encoding}” is no encoding. Try utf-8, gb18030, big5, utf-16le or windows-1252.`,
      "zh-CN": `没有“${encoding}”这种编码。可用 utf-8、gb18030、big5、utf-16le 或 windows-1252。`,
    }),
  "not-encoded": ({ encoding, at, perhaps }) =>
    say(({ number }) => {
      const place = at === undefined ? undefined : { line: number(at.line), byte: number(at.byte) };
      const option = perhaps === undefined ? undefined : `--encoding ${perhaps}`;
      const preset = perhaps === undefined ? undefined : `encoding: ${perhaps}`;
      return {
        en: `The file is not written in ${encoding}${place ? `: line ${place.line}, byte ${place.byte} is no text in it` : ""}. ${
          option ? `It may be ${perhaps}: try ${option}, or put “${preset}” into the preset.` : "Save it as UTF-8."
        }`,
        "zh-CN": `文件编码不是 ${encoding}${place ? `：第 ${place.line} 行（第 ${place.byte} 字节）无法解读` : ""}。${
          option ? `可能是 ${perhaps}：请加 ${option}，或在预设中写“${preset}”。` : "请另存为 UTF-8。"
        }`,
      };
    }),
  "wrong-separator": ({ separator: said, seems }) => {
    return (locale) =>
      say({
        en: `The header has one column when it is cut at ${separator(said)(locale)}; it seems to be cut at ${separator(seems)(locale)}. Say so in the preset: separator: ${JSON.stringify(seems)}`,
        "zh-CN": `按${separator(said)(locale)}分隔时表头只有一列，看起来应按${separator(seems)(locale)}分隔。请在预设中写明：separator: ${JSON.stringify(seems)}`,
      })(locale);
  },
  "missing-columns": ({ missing, found }) =>
    say(({ allOf }) => {
      const near = (column: string, nearest: string | undefined, otherwise: string) =>
        nearest === undefined ? `“${column}”` : `“${column}”${otherwise.replace("%", () => shown(nearest))}`;
      const en = allOf(missing.map(({ column, nearest }) => near(column, nearest, " (perhaps “%”?)")));
      const zh = allOf(missing.map(({ column, nearest }) => near(column, nearest, "（是否为“%”？）")));
      const have = found.slice(0, 40).map(shown).join(", ");
      return {
        en: `The file lacks ${missing.length === 1 ? "the column" : "the columns"} ${en}. It has: ${have}. Name its own columns in a preset.`,
        "zh-CN": `文件缺少列：${zh}。现有列：${have}。请在预设中写明对应的列名。`,
      };
    }),
  "repeated-columns": ({ columns }) =>
    say(({ allOf }) => {
      const names = allOf(columns.map((column) => `“${shown(column)}”`));
      return {
        en: `The header has ${names} more than once. Give each column a name of its own.`,
        "zh-CN": `表头中 ${names} 重复出现。请为每列取不同的名称。`,
      };
    }),
  "unclosed-quote": ({ line }) =>
    say({
      en: `The quotation mark that opens on line ${line} is never closed.`,
      "zh-CN": `第 ${line} 行的引号没有结束。`,
    }),
  "line-too-long": ({ line }) =>
    say({
      en: `Line ${line} is over a million characters long: this is no table.`,
      "zh-CN": `第 ${line} 行超过一百万个字符，这不是表格。`,
    }),
  "damaged-spreadsheet": ({ detail }) =>
    say({
      en: `The spreadsheet is damaged or was not copied whole (${detail}). Save it again, or export it as CSV.`,
      "zh-CN": `表格文件已损坏或不完整（${detail}）。请重新保存，或导出为 CSV。`,
    }),
  "bad-json": ({ line }) =>
    say({
      en: `From line ${line} on, the file is no list of JSON objects.`,
      "zh-CN": `从第 ${line} 行起不是有效的 JSON 对象列表。`,
    }),
};
