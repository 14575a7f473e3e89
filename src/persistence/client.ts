import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import type { Log } from "../kernel/log.ts";
import { PrismaClient } from "./generated/client.ts";

/** An open database: Prisma for everything ordinary, the pool for COPY and for SQL over sets; both use the same connections. */
export type Database = { readonly prisma: PrismaClient; readonly pool: pg.Pool; close(): Promise<void> };

const { DATE } = pg.types.builtins;
/** The types of `date[]` and `text[]`, which pg has no names for. */
const [dates, texts] = [1182, 1009];

/** Days stay text (`YYYY-MM-DD`), as `LocalDate` is: pg would make them midnights of the machine's zone. */
const types: pg.CustomTypesConfig = {
  getTypeParser(oid, format) {
    if (oid === DATE) return (value: string) => value;
    return pg.types.getTypeParser(oid === dates ? texts : oid, format);
  },
};

/** Opens a database by its address; nothing is sent until it is first asked. */
export function connect(url: string, { log, connections = 10 }: { log?: Log; connections?: number } = {}): Database {
  const pool = new pg.Pool({ connectionString: url, max: connections, application_name: "fairline", types });
  // A connection lost while idle is replaced when next needed.
  pool.on("error", (error) => log?.warn({ error: error.message }, "a database connection was lost"));
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    prisma,
    pool,
    async close() {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}
