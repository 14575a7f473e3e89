import { afterAll, beforeAll } from "vitest";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { localMessagesInMemory } from "../testing/peers/local-messages.ts";
import { localMessagesContract } from "../testing/peers/local-messages-contract.ts";
import { connect, type Database } from "./client.ts";
import { localMessages } from "./local-messages.ts";

let own: TestDatabase;
let database: Database;

beforeAll(async () => {
  own = await testDatabase();
  database = connect(own.url);
});
afterAll(async () => {
  await database?.close();
  await own?.close();
});

localMessagesContract("in memory", async () => localMessagesInMemory());
localMessagesContract("in Postgres", async () => localMessages(database.prisma));
