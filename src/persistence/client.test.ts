import { expect, test } from "vitest";
import { testDatabase } from "../testing/database.ts";
import { connect } from "./client.ts";

test("a day comes from the pool as it is written, wherever this machine is", async () => {
  const own = await testDatabase();
  const { pool, close } = connect(own.url);
  const { rows } = await pool.query(
    "SELECT DATE '2026-02-28' AS day, ARRAY[DATE '2026-02-28'] AS days, $1::text AS t",
    ["x"],
  );
  expect(rows).toEqual([{ day: "2026-02-28", days: ["2026-02-28"], t: "x" }]);
  await close();
  await own.close();
});

test("Prisma and the pool see the same database, and days and instants survive Prisma", async () => {
  const own = await testDatabase();
  const { prisma, pool, close } = connect(own.url);
  const site = { id: "a", name: "A", zone: "Asia/Shanghai", locale: "zh-CN", weekend: [6, 7] };
  await prisma.site.create({ data: { ...site, holidays: [new Date("2026-10-01")], workdays: [] } });
  const { rows } = await pool.query("SELECT holidays, channels, answer_within_s FROM site");
  expect(rows).toEqual([{ holidays: ["2026-10-01"], channels: {}, answer_within_s: 20 }]);
  expect((await prisma.site.findUniqueOrThrow({ where: { id: "a" } })).holidays).toEqual([new Date("2026-10-01")]);
  await close();
  await own.close();
});

test("a connection that the server cuts while idle is replaced, and said in the log", async () => {
  const own = await testDatabase();
  const said: string[] = [];
  const log = { info: () => {}, warn: (_: unknown, message: string) => said.push(message), error: () => {} };
  const { prisma, pool, close } = connect(own.url, { log, connections: 2 });
  const cut =
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
  await Promise.all([pool.query("SELECT pg_sleep(0.05)"), pool.query("SELECT pg_sleep(0.05)")]);
  await pool.query(cut);
  expect(await prisma.heard.count()).toBe(0);
  await expect.poll(() => said).toContain("a database connection was lost");
  await close();
  await own.close();
});
