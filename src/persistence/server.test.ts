import { afterAll, describe, expect, test } from "vitest";
import { ask, sibling } from "../testing/ask-server.ts";
import { runChild } from "../testing/child.ts";
import { testDatabase } from "../testing/database.ts";
import { freePort } from "./embedded/free-port.ts";
import { readMigrations } from "./migrations.ts";
import { checkServer, masked } from "./server.ts";

const url = process.env.DATABASE_URL ?? "postgres://postgres@127.0.0.1:5432/postgres";
const isThere = await ask(url, "SELECT 1").then(
  () => true,
  () => false,
);

test("an address is shown without its password, wherever in it the password is", () => {
  expect(masked("postgres://ana:p%40ss@db:5432/x")).toBe("postgres://ana:***@db:5432/x");
  expect(masked("postgres://db/x?user=ana&password=pass")).toBe("postgres://db/x?user=ana&password=***");
  expect(masked("postgres://ana@db/x")).toBe("postgres://ana@db/x");
});

describe("a server that cannot be used is refused in words that name DATABASE_URL and hide its password", () => {
  test("nobody listens there", async () => {
    const port = await freePort();
    await expect(checkServer(`postgres://ana:hunter22@127.0.0.1:${port}/x`)).rejects.toThrow(
      `DATABASE_URL (postgres://ana:***@127.0.0.1:${port}/x) cannot be used: nobody listens there.`,
    );
  });

  test("no such database", async () => {
    const own = await testDatabase();
    await expect(checkServer(sibling(own.url, "nowhere"))).rejects.toThrow("there is no such database");
    await own.close();
  });

  test("the wrong encoding", async () => {
    const own = await testDatabase();
    const latin = `latin_${process.pid}`;
    await ask(own.url, `CREATE DATABASE ${latin} TEMPLATE template0 ENCODING LATIN1 LOCALE 'C' LOCALE_PROVIDER libc`);
    await expect(checkServer(sibling(own.url, latin))).rejects.toThrow("its encoding is LATIN1, and must be UTF8");
    await ask(own.url, `DROP DATABASE ${latin}`);
    await own.close();
  });

  test("by the house, which ends with 1", async () => {
    const port = await freePort();
    const env = { DATABASE_URL: `postgres://ana:hunter22@127.0.0.1:${port}/x` };
    const child = runChild("house", { args: ["/nowhere"], env });
    expect(await child.ended).toBe(1);
    expect(child.said()).toContain("DATABASE_URL (postgres://ana:***@");
    expect(child.said()).not.toContain("hunter22");
  });
});

describe.runIf(isThere)(
  "a house on a real server (skipped where none answers at DATABASE_URL or 127.0.0.1:5432)",
  () => {
    const name = `fairline_test_${process.pid}`;
    afterAll(() => ask(url, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`));

    test("migrates it, leaves no server of its own behind, and many houses share it", async () => {
      await ask(url, `CREATE DATABASE "${name}"`);
      const env = { DATABASE_URL: sibling(url, name) };
      const houses = [1, 2].map(() => runChild("house", { args: ["/nowhere"], env }));
      for (const house of houses) expect(await house.line(), house.said()).toBe(env.DATABASE_URL);
      const names = await ask(env.DATABASE_URL, "SELECT migration_name AS name FROM _prisma_migrations ORDER BY 1");
      expect(names.map(({ name }) => name)).toEqual((await readMigrations()).map(({ name }) => name));
      for (const house of houses) house.kill("SIGTERM");
      for (const house of houses) expect(await house.ended, house.said()).toBe(0);
    });
  },
);
