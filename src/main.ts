import { jobs } from "../jobs/index.ts";
import { seedDemo } from "../prisma/demo/seed.ts";
import { type App, app } from "./app.ts";
import { charts } from "./charts/index.ts";
import { readConfig, section } from "./config.ts";
import { runUntilStopped } from "./lifecycle.ts";
import { localPage } from "./local-page.ts";
import { createLog } from "./log.ts";
import { openDatabase } from "./persistence/database.ts";
import { platforms as known } from "./platforms/index.ts";

const tell = (line: string) => process.stdout.write(`${line}\n`);
const clock = () => new Date();

const sections = [section(known.slack), section(known.discord), section(known.local, ({ asked }) => !asked)];
const read = readConfig(process.env, sections);
if (!read.ok) {
  process.stderr.write(`Fairline cannot start:\n${read.refusal.problems.map((line) => `  ${line}\n`).join("")}`);
  process.exit(1);
}
const config = read.value;
const log = createLog({ level: config.logLevel, secrets: process.env });

/** The page steps aside by one port for a platform whose vendor calls on PORT. */
function portFor(name: string, { port, platforms }: Pick<typeof config, "port" | "platforms">): number {
  return name === known.local.name && platforms.length > 1 && port > 0 ? port + 1 : port;
}

const code = await runUntilStopped(
  async (house) => {
    const database = await house.open(
      "database",
      (signal) => openDatabase({ url: config.databaseUrl, folder: config.dataFolder, log, signal, onLost: house.fail }),
      (opened) => opened.close(),
    );
    const isDemo = config.databaseUrl === undefined && config.platforms.some(({ isFallback }) => isFallback);
    if (isDemo) await seedDemo({ database, clock, tell });

    let made: App;
    let address = "";
    const ready = async () => (await database.pool.query("SELECT 1")).rowCount === 1;
    const listening = (url: string) => {
      address = url;
    };
    const page = localPage({ database, app: () => made, jobs, clock });
    const deps = { ...page, log, ready, listening };
    const platforms = await Promise.all(
      config.platforms.map((one) => one.create({ ...deps, port: portFor(one.name, config) })),
    );
    const { draw } = await house.open(
      "charts",
      async () => charts(),
      (drawing) => drawing.close(),
    );
    made = app({ database, redisUrl: config.redisUrl, jobs, platforms: () => platforms, draw, log, clock });

    for (const platform of platforms) {
      await house.open(
        platform.name,
        () => platform.start(made.router),
        () => platform.stop(),
      );
    }
    await house.open(
      "queue",
      async () => made.queue.start(),
      () => made.queue.stop(),
    );
    await database.announce(address);
    tell(
      address
        ? `Fairline is ready: ${address}`
        : `Fairline is ready on ${platforms.map(({ name }) => name).join(" and ")}.`,
    );
  },
  { log, tell: (line) => process.stderr.write(`${line}\n`), host: process },
);
process.exit(code);
