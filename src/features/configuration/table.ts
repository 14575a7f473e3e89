import { say } from "../../kernel/locale.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { type FormColumn, type FormRow, formColumns, formProblemWords, readFormTable } from "../evaluations/index.ts";
import { importWords, openTable, type Source } from "../imports/index.ts";
import { type ConfigDocument, checked, type Problems } from "./checked.ts";
import type { ConfigProblem } from "./problem.ts";
import { nearestOf } from "./worded.ts";

const wrong = (...problems: ConfigProblem[]) => refuse<Problems>({ why: "wrong", problems });

/** Letters alone, so that `Auto-fail` is found too. */
const bare = (header: string) => header.toLowerCase().replaceAll(/[^\p{L}]/gu, "");
const columnOf = (header: string): FormColumn | undefined =>
  formColumns.find((column) => bare(column) === bare(header));

const needed = ["form", "section", "item", "weight"] as const satisfies readonly FormColumn[];

/** What is wrong with the header of a table of forms. */
function headerProblems(headers: readonly string[]): ConfigProblem[] {
  const found = headers.map(columnOf);
  const unknown = headers.filter((header, index) => header !== "" && found[index] === undefined);
  const missing = needed.filter((column) => !found.includes(column));
  const twice = [...new Set(found.filter((column, index) => column && found.indexOf(column) !== index))];
  return [
    ...unknown.map((header) => ({ path: header, line: 1, message: nearestOf(header, formColumns) })),
    ...missing.map((column) => ({
      path: column,
      line: 1,
      message: say({ en: "There is no such column, and it is needed.", "zh-CN": "缺少此列，该列必填。" }),
    })),
    ...twice.map((column) => ({
      path: String(column),
      line: 1,
      message: say({ en: "There are two such columns.", "zh-CN": "此列出现了两次。" }),
    })),
  ];
}

async function rowsOf(file: Source, encoding: string | undefined): Promise<Outcome<readonly FormRow[], Problems>> {
  const table = await openTable(file, { encoding }, formColumns);
  if (!table.ok) return wrong({ path: "", message: importWords.refusal(table.refusal) });
  const { columns, found, rows, close } = table.value;
  const problems = headerProblems(found);
  if (problems.length > 0) {
    await close();
    return wrong(...problems);
  }
  const names = columns.map(columnOf);
  const read: FormRow[] = [];
  for await (const part of rows) {
    if (!part.ok) return wrong(...problems, { path: "", message: importWords.refusal(part.refusal) });
    for (const { line, cells, trouble } of part.value) {
      if (trouble !== undefined) problems.push({ path: "", line, message: importWords.problem(trouble) });
      else
        read.push({ line, cells: Object.fromEntries(names.flatMap((name, at) => (name ? [[name, cells[at]]] : []))) });
    }
  }
  return problems.length > 0 ? wrong(...problems) : done(read);
}

/** Reads a table of evaluation forms as if `fairline.yaml` said it; everything that is wrong is told by line. */
export async function readTable(file: Source, encoding?: string): Promise<Outcome<ConfigDocument, Problems>> {
  const rows = await rowsOf(file, encoding);
  if (!rows.ok) return rows;
  const table = readFormTable(rows.value);
  if (!table.ok) {
    return wrong(
      ...table.refusal.map((problem) => ({
        path: problem.column,
        line: problem.line,
        message: formProblemWords(problem),
      })),
    );
  }
  const { forms, lineOf } = table.value;
  return checked({ forms }, (path) => {
    const line = lineOf(path);
    return line === undefined ? {} : { line };
  });
}
