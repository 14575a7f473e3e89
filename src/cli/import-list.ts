import { type Batch, importWords } from "../features/imports/index.ts";
import { format, type Locale } from "../kernel/locale.ts";

/** The latest imports, one below another, as `fairline import list` shows them. */
export function listLines(batches: readonly Batch[], locale: Locale): string[] {
  if (batches.length === 0) return [importWords.none(locale)];
  const { dateTime } = format(locale);
  return batches.flatMap(({ id, site, dataset, file, at, added, changed, rejected, rows, revertedAt }) => {
    const state =
      revertedAt === undefined ? [] : [importWords.revertedOn(`${dateTime(revertedAt, "UTC")} UTC`)(locale)];
    const counts = importWords.counts({ rows, added, changed, rejected })(locale);
    const head = [`${dateTime(at, "UTC")} UTC`, site, importWords.dataset[dataset](locale), importWords.shown(file)];
    return [id, `  ${[...head, ...state].join(" · ")}`, `  ${counts}`];
  });
}
