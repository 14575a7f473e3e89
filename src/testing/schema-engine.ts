import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { DiffParams, DiffResult } from "@prisma/schema-engine-wasm";
import pg from "pg";

type Engine = { diff(params: DiffParams): Promise<DiffResult> };
type Options = { readonly datamodels: readonly (readonly [string, string])[] };
type Exports = Readonly<Record<string, unknown>> & { __wbindgen_start(): void };
type Bindings = {
  __wbg_set_wasm(exports: Exports): void;
  readonly SchemaEngine: Record<"new", (options: Options, log: () => void, adapter: object) => Promise<Engine>>;
};

/** Node has it; its types do not. */
const { WebAssembly } = globalThis as unknown as {
  WebAssembly: { instantiate(code: Uint8Array, imports: object): Promise<{ instance: { exports: Exports } }> };
};

/** Loads the engine from its files: as a package it can only be bundled. */
async function load(): Promise<Bindings> {
  const folder = dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
  const bindings: Bindings = await import(pathToFileURL(join(folder, "schema_engine_bg.js")).href);
  const wasm = await readFile(join(folder, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(wasm, { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return bindings;
}

const { CHAR, TIME } = pg.types.builtins;

/**
 * Prisma's adapter knows no one-byte "char", which Postgres's catalogues are full of. On its way through the adapter it
 * travels as a type that they do not have.
 */
function disguised(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url });
  const query = pool.query.bind(pool);
  async function disguise(config: pg.QueryArrayConfig) {
    const result = await query(config);
    for (const field of result.fields) if (field.dataTypeID === CHAR) field.dataTypeID = TIME;
    return result;
  }
  return Object.assign(pool, { query: disguise });
}

/** An adapter over a disguised pool that shows the engine every column as what it is. */
function readingCatalogues(pool: pg.Pool): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  return Object.assign(factory, {
    async connect() {
      const adapter = await connect();
      const queryRaw = adapter.queryRaw.bind(adapter);
      adapter.queryRaw = async (query) => {
        const { columnTypes, ...result } = await queryRaw(query);
        const { Time, Character } = ColumnTypeEnum;
        return { ...result, columnTypes: columnTypes.map((type) => (type === Time ? Character : type)) };
      };
      return adapter;
    },
  });
}

/**
 * Prisma's own engine, which can be loaded once in a process. `missingSql` gives the SQL that a database lacks to be
 * what `prisma/schema.prisma` says; nothing when it lacks nothing.
 */
export async function schemaEngine(): Promise<{ missingSql(url: string): Promise<string> }> {
  const { SchemaEngine } = await load();
  const path = fileURLToPath(new URL("../../prisma/schema.prisma", import.meta.url));
  const files = [{ path, content: await readFile(path, "utf8") }];
  async function diff(pool: pg.Pool): Promise<string> {
    const adapter = bindMigrationAwareSqlAdapterFactory(readingCatalogues(pool));
    const datamodels = files.map(({ path, content }) => [path, content] as const);
    const engine = await SchemaEngine.new({ datamodels }, () => undefined, adapter);
    const { exitCode, stdout } = await engine.diff({
      from: { tag: "schemaDatasource", files, configDir: dirname(path) },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    return exitCode === 0 ? "" : (stdout ?? "");
  }
  return {
    async missingSql(url) {
      const pool = disguised(url);
      try {
        return await diff(pool);
      } finally {
        await pool.end();
      }
    },
  };
}
