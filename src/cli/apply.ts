import { readFile } from "node:fs/promises";
import { Argument } from "commander";
import {
  type ConfigProblem,
  configuration,
  type Plan,
  valueText,
  configurationWords as words,
} from "../features/configuration/index.ts";
import type { Locale } from "../kernel/locale.ts";
import { configurationStore } from "../persistence/configuration.ts";
import type { Cli, CliCommand, ExitCode } from "./cli.ts";
import { withDatabase } from "./database.ts";
import { cliWords } from "./messages.ts";

/** A problem as `path: what (line, column)`, so that it is found in the file at once. */
function problemLine({ path, line, column, message }: ConfigProblem, locale: Locale): string {
  const place = line === undefined || column === undefined ? "" : ` (${words.place(line, column)(locale)})`;
  return `${path === "" ? "" : `${path}: `}${message(locale)}${place}`;
}

/** The difference between the file and what stands, and what it means for scores and for what is kept. */
function planLines({ changes, versions, writes }: Plan, locale: Locale): string[] {
  const rezoned = writes.rezoned.length === 0 ? [] : [words.rezoned(writes.rezoned.join(", "))(locale)];
  return [
    ...changes.map((change) =>
      change.is === "added"
        ? `+ ${change.path}`
        : `~ ${change.path}: ${valueText(change.from)} → ${valueText(change.to)}`,
    ),
    ...Object.entries(versions).map(([id, version]) => words.version(id, version)(locale)),
    ...rezoned,
  ];
}

async function apply(cli: Cli, path: string, dryRun: boolean): Promise<ExitCode> {
  const { locale } = cli;
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    cli.err(words.unreadable(path, (error as NodeJS.ErrnoException).code ?? String(error))(locale));
    return 1;
  }
  const outcome = await withDatabase(cli, (database) =>
    configuration({ store: configurationStore(database), clock: () => new Date() }).apply(text, { dryRun }),
  );
  if (!outcome.ok) {
    const { problems } = outcome.refusal;
    for (const problem of problems) cli.err(problemLine(problem, locale));
    cli.err(words.wrong(problems.length)(locale));
    return 1;
  }
  const { changes, unchanged } = outcome.value;
  if (changes.length === 0) {
    cli.out(words.nothing(locale));
    return 0;
  }
  const added = changes.filter(({ is }) => is === "added").length;
  for (const line of planLines(outcome.value, locale)) cli.out(line);
  cli.out(words.summary(added, changes.length - added, unchanged)(locale));
  cli.out((dryRun ? words.dryRun : words.applied)(locale));
  return 0;
}

/** `fairline apply FILE`. */
export const applyCommand: CliCommand = (program, cli, exit) => {
  const { locale } = cli;
  program
    .command("apply")
    .description(cliWords.apply(locale))
    .addArgument(new Argument("<file>", cliWords.yaml(locale)))
    .option("--dry-run", cliWords.dryRun(locale))
    .action(async (file: string, { dryRun }: { dryRun?: boolean }) => exit(await apply(cli, file, dryRun === true)));
};
