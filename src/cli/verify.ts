import { readFile } from "node:fs/promises";
import { verifyProof } from "../features/draws/index.ts";
import type { Cli, CliCommand, ExitCode } from "./cli.ts";
import { verifyWords as words } from "./verify-words.ts";

/** Reads a draw's file and runs the draw again, without a network or a database. */
async function verifyDraw({ locale, out, err }: Cli, path: string, posted?: string): Promise<ExitCode> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    err(words.unreadable(path, (error as NodeJS.ErrnoException).code ?? String(error))(locale));
    return 1;
  }
  const verified = verifyProof(text, posted);
  if (!verified.ok) {
    err(words.fault[verified.refusal.why](locale));
    return 1;
  }
  const { manifest, proof } = verified.value;
  const { winners, alternates } = proof.result;
  out(words.holds(locale));
  out(words.of(manifest)(locale));
  out(words.hash(proof.manifestHash, posted !== undefined)(locale));
  out(words.source[proof.randomness.is](locale));
  for (const id of winners) out(`  ${id}`);
  if (alternates.length > 0) out(words.alternates(alternates.length)(locale));
  for (const id of alternates) out(`  ${id}`);
  return 0;
}

/** `fairline verify draw FILE [HASH]`: whether a draw came to its winners by the rules, from what was fixed before. */
export const verifyCommand: CliCommand = (program, cli, exit) => {
  const { locale } = cli;
  const verify = program.command("verify").description(words.verify(locale));
  verify
    .command("draw")
    .description(words.draw(locale))
    .argument("<file>", words.file(locale))
    .argument("[hash]", words.posted(locale))
    .action(async (path: string, posted?: string) => exit(await verifyDraw(cli, path, posted)));
};
