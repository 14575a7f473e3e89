import { Command, CommanderError } from "commander";
import { isCannotStart } from "../kernel/cannot-start.ts";
import { type Cli, type CliCommand, type ExitCode, localeOf } from "./cli.ts";
import { cliWords } from "./messages.ts";

type Load = () => Promise<CliCommand>;

/** Every command of the command line; one that is not asked for is not even loaded. */
const commands: Readonly<Record<string, Load>> = {
  import: async () => (await import("./import.ts")).importCommand,
  apply: async () => (await import("./apply.ts")).applyCommand,
  run: async () => (await import("./run.ts")).runCommand,
  deliveries: async () => (await import("./deliveries.ts")).deliveriesCommand,
  manifests: async () => (await import("./manifests.ts")).manifestsCommand,
  verify: async () => (await import("./verify.ts")).verifyCommand,
};

/** The command that a line asks for, or all of them where it asks for help or for none that there is. */
const asked = (name: string | undefined): readonly Load[] => {
  const load = name === undefined || !Object.hasOwn(commands, name) ? undefined : commands[name];
  return load === undefined ? Object.values(commands) : [load];
};

/** Runs one command line and says how it ended; never throws. */
export async function run(args: readonly string[], cli: Cli): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = new Command("fairline").description(cliWords.about(cli.locale)).showHelpAfterError();
  program.exitOverride().configureOutput({
    writeOut: (text) => cli.out(text.trimEnd()),
    writeErr: (text) => cli.err(text.trimEnd()),
  });
  for (const load of asked(args[0])) {
    (await load())(program, cli, (ended) => {
      code = ended;
    });
  }
  try {
    await program.parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const message = error instanceof Error ? error.message : String(error);
    if (cli.signal.aborted) cli.err(cliWords.stopped(cli.locale));
    else cli.err(isCannotStart(error) ? message : cliWords.failed(message)(cli.locale));
    return 1;
  }
}

/** Runs the command line of this process. */
export async function main(args: readonly string[]): Promise<ExitCode> {
  const stop = new AbortController();
  // The first wish to stop is granted in good order; a second one ends the process as the system does.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  const { stdout, stderr, env } = process;
  // Whoever reads the answer may have had enough of it.
  stdout.on("error", () => undefined);
  const over = (line: string) => void stderr.write(`\r\u001b[K${line}`);
  return run(args, {
    env,
    locale: localeOf(env),
    out: (line) => void stdout.write(`${line}\n`),
    err: (line) => void stderr.write(`${line}\n`),
    ...(stderr.isTTY ? { over } : {}),
    signal: stop.signal,
    clock: () => performance.now(),
  });
}
