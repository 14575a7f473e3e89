import { randomBytes } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { z } from "zod";
import { cannotStart } from "../../kernel/cannot-start.ts";

const stored = z.object({ password: z.string().min(1), port: z.number().int().optional() });

/** What is kept beside a cluster to reach it: its password, and the port that it had last. */
export type Secrets = z.infer<typeof stored>;

export const newSecrets = (): Secrets => ({ password: randomBytes(24).toString("base64url") });

/** Reads what was kept; undefined when nothing was. */
export async function readSecrets(file: string): Promise<Secrets | undefined> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  try {
    return stored.parse(JSON.parse(text));
  } catch (cause) {
    throw cannotStart(`${file} is damaged: put its copy back, or set FAIRLINE_DATA to a new folder.`, cause);
  }
}

/** Keeps them for this account's eyes only, wholly or not at all. */
export async function writeSecrets(file: string, secrets: Secrets): Promise<void> {
  await writeFile(`${file}.new`, `${JSON.stringify(secrets)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}
