import { randomUUID } from "node:crypto";
import { Argument, type Command, InvalidArgumentError, Option } from "commander";
import { distance } from "fastest-levenshtein";
import { type Delivery, type Ledger, type State, states } from "../features/notices/index.ts";
import type { Site } from "../features/people/index.ts";
import { isUuid } from "../kernel/ids.ts";
import { format } from "../kernel/locale.ts";
import { type LocalDate, parseDay, startOfDay } from "../kernel/time.ts";
import type { HouseDatabase } from "../persistence/database.ts";
import { ledger } from "../persistence/notices/ledger.ts";
import { peopleStore } from "../persistence/people.ts";
import { whyNotRun } from "../queue/index.ts";
import type { Cli, CliCommand, ExitCode } from "./cli.ts";
import { withDatabase } from "./database.ts";
import { deliveryWords as words } from "./deliveries-messages.ts";
import { reasonWords, stateWords, totalsLine } from "./delivery-words.ts";
import { tableLines } from "./table.ts";

type ListOptions = {
  readonly site?: string;
  readonly state?: State;
  readonly kind?: string;
  readonly since?: LocalDate;
  readonly limit: number;
  readonly json?: boolean;
};
type RetryOptions = { readonly dead?: boolean; readonly site?: string };

type Books = { readonly book: Ledger; readonly sites: readonly Site[]; readonly database: HouseDatabase };

/** Opens the ledger, unless a site is asked for that there is not. */
const withLedger = (cli: Cli, site: string | undefined, work: (books: Books) => Promise<ExitCode>) =>
  withDatabase(cli, async (database) => {
    const sites = await peopleStore(database).sites();
    if (site === undefined || sites.some(({ id }) => id === site)) {
      return work({ book: ledger({ pool: database.pool, newId: randomUUID }), sites, database });
    }
    const nearest = sites
      .map(({ id }) => id)
      .sort((a, b) => distance(site, a) - distance(site, b))
      .slice(0, 3);
    cli.err(whyNotRun({ why: "unknown-site", site, nearest })(cli.locale));
    return 1;
  });

/** The name of whoever a delivery is for. */
async function names(deliveries: readonly Delivery[], { database }: Books, { locale }: Cli) {
  const ids = [...new Set(deliveries.flatMap(({ to }) => (to.is === "person" ? [to.id] : [])))];
  const people = ids.length === 0 ? [] : await peopleStore(database).peopleById(ids);
  const byId = new Map(people.map(({ id, name }) => [id as string, name]));
  return ({ to }: Delivery) => (to.is === "person" ? (byId.get(to.id) ?? words.gone(locale)) : to.name);
}

const asJson = (name: (delivery: Delivery) => string) => (delivery: Delivery) => {
  const { id, kind, site, period, to, platform, state, attempts, reason, occursAt, dueAt, sentAt } = delivery;
  const moments = { occursAt, dueAt, ...(sentAt ? { sentAt } : {}) };
  return { id, kind, site, period, to, name: name(delivery), platform, state, attempts, reason, ...moments };
};

/** The list as people read it. */
function tableOf(found: readonly Delivery[], name: (delivery: Delivery) => string, zoneOf: ZoneOf, { locale }: Cli) {
  const { dateTime, number } = format(locale);
  const rows = found.map((one) => [
    dateTime(one.sentAt ?? one.dueAt, zoneOf(one.site)),
    one.kind,
    name(one),
    one.platform,
    stateWords[one.state](locale),
    number(one.attempts),
    one.reason === undefined ? "" : reasonWords(one.reason)(locale),
    one.id,
  ]);
  return rows.length === 0 ? [words.noneSuch(locale)] : tableLines(words.headings(locale).split("|"), rows);
}

type ZoneOf = (site: string | undefined) => string;

async function list(cli: Cli, books: Books, { site, state, kind, since, limit, json }: ListOptions): Promise<ExitCode> {
  const { locale } = cli;
  const zoneOf: ZoneOf = (id) => books.sites.find((one) => one.id === id)?.zone ?? "UTC";
  const from = since && startOfDay(since, zoneOf(site));
  const asked = { ...(site ? { site } : {}), ...(state ? { state } : {}), ...(kind ? { kind } : {}) };
  const found = await books.book.find({ ...asked, ...(from ? { since: from } : {}), limit });
  const counts = await books.book.counts(from ?? new Date(0), site);
  const name = await names(found, books, cli);
  if (json) {
    cli.out(JSON.stringify({ deliveries: found.map(asJson(name)), totals: Object.fromEntries(counts) }, null, 2));
    return 0;
  }
  if (counts.size === 0 && since === undefined && site === undefined) {
    cli.out(words.none(locale));
    return 0;
  }
  for (const line of tableOf(found, name, zoneOf, cli)) cli.out(line);
  if (found.length === limit) cli.out(words.newest(limit)(locale));
  const totals = totalsLine(counts)(locale);
  if (counts.size > 0) cli.out((since ? words.totalsSince(since, totals) : words.totals(totals))(locale));
  return 0;
}

async function retry(cli: Cli, given: readonly string[], { dead = false, site }: RetryOptions): Promise<ExitCode> {
  const { locale } = cli;
  const ids = [...new Set(given.map((id) => id.toLowerCase()))];
  if (dead === ids.length > 0) {
    cli.err(words.whatToRetry(locale));
    return 2;
  }
  if (!dead && site !== undefined) {
    cli.err(words.siteWithIds(locale));
    return 2;
  }
  const wrong = given.filter((id) => !isUuid(id));
  if (wrong.length > 0) {
    cli.err(words.notIds(wrong)(locale));
    return 2;
  }
  return withLedger(cli, site, async ({ book }) => {
    const revived = await book.revive({ ...(dead ? {} : { ids }), ...(site ? { site } : {}) }, new Date());
    if (revived > 0) cli.out(words.revived(revived)(locale));
    if (dead && revived === 0) cli.out(words.nothingDead(locale));
    if (dead || revived === ids.length) return 0;
    cli.err(words.notDead(ids.length - revived)(locale));
    return 1;
  });
}

/** `fairline deliveries`, `fairline deliveries retry`. */
export const deliveriesCommand: CliCommand = (program, cli, exit) => {
  const { locale } = cli;
  const toDay = (text: string) => {
    const day = parseDay(text);
    if (day === undefined) throw new InvalidArgumentError(words.notADay(text)(locale));
    return day;
  };
  const toLimit = (text: string) => {
    if (!/^\d{1,4}$/.test(text) || Number(text) < 1 || Number(text) > 1000) {
      throw new InvalidArgumentError(words.notALimit(text)(locale));
    }
    return Number(text);
  };
  const group: Command = program
    .command("deliveries")
    .description(words.about(locale))
    .option("--site <site>", words.site(locale))
    .addOption(new Option("--state <state>", words.state(locale)).choices(states))
    .option("--kind <kind>", words.kind(locale))
    .option("--since <day>", words.since(locale), toDay)
    .option("--limit <n>", words.limit(locale), toLimit, 50)
    .option("--json", words.json(locale))
    .action(async (options: ListOptions) =>
      exit(await withLedger(cli, options.site, (books) => list(cli, books, options))),
    );
  group
    .command("retry")
    .description(words.retry(locale))
    .addArgument(new Argument("[ids...]", words.ids(locale)))
    .option("--dead", words.dead(locale))
    .option("--site <site>", words.site(locale))
    .action(async (ids: string[], _options: RetryOptions, command: Command) =>
      exit(await retry(cli, ids, command.optsWithGlobals<RetryOptions>())),
    );
};
