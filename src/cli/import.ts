import { randomUUID } from "node:crypto";
import { Argument, type Command } from "commander";
import {
  badSections,
  type Dataset,
  datasets,
  fileSource,
  type ImportReport,
  type ImportRequest,
  type Imports,
  imports,
  importWords,
  reportLines,
} from "../features/imports/index.ts";
import { scores } from "../features/scores/index.ts";
import type { Locale } from "../kernel/locale.ts";
import { audit } from "../persistence/audit.ts";
import { importStore } from "../persistence/imports/store.ts";
import { peopleStore } from "../persistence/people.ts";
import { scoreStore } from "../persistence/scores/store.ts";
import type { Cli, CliCommand, ExitCode } from "./cli.ts";
import { withDatabase } from "./database.ts";
import { type ErrorsFile, errorsFile } from "./errors-file.ts";
import { listLines } from "./import-list.ts";
import { cliWords } from "./messages.ts";
import { progressLine } from "./progress.ts";

type Options = {
  readonly site: string;
  readonly preset?: string;
  readonly source?: string;
  readonly encoding?: string;
  readonly errors?: string;
  readonly dryRun?: boolean;
  readonly partial?: boolean;
};

/** Imports, after which the scores that stand on what changed are computed again. */
const withImports = <T>(cli: Cli, work: (house: Imports) => Promise<T>): Promise<T> =>
  withDatabase(cli, (database) => {
    const { recompute } = scores({
      store: scoreStore(database),
      roster: peopleStore(database),
      audit: audit(database),
    });
    const clock = () => new Date();
    const house = imports({
      store: importStore(database),
      clock,
      newId: randomUUID,
      changed: async (site) => void (await recompute(clock(), site)),
      onFault: (error) =>
        cli.err(cliWords.scoresLater(error instanceof Error ? error.message : String(error))(cli.locale)),
    });
    return work(house);
  });

const badLines = (report: ImportReport, locale: Locale) =>
  badSections(report, locale).flatMap(({ heading, lines }) => [heading, ...lines.map((line) => `  ${line}`)]);

async function bring(cli: Cli, request: ImportRequest, errors: ErrorsFile | undefined): Promise<ExitCode> {
  const { locale } = cli;
  const progress = progressLine(cli);
  const { write } = errors ?? {};
  const asked = { ...request, signal: cli.signal, onProgress: progress.show, ...(write ? { onBad: write } : {}) };
  const outcome = await withImports(cli, (house) => house.bring(asked)).finally(progress.clear);
  if (outcome.ok) {
    for (const line of badLines(outcome.value, locale)) cli.err(line);
    for (const line of reportLines(outcome.value, locale, !request.dryRun)) cli.out(line);
    const { batch } = outcome.value;
    if (batch !== undefined) cli.out(importWords.undo(batch)(locale));
    if (request.dryRun) cli.out(importWords.dryRun(locale));
    return 0;
  }
  const { refusal } = outcome;
  const report = refusal.why === "bad-rows" ? refusal.report : undefined;
  for (const line of report === undefined ? [] : badLines(report, locale)) cli.err(line);
  cli.err(importWords.refusal(refusal)(locale));
  return 1;
}

async function importFile(cli: Cli, dataset: Dataset, path: string, options: Options): Promise<ExitCode> {
  const file = await fileSource(path);
  if (!file.ok) {
    cli.err(`${path}: ${importWords.refusal(file.refusal)(cli.locale)}`);
    return 1;
  }
  const { errors: errorsPath, ...rest } = options;
  let errors: ErrorsFile | undefined;
  try {
    errors = errorsPath === undefined ? undefined : await errorsFile(errorsPath, cli.locale);
  } catch (error) {
    cli.err(cliWords.cannotWrite(errorsPath ?? "", (error as NodeJS.ErrnoException).code ?? "")(cli.locale));
    return 1;
  }
  try {
    return await bring(cli, { dataset, file: file.value, ...rest }, errors);
  } finally {
    await errors?.close();
  }
}

async function revert(cli: Cli, batch: string): Promise<ExitCode> {
  const { locale } = cli;
  const outcome = await withImports(cli, (house) => house.revert(batch));
  if (!outcome.ok) {
    cli.err(importWords.revertRefusal(outcome.refusal)(locale));
    return 1;
  }
  const { removed, restored, kept } = outcome.value;
  cli.out(importWords.reverted(batch, removed, restored)(locale));
  if (kept.length > 0) cli.out(importWords.keptPeople(kept.slice(0, 20), Math.max(0, kept.length - 20))(locale));
  return 0;
}

async function list(cli: Cli): Promise<ExitCode> {
  const batches = await withImports(cli, (house) => house.latest(20));
  for (const line of listLines(batches, cli.locale)) cli.out(line);
  return 0;
}

/** `fairline import DATASET FILE`, `fairline import revert BATCH`, `fairline import list`. */
export const importCommand: CliCommand = (program, cli, exit) => {
  const { locale } = cli;
  const group: Command = program.command("import").description(cliWords.import(locale));
  for (const dataset of datasets) {
    group
      .command(dataset)
      .description(importWords.about[dataset](locale))
      .addArgument(new Argument("<file>", cliWords.file(locale)))
      .requiredOption("--site <site>", cliWords.site(locale))
      .option("--preset <name>", cliWords.preset(locale))
      .option("--dry-run", cliWords.dryRun(locale))
      .option("--partial", cliWords.partial(locale))
      .option("--encoding <encoding>", cliWords.encoding(locale))
      .option("--errors <file>", cliWords.errors(locale))
      .option("--source <name>", cliWords.source(locale))
      .action(async (file: string, options: Options) => exit(await importFile(cli, dataset, file, options)));
  }
  group
    .command("revert")
    .description(cliWords.revert(locale))
    .addArgument(new Argument("<batch>", cliWords.batch(locale)))
    .action(async (batch: string) => exit(await revert(cli, batch)));
  group
    .command("list")
    .description(cliWords.list(locale))
    .action(async () => exit(await list(cli)));
};
