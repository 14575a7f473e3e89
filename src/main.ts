import { jobs } from "../jobs/index.ts";
import { seedDemo } from "../prisma/demo/seed.ts";
import { type App, app } from "./app.ts";
import { drand } from "./beacons/drand.ts";
import { charts } from "./charts/index.ts";
import { readConfig } from "./config.ts";
import { runUntilStopped } from "./lifecycle.ts";
import { localPage } from "./local-page.ts";
import { createLog } from "./log.ts";
import { readShare } from "./only.ts";
import { operate, readyLine } from "./operate.ts";
import { serveApart } from "./ops/serve-apart.ts";
import { openDatabase } from "./persistence/database.ts";
import { portFor, sections } from "./sections.ts";

const tell = (line: string) => process.stdout.write(`${line}\n`);
const clock = () => new Date();

const share = readShare(process.argv.slice(2));
if (!share.ok) {
  process.stderr.write(`${share.refusal.problem}\n`);
  process.exit(2);
}
const { hears, works } = share.value;
const read = readConfig(process.env, sections);
if (!read.ok) {
  process.stderr.write(`Fairline cannot start:\n${read.refusal.problems.map((line) => `  ${line}\n`).join("")}`);
  process.exit(1);
}
const config = read.value;
const log = createLog({ level: config.logLevel, secrets: process.env });

const code = await runUntilStopped(
  async (house) => {
    const { databaseUrl: url, dataFolder: folder, redisUrl } = config;
    const join = !(hears && works);
    const database = await house.open(
      "database",
      (signal) => openDatabase({ url, folder, log, join, signal, onLost: house.fail }),
      (opened) => opened.close(),
    );
    const isDemo = url === undefined && config.platforms.some(({ isFallback }) => isFallback);
    if (isDemo && hears) await seedDemo({ database, clock, tell });

    let made: App;
    let address = "";
    const ready = async () => (await database.pool.query("SELECT 1")).rowCount === 1;
    const listening = (url: string) => {
      address = url;
    };
    const { adminPassword, drandUrls } = config;
    const follow: App["goodCalls"]["follow"] = (...of) => made.goodCalls.follow(...of);
    const operations = await house.open(
      "operations",
      async () => operate({ database, redisUrl, adminPassword, jobs, ready, follow, log, clock }),
      (opened) => opened.close(),
    );
    const page = localPage({ database, app: () => made, jobs, clock });
    const deps = { ...page, log, ready, listening, ops: operations.pages };
    const platforms = await Promise.all(
      config.platforms.map((one) => one.create({ ...deps, port: portFor(one.name, config) })),
    );
    const { draw } = await house.open(
      "charts",
      async () => charts(),
      (drawing) => drawing.close(),
    );
    const { meter } = operations;
    const baseUrl = () => config.url ?? (address || undefined);
    made = app({
      database,
      redisUrl,
      jobs,
      platforms: () => platforms,
      draw,
      beacon: drand(drandUrls ? { urls: drandUrls } : {}).round,
      baseUrl,
      log,
      clock,
      meter,
    });

    for (const platform of platforms) {
      await house.open(
        platform.name,
        () => (hears ? platform.start(made.router) : platform.connect()),
        () => platform.stop(),
      );
    }
    if (works) {
      await house.open(
        "queue",
        async () => made.queue.start(),
        () => made.queue.stop(),
      );
      await house.open(
        "courier",
        async () => made.courier.start(),
        () => made.courier.stop(),
      );
      await house.open(
        "deadlines",
        async () => made.deadlines.start(),
        () => made.deadlines.stop(),
      );
    }
    const isServed =
      hears && config.platforms.some(({ name, listens }) => listens && portFor(name, config) === config.port);
    if (!isServed) {
      await house.open(
        "health",
        () => serveApart(operations.pages, { ...config, log, tell }),
        (served) => served.close(),
      );
    }
    await database.announce(address);
    tell(readyLine({ hears, address, platforms }));
  },
  { log, tell: (line) => process.stderr.write(`${line}\n`), host: process },
);
process.exit(code);
