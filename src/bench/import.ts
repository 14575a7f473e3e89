import { spawn } from "node:child_process";
import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import type { Pool, PoolClient } from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { openDatabase } from "../persistence/database.ts";
import { type Figure, percentile } from "./figure.ts";
import { roster, writeContacts } from "./import-file.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** Has a process write its own peak memory in kB to descriptor 3 when it ends. */
const tellPeak = `data:text/javascript,${encodeURIComponent(`
  import { readFileSync, writeSync } from "node:fs";
  process.on("exit", () => {
    let peak = process.resourceUsage().maxRSS;
    try { peak = /VmHWM:\\s+(\\d+)/.exec(readFileSync("/proc/self/status", "utf8"))[1]; } catch {}
    writeSync(3, String(peak));
  });`)}`;

type Imported = { readonly seconds: number; readonly peakMB: number };

/** Runs the command line's import in a process of its own. */
async function importFile(file: string, url: string): Promise<Imported> {
  const begun = performance.now();
  const args = ["--import", tellPeak, "src/fairline.js", "import", "interactions", file, "--site", "bench"];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, DATABASE_URL: url },
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  const ended = once(child, "exit");
  const heard = [child.stdout, child.stderr, child.stdio[3]].map((stream) => text(stream as Readable));
  const [out, err, peak] = await Promise.all(heard);
  await ended;
  const seconds = (performance.now() - begun) / 1000;
  if (child.exitCode !== 0) throw new Error(`the import ended with ${child.exitCode}: ${out}${err}`);
  return { seconds, peakMB: Number(peak) / 1024 };
}

async function withClient<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
}

/** Copies rows into an empty table with the same columns and indexes; gives the seconds that it took. */
async function copyRows(pool: Pool, file: string): Promise<number> {
  await pool.query("CREATE TABLE copied (LIKE interaction INCLUDING ALL)");
  await pool.query("CHECKPOINT");
  const begun = performance.now();
  await withClient(pool, (client) =>
    pipeline(createReadStream(file), client.query(copyFrom("COPY copied FROM STDIN"))),
  );
  const seconds = (performance.now() - begun) / 1000;
  await pool.query("DROP TABLE copied");
  return seconds;
}

async function clear(pool: Pool): Promise<void> {
  await pool.query("TRUNCATE interaction, record_before, person_before, tally, queue_hour, score_due, batch");
  await pool.query("CHECKPOINT");
}

/** One import and one COPY of what it brought, one after the other, several times over. */
async function measureRounds(pool: Pool, url: string, folder: string, { rows, rounds }: Size) {
  const file = join(folder, "contacts.csv");
  const copied = join(folder, "contacts.copy");
  await writeContacts(file, rows);
  await pool.query(roster);
  const measured: (Imported & { copyS: number })[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await clear(pool);
    const imported = await importFile(file, url);
    if (round === 0) {
      const out = createWriteStream(copied);
      await withClient(pool, (client) => pipeline(client.query(copyTo("COPY interaction TO STDOUT")), out));
    }
    measured.push({ ...imported, copyS: await copyRows(pool, copied) });
  }
  return measured;
}

type Size = { readonly rows: number; readonly rounds: number };

/** Import of a million contacts by the command line, beside COPY of the same rows; the round whose ratio is the median. */
export async function measureImport({ rows, rounds }: Size = { rows: 1_000_000, rounds: 3 }): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), "fairline-bench-"));
  const database = await openDatabase({ folder: join(folder, ".data"), log: silent });
  try {
    const measured = await measureRounds(database.pool, database.url, folder, { rows, rounds });
    const ratios = measured.map(({ seconds, copyS }) => seconds / copyS);
    const median = measured[ratios.indexOf(percentile(ratios, 0.5))] ?? { seconds: Number.NaN, copyS: Number.NaN };
    const what = `import of ${rows.toLocaleString("en")} contacts`;
    return [
      {
        what: `${what}, beside COPY of the same rows`,
        unit: "s",
        ours: median.seconds,
        baseline: median.copyS,
        goal: 2.5,
      },
      { what: `${what}: peak memory`, unit: "MB", ours: Math.max(...measured.map(({ peakMB }) => peakMB)), goal: 300 },
    ];
  } finally {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const figure of await measureImport()) console.log(figure);
}
