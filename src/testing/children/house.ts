// A house with nothing but a database: says where it is, and stays until it is stopped.
import { runUntilStopped } from "../../lifecycle.ts";
import { createLog } from "../../log.ts";
import { openDatabase } from "../../persistence/database.ts";

const [folder = "", ...flags] = process.argv.slice(2);
const log = createLog({ level: "info", secrets: process.env });
const url = process.env.DATABASE_URL || undefined;

const code = await runUntilStopped(
  async (house) => {
    const join = flags.includes("join");
    const database = await house.open(
      "database",
      (signal) => openDatabase({ folder, url, log, join, signal, onLost: house.fail }),
      (opened) => opened.close(),
    );
    await database.announce("http://127.0.0.1:1234");
    process.stdout.write(`${database.url}\n`);
  },
  { log, host: process, tell: (line) => process.stderr.write(`${line}\n`) },
);
process.exit(code);
