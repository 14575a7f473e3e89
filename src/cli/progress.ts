import { importWords, type Progress } from "../features/imports/index.ts";
import { format } from "../kernel/locale.ts";
import type { Cli } from "./cli.ts";

const betweenLinesMs = 10_000;
const betweenLooksMs = 100;

function line({ locale }: Cli, progress: Progress): string {
  if (progress.is === "waiting") return importWords.waiting(locale);
  if (progress.is !== "reading") return importWords[progress.is](locale);
  const { megabytes, percent } = format(locale);
  const share = progress.of === 0 ? "" : ` · ${percent(Math.min(1, progress.bytes / progress.of))}`;
  return `${importWords.reading(progress.rows, progress.bad)(locale)} · ${megabytes(progress.bytes)}${share}`;
}

/** Shows how far an import is: in one place on a terminal, else as a line now and then. */
export function progressLine(cli: Cli): { show: (progress: Progress) => void; clear: () => void } {
  const every = cli.over === undefined ? betweenLinesMs : betweenLooksMs;
  let shownAt = cli.clock();
  let last: Progress["is"] = "reading";
  let isShown = false;
  return {
    show(progress) {
      const now = cli.clock();
      // A step that begins is shown on a terminal at once, and elsewhere only in work that has been long already.
      const isNew = progress.is !== last && (cli.over !== undefined || isShown || progress.is === "waiting");
      last = progress.is;
      if (!isNew && now - shownAt < every) return;
      shownAt = now;
      isShown = true;
      if (cli.over === undefined) cli.err(line(cli, progress));
      else cli.over(line(cli, progress));
    },
    clear: () => {
      if (isShown) cli.over?.("");
    },
  };
}
