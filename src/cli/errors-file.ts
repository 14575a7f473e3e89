import { open } from "node:fs/promises";
import { type BadRow, importWords } from "../features/imports/index.ts";
import type { Locale } from "../kernel/locale.ts";

/** A cell of CSV; one that a spreadsheet would take for a formula is made harmless. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export type ErrorsFile = {
  readonly write: (rows: readonly BadRow[]) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** A CSV file for bad rows, one line for each problem; throws when it cannot be made. */
export async function errorsFile(path: string, locale: Locale): Promise<ErrorsFile> {
  const file = await open(path, "w");
  // The mark at the start lets spreadsheets know that it is UTF-8.
  await file.write("\uFEFFline,field,value,reason\n");
  return {
    async write(rows) {
      const lines = rows.flatMap(({ line, problems }) =>
        problems.map((problem) => {
          const field = "field" in problem ? problem.field : "";
          const value = "value" in problem ? problem.value : "";
          return [String(line), field, value, importWords.problem(problem)(locale)].map(cell).join(",");
        }),
      );
      await file.write(`${lines.join("\n")}\n`);
    },
    close: () => file.close(),
  };
}
