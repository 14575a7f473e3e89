import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** One step of the schema, as Prisma keeps them: a folder with plain SQL. */
export type Migration = { readonly name: string; readonly sql: string };

const folder = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));

/** Every migration of this version of Fairline, oldest first. */
export async function readMigrations(from = folder): Promise<readonly Migration[]> {
  const entries = await readdir(from, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(
    names.sort().map(async (name) => ({ name, sql: await readFile(join(from, name, "migration.sql"), "utf8") })),
  );
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** Prisma's checksum of a migration: SHA-256 of the file, in hexadecimal. */
export const checksum = ({ sql }: Migration): string => sha256(sql);

/** Whether a migration is the one that a checksum was taken of, whichever line ends the checkout has. */
export function matches({ sql }: Migration, applied: string): boolean {
  const unix = sql.replaceAll("\r\n", "\n");
  return [sql, unix, unix.replaceAll("\n", "\r\n")].some((text) => sha256(text) === applied);
}
