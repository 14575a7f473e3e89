import { spawn } from "node:child_process";
import { readFile, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ask } from "../testing/ask-server.ts";
import type { Child } from "../testing/child.ts";
import { type HouseFolder, houseFolder, read, up, write } from "../testing/house-folder.ts";
import { accountFor } from "./embedded/cluster-folder.ts";
import { pidFile } from "./embedded/server.ts";

// Each test starts several processes.
vi.setConfig({ testTimeout: 120_000 });

let house: HouseFolder;
beforeEach(async () => {
  house = await houseFolder();
});
afterEach(() => house.remove());

async function stop(child: Child, signal: NodeJS.Signals = "SIGTERM") {
  child.kill(signal);
  expect(await child.ended, child.said()).toBe(0);
  expect(await house.servers()).toEqual([]);
}

describe("a house with the built-in database", () => {
  test("makes its data at the first start, stops without a trace, and finds them at the second", async () => {
    const first = house.start();
    const url = await up(first);
    await write(url, "kept");
    await stop(first);
    expect((await stat(join(house.folder, "database.json"))).mode & 0o777).toBe(0o600);
    const second = house.start();
    expect(await up(second)).toBe(url);
    expect(await read(url)).toEqual(["kept"]);
    await stop(second, "SIGINT");
  });

  test("listens on this machine alone, and to its password alone", async () => {
    const child = house.start();
    const url = await up(child);
    expect(await ask(url, "SHOW listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
    const other = new URL(url);
    other.password = "guess";
    await expect(ask(other.href, "SELECT 1")).rejects.toThrow("password authentication failed");
    await stop(child);
  });

  test("recovers after kill -9, and never has two servers on the data", async () => {
    const killed = house.start();
    await write(await up(killed), "kept");
    const old = await house.server();
    killed.kill("SIGKILL");
    await killed.ended;
    const next = house.start();
    expect(await read(await up(next))).toEqual(["kept"]);
    expect(await house.server()).not.toBe(old);
    expect(await house.servers()).not.toContain(old);
    await stop(next);
  });

  test("recovers when the server was killed with it", async () => {
    const killed = house.start();
    await write(await up(killed), "kept");
    killed.kill("SIGKILL");
    for (const pid of await house.servers()) process.kill(pid, "SIGKILL");
    await killed.ended;
    const next = house.start();
    expect(await read(await up(next))).toEqual(["kept"]);
    await stop(next);
  });

  test("is not confused by a process id that has become another process's", async () => {
    const killed = house.start();
    await write(await up(killed), "kept");
    killed.kill("SIGKILL");
    for (const pid of await house.servers()) process.kill(pid, "SIGKILL");
    await killed.ended;
    const other = spawn("sleep", ["60"], { ...(await accountFor(house.data)) });
    try {
      const written = (await readFile(pidFile(house.data), "utf8")).replace(/^\d+/, String(other.pid));
      await writeFile(pidFile(house.data), written);
      const next = house.start();
      expect(await read(await up(next))).toEqual(["kept"]);
      expect(other.exitCode ?? other.signalCode).toBeNull();
      await stop(next);
    } finally {
      other.kill();
    }
  });

  test("refuses a second start politely, saying who is there and where", async () => {
    const first = house.start();
    await up(first);
    const second = house.start();
    expect(await second.ended).toBe(1);
    expect(second.said()).toBe(
      `Fairline already runs on ${house.folder} as process ${first.pid}, at http://127.0.0.1:1234. Stop it first, or set FAIRLINE_DATA.\n`,
    );
    await stop(first);
  });

  test("lets exactly one of many very first starts through", async () => {
    const all = [house.start(), house.start(), house.start()];
    const ends = all.map(async (child) => ({ child, url: await child.line() }));
    const told = await Promise.all(ends);
    const ups = told.filter(({ url }) => url !== undefined);
    expect(ups).toHaveLength(1);
    for (const { child, url } of told.filter((one) => one.url === undefined)) {
      expect(url).toBeUndefined();
      expect(await child.ended).toBe(1);
      expect(child.said()).toContain(`Fairline already runs on ${house.folder}`);
    }
    for (const { child } of ups) await stop(child);
  });

  test("lets another process of ours use the running database when it asks to join", async () => {
    const first = house.start();
    const url = await up(first);
    const guest = house.start({ flags: ["join"] });
    expect(await up(guest)).toBe(url);
    guest.kill("SIGTERM");
    expect(await guest.ended).toBe(0);
    expect(await read(url)).toEqual([]);
    await stop(first);
    const alone = house.start({ flags: ["join"] });
    await up(alone);
    await stop(alone);
  });

  test("shuts its database down in order when a terminal's Ctrl-C reaches the whole group, sent on by npm as well", async () => {
    const child = house.start();
    await up(child);
    child.killGroup("SIGINT");
    child.kill("SIGINT");
    expect(await child.ended, child.said()).toBe(0);
    expect(child.said()).not.toMatch(/"level":"(warn|error)"/);
    expect(await house.servers()).toEqual([]);
    const next = house.start();
    await up(next);
    expect(await readFile(join(house.folder, "postgres.log"), "utf8")).toContain("database system was shut down at");
    await stop(next);
  });

  test("can be stopped while it makes its data, and starts afterwards", async () => {
    const child = house.start();
    await expect
      .poll(() => stat(`${house.data}.new`).catch(() => undefined), { timeout: 15_000, interval: 5 })
      .toBeDefined();
    await stop(child);
    const next = house.start();
    await up(next);
    await stop(next);
  });

  test("starts after it was killed while it made its data", async () => {
    const child = house.start();
    await expect
      .poll(() => stat(`${house.data}.new`).catch(() => undefined), { timeout: 15_000, interval: 5 })
      .toBeDefined();
    child.kill("SIGKILL");
    await child.ended;
    const next = house.start();
    await up(next);
    await stop(next);
  });

  test("ends with 1 when its database server dies", async () => {
    const child = house.start();
    await up(child);
    process.kill(await house.server(), "SIGKILL");
    expect(await child.ended).toBe(1);
    expect(child.said()).toContain("the database server ended by itself");
  });

  test("takes another port when somebody else has its own meanwhile", async () => {
    const first = house.start();
    const url = new URL(await up(first));
    await write(url.href, "kept");
    await stop(first);
    const squatter = createServer().listen(Number(url.port), "127.0.0.1");
    const second = house.start();
    const moved = await up(second);
    expect(new URL(moved).port).not.toBe(url.port);
    expect(await read(moved)).toEqual(["kept"]);
    await stop(second);
    squatter.close();
  });
});
