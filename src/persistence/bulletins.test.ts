import { afterAll, beforeAll } from "vitest";
import { anId } from "../testing/builders.ts";
import { bulletinStoreContract } from "../testing/contracts/bulletin-store.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { bulletinStore } from "./bulletins.ts";
import { connect, type Database } from "./client.ts";

let database: TestDatabase;
let open: Database;

beforeAll(async () => {
  database = await testDatabase();
  open = connect(database.url);
});
afterAll(async () => {
  await open.close();
  await database.close();
});

bulletinStoreContract("in PostgreSQL", async () => {
  const { prisma, pool } = open;
  await pool.query("TRUNCATE site, person, bulletin, bulletin_item, outbox CASCADE");
  const site = (id: string) => ({ id, name: id, zone: "Europe/London", locale: "en" });
  const person = (n: number) => ({ id: anId(n), name: `${n}`, employeeNo: `${n}`, siteId: "leeds", roles: ["agent"] });
  await prisma.site.createMany({ data: ["leeds", "york"].map(site) });
  await prisma.person.createMany({ data: [1, 2].map(person) });
  return {
    store: bulletinStore(open),
    announced: async () => {
      const rows = await prisma.outbox.findMany({ where: { is: "touched" }, orderBy: { id: "asc" } });
      return rows.map(({ body }) => body);
    },
  };
});
