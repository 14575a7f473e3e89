import { randomUUID } from "node:crypto";
import { inject } from "vitest";
import { ask, sibling } from "./ask-server.ts";

export type TestDatabase = { readonly url: string; close(): Promise<void> };

async function create(from?: string): Promise<TestDatabase> {
  const { server, run } = inject("databases");
  const name = `${run}_${randomUUID().slice(0, 8)}`;
  await ask(server, `CREATE DATABASE "${name}"${from === undefined ? "" : ` TEMPLATE "${run}_${from}"`}`);
  return {
    url: sibling(server, name),
    close: async () => {
      await ask(server, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    },
  };
}

/** A database of the caller's own: migrated, empty, and gone after `close`. */
export const testDatabase = (): Promise<TestDatabase> => create("template");

/** A database without any table, for those who make them. */
export const bareDatabase = (): Promise<TestDatabase> => create();
