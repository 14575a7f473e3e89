import { readFile } from "node:fs/promises";
import { Argument } from "commander";
import {
  type ConfigProblem,
  type Configuration,
  configuration,
  type Plan,
  valueText,
  configurationWords as words,
} from "../features/configuration/index.ts";
import { fileSource, importWords } from "../features/imports/index.ts";
import type { Locale, Say } from "../kernel/locale.ts";
import { done, type Outcome, refuse } from "../kernel/outcome.ts";
import { configurationStore } from "../persistence/configuration.ts";
import type { Cli, CliCommand, ExitCode } from "./cli.ts";
import { withDatabase } from "./database.ts";
import { cliWords } from "./messages.ts";

/** A problem as `path: what (line, column)`, so that it is found in the file at once. */
function problemLine({ path, line, column, message }: ConfigProblem, locale: Locale): string {
  const place = line === undefined ? "" : ` (${words.place(line, column)(locale)})`;
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
    ...Object.entries(writes.forms).map(([id, made]) => words.formVersion(id, made)(locale)),
    ...rezoned,
  ];
}

type Options = { readonly dryRun: boolean; readonly encoding?: string };
type Applied = ReturnType<Configuration["apply"]>;

const isTable = (path: string) => /\.(csv|tsv|tab|txt|xlsx)$/i.test(path);

/** How a file is applied, once it could be opened: a table as one of evaluation forms, the rest as `fairline.yaml`. */
async function opened(path: string, options: Options): Promise<Outcome<(to: Configuration) => Applied, Say>> {
  if (isTable(path)) {
    const file = await fileSource(path);
    return file.ok ? done((to) => to.applyForms(file.value, options)) : refuse(importWords.refusal(file.refusal));
  }
  try {
    const text = await readFile(path, "utf8");
    return done((to) => to.apply(text, options));
  } catch (error) {
    return refuse(words.unreadable(path, (error as NodeJS.ErrnoException).code ?? String(error)));
  }
}

async function apply(cli: Cli, path: string, options: Options): Promise<ExitCode> {
  const { locale } = cli;
  const file = await opened(path, options);
  if (!file.ok) {
    cli.err(file.refusal(locale));
    return 1;
  }
  const outcome = await withDatabase(cli, (database) =>
    file.value(configuration({ store: configurationStore(database), clock: () => new Date() })),
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
  cli.out((options.dryRun ? words.dryRun : words.applied)(locale));
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
    .option("--encoding <encoding>", cliWords.encoding(locale))
    .action(async (file: string, { dryRun, encoding }: { dryRun?: boolean; encoding?: string }) =>
      exit(await apply(cli, file, { dryRun: dryRun === true, ...(encoding === undefined ? {} : { encoding }) })),
    );
};
