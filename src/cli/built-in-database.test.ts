import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type HouseFolder, houseFolder, up } from "../testing/house-folder.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
let house: HouseFolder;
beforeEach(async () => {
  house = await houseFolder();
});
afterEach(() => house.remove());

/** Runs the command line as `npx fairline` does, on the house's folder. */
async function fairline(...args: string[]) {
  const { DATABASE_URL: _, ...env } = process.env;
  const child = spawn(process.execPath, ["src/fairline.js", ...args], {
    cwd: root,
    env: { ...env, FAIRLINE_DATA: house.folder, LANG: "C" },
  });
  const ended = once(child, "exit");
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  await ended;
  return { code: child.exitCode, out, err };
}

test("works with the built-in database where Fairline does not run, and leaves nothing running", async () => {
  expect(await fairline("apply", "docs/bank/fairline.yaml")).toMatchObject({ code: 0, err: "" });
  expect(await house.servers()).toEqual([]);
  const again = await fairline("apply", "docs/bank/fairline.yaml");
  expect(again).toMatchObject({ code: 0, out: "Nothing to change: all is as the file says.\n" });
  expect(await house.servers()).toEqual([]);
}, 60_000);

test("joins a Fairline that runs, which goes on", async () => {
  await up(house.start());
  const server = await house.server();
  expect(await fairline("apply", "docs/bank/fairline.yaml")).toMatchObject({ code: 0, err: "" });
  expect(await fairline("import", "list")).toMatchObject({ code: 0, out: "Nothing was imported yet.\n" });
  expect(await house.server()).toBe(server);
  expect(await house.servers()).toContain(server);
}, 60_000);
