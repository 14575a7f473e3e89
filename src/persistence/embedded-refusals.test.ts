import { spawnSync } from "node:child_process";
import { chmod, chown, mkdir, readFile, rm, statfs, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Child } from "../testing/child.ts";
import { type HouseFolder, houseFolder, read, up, write } from "../testing/house-folder.ts";

const asRoot = process.geteuid?.() === 0;
/** The user that everybody on Linux has and that owns nothing. */
const nobody = 65_534;
const here = fileURLToPath(import.meta.url);
const nobodyReads = asRoot && spawnSync("test", ["-r", here], { uid: nobody, gid: nobody }).status === 0;

// Each test starts several processes.
vi.setConfig({ testTimeout: 120_000 });

let house: HouseFolder;
beforeEach(async () => {
  house = await houseFolder();
});
afterEach(() => house.remove());

async function stop(child: Child): Promise<void> {
  child.kill("SIGTERM");
  expect(await child.ended, child.said()).toBe(0);
  expect(await house.servers()).toEqual([]);
}

async function started(setup: { uid?: number } = {}): Promise<Child> {
  const child = house.start(setup);
  await up(child);
  return child;
}

async function refused(words: string, setup: { uid?: number } = {}): Promise<void> {
  const child = house.start(setup);
  expect(await child.ended).toBe(1);
  expect(child.said()).toContain(words);
  expect(child.said()).not.toContain("    at ");
}

describe("what a house cannot start on, it says", () => {
  test("data of another version of PostgreSQL", async () => {
    await stop(await started());
    await writeFile(join(house.data, "PG_VERSION"), "17\n");
    await refused(`${house.data} holds a database of PostgreSQL 17, and this Fairline brings 18.`);
  });

  test("data whose password is gone or damaged", async () => {
    await stop(await started());
    const secrets = join(house.folder, "database.json");
    const kept = await readFile(secrets);
    await writeFile(secrets, "{");
    await refused(`${secrets} is damaged: put its copy back`);
    await rm(secrets);
    await refused(`${secrets} is missing: put its copy back`);
    await writeFile(secrets, kept);
    await stop(await started());
  });

  test("a file in the place of the folder", async () => {
    await writeFile(house.folder, "");
    await refused(`Fairline cannot keep its data in ${house.folder}.`);
  });
});

describe.runIf(nobodyReads)(
  "a house that is not root's (skipped where not started as root, or the checkout is closed)",
  () => {
    beforeEach(() => chown(house.home, nobody, nobody));

    test("runs its database as its own user, and root can go on with it", async () => {
      const theirs = house.start({ uid: nobody });
      await write(await up(theirs), "kept");
      await stop(theirs);
      const ours = house.start();
      expect(await read(await up(ours))).toEqual(["kept"]);
      await stop(ours);
      const again = house.start({ uid: nobody });
      expect(await read(await up(again))).toEqual(["kept"]);
      await stop(again);
    });

    test("is told when the folder may not be written, and starts when it may", async () => {
      await chmod(house.home, 0o500);
      await refused("This account may not write there", { uid: nobody });
      await chmod(house.home, 0o700);
      await stop(await started({ uid: nobody }));
    });

    test("is told when the data are another account's", async () => {
      await stop(await started());
      await refused("This account may not write there", { uid: nobody });
    });
  },
);

/** A real disk of its own for the data, of any size; needs root and the right to mount. */
async function mount(...options: readonly string[]): Promise<boolean> {
  await mkdir(house.folder, { recursive: true });
  return spawnSync("mount", ["-t", "tmpfs", "-o", options.join(","), "none", house.folder]).status === 0;
}

const mayMount = asRoot && spawnSync("unshare", ["--mount", "true"]).status === 0;

describe.runIf(mayMount)("a house on a disk that fails it (skipped where disks cannot be mounted)", () => {
  afterEach(() => {
    spawnSync("umount", ["--lazy", house.folder]);
  });

  test("is told that the disk is full, leaves nothing half made, and starts when there is room", async () => {
    expect(await mount("size=12m")).toBe(true);
    await refused("The disk is full: make room and start again.");
    expect(await mount("remount", "size=400m")).toBe(true);
    await stop(await started());
  });

  test("loses nothing when the disk fills up later", async () => {
    expect(await mount("size=400m")).toBe(true);
    const child = house.start();
    await write(await up(child), "kept");
    await stop(child);
    const { bavail, bsize } = await statfs(house.folder);
    spawnSync("dd", [
      "if=/dev/zero",
      `of=${join(house.folder, "ballast")}`,
      "bs=4096",
      `count=${(bavail * bsize) / 4096}`,
    ]);
    await refused("The disk is full: make room and start again.");
    await rm(join(house.folder, "ballast"));
    const next = house.start();
    expect(await read(await up(next))).toEqual(["kept"]);
    await stop(next);
  });

  test("is told that the disk is read-only", async () => {
    expect(await mount("size=12m", "ro")).toBe(true);
    await refused("The disk is read-only: set FAIRLINE_DATA to a folder that can be written.");
  });
});
