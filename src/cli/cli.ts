import type { Command } from "commander";
import { type Locale, nearestLocale } from "../kernel/locale.ts";

/** Done; refused or failed; wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** What a command of the command line has to do with the world. */
export type Cli = {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly locale: Locale;
  /** Writes a line of the answer. */
  readonly out: (line: string) => void;
  /** Writes a line that is not part of the answer. */
  readonly err: (line: string) => void;
  /** Writes over the last line on a terminal; undefined where there is no terminal. */
  readonly over?: (line: string) => void;
  /** Somebody asks to stop. */
  readonly signal: AbortSignal;
  /** Milliseconds since some moment. */
  readonly clock: () => number;
};

/** Adds one command to the program; `exit` is told how it ended. */
export type CliCommand = (program: Command, cli: Cli, exit: (code: ExitCode) => void) => void;

/** The language that the environment asks for; English where it asks for none that we speak. */
export function localeOf(env: Cli["env"]): Locale {
  return nearestLocale([env.LC_ALL, env.LC_MESSAGES, env.LANG].find((tag) => tag)) ?? "en";
}
