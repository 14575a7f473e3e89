import { jobs } from "../../jobs/index.ts";
import { type App, app } from "../app.ts";
import { charts } from "../charts/index.ts";
import { closeAll, type Opened } from "../close-all.ts";
import { readConfig } from "../config.ts";
import type { Notices } from "../features/notices/index.ts";
import { cannotStart } from "../kernel/cannot-start.ts";
import type { Log } from "../kernel/log.ts";
import { localPage } from "../local-page.ts";
import type { HouseDatabase } from "../persistence/database.ts";
import { scrub, secretsIn } from "../scrub.ts";
import { sections } from "../sections.ts";
import type { Cli } from "./cli.ts";
import { withDatabase } from "./database.ts";
import { cliWords } from "./messages.ts";

/** The house without its ears: it runs jobs and tells people, and hears nobody. */
export type CliHouse = { readonly database: HouseDatabase; readonly queue: App["queue"]; readonly notices: Notices };

const closeMs = 10_000;

/** A log for whoever sits at the terminal: troubles only, each a line, without secrets. */
function terminalLog({ env, err }: Cli): Log {
  const known = secretsIn(env);
  const tell: Log["warn"] = ({ error, reference }, message) => {
    const why = error instanceof Error ? `: ${error.message}` : "";
    err(scrub(`${message}${typeof reference === "string" ? ` (${reference})` : ""}${why}`, known));
  };
  return { info: () => undefined, warn: tell, error: tell };
}

/** Puts the house together on a database as the environment configures it, works with it, and takes it apart again. */
export function withHouse<T>(cli: Cli, work: (house: CliHouse) => Promise<T>): Promise<T> {
  const read = readConfig(cli.env, sections);
  if (!read.ok) throw cannotStart([cliWords.wrongSetup(cli.locale), ...read.refusal.problems].join("\n  "));
  const { redisUrl, platforms: configured } = read.value;
  const log = terminalLog(cli);
  const clock = () => new Date();
  return withDatabase(cli, async (database) => {
    const opened: Opened[] = [];
    let made: App;
    try {
      const page = localPage({ database, app: () => made, jobs, clock });
      const deps = { ...page, log, port: 0, ready: async () => true };
      const platforms = await Promise.all(configured.map(({ create }) => create(deps)));
      const { draw, close } = charts();
      opened.push({ name: "charts", close });
      made = app({ database, redisUrl, jobs, platforms: () => platforms, draw, log, clock });
      const { queue, notices } = made;
      opened.push({ name: "queue", close: () => queue.stop() });
      for (const platform of platforms) {
        await platform.connect();
        opened.push({ name: platform.name, close: () => platform.stop() });
      }
      opened.push({ name: "notices", close: () => notices.stop() });
      return await work({ database, queue, notices });
    } finally {
      await closeAll(opened, { log, withinMs: closeMs, hurry: cli.signal });
    }
  });
}
