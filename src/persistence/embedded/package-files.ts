import { chmod, copyFile, mkdir, readdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { z } from "zod";

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/** Makes the links between libraries that npm packages cannot carry; those that are there stay. */
export async function linkLibraries(home: string): Promise<void> {
  const listed = links.parse(JSON.parse(await readFile(join(home, "pg-symlinks.json"), "utf8")));
  for (const { source, target } of listed) {
    const at = join(dirname(home), target).replace(join(dirname(home), "native"), home);
    await symlink(relative(dirname(target), source), at).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
}

export async function version(home: string): Promise<string> {
  const file = join(dirname(home), "package.json");
  return z.object({ version: z.string() }).parse(JSON.parse(await readFile(file, "utf8"))).version;
}

async function copyTree(from: string, to: string): Promise<void> {
  await mkdir(to);
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyTree(source, target);
    else if (entry.isFile()) {
      await copyFile(source, target);
      await chmod(target, 0o755);
    }
  }
}

/** Copies a folder so that every account may read and run it: wholly, or not at all. */
export async function copyOpenly(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o755 });
  const draft = join(dirname(to), `.${basename(to)}.${process.pid}`);
  try {
    await copyTree(from, draft);
    await rm(to, { recursive: true, force: true });
    await rename(draft, to);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
