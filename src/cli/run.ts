import { Argument } from "commander";
import { jobs } from "../../jobs/index.ts";
import type { Delivery, Notices } from "../features/notices/index.ts";
import type { Site } from "../features/people/index.ts";
import { lastOf, readWhen } from "../kernel/when.ts";
import { peopleStore } from "../persistence/people.ts";
import { whyNotRun } from "../queue/index.ts";
import type { Cli, CliCommand, ExitCode } from "./cli.ts";
import { countsLine } from "./delivery-words.ts";
import { type CliHouse, withHouse } from "./house.ts";
import { runWords as words } from "./run-messages.ts";
import { ticking } from "./ticking.ts";

type Options = { readonly site?: string; readonly at?: string };

/** More deliveries than one occurrence at one site makes. */
const most = 50_000;

/** Works, showing how long it takes by now. */
async function shown<T>(cli: Cli, line: (seconds: number) => string, work: () => Promise<T>): Promise<T> {
  const stop = ticking(cli, line);
  try {
    return await work();
  } finally {
    stop();
  }
}

/** The site that a job is run for; none for a job of the company. */
function scopeOf(name: string, id: string | undefined, sites: readonly Site[]): Site | undefined {
  const isCompany = jobs.some((job) => job.name === name && job.per === "company");
  return isCompany ? undefined : sites.find((site) => site.id === id);
}

/** Sends what is due, and gives what the occurrence told people, as the ledger has it. */
async function tell(notices: Notices, site: Site | undefined, at: Date): Promise<readonly Delivery[]> {
  await notices.flush(at);
  const found = await notices.find({ ...(site ? { site: site.id } : {}), since: at, limit: most });
  return found.filter(({ occursAt }) => occursAt.getTime() === at.getTime());
}

async function runIn(cli: Cli, { database, queue, notices }: CliHouse, name: string, options: Options) {
  const { locale } = cli;
  const site = scopeOf(name, options.site, await peopleStore(database).sites());
  const zone = site?.zone ?? "UTC";
  const when = options.at === undefined ? undefined : readWhen(options.at, zone);
  if (when?.ok === false) {
    cli.err(words.skippedTime(options.at ?? "", zone)(locale));
    return 1;
  }
  const at = when && lastOf(when.value, zone);
  const outcome = await shown(
    cli,
    (seconds) => words.running(name, seconds)(locale),
    () => queue.runNow({ job: name, site: options.site, at }),
  );
  if (!outcome.ok) {
    cli.err(whyNotRun(outcome.refusal)(locale));
    return 1;
  }
  const ran = { job: name, site: site?.name, zone, day: outcome.value.day, at: outcome.value.at };
  cli.out((outcome.value.is === "done" ? words.ran(ran) : words.ranBefore(ran))(locale));
  const told = await shown(
    cli,
    (seconds) => words.sending(seconds)(locale),
    () => tell(notices, site, ran.at),
  );
  cli.out((told.length === 0 ? words.toldNobody : words.told(countsLine(told)(locale)))(locale));
  if (told.some(({ state }) => state === "dead")) cli.err(words.seeDead(locale));
  return 0;
}

async function run(cli: Cli, name: string, options: Options): Promise<ExitCode> {
  const { at } = options;
  const when = at === undefined ? undefined : readWhen(at, "UTC");
  if (when?.ok === false && when.refusal.why === "no-time") {
    cli.err(words.notATime(at ?? "")(cli.locale));
    return 2;
  }
  const onStop = () => cli.err(words.stopping(cli.locale));
  cli.signal.addEventListener("abort", onStop);
  try {
    return await withHouse(cli, async (house) => {
      try {
        return await runIn(cli, house, name, options);
      } catch (error) {
        if (!(error instanceof Error && error.cause instanceof Error)) throw error;
        cli.err(words.broke(name, error.cause.message)(cli.locale));
        return 1;
      }
    });
  } finally {
    cli.signal.removeEventListener("abort", onStop);
  }
}

/** `fairline run JOB --site SITE --at WHEN`. */
export const runCommand: CliCommand = (program, cli, exit) => {
  const { locale } = cli;
  program
    .command("run")
    .description(words.about(locale))
    .addArgument(new Argument("<job>", words.job(locale)))
    .option("--site <site>", words.site(locale))
    .option("--at <when>", words.at(locale))
    .action(async (job: string, options: Options) => exit(await run(cli, job, options)));
};
