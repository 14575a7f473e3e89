import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import type { FormProblem } from "./form-file-words.ts";

/** The columns of a table of forms, one row for each item. */
export const formColumns = [
  "form",
  "form_name",
  "form_name_zh",
  "section",
  "section_name",
  "section_name_zh",
  "item",
  "name",
  "name_zh",
  "guide",
  "guide_zh",
  "weight",
  "points",
  "scale",
  "na",
  "auto_fail",
  "skill",
  "projects",
] as const;
export type FormColumn = (typeof formColumns)[number];

export type FormRow = { readonly line: number; readonly cells: Readonly<Partial<Record<FormColumn, string>>> };

type Path = readonly (string | number)[];

/** Forms as `fairline.yaml` would have them, unchecked, and on which line of the table each part stands. */
export type FormTable = {
  readonly forms: Readonly<Record<string, unknown>>;
  readonly lineOf: (path: Path) => number | undefined;
};

type Both = { en: string; "zh-CN": string };
type Part = { readonly line: number; readonly said: Map<FormColumn, string> };
type SectionPart = Part & { readonly items: unknown[] };
type FormPart = Part & { readonly sections: Map<string, SectionPart> };
type Note = (column: FormColumn, problem: FormProblem["is"]) => void;

/** Text in both languages; where it is there in one alone, that one stands for both. */
function bothOf(en: string, zh: string): Both | undefined {
  if (en === "" && zh === "") return undefined;
  return { en: en === "" ? zh : en, "zh-CN": zh === "" ? en : zh };
}

const yes = ["yes", "y", "true", "1", "x", "✓", "√", "是"];
const no = ["", "no", "n", "false", "0", "-", "否"];

function answer(text: string, note: () => void): boolean {
  const word = text.toLowerCase();
  if (!yes.includes(word) && !no.includes(word)) note();
  return yes.includes(word);
}

function numberOf(text: string): number | undefined {
  const digits = text.replace(/\s*[%％]$/, "");
  return /^\d+(\.\d+)?$/.test(digits) ? Number(digits) : undefined;
}

/** The steps of `0=No;5=Partly/部分;10=Yes`; undefined where it is none. */
function stepsOf(text: string) {
  const steps = text.split(/[;；]/).filter((step) => step.trim() !== "");
  const read = steps.flatMap((step) => {
    const [, points = "", names = ""] = /^\s*(\d+(?:\.\d+)?)\s*[=＝](.*)$/s.exec(step) ?? [];
    const [en = "", ...zh] = names.split(/[/／]/);
    const name = bothOf(en.trim(), zh.join("/").trim());
    return points === "" || name === undefined ? [] : [{ points: Number(points), name }];
  });
  return read.length === steps.length ? read : undefined;
}

const cellOf = ({ cells }: FormRow, column: FormColumn) => (cells[column] ?? "").trim();

/** One item as the configuration has it; what cannot be read is noted. */
function itemOf(row: FormRow, note: Note): unknown {
  const cell = (column: FormColumn) => cellOf(row, column);
  const needed = (column: FormColumn, value: unknown) => {
    if (value === undefined || value === "") note(column, "missing");
  };
  const number = (column: FormColumn) => {
    const value = numberOf(cell(column));
    if (value === undefined && cell(column) !== "") note(column, "not-a-number");
    return value;
  };
  const name = bothOf(cell("name"), cell("name_zh"));
  const guide = bothOf(cell("guide"), cell("guide_zh"));
  const [weight, points] = [number("weight"), number("points")];
  const scale = cell("scale") === "" ? undefined : stepsOf(cell("scale"));
  needed("item", cell("item"));
  needed("name", name);
  if (cell("weight") === "") note("weight", "missing");
  if (cell("scale") !== "" && scale === undefined) note("scale", "not-a-scale");
  return {
    id: cell("item"),
    name,
    ...(guide && { guide }),
    weight,
    ...(points === undefined ? {} : { points }),
    ...(scale && { scale }),
    na: answer(cell("na"), () => note("na", "not-an-answer")),
    autoFail: answer(cell("auto_fail"), () => note("auto_fail", "not-an-answer")),
    ...(cell("skill") === "" ? {} : { skill: cell("skill").toLowerCase() }),
  };
}

const ofForm = ["form_name", "form_name_zh", "projects"] as const;
const ofSection = ["section_name", "section_name_zh"] as const;

/** Takes over what a row says of its form or section; it is said once, or the same each time. */
function take(part: Part, columns: readonly FormColumn[], row: FormRow, note: Note): void {
  for (const column of columns) {
    const value = cellOf(row, column);
    if (value === "") continue;
    const before = part.said.get(column);
    if (before !== undefined && before !== value) note(column, "said-otherwise");
    part.said.set(column, before ?? value);
  }
}

const named = ({ said }: Part, en: FormColumn, zh: FormColumn) => bothOf(said.get(en) ?? "", said.get(zh) ?? "");

function configOf(form: FormPart): unknown {
  const projects = (form.said.get("projects") ?? "").split(/[;；]/).map((project) => project.trim());
  return {
    name: named(form, "form_name", "form_name_zh"),
    projects: projects.filter((project) => project !== ""),
    sections: [...form.sections].map(([id, section]) => ({
      id,
      name: named(section, "section_name", "section_name_zh"),
      items: section.items,
    })),
  };
}

/**
 * Reads a table of forms: a blank form or section is the one of the row above, and what is said of a form or a section
 * is said in one of its rows. Everything that cannot be read is listed by line.
 */
export function readFormTable(rows: readonly FormRow[]): Outcome<FormTable, readonly FormProblem[]> {
  const problems: FormProblem[] = [];
  const forms = new Map<string, FormPart>();
  const lines = new Map<string, number>();
  const place = (...path: Path) => path.join("\n");
  let above = { form: "", section: "" };

  for (const row of rows.filter(({ cells }) => Object.values(cells).some((cell) => cell?.trim()))) {
    const { line } = row;
    const note: Note = (column, is) => problems.push({ line, column, value: cellOf(row, column), is });
    const formId = cellOf(row, "form") || above.form;
    const sectionId = cellOf(row, "section") || (formId === above.form ? above.section : "");
    if (formId === "") note("form", "missing");
    if (sectionId === "") note("section", "missing");
    above = { form: formId, section: sectionId };
    const form = forms.get(formId) ?? { line, said: new Map(), sections: new Map() };
    forms.set(formId, form);
    const section = form.sections.get(sectionId) ?? { line, said: new Map(), items: [] };
    form.sections.set(sectionId, section);
    take(form, ofForm, row, note);
    take(section, ofSection, row, note);
    const at = ["forms", formId, "sections", [...form.sections.keys()].indexOf(sectionId)];
    lines.set(place("forms", formId), form.line).set(place(...at), section.line);
    lines.set(place(...at, "items", section.items.length), line);
    section.items.push(itemOf(row, note));
  }
  const nameless = (part: Part, column: FormColumn, zh: FormColumn) => {
    if (named(part, column, zh) === undefined) problems.push({ line: part.line, column, value: "", is: "missing" });
  };
  for (const form of forms.values()) {
    nameless(form, "form_name", "form_name_zh");
    for (const section of form.sections.values()) nameless(section, "section_name", "section_name_zh");
  }
  if (problems.length > 0) return refuse([...problems].sort((a, b) => a.line - b.line));
  const lineOf = (path: Path): number | undefined =>
    path.length === 0 ? undefined : (lines.get(place(...path)) ?? lineOf(path.slice(0, -1)));
  return done({ forms: Object.fromEntries([...forms].map(([id, form]) => [id, configOf(form)])), lineOf });
}
