import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { manifests } from "../manifests.ts";
import type { ManifestOptions } from "../platforms/module.ts";
import type { CliCommand } from "./cli.ts";
import { cliWords } from "./messages.ts";

/** `fairline manifests`: writes what Slack's and Discord's consoles are given, made from the command declarations. */
export const manifestsCommand: CliCommand = (program, cli, exit) => {
  const { locale } = cli;
  program
    .command("manifests")
    .description(cliWords.manifests(locale))
    .option("--prefix <prefix>", cliWords.prefix(locale), cli.env.SLACK_COMMAND_PREFIX)
    .option("--url <url>", cliWords.url(locale))
    .option("--to <folder>", cliWords.folder(locale), "manifests")
    .action(async ({ to, ...options }: ManifestOptions & { to: string }) => {
      await mkdir(to, { recursive: true });
      for (const { file, content } of await manifests(options)) {
        await writeFile(join(to, file), content);
        cli.out(join(to, file));
      }
      exit(0);
    });
};
