import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";

type Schema = {
  readonly definitions: Readonly<Record<string, { readonly properties?: Record<string, { const?: unknown }> }>>;
};

const require = createRequire(import.meta.url);

/** The vendor's own types as a JSON schema; made once per version of the types and kept on disk, for it takes seconds. */
async function schemaOfTypes(): Promise<Schema> {
  const root = dirname(require.resolve("@slack/types/package.json"));
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  const cache = join(root, "..", "..", ".cache", "fairline", `slack-types-${version}.json`);
  try {
    return JSON.parse(readFileSync(cache, "utf8")) as Schema;
  } catch {
    const { createGenerator } = await import("ts-json-schema-generator");
    const path = join(root, "dist", "index.d.ts");
    const made = createGenerator({ path, type: "*", skipTypeCheck: true, additionalProperties: false, jsDoc: "none" });
    const text = JSON.stringify(made.createSchema("*"));
    mkdirSync(dirname(cache), { recursive: true });
    const draft = `${cache}.${process.pid}`;
    writeFileSync(draft, text);
    renameSync(draft, cache);
    return JSON.parse(text) as Schema;
  }
}

export type Shapes = {
  /** What is wrong with the shape of a block, by Slack's own types. */
  readonly block: (block: unknown) => string[];
  readonly modal: (view: unknown) => string[];
};

/** Checks of shape made from `@slack/types`. */
export async function shapes(): Promise<Shapes> {
  const schema = await schemaOfTypes();
  const ajv = new Ajv({ strict: false, allErrors: false });
  ajv.addSchema(schema, "slack");
  const made = new Map<string, ValidateFunction>();
  const validate = (definition: string, value: unknown): string[] => {
    const check = made.get(definition) ?? ajv.compile({ $ref: `slack#/definitions/${definition}` });
    made.set(definition, check);
    return check(value) ? [] : [`${definition}: ${ajv.errorsText(check.errors).slice(0, 300)}`];
  };
  const ofType = new Map(
    Object.entries(schema.definitions).flatMap(([name, { properties }]) =>
      name.endsWith("Block") && properties?.type?.const !== undefined ? [[properties.type.const, name] as const] : [],
    ),
  );
  return {
    block(block) {
      const { type } = block as { type: string };
      const name = ofType.get(type) ?? (type === "image" ? "ImageBlock" : undefined);
      return name === undefined ? [`no such block: ${type}`] : validate(name, block);
    },
    modal: (view) => validate("ModalView", view),
  };
}
