import { type Say, say } from "../../kernel/locale.ts";
import type { FormColumn } from "./form-file.ts";

/** A cell of a table of forms that cannot be read. */
export type FormProblem = {
  readonly line: number;
  readonly column: FormColumn;
  readonly value: string;
  readonly is: "missing" | "not-a-number" | "not-a-scale" | "not-an-answer" | "said-otherwise";
};

const words: { readonly [Is in FormProblem["is"]]: (value: string) => Say } = {
  missing: () => say({ en: "this is needed", "zh-CN": "此项必填" }),
  "not-a-number": (value) =>
    say({ en: `“${value}” is no number, such as 10 or 12.5`, "zh-CN": `“${value}”不是数字，例如 10 或 12.5` }),
  "not-a-scale": (value) =>
    say({
      en: `“${value}” is no scale: write its steps as 0=No;5=Partly;10=Yes, with /中文 after a name if you like`,
      "zh-CN": `“${value}”不是量表：请写成 0=否;5=部分;10=是，也可在英文名后加 /中文`,
    }),
  "not-an-answer": (value) =>
    say({ en: `“${value}” is neither yes nor no`, "zh-CN": `“${value}”应为“是”或“否”（yes / no）` }),
  "said-otherwise": (value) =>
    say({
      en: `“${value}” is not what a row above says: say it once, or the same each time`,
      "zh-CN": `“${value}”与上文不一致：只写一次，或每行写得相同`,
    }),
};

const longest = 60;

/** What is wrong with a cell, in words. */
export const formProblemWords = ({ is, value }: FormProblem): Say => {
  const line = value.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ");
  return words[is](line.length > longest ? `${line.slice(0, longest)}…` : line);
};
