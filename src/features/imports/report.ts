import type { Locale } from "../../kernel/locale.ts";
import type { BadRow, Problem } from "./mapping/problem.ts";
import { importWords } from "./messages.ts";
import type { ImportReport } from "./request.ts";

const shownNames = 20;

function problemLine(problem: Problem, locale: Locale): string {
  const text = importWords.problem(problem)(locale);
  const field = importWords.field(problem);
  return field === undefined ? text : `${field}: ${text}`;
}

const badLine = ({ line, problems }: BadRow, locale: Locale): string =>
  `${importWords.line(line)(locale)}  ${problems.map((problem) => problemLine(problem, locale)).join(" ")}`;

/** A heading with the lines below it. */
export type Section = { readonly heading: string; readonly lines: readonly string[] };

/** The bad rows of an import: counted by reason, and the first of them. */
export function badSections({ reasons, bad, rejected }: ImportReport, locale: Locale): Section[] {
  if (rejected === 0) return [];
  const counted = ({ example, rows }: ImportReport["reasons"][number]) =>
    `${importWords.rowsOf(rows)(locale)}  ${problemLine(example, locale)}`;
  return [
    { heading: importWords.reasons(locale), lines: reasons.map(counted) },
    { heading: importWords.firstBad(bad.length, rejected)(locale), lines: bad.map((row) => badLine(row, locale)) },
  ];
}

/** What an import did, or would do. */
export function reportLines(report: ImportReport, locale: Locale, isDone: boolean): string[] {
  const { rows, skipped, rejected, added, changed, unchanged, from, to, newAgents } = report;
  const names = newAgents.slice(0, shownNames);
  const counts = isDone ? importWords.did(added, changed, unchanged) : importWords.would(added, changed, unchanged);
  return [
    importWords.read(rows, skipped, rejected)(locale),
    counts(locale),
    ...(from === undefined || to === undefined ? [] : [importWords.days(from, to)(locale)]),
    ...(names.length === 0 ? [] : [importWords.newAgents(names, newAgents.length - names.length, isDone)(locale)]),
    ...(isDone && rejected > 0 ? [importWords.leftOut(rejected)(locale)] : []),
  ];
}
