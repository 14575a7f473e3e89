import { type BadRow, type ImportReport, importWords, type Problem } from "../features/imports/index.ts";
import type { Locale } from "../kernel/locale.ts";

const shownNames = 20;

function problemLine(problem: Problem, locale: Locale): string {
  const text = importWords.problem(problem)(locale);
  const field = importWords.field(problem);
  return field === undefined ? text : `${field}: ${text}`;
}

const badLine = ({ line, problems }: BadRow, locale: Locale): string =>
  `  ${importWords.line(line)(locale)}  ${problems.map((problem) => problemLine(problem, locale)).join(" ")}`;

/** The bad rows of an import: counted by reason, and the first of them. */
export function badLines({ reasons, bad, rejected }: ImportReport, locale: Locale): string[] {
  if (rejected === 0) return [];
  return [
    importWords.reasons(locale),
    ...reasons.map(({ example, rows }) => `  ${importWords.rowsOf(rows)(locale)}  ${problemLine(example, locale)}`),
    importWords.firstBad(bad.length, rejected)(locale),
    ...bad.map((row) => badLine(row, locale)),
  ];
}

/** What an import did, or would do. */
export function reportLines(report: ImportReport, locale: Locale, isDone: boolean): string[] {
  const { rows, skipped, rejected, added, changed, unchanged, from, to, newAgents, batch } = report;
  const names = newAgents.slice(0, shownNames);
  const counts = isDone ? importWords.did(added, changed, unchanged) : importWords.would(added, changed, unchanged);
  return [
    importWords.read(rows, skipped, rejected)(locale),
    counts(locale),
    ...(from === undefined || to === undefined ? [] : [importWords.days(from, to)(locale)]),
    ...(names.length === 0 ? [] : [importWords.newAgents(names, newAgents.length - names.length, isDone)(locale)]),
    ...(isDone && rejected > 0 ? [importWords.leftOut(rejected)(locale)] : []),
    ...(batch === undefined ? [] : [importWords.undo(batch)(locale)]),
  ];
}
