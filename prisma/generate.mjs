// Makes Prisma's client from the schema when it is missing or older; needs no network.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const schema = createHash("sha256")
  .update(readFileSync(`${root}prisma/schema.prisma`))
  .digest("hex");
const stamp = `${root}src/persistence/generated/schema.sha256`;

if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== schema) {
  // `generate` never runs the schema engine, but the command line wants to download it unless one is named.
  const env = { ...process.env, CHECKPOINT_DISABLE: "1", PRISMA_SCHEMA_ENGINE_BINARY: process.execPath };
  const prisma = `${root}node_modules/prisma/build/index.js`;
  const { status, stdout, stderr } = spawnSync(process.execPath, [prisma, "generate"], {
    cwd: root,
    env,
    encoding: "utf8",
  });
  if (status !== 0) {
    process.stderr.write(`Prisma's client could not be made:\n${stdout}\n${stderr}\n`);
    process.exit(1);
  }
  writeFileSync(stamp, schema);
}
