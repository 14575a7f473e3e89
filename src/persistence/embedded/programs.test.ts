import { spawnSync } from "node:child_process";
import { chmod, cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { databaseAccount } from "./account.ts";
import { findPrograms, packagedHome } from "./programs.ts";

vi.setConfig({ testTimeout: 120_000 });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fairline-programs-"));
  await chmod(folder, 0o755);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The npm package's files as npm leaves them when its install script did not run. */
async function packageWithoutLinks(name: string): Promise<string> {
  const [home, from] = [join(folder, name, "native"), await packagedHome()];
  await cp(join(from, "..", "package.json"), join(folder, name, "package.json"));
  await cp(from, home, {
    recursive: true,
    filter: (path) => !/\.so(\.\d+){0,1}$/.test(path) || !path.includes("libicu"),
  });
  return home;
}

const runs = (program: string, account?: object) => spawnSync(program, ["--version"], { cwd: "/", ...account }).status;

test("programs whose libraries npm left unlinked are linked and run in place", async () => {
  const home = await packageWithoutLinks("open");
  expect(runs(join(home, "bin", "postgres"))).not.toBe(0);
  const { postgres, initdb } = await findPrograms(join(folder, "cache"), await databaseAccount(), home);
  expect(postgres).toBe(join(home, "bin", "postgres"));
  expect([runs(postgres), runs(initdb)]).toEqual([0, 0]);
});

test.runIf(process.geteuid?.() === 0)(
  "programs that the database's account cannot reach run from a copy (skipped where not started as root)",
  async () => {
    const account = await databaseAccount();
    const [home, cache] = [await packageWithoutLinks("closed"), join(folder, "cache")];
    await chmod(join(folder, "closed"), 0o700);
    expect(runs(join(home, "bin", "postgres"), account)).not.toBe(0);
    const { postgres, initdb } = await findPrograms(cache, account, home);
    expect(postgres.startsWith(cache)).toBe(true);
    expect([runs(postgres, account), runs(initdb, account)]).toEqual([0, 0]);
    expect(await findPrograms(cache, account, home)).toEqual({ postgres, initdb });
    expect(await readdir(cache)).toHaveLength(1);
  },
);
